"""Room on the disk for what does not fit into memory: a folder of this process alone, which goes when it ends.

Rows of a ledger lie in it for as long as a question lasts, so nobody else may look into it. What a run that was killed
left there goes when a later one needs room itself.
"""

import atexit
import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from functools import cache
from pathlib import Path

from medoffice_xl.errors import InUse
from medoffice_xl.files.lock import only_writer

PREFIX = "medoffice-ledger-"

HELD = "rows"
"""What a process holds locked in its room for as long as it runs."""

_JUST_MADE = 3_600
"""Seconds in which a room that nobody holds may be one that is being moved into."""

_at_end = ExitStack()


@cache
def own_room() -> Path:
    """This process's own room, made when first asked for."""
    clear_rooms(Path(tempfile.gettempdir()))
    room = Path(tempfile.mkdtemp(prefix=PREFIX))
    _at_end.callback(shutil.rmtree, room, ignore_errors=True)
    _at_end.enter_context(only_writer(room / HELD))
    atexit.register(_at_end.close)
    return room


def before_leaving(close: Callable[[], None]) -> None:
    """Do this before the room goes: Windows takes away no file that is open."""
    _at_end.callback(close)


def clear_rooms(among: Path) -> None:
    """Take away the rooms that no process holds."""
    for room in among.glob(f"{PREFIX}*"):
        with suppress(OSError, InUse):
            if time.time() - room.stat().st_mtime < _JUST_MADE:
                continue
            with only_writer(room / HELD):
                pass
            shutil.rmtree(room, ignore_errors=True)
