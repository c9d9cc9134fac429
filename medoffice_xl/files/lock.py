"""One writer at a time: a lock file beside what is to be written.

The operating system holds the lock and lets go of it when the program ends, however it ends: a lock file that was
left behind by a killed program stops nobody, and the next run takes it away.
"""

import hashlib
import os
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from medoffice_xl.errors import InUse

_PASSING = re.compile(r"(\.medoffice-[0-9a-f]{16})(?:\.lock|-[0-9a-f]+\.tmp)")
_LOCK = ".lock"
_MOST_TRIES = 20

_held: dict[Path, int] = {}
"""What this process writes, each with the thread that does."""


def passing_name(target: Path) -> str:
    """What the names of our passing files beside `target` begin with; short, however long its own name is."""
    name = target.name.casefold().encode("utf-8", "surrogatepass")
    return f".medoffice-{hashlib.sha256(name).hexdigest()[:16]}"


@contextmanager
def only_writer(target: Path) -> Iterator[None]:
    """Be the one who writes `target`; raises InUse while another program, or another thread of this one, does.

    A thread that is the writer already stays so. Raises OSError where nothing can be written beside `target`.
    """
    target = target.resolve()
    me = threading.get_ident()
    if _held.get(target) == me:
        yield
        return
    name = passing_name(target)
    lock = _lock_beside(target.parent, name)
    descriptor = _locked(lock)
    if descriptor is None:
        raise InUse(f"{target.name} is being written by another run of medoffice. Wait until it is done and try again.")
    _held[target] = me
    try:
        _clear(target.parent, name)
        yield
    finally:
        del _held[target]
        _unlock(lock, descriptor)


def clear_leavings(folder: Path) -> None:
    """Take away what killed runs left in a folder; what a living one is writing stays."""
    with suppress(OSError):
        for name in sorted({name for name, _ in _passing(folder)}):
            lock = _lock_beside(folder, name)
            descriptor = _locked(lock)
            if descriptor is not None:
                _clear(folder, name)
                _unlock(lock, descriptor)


def _passing(folder: Path) -> list[tuple[str, Path]]:
    """Our passing files in a folder, each with what its name begins with."""
    return [(found[1], path) for path in folder.iterdir() if (found := _PASSING.fullmatch(path.name))]


def _clear(folder: Path, name: str) -> None:
    """Remove half-written files; only the one who has the lock may."""
    with suppress(OSError):
        for of, path in _passing(folder):
            if of == name and path.suffix != _LOCK:
                with suppress(OSError):
                    path.unlink()


def _lock_beside(folder: Path, name: str) -> Path:
    return folder / f"{name}{_LOCK}"


def _locked(lock: Path) -> int | None:
    """The lock file, opened and locked; None while somebody else has it locked.

    Between opening and locking, its holder may have taken the file away. A lock on that keeps nobody out, so the
    file is opened anew.
    """
    for _ in range(_MOST_TRIES):
        descriptor = _opened(lock)
        if descriptor is None:
            return None
        if not _lock(descriptor):
            os.close(descriptor)
            return None
        with suppress(OSError):
            if os.path.samestat(os.fstat(descriptor), lock.stat()):
                return descriptor
        os.close(descriptor)
    return None


def _opened(lock: Path) -> int | None:
    """The lock file opened; one that another user left can be locked without being written. None if it cannot."""
    try:
        return os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
    except PermissionError:
        if not lock.exists():
            raise
    with suppress(OSError):
        return os.open(lock, os.O_RDONLY)
    return None


def _unlock(lock: Path, descriptor: int) -> None:
    """Windows removes no open file; elsewhere, a file removed after it was let go might be somebody's new one."""
    if sys.platform == "win32":
        os.close(descriptor)
    with suppress(OSError):
        lock.unlink()
    if sys.platform != "win32":
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        """False while somebody else has it. Where the file system has no locks, comparing contents must do."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True
