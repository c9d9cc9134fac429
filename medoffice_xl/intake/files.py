"""Bring files in, one after another, as a manager does: each is recognised, read and taken in, or refused alone.

The tables are only ever exchanged whole and by the caller, so a file that cannot be read costs nothing but itself.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pandas as pd

from medoffice_xl.errors import CannotRead
from medoffice_xl.intake.history import content_hash, taken_in_before
from medoffice_xl.intake.sources import Settings
from medoffice_xl.intake.take import Counts, take_in
from medoffice_xl.problems import Problem
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.recognise import read_file

Progress = Callable[[str], None]
Reader = Callable[[Path], Reading]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file. `refused` says why nothing was taken from it; empty if something was."""

    file: str
    kind: str = ""
    counts: Mapping[str, Counts] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    already_there: bool = False
    refused: str = ""


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """The tables that changed, whole, and what became of each file, in the order given."""

    frames: Mapping[str, pd.DataFrame]
    outcomes: tuple[Outcome, ...]


def bring_in(
    paths: Iterable[Path],
    tables: Mapping[str, pd.DataFrame],
    *,
    today: date,
    settings: Settings | None = None,
    read: Reader = read_file,
    progress: Progress | None = None,
) -> BroughtIn:
    """Take the files into the tables (frames by name) of a workbook. `read` may fix a kind or a mapping."""
    current = dict(tables)
    changed: dict[str, pd.DataFrame] = {}
    outcomes: list[Outcome] = []
    for path in paths:
        if progress:
            progress(f"Reading {path.name}")
        frames, outcome = _one(path, current, today, settings, read)
        changed |= frames
        current |= frames
        outcomes.append(outcome)
    return BroughtIn(changed, tuple(outcomes))


def _one(
    path: Path, current: Mapping[str, pd.DataFrame], today: date, settings: Settings | None, read: Reader
) -> tuple[Mapping[str, pd.DataFrame], Outcome]:
    try:
        digest = content_hash(path)
        if "imports" in current and taken_in_before(current["imports"], digest):
            return {}, Outcome(path.name, already_there=True)
        reading = read(path)
    except CannotRead as error:
        return {}, Outcome(path.name, refused=str(error))
    except OSError as error:
        return {}, Outcome(path.name, refused=f"{path} cannot be opened: {error.strerror}. Check its name and folder.")
    taken = take_in(reading, current, content_hash=digest, today=today, settings=settings)
    return taken.frames, Outcome(path.name, reading.kind, taken.counts, tuple(taken.problems))
