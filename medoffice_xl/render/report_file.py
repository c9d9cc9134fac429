"""A page that holds its values as an .xlsx file of its own, looking as it does on its sheet of the live workbook."""

from datetime import date
from io import BytesIO
from pathlib import Path

import xlsxwriter

from medoffice_xl.files.whole import make_folder, write_whole
from medoffice_xl.pages.engine import place_one
from medoffice_xl.pages.page import Page
from medoffice_xl.render.formats import Formats
from medoffice_xl.render.printing import footer_of
from medoffice_xl.render.sheet import draw


def write_report(report: Page, folder: Path, day: date, practice: str) -> Path:
    """Write the report into the folder, named for itself and the day; a file of that name is replaced.

    `practice` is its name for the foot of each page; empty where there are several.
    """
    path = folder / f"{report.name} {day:%Y-%m-%d}.xlsx"
    make_folder(folder)
    write_whole(path, _content(report, day, practice))
    return path


def _content(report: Page, day: date, practice: str) -> bytes:
    page = place_one(report)
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"title": report.title, "subject": str(report.subtitle)})
    sheet = book.add_worksheet(report.name)
    draw(page, book, sheet, Formats(book), footer_of(report.title, day, practice))
    book.close()
    return stream.getvalue()
