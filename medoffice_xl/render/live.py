"""A report onto its own sheet of a live workbook, through xlwings' public object model.

Whole blocks are written at once. Nothing but the report's own sheet is touched, and if writing fails, the sheet is
as it was.
"""

import sys
from contextlib import suppress

import xlwings

from medoffice_xl.render.looks import BAND, BODY, FONT, STYLES, Style
from medoffice_xl.render.page import Block, Page, lay_out
from medoffice_xl.reports.document import Report

MARK = "Practice Manager writes this sheet anew each time"
"""Stands in the first cell of every report's sheet, in the colour of its band: how a sheet is known as ours."""

LANDSCAPE = 2


def show(report: Report, book: xlwings.Book) -> xlwings.Sheet:
    """Write the report to its sheet, made at the end of the workbook where it is missing, and show it."""
    page = lay_out(report)
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
    try:
        sheet.activate()
    except Exception:
        with suppress(Exception):
            sheet.select()


def _own_name(report: Report, book: xlwings.Book) -> str:
    """The name of the report's sheet. A user's sheet that happens to have that name is not it."""
    named = {sheet.name.casefold(): sheet for sheet in book.sheets}
    name, number = report.sheet, 1
    while name.casefold() in named and named[name.casefold()].range("A1").value != MARK:
        number += 1
        name = f"{report.sheet} ({number})"
    return named[name.casefold()].name if name.casefold() in named else name


def _make(page: Page, book: xlwings.Book, name: str) -> xlwings.Sheet:
    front = book.sheets.active
    sheet = book.sheets.add(name, after=book.sheets[len(book.sheets) - 1])
    try:
        _write(page, sheet)
    except Exception:
        sheet.delete()
        bring_forward(front)
        raise
    return sheet


def _rewrite(page: Page, sheet: xlwings.Sheet) -> None:
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


def _write(page: Page, sheet: xlwings.Sheet) -> None:
    whole = _range(sheet, page.extent)
    whole.font.name, whole.font.size, whole.font.color = FONT, BODY.size, BODY.color
    # Before the values: a host reads a text such as 12E3 by the format of its cell.
    for number_format, block in page.formats:
        _range(sheet, block).number_format = number_format
    sheet.range("A1").number_format = "@"
    whole.value = [[MARK, *page.grid[0][1:]], *page.grid[1:]]
    for place, width in enumerate(page.widths):
        sheet.range((1, place + 1)).column_width = width
    for look, block in page.looks:
        _dress(_range(sheet, block), STYLES[look])
    sheet.range("A1").font.color = BAND
    _finish(page, sheet)


def _finish(page: Page, sheet: xlwings.Sheet) -> None:
    """What a host may lack, and a reader can do without."""
    for block in page.right_aligned:
        with suppress(AttributeError, NotImplementedError):
            _range(sheet, block).horizontal_alignment = "right"
    for block in page.bodies:
        with suppress(AttributeError, NotImplementedError):
            _range(sheet, block).vertical_alignment = "center"
    for block in page.wrapped:
        with suppress(AttributeError, NotImplementedError):
            _range(sheet, block).wrap_text = True
    with suppress(AttributeError, NotImplementedError):
        sheet.show_gridlines = False
    with suppress(AttributeError, NotImplementedError):
        sheet.page_setup.print_area = _range(sheet, page.extent).address
    if sys.platform == "win32":
        _fit_to_page(sheet)


def _fit_to_page(sheet: xlwings.Sheet) -> None:
    """One page wide, lying; a computer without a printer refuses, and the report is there all the same."""
    with suppress(Exception):
        setup = sheet.api.PageSetup
        setup.Orientation = LANDSCAPE
        setup.Zoom = False
        setup.FitToPagesWide = 1
        setup.FitToPagesTall = False


def _range(sheet: xlwings.Sheet, block: Block) -> xlwings.Range:
    return sheet.range((block.top + 1, block.left + 1), (block.bottom + 1, block.right + 1))


def _dress(cells: xlwings.Range, style: Style) -> None:
    """Give a block the looks in which it differs from the body."""
    if style.fill is not None:
        cells.color = style.fill
    if style.size != BODY.size:
        cells.font.size = style.size
    if style.bold:
        cells.font.bold = True
    if style.color != BODY.color:
        cells.font.color = style.color
    if style.height is not None:
        cells.row_height = style.height
    if style.wraps:
        with suppress(AttributeError, NotImplementedError):
            cells.wrap_text = True
