"""One bad file never takes the others with it: what a fault costs is the file that showed it."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pandas as pd

from medoffice_xl.errors import MedOfficeError
from medoffice_xl.files.fault_log import in_short, is_fault, kind_and_size, write_down
from medoffice_xl.intake.file_outcome import FileOutcome
from medoffice_xl.intake.sources import Settings
from medoffice_xl.intake.take import Intake, take_in_all
from medoffice_xl.readers.reading import Reading

Readings = Sequence[tuple[Reading, str]]
"""What was read, each with its content hash."""


def take_in_one_and_all(
    readings: Readings, current: Mapping[str, pd.DataFrame], *, today: date, settings: Settings | None = None
) -> tuple[Intake, dict[str, FileOutcome]]:
    """Take in all that can be taken in, and the outcome, by content hash, of each that cannot.

    All go together as long as all is well. Where something breaks, the half that holds it is looked for, and in it
    the half, until it is a single one.
    """
    try:
        return take_in_all(readings, current, today=today, settings=settings), {}
    except BaseException as error:
        if not is_fault(error):
            raise
        if len(readings) == 1:
            reading, digest = readings[0]
            return Intake({}), {digest: FileOutcome(reading.file, refused=_untaken(reading, error))}
    middle = len(readings) // 2
    first, refused = take_in_one_and_all(readings[:middle], current, today=today, settings=settings)
    so_far = {**current, **first.frames}
    second, also = take_in_one_and_all(readings[middle:], so_far, today=today, settings=settings)
    return first.followed_by(second), refused | also


def unreadable(path: Path, error: BaseException) -> str:
    """What the user is told of a file whose reader has a fault."""
    if isinstance(error, MemoryError):
        return f"{path.name} needs more memory than this computer has free. Export it in parts, by month for example."
    return _fault(path.name, error, f"reading {kind_and_size(path)}")


def _untaken(reading: Reading, error: BaseException) -> str:
    if isinstance(error, MedOfficeError):
        return str(error)
    rows = sum(len(frame) for name, frame in reading.tables.items() if name != "export_columns")
    return _fault(reading.file, error, f"taking in {rows:,} rows of {reading.kind}")


def _fault(file: str, error: BaseException, doing: str) -> str:
    log = write_down(error, doing)
    return (
        f"{file} could not be taken in because of a fault in medoffice ({in_short(error)}); nothing was taken from it, "
        f"and the other files are not touched by it. Please send in the file {log}: it says where the fault is, and "
        "holds nothing of your files."
    )
