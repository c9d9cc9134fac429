"""Which files to import: the host's own dialog."""

import subprocess
import sys
from pathlib import Path

import xlwings

from medoffice_xl.errors import MedOfficeError

TITLE = "Remittances, charge exports and fee schedules"
FILTER = "All files (*.*),*.*,Remittances (*.835;*.txt;*.edi;*.dat),*.835;*.txt;*.edi;*.dat,Tables (*.csv;*.xlsx),*.csv;*.xlsx"

_CHOOSE = f'choose file with prompt "{TITLE}" with multiple selections allowed'
_PATHS = f"""
set chosen to {_CHOOSE}
set lines to ""
repeat with one in chosen
    set lines to lines & POSIX path of one & linefeed
end repeat
return lines
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
        asked = subprocess.run(  # the script is a constant
            ["/usr/bin/osascript", "-e", _PATHS], capture_output=True, text=True, check=False
        )
        return [Path(line) for line in asked.stdout.splitlines() if line]
    raise MedOfficeError("This host has no file dialog. Use “medoffice import BOOK FILE…” instead.")
