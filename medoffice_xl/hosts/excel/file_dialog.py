"""Which files to import: the host's own dialog."""

import subprocess
import sys
from pathlib import Path

import xlwings

from medoffice_xl.errors import MedOfficeError

TITLE = "Remittances, charge exports and fee schedules"
FILTER = (
    "All files (*.*),*.*,"
    "Remittances (*.835;*.txt;*.edi;*.dat),*.835;*.txt;*.edi;*.dat,"
    "Tables (*.csv;*.xlsx),*.csv;*.xlsx"
)

_MAC_DIALOG = f"""
set chosenFiles to choose file with prompt "{TITLE}" with multiple selections allowed
set chosenPaths to ""
repeat with oneFile in chosenFiles
    set chosenPaths to chosenPaths & POSIX path of oneFile & linefeed
end repeat
return chosenPaths
"""


def choose_files(book: xlwings.Book) -> list[Path]:
    """The files the user picks; none when the dialog is cancelled.

    A host with a dialog of its own offers `choose_files(title)` on its application object.
    """
    own = getattr(book.app.impl, "choose_files", None)
    if own is not None:
        return [Path(name) for name in own(TITLE)]
    if sys.platform == "win32":
        # There is no public equivalent: Excel's dialog, which gives False when cancelled.
        chosen = book.app.api.GetOpenFilename(FILTER, 1, TITLE, None, True)
        return [Path(name) for name in chosen] if chosen else []
    if sys.platform == "darwin":
        asked = subprocess.run(  # noqa: S603  (a constant)
            ["/usr/bin/osascript", "-e", _MAC_DIALOG], capture_output=True, text=True, check=False
        )
        return [Path(line) for line in asked.stdout.splitlines() if line]
    raise MedOfficeError("This host has no file dialog. Use “medoffice import BOOK FILE…” instead.")
