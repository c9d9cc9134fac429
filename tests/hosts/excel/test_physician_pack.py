"""The button Physician pack: a PDF and an agenda beside the live workbook, of what its pages show."""

import pytest
from acme_practice import tables
from docx import Document
from paper_book import PaperBook
from pypdf import PdfReader

from medoffice_xl.build.pages import placed
from medoffice_xl.hosts.excel import physician_pack
from medoffice_xl.pages.contents import Formula, Link
from medoffice_xl.tables import TABLES

pytestmark = pytest.mark.whole


@pytest.fixture
def book(tmp_path) -> PaperBook:
    """A workbook whose pages show what they do before anything is worked out, but for one figure."""
    paper = PaperBook("Home")
    for name, frame in tables().items():
        paper.put_table(TABLES[name], frame)
    paper.put_name("AsOf", "2025-07-01")
    paper.put_name("PracticeName", "Invented Family Practice")
    for page in placed().pages:
        sheet = paper.sheets.add(page.name) if page.name != "Home" else paper.sheets["Home"]
        for row, contents in enumerate(page.grid, 1):
            for column, content in enumerate(contents, 1):
                shown = content.stored if isinstance(content, Formula) else content
                if shown is not None and not isinstance(shown, Link):
                    sheet.cells[row, column] = shown
    spot = placed().places.figures["Accounts payable", "owed", "Past due"]
    paper.sheets["Accounts payable"].cells[spot.row + 1, spot.column + 1] = 1234.56
    paper.fullname = str(tmp_path / "PracticeManager.xlsm")
    return paper


def test_both_go_beside_the_workbook_and_are_told(book, tmp_path):
    before = {sheet.name: dict(sheet.cells) for sheet in book.sheets}
    physician_pack.run(book, lambda what: None)
    folder = tmp_path / "Physician pack"
    pdf, agenda = folder / "Physician pack 2025-07-01.pdf", folder / "Physician pack 2025-07-01 agenda.docx"
    assert sorted(folder.iterdir()) == sorted((pdf, agenda))
    words = " ".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert "Invented Family Practice" in words
    assert "$1,235" in words
    # What cannot be worked out is left out, never shown as an error.
    assert "#N/A" not in words
    assert Document(str(agenda)).paragraphs[0].text == "Invented Family Practice"
    (told,) = book.app.told
    assert pdf.name in told
    assert {sheet.name: sheet.cells for sheet in book.sheets} == before
