"""The agenda of the physicians' meeting: an item a chapter, and room to decide."""

from io import BytesIO

from docx import Document
from render.test_pack_pdf import HOSTILE, PACK

from medoffice_xl.render.pack.agenda import CLOSING, HEADINGS, OCCASION, agenda_docx


def test_an_item_for_each_chapter_with_what_the_pack_says():
    document = Document(BytesIO(agenda_docx(PACK)))
    occasion, table = document.tables
    assert [row.cells[0].text for row in occasion.rows] == list(OCCASION)
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert tuple(rows[0]) == HEADINGS
    assert [row[1] for row in rows[1:]] == ["At a glance", "Budget and alert", "Cash", *CLOSING]
    assert rows[2][2] == f"Lead {HOSTILE}"
    assert [row[0] for row in rows[1:]] == ["1", "2", "3", "4", "5", "6"]
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert f"How we stand: {HOSTILE}" in text
    assert "September 2026" in text
    assert "Jane Roe" not in text


def test_the_same_pack_is_the_same_bytes():
    assert agenda_docx(PACK) == agenda_docx(PACK)
