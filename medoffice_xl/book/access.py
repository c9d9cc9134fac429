"""May this file be opened, and may it be written? And writing it so that it is whole or as it was."""

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from medoffice_xl.book.package import Package
from medoffice_xl.errors import BookError, BookInUse, BookReadOnly, InUse
from medoffice_xl.files.lock import clear_leavings, only_writer
from medoffice_xl.files.whole import put_in_place
from medoffice_xl.files.words import in_words

_ANY_MAY_WRITE = 0o222


def read_bytes(path: Path) -> bytes:
    """The file's bytes; raises BookError or BookInUse."""
    if path.is_dir():
        raise BookError(f"{path} is a folder. Name the workbook in it.")
    if not path.exists():
        raise BookError(f"There is no workbook {path}. Check the name, or make one with: medoffice init FOLDER")
    check_unused(path)
    clear_leavings(path.resolve().parent)
    try:
        return path.read_bytes()
    except PermissionError as error:
        raise BookInUse(
            f"{path.name} cannot be read: another program holds it, or you may not read it. Close it and try again."
        ) from error
    except OSError as error:
        raise BookError(f"{path.name} cannot be read: {in_words(error)}") from error


def check_unused(path: Path) -> None:
    """Raise BookInUse while Excel or LibreOffice has the workbook open."""
    for owner, program in ((f"~${path.name}", "Excel"), (f".~lock.{path.name}#", "LibreOffice")):
        if path.with_name(owner).exists():
            raise BookInUse(
                f"{path.name} is open in {program}. Close it there and try again. If no one has it open, "
                f"{program} left the file {owner} beside it when it ended; delete that file."
            )
    if sys.platform == "win32":
        try:
            with path.open("r+b"):
                pass
        except PermissionError as error:
            if path.stat().st_mode & _ANY_MAY_WRITE:
                raise BookInUse(f"{path.name} is open in another program. Close it and try again.") from error


def check_writable(path: Path) -> None:
    """Raise BookReadOnly when the workbook or its folder may not be written, BookError when it has gone."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise BookError(
            f"{path} is no longer there: it was moved, renamed or deleted meanwhile. Nothing was written; put it "
            "back, or give its new name, and try again."
        ) from error
    if not mode & _ANY_MAY_WRITE or not os.access(path, os.W_OK):
        raise BookReadOnly(
            f"{path.name} is read-only; nothing was changed. Clear “Read-only” in its properties, or work on a copy."
        )
    folder = path.resolve().parent
    if not folder.stat().st_mode & _ANY_MAY_WRITE or not os.access(folder, os.W_OK):
        raise BookReadOnly(
            f"The folder {folder} may not be written; nothing was changed. Move {path.name} to a folder of your own."
        )


def content_mark(data: bytes) -> str:
    """What tells one content of a workbook from another."""
    return hashlib.sha256(data).hexdigest()


@contextmanager
def sole_writer(path: Path) -> Iterator[None]:
    """Keep other runs from writing the workbook; raises BookInUse where one is at it already.

    Where no lock can be made, nothing can be written either, and whoever tries is told why.
    """
    with ExitStack() as held:
        try:
            held.enter_context(only_writer(path))
        except InUse as error:
            raise BookInUse(f"{error} Nothing was changed.") from error
        except OSError:
            pass
        yield


def replace_file(path: Path, package: Package, opened: str) -> str:
    """Put the package in the place of the workbook, whose content had the mark `opened`; returns the new mark.

    Raises BookInUse where another writer was quicker, BookError where it cannot be saved: it is then as it was.
    """
    target = path.resolve()
    check_unused(target)
    check_writable(target)

    def fill(stream: IO[bytes]) -> str:
        """Write the package, and look at it before it is in its place: what fails after that would be told wrongly."""
        package.write(stream)
        stream.seek(0)
        return content_mark(stream.read())

    try:
        with sole_writer(target):
            if content_mark(target.read_bytes()) != opened:
                raise BookInUse(
                    f"{path.name} was changed by another program after it was opened here. It was left so, and "
                    "nothing of this run is in it. Try again."
                )
            return put_in_place(target, fill)
    except PermissionError as error:
        raise BookInUse(
            f"{path.name} could not be replaced: another program holds it. Close it and try again; it is as it was."
        ) from error
    except OSError as error:
        raise BookError(f"{path.name} could not be saved and is as it was: {in_words(error)}") from error
