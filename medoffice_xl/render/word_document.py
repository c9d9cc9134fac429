"""A Word document as our letters and memos are set: US letter, plain, nothing in it that no document can hold."""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt

_LONGEST_PROPERTY = 255
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def new_document(title: str, author: str) -> Any:
    """An empty document with its page and its properties."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = Inches(0.8)
    section.top_margin = section.bottom_margin = Inches(0.9)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Calibri", Pt(11)
    style.paragraph_format.space_after = Pt(8)
    document.core_properties.author = printable(author)[:_LONGEST_PROPERTY]
    document.core_properties.title = printable(title)[:_LONGEST_PROPERTY]
    return document


def paragraph(document: Any, text: str, *, bold: bool = False) -> None:
    """A paragraph of text."""
    document.add_paragraph().add_run(printable(text)).bold = bold


def ruled_table(
    document: Any, headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], right: Sequence[int]
) -> None:
    """A small table: headings in bold, widths in inches, the columns of figures at these places to the right."""
    table = document.add_table(rows=0, cols=len(headings))
    table.style = "Table Grid"
    table.autofit = False
    for number, cells in enumerate((headings, *rows)):
        for place, (cell, text) in enumerate(zip(table.add_row().cells, cells, strict=True)):
            cell.width = Inches(widths[place])
            lines = cell.paragraphs[0]
            lines.paragraph_format.space_after = Pt(0)
            if place in right:
                lines.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            run = lines.add_run(printable(text))
            run.bold, run.font.size = number == 0, Pt(9)
    repeat_on_every_page(table.rows[0])
    document.add_paragraph()


def repeat_on_every_page(row: Any) -> None:
    """Let a table's heading row stand again on every page that the table goes on to."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def bytes_of(document: Any) -> bytes:
    """The document as a file holds it; the same document is the same bytes, whenever it is written."""
    stream, timeless = BytesIO(), BytesIO()
    document.save(stream)
    with ZipFile(stream) as made, ZipFile(timeless, "w") as kept:
        for part in made.infolist():
            kept.writestr(ZipInfo(part.filename), made.read(part), ZIP_DEFLATED)
    return timeless.getvalue()


def printable(text: str) -> str:
    """Text with a mark in place of what no document can hold."""
    return _NOT_IN_XML.sub("\ufffd", text)
