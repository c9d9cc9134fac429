import pytest
from acme_practice import tables
from docx import Document
from paper_book import PaperBook

from medoffice_xl.errors import BookError, NoData
from medoffice_xl.hosts.excel import appeal_letters
from medoffice_xl.tables import TABLES

pytestmark = pytest.mark.whole


def book_of(**given):
    paper = PaperBook("Dashboard")
    for name, frame in tables(**given).items():
        paper.put_table(TABLES[name], frame)
    paper.put_name("AsOf", "2025-07-01")
    paper.put_name("PracticeName", "Invented Family Practice")
    return paper


def test_letters_go_beside_the_workbook_and_are_told(tmp_path):
    book = book_of()
    book.fullname = str(tmp_path / "PracticeManager.xlsm")
    before = {sheet.name: dict(sheet.cells) for sheet in book.sheets}
    appeal_letters.run(book, lambda what: None)
    (letter,) = (tmp_path / "Appeals").iterdir()
    assert letter.name == "Appeal Acme Health 2025-07-01.docx"
    assert Document(str(letter)).paragraphs[0].text == "Invented Family Practice"
    (told,) = book.app.told
    assert letter.name in told
    assert str(letter.parent) in told
    assert {sheet.name: sheet.cells for sheet in book.sheets} == before


@pytest.mark.parametrize("place", ["https://example.org/PracticeManager.xlsm", "Book1", "/nowhere at all/Book.xlsm"])
def test_a_workbook_that_is_nowhere_on_this_computer(place):
    book = book_of()
    book.fullname = place
    with pytest.raises(BookError, match="save it to a folder"):
        appeal_letters.run(book, lambda what: None)


def test_nothing_to_appeal(tmp_path):
    book = book_of(allowed=100.0)
    book.fullname = str(tmp_path / "PracticeManager.xlsm")
    with pytest.raises(NoData):
        appeal_letters.run(book, lambda what: None)
    assert list(tmp_path.iterdir()) == []
