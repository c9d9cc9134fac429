"""What went wrong: the user is told in plain words; the traceback goes to a log that holds no patient data."""

import os
import sys
import traceback
from datetime import datetime
from pathlib import Path

import xlwings

import medoffice_xl

TITLE = "Practice Manager"
MOST_BYTES = 1_000_000


def tell(book: xlwings.Book, words: str) -> None:
    """A message box of the host."""
    book.app.alert(words, title=TITLE, mode="critical")


def inform(book: xlwings.Book, words: str) -> None:
    """The same, with good news."""
    book.app.alert(words, title=TITLE, mode="info")


def write_down(error: BaseException, doing: str) -> Path:
    """Append where and of what kind an error was; never its message, which may quote a patient's data."""
    log = data_folder() / "errors.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    if log.exists() and log.stat().st_size > MOST_BYTES:
        log.replace(log.with_suffix(".old.log"))
    with log.open("a", encoding="utf-8") as stream:
        stream.write(
            f"{datetime.now():%Y-%m-%d %H:%M:%S} medoffice_xl {medoffice_xl.__version__}, xlwings "
            f"{xlwings.__version__}, Python {sys.version.split()[0]} on {sys.platform}: {doing}\n"
        )
        for link in _chain(error):
            for frame in traceback.extract_tb(link.__traceback__):
                stream.write(f"  {frame.filename}:{frame.lineno} in {frame.name}\n")
            stream.write(f"{type(link).__module__}.{type(link).__name__}\n")
    return log


def data_folder() -> Path:
    """Where this user's programs keep their own files."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "medoffice_xl"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "medoffice_xl"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "medoffice_xl"


def _chain(error: BaseException | None) -> list[BaseException]:
    links: list[BaseException] = []
    while error is not None:
        links.insert(0, error)
        error = error.__cause__ or error.__context__
    return links
