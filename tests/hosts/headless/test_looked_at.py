"""Which sheets formulas look at: a table that is looked at is never read past the engine."""

import pytest

from medoffice_xl.book.layout import TablePart
from medoffice_xl.book.places import Area
from medoffice_xl.hosts.headless.looked_at import looks_at

CHARGES, SCHEDULES = (
    TablePart(name, "", sheet, Area.parse("A4:C9"), ("Claim", "Line", "Charge"), frozenset(), False)
    for name, sheet in (("tblCharges", "Charges"), ("tblSchedules", "Fee schedules"))
)


@pytest.mark.parametrize(
    ("formula", "sheets"),
    [
        ("SUM(tblCharges[Charge])", {"charges"}),
        ("ROWS(TBLCHARGES)", {"charges"}),
        ("IF(A1,Charges!B5,0)", {"charges"}),
        ("SUM('Fee schedules'!A:A)", {"fee schedules"}),
        ("SUM('fee schedules'!A1,charges!A1)", {"charges", "fee schedules"}),
        ("AR_DAYS(Practice,AsOf,90)", set()),
        ('LOAD_SET("Practice",Charges)', set()),  # a name, not the sheet
        ('"tblCharges and Fee schedules"', set()),  # words
        ("MySheet!A1", set()),
        ("INDIRECT(A1)", {"charges", "fee schedules"}),
        ("SUM(offset(A1,1,0))", {"charges", "fee schedules"}),
        ("SUM(Charges:Payments!A1)", {"charges", "fee schedules"}),
        ("SUM('Charges:Fee schedules'!A1)", {"charges", "fee schedules"}),
        ("tblCharges[", {"charges", "fee schedules"}),  # cannot be read: it may look anywhere
    ],
)
def test_sheets_that_a_formula_looks_at(formula, sheets):
    assert looks_at([formula], [CHARGES, SCHEDULES]) == sheets
