"""A report as an .xlsx file of its own, looking as it does on its sheet of the live workbook."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

import xlsxwriter

from medoffice_xl.files.limits import LONGEST_TEXT
from medoffice_xl.files.whole import make_folder, write_whole
from medoffice_xl.measure import Unit
from medoffice_xl.render.looks import BODY, FONT, STYLES, Rgb
from medoffice_xl.render.page import NUMBER_FORMATS, Block, Look, Page, lay_out
from medoffice_xl.reports.document import Report

TEXT = NUMBER_FORMATS[Unit.TEXT]
LETTER = 1
"""Excel's number of the paper size 8.5 × 11 in."""

MARGINS = {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.6}
"""Inches."""

Place = tuple[int, int]
T = TypeVar("T")


def write_report(report: Report, folder: Path, day: date) -> Path:
    """Write the report into the folder, named for itself and the day; a file of that name is replaced."""
    path = folder / f"{report.sheet} {day:%Y-%m-%d}.xlsx"
    make_folder(folder)
    write_whole(path, _content(report, day))
    return path


def _content(report: Report, day: date) -> bytes:
    page = lay_out(report)
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"title": report.title, "subject": report.subtitle})
    sheet = book.add_worksheet(report.sheet)
    _fill(page, book, sheet)
    _set_up(page, sheet, report.title, day)
    book.close()
    return stream.getvalue()


def _fill(page: Page, book: Any, sheet: Any) -> None:
    looks, numbers = _by_place(page.looks), _by_place(page.formats)
    right, wrapped, body = (_places_of(blocks) for blocks in (page.right_aligned, page.wrapped, page.bodies))
    made: dict[Any, Any] = {}
    for down, row in enumerate(page.grid):
        for across, value in enumerate(row):
            place = (down, across)
            key = (looks.get(place), numbers.get(place), place in right, place in wrapped, place in body)
            if key not in made:
                made[key] = book.add_format(_format(*key))
            _write(sheet, place, value, made[key])


def _by_place(blocks: Iterable[tuple[T, Block]]) -> dict[Place, T]:
    return {place: what for what, block in blocks for place in _places(block)}


def _places_of(blocks: Iterable[Block]) -> set[Place]:
    return {place for block in blocks for place in _places(block)}


def _places(block: Block) -> Iterator[Place]:
    for down in range(block.top, block.bottom + 1):
        for across in range(block.left, block.right + 1):
            yield down, across


def _write(sheet: Any, place: Place, value: Any, looks: Any) -> None:
    """By its type, never by its text: a name that begins with = stays a name."""
    if value is None:
        sheet.write_blank(*place, None, looks)
    elif isinstance(value, str):
        sheet.write_string(*place, value if len(value) <= LONGEST_TEXT else f"{value[: LONGEST_TEXT - 1]}…", looks)
    elif isinstance(value, datetime):
        sheet.write_datetime(*place, value, looks)
    else:
        sheet.write_number(*place, value, looks)


def _format(look: Look | None, number_format: str | None, right: bool, wrapped: bool, body: bool) -> dict[str, Any]:
    style = BODY if look is None else STYLES[look]
    found: dict[str, Any] = {
        "font_name": FONT,
        "font_size": style.size,
        "font_color": _hex(style.color),
        "bold": style.bold,
        "num_format": number_format or "General",
        "valign": "vcenter",
        "text_wrap": wrapped or style.wraps,
    }
    if style.fill is not None:
        found["bg_color"] = _hex(style.fill)
    if right:
        found["align"] = "right"
    elif look is Look.HEADER or (body and number_format == TEXT):
        # Text keeps a distance from the figures to its left.
        found["align"], found["indent"] = "left", 1
    return found


def _hex(color: Rgb) -> str:
    return "#{:02X}{:02X}{:02X}".format(*color)


def _set_up(page: Page, sheet: Any, title: str, day: date) -> None:
    """Widths, heights, what stays in sight, and the paper: lying, one page wide, numbered."""
    for place, width in enumerate(page.widths):
        sheet.set_column(place, place, width)
    for look, block in page.looks:
        height = STYLES[look].height
        if height is not None:
            sheet.set_row(block.top, height)
    sheet.hide_gridlines(2)
    _keep_in_sight(page, sheet)
    sheet.set_landscape()
    sheet.set_paper(LETTER)
    sheet.set_margins(**MARGINS)
    sheet.fit_to_pages(1, 0)
    whole = page.extent
    sheet.print_area(whole.top, whole.left, whole.bottom, whole.right)
    sheet.set_footer(f"&L&8 {title.replace('&', '&&')}&C&8 {day:%m/%d/%Y}&R&8 Page &P of &N")


def _keep_in_sight(page: Page, sheet: Any) -> None:
    """The heading of the only table stays while scrolling and on every page; of several, the title's band does."""
    headers = [block.bottom for look, block in page.looks if look is Look.HEADER]
    if len(headers) == 1:
        sheet.freeze_panes(headers[0] + 1, 0)
        sheet.repeat_rows(headers[0])
        return
    verdict = next(block.bottom for look, block in page.looks if look is Look.VERDICT)
    sheet.freeze_panes(verdict + 1, 0)
