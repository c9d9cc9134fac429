"""What the area Controls brings to the house."""

from medoffice_xl.actions import Action
from medoffice_xl.area import Area
from medoffice_xl.areas.controls import employee_accounts
from medoffice_xl.areas.controls.checks import every_check
from medoffice_xl.areas.controls.decisions import DECISIONS
from medoffice_xl.areas.controls.demo import demo
from medoffice_xl.areas.controls.later import LATER, sets_holding
from medoffice_xl.areas.controls.page import LOOK, PAGE
from medoffice_xl.areas.controls.report import SHEET, control_tests
from medoffice_xl.areas.controls.tables import BANK, BANK_FILE_COLUMNS, SIGN_OFFS, TICKETS
from medoffice_xl.readers.reader import imported_later
from medoffice_xl.sets import PAYABLES, TableSet

CONTROLS = TableSet(
    "Controls",
    "what controls are tested on: the bank's lines, the tickets and the sign-offs, with all of Payables",
    (BANK, TICKETS, SIGN_OFFS),
    (PAYABLES, *sets_holding(LATER)),
)

_HERE = "medoffice_xl.areas.controls"
READERS = (
    imported_later("bank", f"{_HERE}.bank_csv", BANK_FILE_COLUMNS),
    imported_later("bank OFX", f"{_HERE}.bank_ofx"),
    imported_later("tickets", f"{_HERE}.tickets_file", TICKETS.columns),
)

ACTIONS = (
    Action(
        "control_tests",
        "Reports",
        "Control tests",
        "Magnifier",
        "X",
        "Control tests for the physicians' sign-off",
        "Deposits against remittances, write-offs against their history, tickets, vendors, refunds and first digits: "
        "what is to be looked at, every row behind it, and who looked last.",
    ),
)

AREA = Area(
    name="controls",
    title="Controls",
    duty="Whether what was received, written off, charged and paid out is what it should be.",
    tables=(BANK, TICKETS, SIGN_OFFS),
    readers=READERS,
    sets=(CONTROLS,),
    reports={"control_tests": control_tests},
    report_sheets=(SHEET,),
    pages=(PAGE,),
    actions=ACTIONS,
    to_do=(LOOK,),
    decisions=DECISIONS,
    figures={"control_checks": every_check, "vendors_like_employees": employee_accounts.check},
    demo=demo,
)
