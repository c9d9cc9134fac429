"""The files that the buttons of Staff write, in a folder beside the workbook."""

import xlwings

from medoffice_xl.areas.staff.calendar_file import NAME, staff_calendar
from medoffice_xl.areas.staff.forms import job_specifications, review_forms
from medoffice_xl.hosts.excel.beside import folder_beside
from medoffice_xl.hosts.excel.complaints import inform
from medoffice_xl.hosts.excel.live_practice import LivePractice
from medoffice_xl.hosts.excel.progress import Progress
from medoffice_xl.render.calendar_file import write_calendar
from medoffice_xl.render.staff_forms import write_forms

CALENDARS, FORMS = "Calendar", "Staff forms"


def calendar(book: xlwings.Book, say: Progress) -> None:
    """Write the staff's due days and say where they are; the workbook stays as it is."""
    practice = LivePractice(book, say)
    made = staff_calendar(practice)
    say("writing the calendar")
    path = write_calendar(made, folder_beside(book, CALENDARS), practice.as_of, NAME)
    inform(book, f"Written to {path}.\n\nOpen it, and your calendar takes the days in; do so again after changes.")


def forms(book: xlwings.Book, say: Progress) -> None:
    """Write job specifications and review forms and say where they are; the workbook stays as it is."""
    practice = LivePractice(book, say)
    specifications, reviews = job_specifications(practice), review_forms(practice)
    say("writing the forms")
    folder = folder_beside(book, FORMS)
    files = write_forms(specifications, reviews, folder)
    inform(book, f"{len(files)} forms written to {folder}.\n\nRead them through, complete and sign them.")
