"""The page Patient balances: who owes what, what comes next, plans that are missed, and what agencies bring."""

from medoffice_xl.areas.patients import patient_balances, placements, plans
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Listing, Note, spill
from medoffice_xl.pages.contents import Formula
from medoffice_xl.pages.fields import Tone, cents, count, day, dollars, percent, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import column, total
from medoffice_xl.pages.to_do import ToDo, Urgency

NAME = "Patient balances"
ACCOUNTS, PLANS, AGENCIES = 30, 12, 6

BALANCES = Listing(
    "accounts",
    (
        text("Account", 12),
        cents("Balance"),
        count("Claims"),
        day("Owed since"),
        count("Statements"),
        day("Last statement"),
        text("Plan", 9, tones={plans.Standing.MISSED.value: Tone.POOR, plans.Standing.KEPT.value: Tone.GOOD}),
        text("Agency", 20),
        day("From"),
        text("What comes next", 44, lines=2),
    ),
    spill(f"=PATIENT_BALANCES(Patients,AsOf,{ACCOUNTS - 1})", patient_balances.COLUMNS),
    title="Accounts that patients owe, the largest first",
    room=ACCOUNTS + 1,
    has_total=True,
    empty="No patient owes anything.",
)

AGREED = Listing(
    "plans",
    (
        text("Account", 12),
        text("Standing", 10, tones={plans.Standing.MISSED.value: Tone.POOR, plans.Standing.KEPT.value: Tone.GOOD}),
        day("Agreed on"),
        cents("Agreed"),
        cents("Paid"),
        cents("Due by now"),
        cents("Missed"),
        count("Instalments missed", 11),
        day("Missed since"),
        day("Next due"),
    ),
    spill(f"=PAYMENT_PLANS(Patients,AsOf,{PLANS - 1})", plans.COLUMNS),
    title="Payment plans that run, missed ones first",
    room=PLANS + 1,
    has_total=True,
    empty="No payment plan runs: type them on the sheet Payment plans.",
)

PLACED = Listing(
    "agencies",
    (
        text("Agency", 24),
        count("Accounts"),
        count("With the agency", 11),
        dollars("Placed"),
        dollars("Recovered"),
        dollars("Fee"),
        dollars("Left to the practice", 12),
        percent("Recovery rate", 10),
    ),
    spill("=PLACEMENTS_BY(Patients,AsOf)", placements.COLUMNS),
    title="Collections agencies",
    room=AGENCIES,
    has_total=True,
    empty="No account was placed with an agency: type them on the sheet Placements.",
)

MISSED = ToDo(
    "Payment plans with an instalment missed",
    Formula(f'=COUNTIF({column("plans", "Standing", NAME)},"{plans.Standing.MISSED.value}")'),
    NAME,
    "Call: agree anew, or end the plan. Until then the worklist has it as a follow-up.",
    Urgency.MONEY,
)

PAGE = Page(
    NAME,
    "Patient balances",
    Formula('="As of "&TEXT(AsOf,"mmmm d, yyyy")'),
    (
        BALANCES,
        AGREED,
        PLACED,
        Note(
            "The total is the patients' part of A/R. What comes next is told by the statements sent, as Patient steps "
            "says. Import the list of statements or type them; type plans and placements on their sheets."
        ),
    ),
    key=KeyFigure("owed by patients", f"={total('accounts', 'Balance', NAME)}", Unit.MONEY),
    reading=(
        "The largest account first, with what was asked of it and what comes next. A patient who pays as agreed is no "
        "worry however large the balance; one whose statements end without an answer is."
    ),
    then=(
        "Send the statements that are due and import their list, call where an instalment was missed, and type what "
        "was agreed or placed on *Payment plans* and *Placements*."
    ),
)
