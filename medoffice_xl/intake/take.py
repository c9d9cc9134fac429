"""Take what a reader read into the tables of a workbook. Frames in, frames out; no file, no Excel."""

from collections import Counter, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd

from medoffice_xl.intake.charge_lines import settle_lines
from medoffice_xl.intake.history import import_row, taken_in_before, told_otherwise
from medoffice_xl.intake.merge import CHANGE_COLUMNS, Merged, fitted, merge
from medoffice_xl.intake.payer_names import name_payers
from medoffice_xl.intake.payments import merge_payments, stated_anew
from medoffice_xl.intake.remarks import change_remarks
from medoffice_xl.intake.sources import Settings
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.reading import Reading
from medoffice_xl.tables import IMPORTS, PROBLEMS, TABLES, empty_frame


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows of one table: new, replaced by another version, there already, and no longer there."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.added + other.added,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.removed + other.removed,
        )


@dataclass(frozen=True, slots=True)
class Intake:
    """What an import does: the tables it touches, whole, as they shall be; and what to tell the user.

    `changes` has a row for each changed cell: table, row, column, old, new. Without frames nothing changed.
    """

    frames: Mapping[str, pd.DataFrame]
    counts: Mapping[str, Counts] = field(default_factory=dict)
    changes: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(CHANGE_COLUMNS)))
    problems: list[Problem] = field(default_factory=list)

    def followed_by(self, later: "Intake") -> "Intake":
        """Both as one."""
        counts = {
            name: self.counts.get(name, Counts()) + later.counts.get(name, Counts())
            for name in {**self.counts, **later.counts}
        }
        return Intake(
            {**self.frames, **later.frames},
            counts,
            pd.concat([self.changes, later.changes], ignore_index=True),
            [*self.problems, *later.problems],
        )


def take_in(
    reading: Reading,
    current: Mapping[str, pd.DataFrame],
    *,
    content_hash: str,
    today: date,
    settings: Settings | None = None,
) -> Intake:
    """The workbook's tables with this reading in them.

    `current` holds the tables by name; missing ones are empty. A content that was taken in before changes
    nothing. Rows are replaced by key, a remittance and what was posted from it as a whole; all other rows stay.
    """
    return take_in_all([(reading, content_hash)], current, today=today, settings=settings)


def take_in_all(
    readings: Sequence[tuple[Reading, str]],
    current: Mapping[str, pd.DataFrame],
    *,
    today: date,
    settings: Settings | None = None,
) -> Intake:
    """Several readings, each with its content hash: the same as one after the other.

    Remittances that are new to the book are taken in together, so that a folder of files costs about as much as
    one large file.
    """
    book = {
        name: fitted(table, current[name]) if name in current else empty_frame(table) for name, table in TABLES.items()
    }
    total = Intake({})
    waiting = deque(readings)
    while waiting:
        group = _next_group(waiting, book)
        reading, digest = group[0]
        before = taken_in_before(book["imports"], digest, reading.kind, reading.told)
        step = _known(reading, before) if before else _take(group, book, today, settings or Settings())
        book |= step.frames
        total = total.followed_by(step)
    return total


def _next_group(waiting: deque[tuple[Reading, str]], book: Mapping[str, pd.DataFrame]) -> list[tuple[Reading, str]]:
    """The next reading, and with it those after it as long as all of them are new remittances."""
    group = [waiting.popleft()]
    seen = set(zip(book["remittances"]["trace"], book["remittances"]["payer_id"], strict=True))
    digests = {*book["imports"]["content_hash"]}
    while _is_new(*group[-1], seen, digests):
        seen |= _checks(group[-1][0])
        digests.add(group[-1][1])
        if not waiting or not _is_new(*waiting[0], seen, digests):
            break
        group.append(waiting.popleft())
    return group


def _is_new(reading: Reading, digest: str, seen: set[tuple[str, str]], digests: set[str]) -> bool:
    """Whether a reading holds remittances only, and none that is known."""
    return set(reading.tables) == {"remits", "remittances"} and digest not in digests and not seen & _checks(reading)


def _checks(reading: Reading) -> set[tuple[str, str]]:
    """The checks and EFTs of a reading."""
    frames = [reading.tables["remits"], reading.tables["remittances"]]
    return {pair for frame in frames for pair in zip(frame["trace"], frame["payer_id"], strict=True)}


def _known(reading: Reading, before: tuple[str, date]) -> Intake:
    found = f"This content was taken in on {before[1]} as {before[0]}; nothing was changed."
    return Intake({}, problems=[Problem(Severity.NOTE, found, "Nothing to do.", reading.file)])


def _take(
    group: Sequence[tuple[Reading, str]], book: Mapping[str, pd.DataFrame], today: date, settings: Settings
) -> Intake:
    """One reading, or several that touch different remittances, into the book."""
    problems: list[Problem] = []
    named: list[Reading] = []
    stated = pd.Series(False, book["charges"].index)
    for reading, digest in group:
        settled = settle_lines(reading, book["charges"])
        stated |= settled.voided
        tables, told = name_payers(settled.reading.tables, book["payers"], reading.file)
        named.append(replace(reading, tables=tables))
        again = told_otherwise(book["imports"], reading, digest)
        problems += [*reading.problems, *again, *settled.problems, *told]
    tables = {name: _joined([reading.tables[name] for reading in named]) for name in named[0].tables}
    merged = {
        name: merge(
            TABLES[name],
            book[name],
            frame,
            _stated(name, book[name], frame, stated),
        )
        for name, frame in tables.items()
        if name != "payments"
    }
    after = dict(book) | {name: each.frame for name, each in merged.items()}
    own = [name for name in merged if name != "export_columns"]
    if {"charges", "remits", "payments"} & set(tables):
        merged["payments"], told = merge_payments(named, book, after, tables, settings)
        problems += told
    changes = pd.concat([merged[name].changes for name in own], ignore_index=True)
    problems += change_remarks(group[0][0].file, changes)
    frames = {name: each.frame for name, each in merged.items()}
    frames["imports"] = merge(IMPORTS, book["imports"], _log(group, merged, own, problems, today)).frame
    frames["problems"] = _problem_rows(book["problems"], [reading.file for reading, _ in group], problems, today)
    counts = {name: Counts(each.added, each.changed, each.unchanged, each.removed) for name, each in merged.items()}
    return Intake(frames, counts, changes, problems)


def _stated(
    name: str, current: pd.DataFrame, incoming: pd.DataFrame, voided: "pd.Series[bool]"
) -> "pd.Series[bool] | None":
    """The rows of a table that a reading states anew as a whole: those of its remittances, and charges it voids."""
    if name in ("remits", "remittances"):
        return stated_anew(current, incoming)
    return voided if name == "charges" and voided.any() else None


def _log(
    group: Sequence[tuple[Reading, str]],
    merged: Mapping[str, Merged],
    own: Sequence[str],
    problems: Sequence[Problem],
    today: date,
) -> pd.DataFrame:
    """A row of *Imports* for each reading; it counts the rows of the file itself, not what was posted from them.

    Of several readings taken in together every row is new.
    """
    told = Counter(problem.file for problem in problems)
    counted = [merged[name] for name in own]
    rows = []
    for reading, digest in group:
        together = len(group) > 1
        size = sum(len(reading.tables[name]) for name in own if name in reading.tables)
        rows.append(
            import_row(
                reading,
                digest,
                today,
                added=size if together else sum(each.added for each in counted),
                changed=0 if together else sum(each.changed + each.removed for each in counted),
                unchanged=0 if together else sum(each.unchanged for each in counted),
                problems=told[reading.file],
            )
        )
    return pd.concat(rows, ignore_index=True)


def _joined(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    return frames[0] if len(frames) == 1 else pd.concat(frames, ignore_index=True)


def _problem_rows(current: pd.DataFrame, files: Sequence[str], problems: list[Problem], today: date) -> pd.DataFrame:
    """The list of problems with these files': those of an earlier version of a file give way to the new ones."""
    rows = pd.DataFrame([problem.as_dict() for problem in problems], columns=PROBLEMS.names)
    rows["severity"] = rows["severity"].astype("str")
    incoming = fitted(PROBLEMS, rows.assign(found=pd.Timestamp(today)))
    return fitted(PROBLEMS, pd.concat([current[~current["file"].isin(files)], incoming], ignore_index=True))
