"""Take what a reader read into the tables of a workbook. Frames in, frames out; no file, no Excel."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from medoffice_xl.intake.history import import_row, taken_in_before
from medoffice_xl.intake.merge import CHANGE_COLUMNS, Merged, fitted, merge
from medoffice_xl.intake.payer_names import name_payers
from medoffice_xl.intake.postings import post
from medoffice_xl.intake.remarks import change_remarks, posting_remarks
from medoffice_xl.intake.sources import Settings, counted_once
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.reading import Reading
from medoffice_xl.tables import IMPORTS, PAYMENTS, PROBLEMS, REMITS, TABLES, empty_frame


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows of one table: new, replaced by another version, there already, and no longer there."""

    added: int
    changed: int
    unchanged: int
    removed: int


@dataclass(frozen=True, slots=True)
class Intake:
    """What an import does: the tables it touches, whole, as they shall be; and what to tell the user.

    `changes` has a row for each changed cell: table, row, column, old, new. Without frames nothing changed.
    """

    frames: Mapping[str, pd.DataFrame]
    counts: Mapping[str, Counts] = field(default_factory=dict)
    changes: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(CHANGE_COLUMNS)))
    problems: list[Problem] = field(default_factory=list)


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
    book = {
        name: fitted(table, current[name]) if name in current else empty_frame(table) for name, table in TABLES.items()
    }
    before = taken_in_before(book["imports"], content_hash)
    if before:
        found = f"This content was taken in on {before[1]} as {before[0]}; nothing was changed."
        return Intake({}, problems=[Problem(Severity.NOTE, found, "Nothing to do.", reading.file)])

    tables, problems = name_payers(reading.tables, book["payers"], reading.file)
    problems = [*reading.problems, *problems]
    merged = {
        name: merge(TABLES[name], book[name], frame, _stated_anew(name, book[name], frame))
        for name, frame in tables.items()
        if name != "payments"
    }
    after = book | {name: each.frame for name, each in merged.items()}
    if {"charges", "remits", "payments"} & set(tables):
        merged["payments"], told = _payments(reading.file, book, after, tables, settings or Settings())
        problems += told
    changes = pd.concat([each.changes for each in merged.values()], ignore_index=True) if merged else _no_changes()
    problems += change_remarks(reading.file, changes[changes["table"] != "payments"])
    return _intake(reading, book, merged, changes, problems, content_hash, today)


def _stated_anew(name: str, current: pd.DataFrame, incoming: pd.DataFrame) -> "pd.Series[bool] | None":
    """Rows of the remittances that the file states again: they are replaced as a whole."""
    if name not in ("remits", "remittances"):
        return None
    return _shares(current, incoming, ("trace", "payer_id"))


def _payments(
    file: str,
    before: Mapping[str, pd.DataFrame],
    after: Mapping[str, pd.DataFrame],
    tables: Mapping[str, pd.DataFrame],
    settings: Settings,
) -> tuple[Merged, list[Problem]]:
    """*Payments* after the intake: the PM export's own for its lines, the 835s' for every claim touched."""
    current, charges, remits = before["payments"], after["charges"], after["remits"]
    incoming, problems = counted_once(file, tables.get("payments", empty_frame(PAYMENTS)), remits, settings)
    exported = tables["charges"] if "payments" in tables else empty_frame(PAYMENTS)
    from_export = (current["source"] == "PM") & _shares(current, exported, ("claim_id", "line_id"))
    new_remits = tables.get("remits", empty_frame(REMITS))
    touched = _claims_touched(before["remits"], new_remits, tables.get("charges"))
    traces = {*before["remits"]["trace"].unique(), *remits["trace"].unique()}
    from_835 = (current["source"] == "835") & current["claim_id"].isin(touched) & current["trace"].isin(traces)

    parts = [incoming]
    if settings.payments_from == "835":
        others = pd.concat([current[~from_export & ~from_835], incoming])
        mine = remits[remits["claim_id"].isin(touched)]
        postings = post(mine, charges, others[others["claim_id"].isin(touched)])
        parts.append(postings.payments)
        problems += posting_remarks(file, mine[_of_file(mine, new_remits)], postings)
    incoming = pd.concat(parts, ignore_index=True)
    return merge(PAYMENTS, current, incoming, from_export | from_835), problems


def _shares(current: pd.DataFrame, incoming: pd.DataFrame, key: tuple[str, str]) -> "pd.Series[bool]":
    """Rows of `current` whose key is also one of `incoming`."""
    shared = current[key[0]].isin(incoming[key[0]].unique())
    near = pd.MultiIndex.from_frame(current.loc[shared, list(key)])
    shared[shared] = near.isin(pd.MultiIndex.from_frame(incoming[list(key)]))
    return shared


def _claims_touched(before: pd.DataFrame, new: pd.DataFrame, charges: pd.DataFrame | None) -> set[str]:
    """Claims of the file, and those of the remittances it replaces."""
    replaced = before[_stated_anew("remits", before, new)]
    claims = {*new["claim_id"].unique(), *replaced["claim_id"].unique()}
    return claims if charges is None else claims | {*charges["claim_id"].unique()}


def _of_file(remits: pd.DataFrame, new: pd.DataFrame) -> "pd.Series[bool]":
    stated = _stated_anew("remits", remits, new)
    return pd.Series(False, remits.index) if stated is None else stated


def _no_changes() -> pd.DataFrame:
    return pd.DataFrame(columns=list(CHANGE_COLUMNS))


def _intake(
    reading: Reading,
    book: Mapping[str, pd.DataFrame],
    merged: Mapping[str, Merged],
    changes: pd.DataFrame,
    problems: list[Problem],
    digest: str,
    today: date,
) -> Intake:
    """The result, with the file in the log of imports and its problems in theirs."""
    counts = {name: Counts(each.added, each.changed, each.unchanged, each.removed) for name, each in merged.items()}
    logged = import_row(
        reading.file,
        reading.kind,
        digest,
        today,
        added=sum(count.added for count in counts.values()),
        changed=sum(count.changed + count.removed for count in counts.values()),
        unchanged=sum(count.unchanged for count in counts.values()),
        problems=len(problems),
    )
    frames = {name: each.frame for name, each in merged.items()}
    frames["imports"] = merge(IMPORTS, book["imports"], logged).frame
    frames["problems"] = _problem_rows(book["problems"], reading.file, problems, today)
    return Intake(frames, counts, changes, problems)


def _problem_rows(current: pd.DataFrame, file: str, problems: list[Problem], today: date) -> pd.DataFrame:
    """The list of problems with this file's: those of an earlier version of the file give way to the new ones."""
    rows = pd.DataFrame([problem.as_dict() for problem in problems], columns=PROBLEMS.names)
    rows["severity"] = rows["severity"].astype("str")
    incoming = fitted(PROBLEMS, rows.assign(found=pd.Timestamp(today)))
    return fitted(PROBLEMS, pd.concat([current[current["file"] != file], incoming], ignore_index=True))
