"""Lists of patient statements, as practice-management systems and statement vendors export them.

Headings are known by their words. Who a patient is stays in the file; of the delivery only its kind is kept, for an
address may stand there.
"""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from medoffice_xl.areas.patients.statement_columns import COLUMNS, DATED, Headings, headings_of
from medoffice_xl.areas.patients.statement_words import delivery_of, not_sent
from medoffice_xl.errors import CannotRead
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.body import Body, open_body
from medoffice_xl.readers.file import File
from medoffice_xl.readers.findings import left_out, line_ranges
from medoffice_xl.readers.headers import LOOKED_AT, normalised
from medoffice_xl.readers.left_out import leave_out
from medoffice_xl.readers.mapping import mapping_beside
from medoffice_xl.readers.reader import NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.sheets import Grid, read_grids
from medoffice_xl.readers.totals import total_rows
from medoffice_xl.readers.typed import type_columns
from medoffice_xl.tables import empty_frame
from medoffice_xl.tables.patient_accounts import STATEMENTS, WITHDRAWN

KIND = "patient statements"
_ACCOUNT, _DAY = "statement_account", "sent_on"
_SURE = 92


def recognises(file: File) -> int:
    """A list of statements says whose account, which day, and what was asked, and that these are statements."""
    return _SURE if _headings(file.grid).is_list_of_statements else NO


def read(path: Path, mapping: Mapping[str, str] | None = None) -> Reading:
    """A row a statement. What was not sent, came back or is a receipt is told and marked as withdrawn.

    A row without an account or a day is a problem and is not taken in. Raises CannotRead where a column is missing.
    """
    mapping = mapping_beside(path) if mapping is None else mapping
    body = open_body(path, "a list of patient statements", COLUMNS, (_ACCOUNT, _DAY), _by_words(path, mapping))
    problems = [*body.problems]
    body = _statements(body, problems)
    typed = type_columns(body, COLUMNS, (_ACCOUNT, _DAY))
    problems += typed.problems
    frame = _dated(body, typed.frame.assign(line=pd.Series(body.lines, dtype="int64")))
    frame = frame.drop(index=sorted(typed.unreadable))
    frame, withdrawn = _withdrawn(body, frame, not_sent(frame), problems)
    frame = _named(body, frame, problems)
    frame["sent_by"] = _delivery(body, frame, problems)
    frame = _once(body, frame, problems)
    both = pd.concat([frame.assign(**{WITHDRAWN: False}), withdrawn.assign(**{WITHDRAWN: True})], ignore_index=True)
    rows = both[[*STATEMENTS.names, WITHDRAWN]].astype(empty_frame(STATEMENTS).dtypes.to_dict())
    return Reading(path.name, KIND, {STATEMENTS.name: rows}, problems)


def _headings(grid: Grid) -> Headings:
    """Those of the row that names the most fields among the first ones; the first such row."""
    found = (headings_of(row) for row in grid.rows[:LOOKED_AT])
    return max(found, key=lambda each: len(each.fields), default=headings_of(()))


def _by_words(path: Path, mapping: Mapping[str, str]) -> dict[str, str]:
    """The user's mapping; the fields that it does not name by the words of the headings."""
    grids = [grid for grid in read_grids(path) if grid.rows]
    if not grids:
        raise CannotRead(f"{path.name} is empty. Export it again.")
    best = max(map(_headings, grids), key=lambda each: len(each.fields))
    told = {normalised(heading) for heading in mapping}
    free = {
        heading: name
        for name, heading in best.fields.items()
        if name not in mapping.values() and normalised(heading) not in told
    }
    return {**free, **mapping}


def _statements(body: Body, problems: list[Problem]) -> Body:
    """The rows that are statements: no totals, and no headings said again on the next page."""
    headings = normalised(body.match.heading(_ACCOUNT)), normalised(body.match.heading(_DAY))
    again = {
        row
        for row, cells in enumerate(zip(body.cells[_ACCOUNT], body.cells[_DAY], strict=True))
        if tuple(map(normalised, cells)) == headings
    }
    if again:
        found = left_out([body.lines[row] for row in again], "repeat the headings")
        problems.append(Problem(Severity.NOTE, found, "Nothing to do.", body.file))
    totals, told = total_rows(body, "a statement", lacks=(_DAY,), numbered_by=_ACCOUNT, amount="asked")
    problems += told
    return body.without({*again, *totals})


def _dated(body: Body, frame: pd.DataFrame) -> pd.DataFrame:
    """The rows with the day of the statement where the file leaves the day it was sent empty throughout."""
    if DATED not in body.cells or frame[_DAY].notna().any():
        return frame
    return frame.assign(**{_DAY: frame[DATED]})


def _withdrawn(
    body: Body, frame: pd.DataFrame, why: "pd.Series[str]", problems: list[Problem]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows that ask a patient for something, and those that do not, as far as they say which statement they are;
    each reason is told with its lines."""
    for reason, rows in frame[why != ""].groupby(why[why != ""], sort=True):
        found = left_out(rows["line"].tolist(), reason)
        problems.append(Problem(Severity.NOTE, found, "Nothing to do, if the file says so rightly.", body.file,
                                int(rows["line"].iloc[0])))  # fmt: skip
    gone = frame[why != ""]
    return frame[why == ""], gone[(gone[_ACCOUNT] != "") & gone[_DAY].notna()].assign(sent_by="")


def _named(body: Body, frame: pd.DataFrame, problems: list[Problem]) -> pd.DataFrame:
    """The rows that say whose statement it is and when it was sent."""
    frame = leave_out(body, frame, frame[_ACCOUNT] == "", _ACCOUNT, "The account is empty; the row was not taken in.",
                      "Fill it in and import the file again.", problems)  # fmt: skip
    return leave_out(body, frame, frame[_DAY].isna(), _DAY, "The day it was sent is empty; the row was not taken in.",
                     "Fill it in, or import the list again when it was sent.", problems)  # fmt: skip


def _delivery(body: Body, frame: pd.DataFrame, problems: list[Problem]) -> "pd.Series[str]":
    """How each was delivered. What is no known way is left empty and told by its lines alone: it may name somebody."""
    ways = frame["sent_by"].map(delivery_of).astype("str")
    strange = frame.loc[(ways == "") & (frame["sent_by"] != ""), "line"]
    if len(strange):
        found = f"{len(strange):,} rows say no known way of delivery; it was left empty (lines {line_ranges(strange)})."
        problems.append(Problem(Severity.NOTE, found, "Type it on the sheet Patient statements, if it matters.",
                                body.file, int(strange.iloc[0]), body.match.heading("sent_by")))  # fmt: skip
    return ways


def _once(body: Body, frame: pd.DataFrame, problems: list[Problem]) -> pd.DataFrame:
    """Each statement once: rows that repeat one wholly are left out."""
    again = frame.duplicated(STATEMENTS.names)
    if again.any():
        found = left_out(frame.loc[again, "line"].tolist(), "repeat a statement")
        problems.append(Problem(Severity.NOTE, found, "Nothing to do.", body.file))
    return frame[~again]


READER = Reader(KIND, recognises, lambda file: read(file.path, file.mapping), COLUMNS)
