"""The physicians' pack and agenda of a live workbook, in a folder beside it."""

from typing import Any

import xlwings

from medoffice_xl.build.pages import pages, placed
from medoffice_xl.hosts.excel.beside import folder_beside
from medoffice_xl.hosts.excel.complaints import inform
from medoffice_xl.hosts.excel.live_practice import LivePractice
from medoffice_xl.hosts.excel.live_tables import values
from medoffice_xl.hosts.excel.progress import Progress
from medoffice_xl.hosts.pack_of_practice import pack_of
from medoffice_xl.pages.placed import Spot
from medoffice_xl.pages.shown import ShownPages
from medoffice_xl.render.pack.agenda import write_agenda
from medoffice_xl.render.pack.pack_pdf import TITLE, write_pack


def run(book: xlwings.Book, say: Progress) -> None:
    """Write both and say where they are; the workbook stays as it is."""
    practice = LivePractice(book, say)
    day = practice.as_of
    made = pack_of(practice, _as_they_stand(book, say), day)
    say("setting the pages")
    folder = folder_beside(book, TITLE)
    path = write_pack(made, folder / f"{TITLE} {day:%Y-%m-%d}.pdf")
    write_agenda(made, folder / f"{TITLE} {day:%Y-%m-%d} agenda.docx")
    inform(book, f"Written to {path}, with the agenda of the meeting beside it.\n\nRead both before you send them.")


def _as_they_stand(book: xlwings.Book, say: Progress) -> ShownPages:
    """The pages as the workbook shows them; each sheet is read once, when it is asked for."""
    sheets: dict[str, list[list[Any]]] = {}

    def cell(sheet: str, spot: Spot) -> object:
        if sheet not in sheets:
            say(f"reading the sheet {sheet}")
            used = book.sheets[sheet].used_range
            last = (used.row + used.shape[0] - 1, used.column + used.shape[1] - 1)
            sheets[sheet] = values(book.sheets[sheet].range((1, 1), last))
        rows = sheets[sheet]
        there = spot.row < len(rows) and spot.column < len(rows[spot.row])
        return rows[spot.row][spot.column] if there else None

    return ShownPages(pages(), placed(), cell)
