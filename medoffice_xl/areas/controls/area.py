"""What the area Controls brings to the house."""

from medoffice_xl.area import Area
from medoffice_xl.areas.controls import bank_csv, bank_ofx, tickets_file
from medoffice_xl.areas.controls.tables import BANK, SIGN_OFFS, TICKETS
from medoffice_xl.sets import PAYABLES, TableSet

CONTROLS = TableSet(
    "Controls",
    "what controls are tested on: the bank's lines, the tickets and the sign-offs, with all of Payables",
    (BANK, TICKETS, SIGN_OFFS),
    (PAYABLES,),
)

AREA = Area(
    name="controls",
    title="Controls",
    duty="Whether what was received, written off, charged and paid out is what it should be.",
    tables=(BANK, TICKETS, SIGN_OFFS),
    readers=(bank_csv.READER, bank_ofx.READER, tickets_file.READER),
    sets=(CONTROLS,),
)
