"""The reports behind the ribbon's buttons: tables from the live workbook in, one sheet out."""

import xlwings

from medoffice_xl.areas import reports
from medoffice_xl.hosts.excel.live_practice import LivePractice
from medoffice_xl.hosts.excel.progress import Progress
from medoffice_xl.render.live import show


def run(name: str, book: xlwings.Book, say: Progress) -> None:
    """Build the report of this name and write it to its sheet."""
    report = reports()[name](LivePractice(book, say))
    say("writing the sheet")
    show(report, book)
