"""The practice's costs, from an export of the ledger or typed in a spreadsheet, to *Costs*."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pandas as pd

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.body import Body, open_body
from medoffice_xl.readers.file import File
from medoffice_xl.readers.findings import line_ranges
from medoffice_xl.readers.headers import find_header
from medoffice_xl.readers.left_out import leave_out
from medoffice_xl.readers.months import month_said
from medoffice_xl.readers.reader import NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.sheets import Cell
from medoffice_xl.readers.typed import text, type_columns
from medoffice_xl.tables import COSTS, Column, empty_frame

KIND = "costs"
COLUMNS: tuple[Column, ...] = COSTS.columns
NEEDED = ("month", "account", "category", "behaviour", "amount")


def recognises(file: File) -> int:
    """A list of costs has month, account and amount, fixed or variable."""
    return 90 if {"month", "account", "behaviour", "amount"} <= set(find_header(file.grid, COLUMNS).places) else NO


def read(path: Path, mapping: Mapping[str, str] | None = None) -> Reading:
    """The rows of a list of costs; those of one account and month add up.

    A row whose kind is not known is reported and not taken in; nothing is guessed.
    """
    body = _in_words(_by_month(open_body(path, "a list of costs", COLUMNS, NEEDED, mapping)))
    typed = type_columns(body, COLUMNS, ("month", "amount"))
    frame = typed.frame.assign(line=pd.Series(body.lines, dtype="int64"), source="")
    for name in ("category", "behaviour"):
        frame[name] = frame[name].str.casefold()
    frame = frame.drop(index=sorted(typed.unreadable))
    problems = [*body.problems, *typed.problems]
    for name in NEEDED:
        empty = frame[name].isna() if name in ("month", "amount") else frame[name] == ""
        frame = leave_out(body, frame, empty, name, "This is empty; the row was not taken in.", "Fill it in.", problems)
    for name in ("category", "behaviour"):
        choices = COSTS[name].choices
        strange = ~frame[name].isin(choices)
        advice = f"Use one of: {', '.join(choices)}."
        if name == "behaviour":
            advice += " A cost that is partly fixed is two rows; a ledger's may have a share, on the sheet Accounts."
        frame = leave_out(
            body, frame, strange, name, "This word is not known; the row was not taken in.", advice, problems
        )
    frame["month"] = frame["month"].dt.to_period("M").dt.to_timestamp().astype("datetime64[us]")
    frame = _added_up(body, frame, problems)
    rows = frame[COSTS.names].astype(empty_frame(COSTS).dtypes.to_dict()).reset_index(drop=True)
    return Reading(path.name, KIND, {"costs": rows}, problems)


def _by_month(body: Body) -> Body:
    """The body with months such as `Jan 2026` as days; whole days stay for their column to be read as one."""
    if "month" not in body.cells:
        return body
    known = {cell: _first_day(cell) for cell in set(body.cells["month"])}
    return replace(body, cells={**body.cells, "month": [known[cell] for cell in body.cells["month"]]})


_YES = re.compile(r"(?i)y|yes|true|x|1(\.0+)?|100(\.0+)?\s*%")
_NO = re.compile(r"(?i)n|no|false|0(\.0+)?(\s*%)?")


def _in_words(body: Body) -> Body:
    """The body with the answers of a column `Fixed` (or `Variable`) in the table's words: yes, or 100%, is fixed."""
    said = {word for word in ("fixed", "variable") if word in body.match.heading("behaviour").casefold()}
    if "behaviour" not in body.cells or len(said) != 1:
        return body
    yes, no = ("fixed", "variable") if said == {"fixed"} else ("variable", "fixed")
    known = {cell: _answer(text(cell), yes, no) or cell for cell in set(body.cells["behaviour"])}
    return replace(body, cells={**body.cells, "behaviour": [known[cell] for cell in body.cells["behaviour"]]})


def _answer(cell: str, yes: str, no: str) -> str:
    return yes if _YES.fullmatch(cell) else no if _NO.fullmatch(cell) else ""


def _first_day(cell: Cell) -> Cell:
    month = month_said(cell) if isinstance(cell, str) else None
    return month.first if month else cell


def _added_up(body: Body, frame: pd.DataFrame, problems: list[Problem]) -> pd.DataFrame:
    """One row an account and month of each kind: a ledger posts to an account more than once a month."""
    again = frame.duplicated(list(COSTS.key))
    if not again.any():
        return frame
    lines = line_ranges(frame.loc[frame.duplicated(list(COSTS.key), keep=False), "line"])
    found = f"Rows of the same account and month were added up (lines {lines})."
    problems.append(Problem(Severity.NOTE, found, "Nothing to do, if they are not the same cost twice.", body.file))
    sums = frame.groupby(list(COSTS.key), sort=False)["amount"].transform("sum")
    return frame.assign(amount=sums)[~again]


READER = Reader(KIND, recognises, lambda file: read(file.path, file.mapping), COLUMNS)
