"""Problems: goes to the sheet that lists what was found in the files."""

import xlwings

from medoffice_xl.errors import BookError
from medoffice_xl.hosts.excel.progress import Progress
from medoffice_xl.render.live import bring_forward
from medoffice_xl.tables import PROBLEMS


def run(book: xlwings.Book, say: Progress) -> None:
    """Show the sheet."""
    say("going to the sheet")
    if PROBLEMS.sheet not in {sheet.name for sheet in book.sheets}:
        raise BookError(f"The sheet {PROBLEMS.sheet} is missing from this workbook.")
    bring_forward(book.sheets[PROBLEMS.sheet])
