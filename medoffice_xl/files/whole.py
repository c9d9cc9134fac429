"""The one way to write a file: whole or not at all.

It is written beside its place under a passing name, put onto the disk, and moved into its place in one step. Until
then whatever stood there stands; whatever fails leaves it so and leaves nothing beside it.
"""

import os
import secrets
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TypeVar

from medoffice_xl.errors import CannotWrite
from medoffice_xl.files.lock import clear_leavings, only_writer, passing_name
from medoffice_xl.files.words import in_words

Filled = TypeVar("Filled")

_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_whole(path: Path, content: bytes) -> None:
    """Write `path`, replacing what stands there; raises CannotWrite in the user's words."""
    with writing(path):
        put_in_place(path, lambda stream: stream.write(content))


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Be the only one who writes `path`, and say in the user's words (CannotWrite) what kept it from being written."""
    try:
        with only_writer(path):
            yield
    except PermissionError as error:
        if not os.path.isfile(path):  # noqa: PTH113  (asks no right to the folder, as a Path would)
            raise CannotWrite(f"{path} cannot be written: {in_words(error)}") from error
        raise CannotWrite(
            f"{path} cannot be replaced: another program holds it, or you may not write there. Close it and try "
            "again, or choose another folder."
        ) from error
    except OSError as error:
        raise CannotWrite(f"{path} cannot be written: {in_words(error)}") from error


def put_in_place(path: Path, fill: Callable[[IO[bytes]], Filled]) -> Filled:
    """The same for a content that `fill` writes; returns what `fill` does.

    Raises OSError, for a caller who can say more about it, or InUse.

    A link is followed: the file it points to is replaced. A file that is replaced passes on its permissions.
    """
    target = path.resolve()
    clear_leavings(target.parent)
    with only_writer(target):
        beside = target.with_name(f"{passing_name(target)}-{secrets.token_hex(8)}.tmp")
        try:
            with os.fdopen(os.open(beside, _NEW, 0o666), "w+b") as stream:
                filled = fill(stream)
                stream.flush()
                os.fsync(stream.fileno())
            if target.exists():
                shutil.copymode(target, beside)
            beside.replace(target)
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
        _sync_folder(target.parent)
    return filled


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it; raises CannotWrite where it cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"The folder {folder} cannot be made: {in_words(error)}") from error


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
