"""May this file be opened, and may it be written? And writing it so that it is whole or as it was."""

import contextlib
import os
import shutil
import sys
import tempfile
from pathlib import Path

from medoffice_xl.book.package import Package
from medoffice_xl.errors import BookError, BookInUse, BookReadOnly

_ANY_MAY_WRITE = 0o222


def read_bytes(path: Path) -> bytes:
    """The file's bytes; raises BookError or BookInUse."""
    if path.is_dir():
        raise BookError(f"{path} is a folder. Name the workbook in it.")
    if not path.exists():
        raise BookError(f"There is no workbook {path}. Check the name, or make one with: medoffice init FOLDER")
    check_unused(path)
    try:
        return path.read_bytes()
    except PermissionError as error:
        raise BookInUse(
            f"{path.name} cannot be read: another program holds it, or you may not read it. Close it and try again."
        ) from error


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
    """Raise BookReadOnly when the workbook or its folder may not be written."""
    if not path.stat().st_mode & _ANY_MAY_WRITE or not os.access(path, os.W_OK):
        raise BookReadOnly(
            f"{path.name} is read-only; nothing was changed. Clear “Read-only” in its properties, or work on a copy."
        )
    folder = path.resolve().parent
    if not folder.stat().st_mode & _ANY_MAY_WRITE or not os.access(folder, os.W_OK):
        raise BookReadOnly(
            f"The folder {folder} may not be written; nothing was changed. Move {path.name} to a folder of your own."
        )


def replace_file(path: Path, package: Package) -> None:
    """Write the package beside `path`, then put it in its place in one step.

    Until that step the former file stands untouched; whatever fails leaves it so and leaves nothing beside it.
    A link is followed: the file it points to is replaced.
    """
    target = path.resolve()
    check_unused(target)
    check_writable(target)
    handle, name = tempfile.mkstemp(prefix=f".{target.stem}.", suffix=".tmp", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "w+b") as stream:
            package.write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        shutil.copymode(target, beside)
        beside.replace(target)
    except PermissionError as error:
        raise BookInUse(
            f"{path.name} could not be replaced: another program holds it. Close it and try again; it is as it was."
        ) from error
    except OSError as error:
        raise BookError(
            f"{path.name} could not be saved ({error.strerror or error}); it is as it was. "
            "Make room on the disk, or move it to another one, and try again."
        ) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
