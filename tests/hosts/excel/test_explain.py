import pytest
from paper_book import PaperBook, PaperRange
from practice_frames import frame

import udfs  # noqa: F401  (registers the functions)
from medoffice_xl.errors import BadArgument
from medoffice_xl.hosts.excel import explain
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
    return paper


def select(book, formula):
    sheet = book.sheets["Dashboard"]
    sheet.formulas[5, 3] = formula
    book.app.selection = PaperRange(sheet, 5, 3)


def test_the_parts_of_the_selected_figure(book):
    # 90.00 owed ÷ (90.00 charged ÷ 30 days) = 30 days.
    select(book, "=AR_DAYS(Practice,AsOf,30)")
    explain.run(book, lambda what: None)
    texts = book.texts("Explain")
    assert "Dashboard!C5: =AR_DAYS(Practice,AsOf,30)" in texts
    assert any(text.startswith("30.00 days") for text in texts)
    assert "Source" in texts
    assert book.sheets.active.name == "Explain"


def test_a_cell_without_our_formula_is_told(book):
    select(book, "=SUM(A1:A5)")
    with pytest.raises(BadArgument, match="Dashboard!C5 holds none of this workbook's formulas"):
        explain.run(book, lambda what: None)
    assert [sheet.name for sheet in book.sheets if sheet.name == "Explain"] == []


def test_nothing_selected_is_told(book):
    with pytest.raises(BadArgument, match="Select a cell"):
        explain.run(book, lambda what: None)


def test_a_cell_that_shows_a_list_spilled_elsewhere_leads_to_its_formula(book):
    hidden = book.sheets.add("Workings")
    hidden.formulas[3, 1] = "=AR_AGING(Practice,AsOf,10)"
    hidden.formulas[9, 1] = "=PAYER_MIX(Practice,AsOf)"
    hidden.cells[5, 4] = 90.0
    select(book, '=IF(Workings!$D$5="","",Workings!$D$5)')
    assert explain.source_of(book.app.selection).address == "$A$3"
    assert explain.source_of(book.app.selection).sheet is hidden
