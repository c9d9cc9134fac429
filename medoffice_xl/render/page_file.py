"""A page of the workbook as an .xlsx file of its own, with its values and its charts."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from medoffice_xl.book.values import CellError, Value
from medoffice_xl.files.whole import make_folder, write_whole
from medoffice_xl.pages.placed import PlacedPage, Spot
from medoffice_xl.render.formats import Formats
from medoffice_xl.render.printing import footer_of
from medoffice_xl.render.sheet import draw


def write_page(
    page: PlacedPage,
    behind: Mapping[str, Mapping[Spot, Value]],
    hidden: Mapping[str, frozenset[int]],
    folder: Path,
    day: date,
    practice: str,
) -> Path:
    """Write a page that holds its values; `behind` is what its charts draw from other sheets, `hidden` rows of those.

    `practice` is its name for the foot of each page. Named for the page and the day; a file of that name is replaced.
    """
    path = folder / f"{page.name} {day:%Y-%m-%d}.xlsx"
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"title": page.title})
    sheet = book.add_worksheet(page.name)
    draw(page, book, sheet, Formats(book), footer_of(page.title, day, practice))
    for name, cells in behind.items():
        _behind(book.add_worksheet(name), cells, hidden.get(name, frozenset()))
    book.close()
    make_folder(folder)
    write_whole(path, stream.getvalue())
    return path


def _behind(sheet: Worksheet, cells: Mapping[Spot, Value], hidden: frozenset[int]) -> None:
    for spot, value in cells.items():
        if isinstance(value, str):
            sheet.write_string(*spot, value)
        elif isinstance(value, int | float):
            sheet.write_number(*spot, value)
        elif isinstance(value, CellError):
            sheet.write_formula(*spot, "=NA()", None, value.code)
    for row in hidden:
        sheet.set_row(row, None, None, {"hidden": True})
    sheet.hide()
