"""`medoffice practice`: what the Start menu's entries do, with the one practice in the folder Documents."""

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from medoffice_xl.book.master import NAME
from medoffice_xl.cli.app import app, console
from medoffice_xl.cli.doctor import doctor
from medoffice_xl.cli.import_files import import_files
from medoffice_xl.cli.init import make_workbook
from medoffice_xl.cli.refresh import refresh
from medoffice_xl.cli.register import register_this_python
from medoffice_xl.errors import BadArgument
from medoffice_xl.files.whole import make_folder
from medoffice_xl.windows.folders import documents

FOLDER, INBOX = "Practice", "inbox"


@app.command()
def practice(
    what: Annotated[
        str, typer.Argument(help="open, import (what lies in the folder inbox), refresh, check or repair.")
    ],
    folder: Annotated[Path | None, typer.Option(help="Where the practice is; left out: Documents/Practice.")] = None,
) -> None:
    """What the Start menu does: open the practice's workbook, made at first, or bring in what lies in its inbox."""
    if what not in ACTIONS:
        raise BadArgument(f"“{what}” is none of {', '.join(ACTIONS)}.")
    try:
        ACTIONS[what](practice_workbook(folder or documents() / FOLDER))
    finally:
        _let_it_be_read(what)


def practice_workbook(folder: Path) -> Path:
    """The workbook of the folder; where there is none yet, a fresh one, and an empty inbox beside it."""
    workbook = folder / NAME
    if not workbook.exists():
        make_workbook(folder, sys.platform, Path(sys.executable))
        make_folder(folder / INBOX)
        console.print(f"Your practice: {workbook}. Put files into {folder / INBOX} and import them.", markup=False)
    return workbook


def _open(workbook: Path) -> None:
    """Open it as a double click would."""
    if sys.platform != "win32":
        console.print(f"Open {workbook} in Excel, or with: medoffice libreoffice {workbook}", markup=False)
        return
    os.startfile(workbook)  # noqa: S606  (our own workbook)


def _import(workbook: Path) -> None:
    inbox = workbook.parent / INBOX
    make_folder(inbox)
    if not any(inbox.iterdir()):
        raise BadArgument(f"There is nothing to import: put the files into {inbox} first.")
    import_files(workbook, [inbox])


def _repair(workbook: Path) -> None:
    register_this_python()
    doctor(workbook)


ACTIONS: Mapping[str, Callable[[Path], None]] = {
    "open": _open,
    "import": _import,
    "refresh": refresh,
    "check": doctor,
    "repair": _repair,
}


def _let_it_be_read(what: str) -> None:
    """A window that Windows opened for this alone would close at once."""
    if what != "open" and sys.platform == "win32" and sys.stdin and sys.stdin.isatty():
        with suppress(EOFError):
            input("Press Enter to close this window. ")
