"""Bring files in, as a manager does: each is recognised, read and taken in, or refused alone.

The tables are only ever exchanged whole and by the caller, so a file that cannot be read costs nothing but itself.
"""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import pandas as pd

from medoffice_xl.errors import MedOfficeError
from medoffice_xl.files.fault_log import is_fault
from medoffice_xl.files.names import check_name, shown
from medoffice_xl.files.words import in_words
from medoffice_xl.intake.fit import check_fit
from medoffice_xl.intake.general_ledger import renewed_costs
from medoffice_xl.intake.history import content_hash
from medoffice_xl.intake.outcome import Outcome
from medoffice_xl.intake.refusals import take_in_one_and_all, unreadable
from medoffice_xl.intake.sources import Settings
from medoffice_xl.intake.underpayments import follow_up
from medoffice_xl.problems import Problem
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.recognise import read_file

Progress = Callable[[str], None]
Reader = Callable[[Path], Reading]
Agree = Callable[[str, str], bool]
"""Asks whether a file, by its name, is to be taken in as it was understood."""


NOT_WANTED = "You did not want it taken in as it was understood. Say more of it and try again."

AT_A_TIME = 2
"""Files read at the same time."""


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """The tables that changed, whole; what became of each file, in the order given; and what was found.

    `underpaid` tells what it means for the sheet Appeals, in words; empty where it means nothing.
    """

    frames: Mapping[str, pd.DataFrame]
    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...]
    underpaid: str = ""


def bring_in(
    paths: Iterable[Path],
    tables: Mapping[str, pd.DataFrame],
    *,
    today: date,
    settings: Settings | None = None,
    read: Reader = read_file,
    progress: Progress | None = None,
    agree: Agree | None = None,
) -> BroughtIn:
    """Take the files into the tables (frames by name) of a workbook. `read` may fix a kind or a mapping.

    A file that leaves room for how it is understood is taken in if the user would `agree`. Two files are read at a
    time: the parsers let other threads run.
    """
    say = progress or (lambda _: None)
    known = set(tables["imports"]["content_hash"]) if "imports" in tables else set()
    readings: list[tuple[Reading, str]] = []
    outcomes: list[Outcome | str] = []
    chosen = list(paths)
    with ThreadPoolExecutor(AT_A_TIME) as readers:
        attempts = readers.map(partial(_attempt, read, frozenset(known)), chosen)
        for path in chosen:
            say(f"Reading {path.name}")
            digest, found = next(attempts)
            if digest in known:
                outcomes.append(Outcome(path.name, already_there=True))
            elif isinstance(found, Outcome):
                outcomes.append(found)
            elif found.understood and agree and not agree(found.file, found.understood):
                outcomes.append(Outcome(found.file, refused=NOT_WANTED))
            else:
                known.add(digest)
                readings.append((found, digest))
                outcomes.append(digest)
    say("Taking in")
    taken, refused = take_in_one_and_all(readings, tables, today=today, settings=settings)
    logged = refused | (_by_content(taken.frames["imports"]) if taken.frames else {})
    told = tuple(logged[each] if isinstance(each, str) else each for each in outcomes)
    if taken.frames:
        say("Checking what was paid against the contracts")
    then = follow_up(tables, taken.frames, today)
    frames = {**taken.frames, **then.frames}
    frames |= renewed_costs({**tables, **frames})
    return BroughtIn(frames, told, (*taken.problems, *then.problems), str(then))


def _attempt(read: Reader, known: frozenset[str], path: Path) -> tuple[str, Reading | Outcome]:
    """The hash of a file and what it holds; an outcome where it is there already or cannot be read.

    Whatever a reader raises is the refusal of its file alone.
    """
    digest = ""
    try:
        check_name(path)
        digest = content_hash(path)
        return digest, Outcome(path.name, already_there=True) if digest in known else check_fit(read(path))
    except MedOfficeError as error:
        return digest, Outcome(shown(path.name), refused=str(error))
    except OSError as error:
        return digest, Outcome(path.name, refused=f"{path} cannot be opened: {in_words(error)}")
    except BaseException as error:
        if not is_fault(error):
            raise
        return digest, Outcome(path.name, refused=unreadable(path, error))


def _by_content(imports: pd.DataFrame) -> dict[str, Outcome]:
    """What the log of imports says of each file, by content hash."""
    return {
        row["content_hash"]: Outcome(row["file"], row["kind"], row["added"], row["changed"], row["unchanged"])
        for row in imports.to_dict("records")
    }
