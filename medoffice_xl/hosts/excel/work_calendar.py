"""Claim deadlines: a calendar file in a folder beside the workbook."""

import xlwings

from medoffice_xl.areas.worklists.calendar_file import NAME, deadlines
from medoffice_xl.hosts.excel.beside import folder_beside
from medoffice_xl.hosts.excel.complaints import inform
from medoffice_xl.hosts.excel.live_practice import LivePractice
from medoffice_xl.hosts.excel.progress import Progress
from medoffice_xl.render.calendar_file import write_calendar

FOLDER = "Calendar"


def run(book: xlwings.Book, say: Progress) -> None:
    """Write the file and say where it is; the workbook stays as it is."""
    practice = LivePractice(book, say)
    made = deadlines(practice)
    say("writing the calendar")
    path = write_calendar(made, folder_beside(book, FOLDER), practice.as_of, NAME)
    inform(book, f"Written to {path}.\n\nOpen it, and your calendar takes the days in; do so again after changes.")
