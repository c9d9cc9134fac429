"""Take what a reader read into the tables of a workbook. Frames in, frames out; no file, no Excel."""

from collections import Counter, deque
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd

from medoffice_xl.intake.bank_lines import meet_bank
from medoffice_xl.intake.budget_months import budgeted_again, meet_budget
from medoffice_xl.intake.charge_lines import under_own_numbers
from medoffice_xl.intake.far_days import far_days
from medoffice_xl.intake.general_ledger import BOOKS, beside_lists, merge_books
from medoffice_xl.intake.history import import_row, taken_in_before, told_otherwise
from medoffice_xl.intake.merge import CHANGE_COLUMNS, Merged, fitted, merge
from medoffice_xl.intake.open_bills import meet_payables, restated
from medoffice_xl.intake.open_provider_adjustments import open_problems
from medoffice_xl.intake.patient_statements import meet_statements, sent_again, standing
from medoffice_xl.intake.payer_names import name_payers, own_names
from medoffice_xl.intake.payments import merge_payments
from medoffice_xl.intake.provider_adjustments import followed, still_settled
from medoffice_xl.intake.remarks import change_remarks
from medoffice_xl.intake.restated import restated_remarks
from medoffice_xl.intake.sources import Settings
from medoffice_xl.intake.spread_payments import told_once
from medoffice_xl.intake.staff_list import meet_staff
from medoffice_xl.intake.standing_problems import listed_anew
from medoffice_xl.intake.versions import OF_REMITTANCES, Key, among_traces, arrive, keys
from medoffice_xl.intake.work_notes import meet_work, worked_again
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.reading import Reading
from medoffice_xl.tables import IMPORTS, PROBLEMS, PROVIDER_ADJUSTMENTS, TABLES, empty_frame


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
    told, book["problems"] = told_once([reading for reading, _ in readings], book)
    waiting = deque(zip(told, (digest for _, digest in readings), strict=True))
    while waiting:
        group = _next_group(waiting, book)
        reading, digest = group[0]
        before = taken_in_before(book["imports"], digest, reading.kind, reading.told)
        step = _known(reading, before) if before else _take(group, book, today, settings or Settings())
        book |= step.frames
        total = total.followed_by(step)
    return total.followed_by(_followed(total.frames, book, today))


def _followed(changed: Mapping[str, pd.DataFrame], book: Mapping[str, pd.DataFrame], today: date) -> Intake:
    """What became of the provider adjustments, where anything changed that they are about."""
    if not {"provider_adjustments", "charges"} & set(changed) or book["provider_adjustments"].empty:
        return Intake({})
    frame = followed(book["provider_adjustments"], book)
    problems, new = listed_anew(
        book["problems"], (PROVIDER_ADJUSTMENTS.sheet,), list(open_problems(frame, book["remits"])), today
    )
    return Intake({"provider_adjustments": frame, "problems": problems}, problems=new)


def _next_group(waiting: deque[tuple[Reading, str]], book: Mapping[str, pd.DataFrame]) -> list[tuple[Reading, str]]:
    """The next reading, and with it those after it as long as all of them are new remittances."""
    group = [waiting.popleft()]
    own_name = own_names(book["payers"])
    seen: set[Key] = set()
    digests = {*book["imports"]["content_hash"]}

    def is_new(reading: Reading, digest: str) -> bool:
        if set(reading.tables) != {*OF_REMITTANCES} or digest in digests:
            return False
        checks = reading.tables["remittances"]
        there = book["remittances"][among_traces(book["remittances"]["trace"], checks["trace"])]
        own = keys(checks, own_name)
        if len({*own}) < len(own) or not seen.union(keys(there, own_name)).isdisjoint(own):
            return False
        seen.update(own)
        digests.add(digest)
        return True

    if is_new(*group[0]):
        while waiting and is_new(*waiting[0]):
            group.append(waiting.popleft())
    return group


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
    replaced: frozenset[str] = frozenset()
    for reading, digest in group:
        numbered = under_own_numbers(reading, book["charges"])
        stated |= numbered.voided
        tables: Mapping[str, pd.DataFrame]
        tables, told = name_payers(numbered.reading.tables, book["payers"], reading.file)
        anew = told_otherwise(book["imports"], reading, digest)
        far = far_days(reading.file, reading.tables, book, today)
        problems += [*reading.problems, *anew, *numbered.problems, *told, *far]
        if len(group) == 1 and "remittances" in tables:
            arrival = arrive(tables, book, own_names(book["payers"]))
            problems += restated_remarks(reading.file, arrival)
            replaced, there = arrival.replaced, book["provider_adjustments"]
            again = there[there["remittance"].isin(replaced)]
            taken = still_settled(arrival.tables["provider_adjustments"], again)
            tables = {**arrival.tables, "provider_adjustments": taken}
        named.append(replace(reading, tables=tables))
    tables = {name: _joined([reading.tables[name] for reading in named]) for name in named[0].tables}
    for meet in (meet_payables, meet_bank, meet_budget, meet_staff, meet_statements, meet_work):
        tables, told = meet(group[0][0].file, tables, book)
        problems += told
    merged = {
        name: merge(
            TABLES[name],
            book[name],
            standing(frame),
            _stated(name, book[name], frame, stated, replaced),
        )
        for name, frame in tables.items()
        if name not in ("payments", *BOOKS)
    }
    after = dict(book) | {name: each.frame for name, each in merged.items()}
    if {*BOOKS} & set(tables):
        books, told = merge_books(group[0][0].file, tables, book, settings.year_start)
        merged |= books
        problems += told
    elif "costs" in tables:
        problems += beside_lists(group[0][0].file, merged["costs"].frame, tables["costs"]["month"])
    own = [name for name in merged if name in tables and name != "export_columns"]
    if {"charges", "remits", "payments"} & set(tables):
        merged["payments"], told = merge_payments(named, book, after, tables, replaced, settings)
        problems += told
    changes = pd.concat([merged[name].changes for name in own], ignore_index=True)
    problems += change_remarks(group[0][0].file, changes[~changes["table"].isin(OF_REMITTANCES)])
    frames = {name: each.frame for name, each in merged.items()}
    frames["imports"] = merge(IMPORTS, book["imports"], _log(group, merged, own, problems, today)).frame
    frames["problems"] = _problem_rows(book["problems"], [reading.file for reading, _ in group], problems, today)
    counts = {name: Counts(each.added, each.changed, each.unchanged, each.removed) for name, each in merged.items()}
    return Intake(frames, counts, changes, problems)


def _stated(
    name: str, current: pd.DataFrame, incoming: pd.DataFrame, voided: "pd.Series[bool]", replaced: Collection[str]
) -> "pd.Series[bool] | None":
    """The rows of a table that a reading states anew as a whole: those of its remittances, charges it voids, bills that
    it gives another amount, months of an account that it budgets, and statements that it says again."""
    if name in OF_REMITTANCES:
        return current["remittance"].isin(replaced)
    if name == "bills":
        return restated(incoming, current)
    if name == "patient_statements":
        return sent_again(incoming, current)
    if name == "worklist":
        return worked_again(incoming, current)
    if name == "budget_amounts":
        return budgeted_again(incoming, current)
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
    return pd.DataFrame(rows).astype(empty_frame(IMPORTS).dtypes.to_dict())


def _joined(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    return frames[0] if len(frames) == 1 else pd.concat(frames, ignore_index=True)


def _problem_rows(current: pd.DataFrame, files: Sequence[str], problems: list[Problem], today: date) -> pd.DataFrame:
    """The list of problems with these files': those of an earlier version of a file give way to the new ones."""
    rows = pd.DataFrame([problem.as_dict() for problem in problems], columns=PROBLEMS.names)
    rows["severity"] = rows["severity"].astype("str")
    incoming = fitted(PROBLEMS, rows.assign(found=pd.Timestamp(today)))
    return fitted(PROBLEMS, pd.concat([current[~current["file"].isin(files)], incoming], ignore_index=True))
