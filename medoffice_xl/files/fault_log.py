"""A fault of the program's own, written down so that it can be sent in: where and of what kind, never what it read.

An error's message may quote a patient's data, and a file's name may be a patient's. Neither is written.
"""

import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from os import environ
from pathlib import Path, PurePath

import medoffice_xl

MOST_BYTES = 1_000_000
"""A log of this size gives way to a new one."""

_PACKAGES = ("xlwings", "pandas", "pyarrow", "oxedi", "python-calamine", "formualizer")
_RUST_FAULT = "PanicException"
"""How a library written in Rust says that it has a fault; Python does not count it among its exceptions."""


def is_fault(error: BaseException) -> bool:
    """Whether an exception tells of something gone wrong, and not of the user or the system ending the program."""
    return isinstance(error, Exception) or is_rust_fault(error)


def is_rust_fault(error: BaseException) -> bool:
    """Whether an exception is a fault of a library written in Rust."""
    return type(error).__name__ == _RUST_FAULT


def write_down(error: BaseException, doing: str) -> Path:
    """Add an error to the log and return where that is. `doing` says what was done, without a name or a value."""
    log = log_folder() / "errors.log"
    with suppress(OSError):
        log.parent.mkdir(parents=True, exist_ok=True)
        if log.exists() and log.stat().st_size > MOST_BYTES:
            log.replace(log.with_suffix(".old.log"))
        with log.open("a", encoding="utf-8") as stream:
            stream.writelines(f"{line}\n" for line in _lines(error, doing))
    return log


def kind_and_size(path: Path) -> str:
    """What may be said of a file in the log: its ending and how many bytes it has."""
    ending = path.suffix if path.suffix[1:].isalnum() and len(path.suffix) <= 6 else ""
    with suppress(OSError):
        return f"a file {ending or 'without an ending'} of {path.stat().st_size:,} bytes"
    return "a file that cannot be asked for its size"


def in_short(error: BaseException) -> str:
    """Kind and place of an error, for a message."""
    places = traceback.extract_tb(error.__traceback__)
    ours = [place for place in places if "medoffice_xl" in PurePath(place.filename).parts]
    last = next(reversed(ours or list(places)), None)
    where = f" in {PurePath(last.filename).name}, line {last.lineno}" if last else ""
    return f"{type(error).__name__}{where}"


def log_folder() -> Path:
    """Where this user's programs keep their own files."""
    if sys.platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or Path.home()) / "medoffice_xl"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "medoffice_xl"
    return Path(environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "medoffice_xl"


def _lines(error: BaseException, doing: str) -> Iterator[str]:
    versions = ", ".join(f"{name} {_version(name)}" for name in _PACKAGES)
    yield (
        f"{datetime.now():%Y-%m-%d %H:%M:%S} medoffice_xl {medoffice_xl.__version__}, Python "
        f"{sys.version.split()[0]} on {sys.platform}, {versions}: {doing}"
    )
    for link in _chain(error):
        for frame in traceback.extract_tb(link.__traceback__):
            yield f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}"
        yield f"{type(link).__module__}.{type(link).__name__}"


def _short(file: str) -> str:
    """The path from the package on: what stands before it may name the user."""
    parts = PurePath(file).parts
    for root in ("site-packages", "medoffice_xl", "udfs"):
        if root in parts:
            place = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[place + (root == "site-packages") :])
    return parts[-1] if parts else file


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


def _chain(error: BaseException | None) -> list[BaseException]:
    links: list[BaseException] = []
    while error is not None and error not in links:
        links.insert(0, error)
        error = error.__cause__ or error.__context__
    return links
