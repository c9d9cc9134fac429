"""What controls stand on beside the ledger: the bank's own lines, the numbered tickets, and who looked at what."""

from medoffice_xl.tables.schema import Column, Table, day, money, text, whole

BANK = Table(
    name="bank",
    sheet="Bank",
    excel_name="tblBank",
    doc="What the bank says came in and went out, one row a line of its statement. A line that comes again, in a file "
    "of another span of time, is the same line.",
    key=("account", "line_id"),
    told_by=("posted", "description", "amount"),
    columns=(
        text("account", "Bank account", "Last four digits of the account, where the file says them.", width=12,
             synonyms=("account number", "account")),
        day("posted", "Bank date", "Day the bank posted it.", required=True,
            synonyms=("posting date", "date", "transaction date", "post date", "posted date")),
        text("description", "Bank text", "What the bank writes: payer, trace number, check. Names of people who pay by "
             "app are left out.", width=44, synonyms=("description", "original description")),
        money("amount", "Bank amount", "Money in is positive, money out negative.", required=True,
              synonyms=("amount",)),
        text("type", "Bank type", "The bank's word for it: credit, debit, check, deposit slip.", width=12,
             synonyms=("type", "transaction type", "details")),
        text("check_number", "Check number", "Number of a check or deposit slip.", width=12,
             synonyms=("check or slip #", "check number", "check #", "check no")),
        money("balance", "Bank balance", "What the bank says was there after it, where it says so.",
              synonyms=("balance", "running bal.", "running balance")),
        text("line_id", "Line id", "The bank's own number of the line (FITID); else its day, amount, text and, of "
             "several alike, which one it is.", required=True, width=20),
        text("bank_note", "Bank note", "What you found out about it.", width=30, counts=False),
    ),
)  # fmt: skip

BANK_FILE_COLUMNS: tuple[Column, ...] = (
    *BANK.columns,
    text("payee", "Bank payee", "Who paid or was paid.", synonyms=("payee",)),
    text("reference", "Bank reference", "What Xero keeps beside the text.", synonyms=("reference",)),
)
"""What a column of a bank's CSV may be; the last two are added to the text."""

USED, VOIDED = "used", "voided"

TICKETS = Table(
    name="tickets",
    sheet="Tickets",
    excel_name="tblTickets",
    doc="The numbered encounter forms or tickets, one row a number that came back: used, or voided. What is missing "
    "from the sequence was handed out and never came back.",
    key=("ticket", "location", "state", "claim_id"),
    columns=(
        text("ticket", "Ticket", "Its number, with the letters before it: A-1004.", required=True,
             synonyms=("ticket number", "ticket no", "encounter form", "superbill number", "slip number")),
        text("location", "Ticket location", "Where it was handed out: each place has its own sequence.", width=16,
             synonyms=("location", "office", "site")),
        day("day", "Ticket day", "Day it was used or voided.", synonyms=("date", "ticket date", "service date")),
        text("state", "Ticket state", "used, or voided: a voided number is not missing.", required=True,
             choices=(USED, VOIDED), width=10, synonyms=("status", "state")),
        text("claim_id", "Ticket claim", "Claim or visit that was charged from it.", synonyms=("claim", "visit")),
        text("ticket_note", "Ticket note", "Anything worth knowing.", width=30, counts=False),
    ),
)  # fmt: skip

SIGN_OFFS = Table(
    name="sign_offs",
    sheet="Sign-offs",
    excel_name="tblSignOffs",
    doc="Who looked at what a test of the controls found, one row a look. Typed by the physician or manager who "
    "looked; no import changes it.",
    key=("check", "looked_on", "looked_by"),
    columns=(
        text("check", "Test", "Which test: C1 to C6.", required=True,
             choices=("C1", "C2", "C3", "C4", "C5", "C6"), width=8),
        day("looked_on", "Looked on", "Day it was looked at.", required=True),
        text("looked_by", "Looked by", "Who looked.", required=True, width=22),
        whole("found", "Found then", "How many things to look at the test showed that day."),
        text("outcome", "Outcome", "What came of it: explained, corrected, still open.", width=24),
        text("sign_off_note", "Sign-off note", "Anything worth knowing.", width=44, counts=False),
    ),
)  # fmt: skip
