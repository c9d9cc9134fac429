"""A Word document as our letters and memos are set: US letter, plain, nothing in it that no document can hold."""

import re
from collections.abc import Collection, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor

from medoffice_xl.render.word_table import cells_may_breathe, one_piece, repeat_on_every_page, rule_and_shade

WRITTEN_BY_HAND = 0.3
"""Inches of a row that is filled in with a pen."""
_FONT = "Calibri"
_INK = RGBColor(0x1F, 0x2A, 0x37)
_FAINT = RGBColor(0x59, 0x63, 0x6E)
_LONGEST_PROPERTY = 255
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def new_document(title: str, author: str) -> Any:
    """An empty document with its page, its properties, and its name and page numbers at the foot."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = Inches(0.8)
    section.top_margin = section.bottom_margin = Inches(0.9)
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(11)
    style.paragraph_format.space_after = Pt(8)
    for name, size in (("Heading 1", 16), ("Heading 2", 12)):
        _set_heading(document.styles[name], size)
    document.core_properties.author = printable(author)[:_LONGEST_PROPERTY]
    document.core_properties.title = printable(title)[:_LONGEST_PROPERTY]
    foot = document.styles["Footer"].font
    foot.size, foot.color.rgb = Pt(8.5), _FAINT
    _number_pages(section.footer.paragraphs[0], title)
    return document


def paragraph(document: Any, text: str, *, bold: bool = False) -> None:
    """A paragraph of text."""
    document.add_paragraph().add_run(printable(text)).bold = bold


def heading(document: Any, text: str, level: int = 2) -> None:
    """A heading, which stays with what it heads: 1 the document's, 2 a part's."""
    document.add_heading(printable(text), level=level)


def ruled_table(
    document: Any,
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    *,
    right: Collection[int] = (),
    strong: Collection[int] = (),
    tall: float = 0.0,
    total: bool = False,
) -> None:
    """A table: headings in bold (none where all are empty), widths in inches, figures at the places `right` set to
    the right, the columns `strong` in bold, rows at least `tall` inches, the last one a total."""
    table = document.add_table(rows=0, cols=len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Inches(width)
    headed = any(headings)
    for number, cells in enumerate((headings, *rows) if headed else rows):
        first = headed and number == 0
        last = total and number == len(rows) - (not headed)
        row = table.add_row()
        if tall and not first:
            row.height_rule, row.height = WD_ROW_HEIGHT_RULE.AT_LEAST, Inches(tall)
        for place, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
            cell.width = Inches(widths[place])
            _fill(cell.paragraphs[0], text, bold=first or last or place in strong, right=place in right)
        one_piece(row)
    rule_and_shade(table, headed=headed)
    cells_may_breathe(table)
    if headed:
        repeat_on_every_page(table.rows[0])
    gap = document.add_paragraph().paragraph_format
    gap.space_after, gap.line_spacing = Pt(0), Pt(10)


def _fill(line: Any, text: str, *, bold: bool, right: bool) -> None:
    line.paragraph_format.space_after, line.paragraph_format.line_spacing = Pt(0), 1.0
    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT if right else WD_ALIGN_PARAGRAPH.LEFT
    run = line.add_run(printable(text))
    run.bold, run.font.size = bold, Pt(9.5)


def _set_heading(style: Any, size: int) -> None:
    style.font.size, style.font.bold, style.font.color.rgb = Pt(size), True, _INK
    # A style's theme font goes before its font, so it is taken out of the way.
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    style.font.name = _FONT
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(10), Pt(4)


def _number_pages(line: Any, title: str) -> None:
    line.paragraph_format.tab_stops.clear_all()
    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for words, field in ((f"{title}  ·  page ", "PAGE"), (" of ", "NUMPAGES")):
        line.add_run(printable(words))
        number = line.add_run()
        for kind in ("begin", field, "end"):
            number._r.append(_field_text(kind) if kind == field else _field_mark(kind))


def _field_mark(kind: str) -> Any:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    return mark


def _field_text(name: str) -> Any:
    text = OxmlElement("w:instrText")
    text.text = name
    return text


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
