"""A report onto its own sheet of a live workbook, through xlwings' public object model.

Whole blocks are written at once. Nothing but the report's own sheet is touched, and if writing fails, the sheet is
as it was.
"""

import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import xlwings

from medoffice_xl.measure import Unit
from medoffice_xl.pages.contents import Content, Formula, Link
from medoffice_xl.pages.engine import place_one
from medoffice_xl.pages.fields import NUMBER_FORMATS
from medoffice_xl.pages.page import Page
from medoffice_xl.pages.placed import Box, Dress, Paper, PlacedPage, Role
from medoffice_xl.render.live_looks import BAND, BODY, FONT, STYLES

MARK = "Practice Manager writes this sheet anew each time"
"""Stands in the first cell of every report's sheet, in the colour of its band: how a sheet is known as ours."""

PORTRAIT, LANDSCAPE = 1, 2
TEXT = NUMBER_FORMATS[Unit.TEXT]
WORDS = (
    Role.TITLE,
    Role.SUBTITLE,
    Role.VERDICT,
    Role.SECTION,
    Role.HEADER,
    Role.NOTE,
    Role.REMARK,
    Role.TREND,
    Role.LABEL,
)


def show(report: Page, book: xlwings.Book) -> xlwings.Sheet:
    """Write the report to its sheet, made at the end of the workbook where it is missing, and show it."""
    page = place_one(report)
    name = _own_name(report, book)
    if name in {sheet.name for sheet in book.sheets}:
        sheet = book.sheets[name]
        _rewrite(page, sheet)
    else:
        sheet = _make(page, book, name)
    bring_forward(sheet)
    return sheet


def bring_forward(sheet: xlwings.Sheet) -> None:
    """Show the sheet; that the host cannot come forward just now makes nothing undone."""
    with suppress(Exception):
        sheet.visible = True
    try:
        sheet.activate()
    except Exception:
        with suppress(Exception):
            sheet.select()


def _own_name(report: Page, book: xlwings.Book) -> str:
    """The name of the report's sheet. A user's sheet that happens to have that name is not it."""
    named = {sheet.name.casefold(): sheet for sheet in book.sheets}
    name, number = report.name, 1
    while name.casefold() in named and named[name.casefold()].range("A1").value != MARK:
        number += 1
        name = f"{report.name} ({number})"
    return named[name.casefold()].name if name.casefold() in named else name


def _make(page: PlacedPage, book: xlwings.Book, name: str) -> xlwings.Sheet:
    front = book.sheets.active
    sheet = book.sheets.add(name, after=book.sheets[len(book.sheets) - 1])
    try:
        _write(page, sheet)
    except Exception:
        sheet.delete()
        bring_forward(front)
        raise
    return sheet


def _rewrite(page: PlacedPage, sheet: xlwings.Sheet) -> None:
    """Write over the former report. Its copy is the way back, so that the user's references to the sheet hold."""
    name = sheet.name
    kept = f"{name[:24]} before"
    if kept in {each.name for each in sheet.book.sheets}:  # of a run that was cut short
        sheet.book.sheets[kept].delete()
    former = sheet.copy(after=sheet, name=kept)
    try:
        sheet.clear()
        _write(page, sheet)
    except Exception:
        sheet.delete()
        former.name = name
        raise
    former.delete()


def _write(page: PlacedPage, sheet: xlwings.Sheet) -> None:
    whole = _range(sheet, page.extent)
    whole.font.name, whole.font.size, whole.font.color = FONT, BODY.size, BODY.color
    # Before the values: a host reads a text such as 12E3 by the format of its cell.
    for dress, box in page.dressed:
        _range(sheet, box).number_format = _number_format(dress)
    sheet.range("A1").number_format = TEXT
    rows = [[_value(content) for content in row] for row in page.grid]
    rows[0][0] = MARK
    whole.value = rows
    for place, width in enumerate(page.widths):
        sheet.range((1, place + 1)).column_width = width
    for dress, box in page.dressed:
        _dress(_range(sheet, box), dress)
    for row, height in _heights(page):
        sheet.range((row + 1, 1)).row_height = height
    sheet.range("A1").font.color = BAND
    _finish(page, sheet)


def _value(content: Content) -> Any:
    if isinstance(content, Formula):
        raise TypeError("a page on a live sheet holds values; fill it in first")
    return content.words if isinstance(content, Link) else content


def _number_format(dress: Dress) -> str:
    """Words are text, whatever they look like."""
    return TEXT if dress.role in WORDS else dress.number_format


def _heights(page: PlacedPage) -> Iterator[tuple[int, float]]:
    """Of the rows that stand out; the rows of lists are as high as the host makes them."""
    bodies = [box for dress, box in page.dressed if dress.role is Role.BODY]
    in_lists = {row for box in bodies for row in range(box.top, box.bottom + 1)}
    yield from ((row, height) for row, height in sorted(page.heights.items()) if row not in in_lists)


def _finish(page: PlacedPage, sheet: xlwings.Sheet) -> None:
    """What a host may lack, and a reader can do without."""
    for dress, box in page.dressed:
        if dress.right:
            with suppress(AttributeError, NotImplementedError):
                _range(sheet, box).horizontal_alignment = "right"
        if dress.wraps:
            with suppress(AttributeError, NotImplementedError):
                _range(sheet, box).wrap_text = True
        if dress.role is Role.BODY:
            with suppress(AttributeError, NotImplementedError):
                _range(sheet, box).vertical_alignment = "center"
    for box in page.merged:
        with suppress(AttributeError, NotImplementedError):
            _range(sheet, box).merge()
    with suppress(AttributeError, NotImplementedError):
        sheet.show_gridlines = False
    with suppress(AttributeError, NotImplementedError):
        sheet.page_setup.print_area = _range(sheet, page.extent).address
    if sys.platform == "win32":
        _fit_to_page(sheet, page.paper)


def _fit_to_page(sheet: xlwings.Sheet, paper: Paper) -> None:
    """One page wide; a computer without a printer refuses, and the report is there all the same."""
    with suppress(Exception):
        setup = sheet.api.PageSetup
        setup.Orientation = LANDSCAPE if paper.lying else PORTRAIT
        setup.Zoom = False
        setup.FitToPagesWide = 1
        setup.FitToPagesTall = paper.pages_high or False


def _range(sheet: xlwings.Sheet, box: Box) -> xlwings.Range:
    return sheet.range((box.top + 1, box.left + 1), (box.bottom + 1, box.right + 1))


def _dress(cells: xlwings.Range, dress: Dress) -> None:
    """Give a stretch of cells the looks in which it differs from the body."""
    style = STYLES.get(dress.role, BODY)
    if style.fill is not None:
        cells.color = style.fill
    if style.size != BODY.size:
        cells.font.size = style.size
    if style.bold or dress.strong:
        cells.font.bold = True
    if style.color != BODY.color:
        cells.font.color = style.color
