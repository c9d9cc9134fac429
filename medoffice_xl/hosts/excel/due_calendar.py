"""Due days: a calendar file of bills and filings, beside the workbook."""

import xlwings

from medoffice_xl.areas.payables.calendar_file import calendar_of
from medoffice_xl.files.whole import write_whole
from medoffice_xl.hosts.excel.beside import folder_of
from medoffice_xl.hosts.excel.complaints import inform
from medoffice_xl.hosts.excel.live_practice import LivePractice
from medoffice_xl.hosts.excel.progress import Progress

FILE = "Bills and filings.ics"


def run(book: xlwings.Book, say: Progress) -> None:
    """Write the file and say where it is; the workbook stays as it is."""
    made = calendar_of(LivePractice(book, say))
    say("writing the calendar")
    path = folder_of(book, "The calendar goes") / FILE
    write_whole(path, made)
    inform(book, f"Written to {path}.\n\nOpen it, and your calendar takes the days in; do so again after changes.")
