"""Underpayment appeals: one Word letter a payer, in a folder beside the workbook."""

import xlwings

from medoffice_xl.areas.compliance.letters_to_send import appeal_letters
from medoffice_xl.hosts.excel.beside import folder_beside
from medoffice_xl.hosts.excel.complaints import inform
from medoffice_xl.hosts.excel.live_practice import LivePractice
from medoffice_xl.hosts.excel.progress import Progress
from medoffice_xl.render.letters import write_letters

FOLDER = "Appeals"


def run(book: xlwings.Book, say: Progress) -> None:
    """Write the letters and say where they are; the workbook stays as it is."""
    letters = appeal_letters(LivePractice(book, say))
    folder = folder_beside(book, FOLDER)
    say("writing the letters")
    files = write_letters(letters, folder)
    listed = "\n".join(path.name for path in files)
    inform(
        book,
        f"Written to {folder}:\n{listed}\n\nRead them, add your name and send them; then add a row with "
        "the step “sent” for each of their claims to the sheet Appeals, and no second letter is written for them.",
    )
