"""The files that the buttons of Plan write, in a folder beside the workbook."""

import xlwings

from medoffice_xl.areas.plan.invitations import NAME, invitations
from medoffice_xl.hosts.excel.beside import folder_beside
from medoffice_xl.hosts.excel.complaints import inform
from medoffice_xl.hosts.excel.live_practice import LivePractice
from medoffice_xl.hosts.excel.progress import Progress
from medoffice_xl.render.calendar_file import write_calendar

CALENDARS = "Calendar"


def invite(book: xlwings.Book, say: Progress) -> None:
    """Write the meetings to come and say where they are; the workbook stays as it is."""
    practice = LivePractice(book, say)
    made = invitations(practice)
    say("writing the calendar")
    path = write_calendar(made, folder_beside(book, CALENDARS), practice.as_of, NAME)
    inform(book, f"Written to {path}.\n\nOpen it to invite: your calendar takes the meetings in, changed ones too.")
