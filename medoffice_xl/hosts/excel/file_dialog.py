"""Which files to import: the host's own dialog."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import xlwings

from medoffice_xl.errors import MedOfficeError


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a dialog asks for: its title, and the kinds it offers, in Excel's way of writing them."""

    title: str
    filter: str


ANYTHING = Wanted(
    "Remittances, charge exports and fee schedules",
    "All files (*.*),*.*,"
    "Remittances (*.835;*.txt;*.edi;*.dat),*.835;*.txt;*.edi;*.dat,"
    "Tables (*.csv;*.xlsx),*.csv;*.xlsx",
)
MEDICARE = Wanted(
    "CMS's zips of the fee schedule, drug payment limits or unit limits, or their files",
    "CMS files (*.zip;*.csv;*.xlsx),*.zip;*.csv;*.xlsx,All files (*.*),*.*",
)

_MAC_DIALOG = """
on run argv
    set chosenFiles to choose file with prompt (item 1 of argv) with multiple selections allowed
    set chosenPaths to ""
    repeat with oneFile in chosenFiles
        set chosenPaths to chosenPaths & POSIX path of oneFile & linefeed
    end repeat
    return chosenPaths
end run
"""


def choose_files(book: xlwings.Book, wanted: Wanted = ANYTHING) -> list[Path]:
    """The files the user picks; none when the dialog is cancelled.

    A host with a dialog of its own offers `choose_files(title)` on its application object.
    """
    own = getattr(book.app.impl, "choose_files", None)
    if own is not None:
        return [Path(name) for name in own(wanted.title)]
    if sys.platform == "win32":
        # There is no public equivalent: Excel's dialog, which gives False when cancelled.
        chosen = book.app.api.GetOpenFilename(wanted.filter, 1, wanted.title, None, True)
        return [Path(name) for name in chosen] if chosen else []
    if sys.platform == "darwin":
        asked = subprocess.run(  # noqa: S603  (constants)
            ["/usr/bin/osascript", "-e", _MAC_DIALOG, wanted.title], capture_output=True, text=True, check=False
        )
        return [Path(line) for line in asked.stdout.splitlines() if line]
    raise MedOfficeError("This host has no file dialog. Use “medoffice import BOOK FILE…” instead.")
