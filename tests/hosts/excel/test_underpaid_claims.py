import pytest
from acme_practice import tables
from contract_tables import table
from paper_book import PaperBook

from medoffice_xl.hosts.excel import underpaid_claims
from medoffice_xl.hosts.excel.live_tables import read_table
from medoffice_xl.tables import TABLES
from medoffice_xl.tables.appeals import APPEALS

pytestmark = pytest.mark.whole


def book_of(**given):
    paper = PaperBook("Dashboard")
    for name, frame in tables(**given).items():
        paper.put_table(TABLES[name], frame)
    paper.put_name("AsOf", "2025-07-01")
    return paper


@pytest.mark.parametrize("times", [1, 2])
def test_a_claim_found_goes_to_the_worklist_and_once_to_appeals(times):
    """As when the contract was typed in after the remittance came."""
    book = book_of()
    for _ in range(times):
        underpaid_claims.run(book, lambda what: None)
    assert book.sheets.active.name == "Underpaid claims"
    assert "1 claim to work for $10.00; $0.00 recovered so far." in book.texts("Underpaid claims")
    (appeal,) = read_table(book, APPEALS).frame.to_dict("records")
    assert (appeal["payer"], appeal["claim_id"], appeal["status"]) == ("Acme Health", "C1", "detected")


def test_what_the_user_wrote_on_appeals_stays():
    row = {"payer": "Acme Health", "claim_id": "C1", "status": "sent", "status_date": "2025-06-30", "note": "Ann"}
    book = book_of(appeals=table(APPEALS, row))
    before = dict(book.sheets["Appeals"].cells)
    underpaid_claims.run(book, lambda what: None)
    assert book.sheets["Appeals"].cells == before
    assert "Ann" in book.texts("Underpaid claims")


def test_other_sheets_are_left_alone():
    book = book_of()
    before = {sheet.name: dict(sheet.cells) for sheet in book.sheets if sheet.name != "Appeals"}
    underpaid_claims.run(book, lambda what: None)
    assert {name: book.sheets[name].cells for name in before} == before
