"""Prompt pay laws: within how many days a state has a clean claim paid, and the interest on what is later."""

from medoffice_xl.tables.schema import Table, day, rate, text, whole

CALENDAR, WORKING = "calendar", "working"

PROMPT_PAY_LAWS = Table(
    name="prompt_pay_laws",
    sheet="Prompt pay laws",
    excel_name="tblPromptPayLaws",
    doc="What a state's law says of electronic clean claims that are paid late, by the day on which they are received. "
    "It holds for the contracts that name it (Contracts, Prompt pay law), where they say nothing else themselves. "
    "Medicare, Medicaid and plans that employers fund themselves are mostly bound by other rules. Not legal advice: "
    "compare with the law before a letter goes out, and add the practice's own state.",
    key=("law", "effective"),
    columns=(
        text("law", "Law", "The state, and the kind of payer where its law parts them.", required=True, width=14),
        whole("days", "Days to pay", "Days from receipt of a clean claim to its payment.", required=True, width=9),
        text("counted", "Days are", "Calendar days, or working days (Monday to Friday).", required=True,
             choices=(CALENDAR, WORKING), width=10),
        rate("interest", "Late interest", "Yearly interest owed on what is paid later.", required=True, width=10),
        day("effective", "In force from", "First day of receipt for which it holds.", required=True),
        day("end", "In force to", "Last day; empty where it goes on.", ends=True),
        text("source", "Source", "Where it is written.", required=True, width=60),
    ),
)  # fmt: skip
