"""Bring files in, as a manager does: each is recognised, read and taken in, or refused alone.

The tables are only ever exchanged whole and by the caller, so a file that cannot be read costs nothing but itself.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pandas as pd

from medoffice_xl.errors import MedOfficeError
from medoffice_xl.files.fault_log import is_fault
from medoffice_xl.files.names import check_name, shown
from medoffice_xl.files.words import in_words
from medoffice_xl.intake.beside import Beside
from medoffice_xl.intake.export_columns import remembered, rows_of
from medoffice_xl.intake.file_outcome import FileOutcome
from medoffice_xl.intake.fit import check_fit, told_if_empty
from medoffice_xl.intake.general_ledger import renewed_costs
from medoffice_xl.intake.history import content_hash
from medoffice_xl.intake.merge import merge
from medoffice_xl.intake.refusals import take_in_one_and_all, unreadable
from medoffice_xl.intake.sources import Settings
from medoffice_xl.intake.standing_problems import listed_anew
from medoffice_xl.intake.underpayments import follow_up
from medoffice_xl.lake import Lake
from medoffice_xl.lake.database import told_in_words
from medoffice_xl.problems import Problem
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.recognise import read_file, read_together
from medoffice_xl.readers.seen import Unclear
from medoffice_xl.readers.told import Told
from medoffice_xl.tables import EXPORT_COLUMNS, PROBLEMS, TABLES, empty_frame

Progress = Callable[[str], None]
Reader = Callable[[Path], Reading]
Agree = Callable[[str, str], bool]
"""Asks whether a file, by its name, is to be taken in as it was understood."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the user says of a file that is not clear: its kind, its columns (heading to field), payer and first day."""

    kind: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    payer: str = ""
    effective: date | None = None

    def and_then(self, later: "Answer") -> "Answer":
        """Both as one."""
        return Answer(
            later.kind or self.kind,
            {**self.mapping, **later.mapping},
            later.payer or self.payer,
            later.effective or self.effective,
        )


Ask = Callable[[str, Unclear], Answer | None]
"""Asks about a file, by its name; None where nobody is there to answer."""

NOT_WANTED = "You did not want it taken in as it was understood. Say more of it and try again."

MOST_QUESTIONS = 3
"""Of a file: what it is, which column is which, whose it is and from when."""

AT_A_TIME = 2
"""Files read at the same time."""


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """The tables that changed, whole; what became of each file, in the order given; and what was found.

    `underpaid` tells what it means for the sheet Appeals, in words; empty where it means nothing. `to_say` is the
    table *Export columns* with the columns of files of which the user has to say something, where there are any.
    Tables that stand in a ledger are in `lake`, its next state, staged; None where there is no ledger or no change.
    """

    frames: Mapping[str, pd.DataFrame]
    outcomes: tuple[FileOutcome, ...]
    problems: tuple[Problem, ...]
    underpaid: str = ""
    to_say: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    lake: Lake | None = None


def bring_in(
    paths: Iterable[Path],
    tables: Mapping[str, pd.DataFrame],
    *,
    today: date,
    settings: Settings | None = None,
    told: Told | None = None,
    read: Reader | None = None,
    ask: Ask | None = None,
    progress: Progress | None = None,
    agree: Agree | None = None,
    unread: Sequence[Problem] = (),
    lake: Lake | None = None,
) -> BroughtIn:
    """Take the files into the tables (frames by name) of a workbook; `unread` tells of its rows that cannot be read.

    `lake` is the ledger beside it, where it has one: of its tables, those that are not among `tables` are read as far
    as the files need them.

    `told` is said of all of them; `read` reads files of one kind instead of any; `ask` is asked about a file that is
    not clear. Where nobody answers, its columns are what is `to_say`. A file that leaves room for how it is understood
    is taken in if the user would `agree`. Two files are read at a time: the parsers let other threads run.
    """
    say = progress or (lambda _: None)
    desk = _Desk(tables, told or Told(), today, read)
    readings: list[tuple[Reading, str]] = []
    outcomes: list[FileOutcome | str] = []
    unclear: list[pd.DataFrame] = []
    chosen = list(paths)
    desk.read_ahead(chosen)
    with ThreadPoolExecutor(AT_A_TIME) as readers:
        attempts = readers.map(desk.attempt, chosen)
        for path in chosen:
            say(f"Reading {path.name}")
            digest, found = next(attempts)
            if isinstance(found, Unclear):
                found = _asked(desk, path, found, ask, unclear)
            if isinstance(found, FileOutcome):
                outcomes.append(found)
            elif desk.knows(digest, found):
                outcomes.append(FileOutcome(path.name, already_there=True))
            elif found.understood and agree and not agree(found.file, found.understood):
                outcomes.append(FileOutcome(found.file, refused=NOT_WANTED))
            else:
                desk.remember(digest, found)
                readings.append((found, digest))
                outcomes.append(digest)
    say("Taking in")
    beside = Beside.of(lake, readings, tables)
    tables = {**tables, **beside.frames}
    taken, refused = take_in_one_and_all(readings, tables, today=today, settings=settings)
    logged = refused | (_by_content(taken.frames["imports"]) if taken.frames else {})
    told_of = tuple(logged[each] if isinstance(each, str) else each for each in outcomes)
    if taken.frames:
        say("Checking what was paid against the contracts")
    beside = beside.followed_by(taken.frames)
    with told_in_words():
        then = follow_up(tables, taken.frames, today, beside.rows)
    frames = {**taken.frames, **then.frames}
    frames |= renewed_costs({**tables, **frames})
    new: list[Problem] = []
    if frames:
        listed = frames.get("problems", tables.get("problems", empty_frame(PROBLEMS)))
        frames["problems"], new = listed_anew(listed, [table.told_as for table in TABLES.values()], unread, today)
    to_say = _with_unclear(unclear, {**tables, **frames})
    problems = (*taken.problems, *then.problems, *new)
    return BroughtIn(beside.others(frames), told_of, problems, str(then), to_say, beside.staged)


class _Desk:
    """What is known while files are read: what was taken in before, and what was said of whom."""

    def __init__(self, tables: Mapping[str, pd.DataFrame], told: Told, today: date, read: Reader | None) -> None:
        self._told, self._today, self._read = told, today, read
        self._layouts = remembered(tables["export_columns"]) if "export_columns" in tables else {}
        self._known: dict[str, set[tuple[str, str]]] = {}
        self._ahead: dict[Path, Reading] = {}
        for row in tables["imports"].to_dict("records") if "imports" in tables else ():
            self._known.setdefault(str(row["content_hash"]), set()).add((str(row["kind"]), str(row["told"])))

    def read_ahead(self, paths: Sequence[Path]) -> None:
        """Read what is quicker read together, where nothing is said of the files that could change what they hold.

        Whatever goes wrong there is met again, and told, where its file is read alone.
        """
        if self._read is not None or self._told != Told():
            return
        try:
            new = [path for path in paths if path.is_file() and not self._surely_knows(content_hash(path))]
            self._ahead = read_together(new)
        except BaseException as error:
            if not is_fault(error):
                raise

    def attempt(self, path: Path) -> tuple[str, Reading | FileOutcome | Unclear]:
        """The hash of a file and what it holds; an outcome where it is there already or cannot be read.

        Whatever a reader raises is the refusal of its file alone.
        """
        digest = ""
        try:
            check_name(path)
            digest = content_hash(path)
            return digest, FileOutcome(path.name, already_there=True) if self._surely_knows(digest) else self.read(path)
        except Unclear as error:
            return digest, error
        except MedOfficeError as error:
            return digest, FileOutcome(shown(path.name), refused=str(error))
        except OSError as error:
            return digest, FileOutcome(path.name, refused=f"{path} cannot be opened: {in_words(error)}")
        except BaseException as error:
            if not is_fault(error):
                raise
            return digest, FileOutcome(path.name, refused=unreadable(path, error))

    def read(self, path: Path, answer: Answer | None = None) -> Reading:
        """What a file holds, as it is told, and as the user answers. Raises CannotRead."""
        if self._read is not None:
            return check_fit(self._read(path))
        if answer is None and path in self._ahead:
            return check_fit(self._ahead.pop(path))
        told, answer = self._told, answer or Answer()
        mapping = {**told.mapping, **answer.mapping} or None
        reading = read_file(
            path,
            answer.kind or told.kind or None,
            mapping,
            payer=answer.payer or told.payer,
            effective=answer.effective or told.effective,
            today=self._today,
            layouts=self._layouts,
        )
        return check_fit(_with_columns(told_if_empty(reading), answer))

    def knows(self, digest: str, reading: Reading) -> bool:
        """Whether the same was taken in before, with the same said of it."""
        return (reading.kind, reading.told) in self._known.get(digest, set())

    def remember(self, digest: str, reading: Reading) -> None:
        """From now on it is known."""
        self._known.setdefault(digest, set()).add((reading.kind, reading.told))

    def _surely_knows(self, digest: str) -> bool:
        """Whether that shows before a file is read: nothing that was said of columns can make it another import."""
        before = self._known.get(digest, set())
        if self._told.kind:
            before = {each for each in before if each[0] == self._told.kind}
        settled = not any(each.mapping for each in self._layouts.values()) or {kind for kind, _ in before} == {"835"}
        return settled and str(self._told) in {told for _, told in before}


def _with_columns(reading: Reading, answer: Answer | None) -> Reading:
    """The reading, with the columns of an export for the sheet on which the user may say otherwise."""
    if reading.seen is None:
        return reading
    rows = rows_of(reading.seen, reading.file, reading.kind, answer.mapping if answer else None)
    return replace(reading, tables={**reading.tables, "export_columns": rows})


def _asked(
    desk: _Desk, path: Path, error: Unclear, ask: Ask | None, unclear: list[pd.DataFrame]
) -> Reading | FileOutcome:
    """What a file holds once the user has answered; where nobody does, its columns go to the sheet."""
    said = Answer()
    for _ in range(MOST_QUESTIONS):
        answer = ask(path.name, error) if ask else None
        if answer is None:
            break
        said = said.and_then(answer)
        try:
            return desk.read(path, said)
        except Unclear as more:
            error = more
        except MedOfficeError as refused:
            return FileOutcome(shown(path.name), refused=str(refused))
    if error.seen is not None and error.seen.columns:
        unclear.append(rows_of(error.seen, path.name, error.kinds[0] if error.kinds else ""))
    return FileOutcome(shown(path.name), refused=str(error), to_say=error.question if error.seen else "")


def _with_unclear(unclear: list[pd.DataFrame], tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    frame = tables.get("export_columns", empty_frame(EXPORT_COLUMNS))
    for rows in unclear:
        frame = merge(EXPORT_COLUMNS, frame, rows).frame
    return {"export_columns": frame} if unclear else {}


def _by_content(imports: pd.DataFrame) -> dict[str, FileOutcome]:
    """What the log of imports says of each file, by content hash."""
    return {
        row["content_hash"]: FileOutcome(row["file"], row["kind"], row["added"], row["changed"], row["unchanged"])
        for row in imports.to_dict("records")
    }
