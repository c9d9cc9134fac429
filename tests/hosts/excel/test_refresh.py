import sys

import pytest
from paper_book import PaperBook
from practice_frames import frame

import udfs  # noqa: F401  (registers the functions)
from medoffice_xl.hosts.excel import refresh
from medoffice_xl.tables import CHARGES, PAYMENTS


@pytest.fixture
def book():
    paper = PaperBook("Dashboard")
    charge = {"claim_id": "A", "dos": "2026-06-01", "post_date": "2026-06-01", "payer": "Gray Oak", "charge": 90}
    paper.put_table(CHARGES, frame(CHARGES, charge))
    paper.put_table(PAYMENTS, frame(PAYMENTS))
    paper.put_name("Charges", "charges 1 rows #0e", '=LOAD_TABLE("charges",tblCharges[#All])')
    paper.put_name("Payments", "payments 0 rows #0d", '=LOAD_TABLE("payments",tblPayments[#All])')
    paper.put_name("Practice", "Practice 2 tables #0f", '=LOAD_SET("Practice","charges",Charges,"payments",Payments)')
    paper.put_name("AsOf", "2026-06-30")
    sheet = paper.sheets["Dashboard"]
    sheet.cells[9, 9] = "the last used cell"
    sheet.formulas[5, 3] = "=AR_DAYS(Practice,AsOf,30)"
    sheet.formulas[6, 3] = "=AR_DAYS(Practice,AsOf,0)"
    sheet.formulas[7, 3] = "=AR_DAYS(Practice,AsOf,30)+1"
    return paper


def test_on_a_mac_each_of_our_cells_is_handed_its_answer(book, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    refresh.run(book, lambda what: None)
    handed = {place: answer for macro, sheet, place, answer in book.called if sheet == "Dashboard"}
    # 90.00 owed ÷ (90.00 charged ÷ 30 days) = 30 days; a window of no days is outside the definition.
    assert handed["$C$5"] == 30.0
    assert handed["$C$6"].startswith("#NUM!|The window is 0 days")
    assert "$C$7" not in handed  # Excel adds the 1 itself, but only a cell that is one call has an answer of its own
    assert {macro for macro, *_ in book.called} == {"KeepAnswer"}
    assert book.app.calculated >= 1


def test_elsewhere_the_host_calculates(book):
    refresh.run(book, lambda what: None)
    assert book.called == []
    assert book.app.calculated == 1
