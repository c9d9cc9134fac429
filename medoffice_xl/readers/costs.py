"""The practice's costs, from an export of the ledger or typed in a spreadsheet, to *Costs*."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from medoffice_xl.readers.body import open_body
from medoffice_xl.readers.file import File
from medoffice_xl.readers.headers import find_header
from medoffice_xl.readers.left_out import leave_out
from medoffice_xl.readers.reader import NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.typed import type_columns
from medoffice_xl.tables import COSTS, Column, empty_frame

KIND = "costs"
COLUMNS: tuple[Column, ...] = COSTS.columns
NEEDED = ("month", "account", "category", "behaviour", "amount")


def recognises(file: File) -> int:
    """A list of costs has month, account and amount, fixed or variable."""
    return 90 if {"month", "account", "behaviour", "amount"} <= set(find_header(file.grid, COLUMNS).places) else NO


def read(path: Path, mapping: Mapping[str, str] | None = None) -> Reading:
    """The rows of a list of costs. A row whose kind is not known is reported and not taken in; nothing is guessed."""
    body = open_body(path, "a list of costs", COLUMNS, NEEDED, mapping)
    typed = type_columns(body, COLUMNS, ("month", "amount"))
    frame = typed.frame.assign(line=pd.Series(body.lines, dtype="int64"))
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
        frame = leave_out(
            body, frame, strange, name, "This word is not known; the row was not taken in.", advice, problems
        )
    frame["month"] = frame["month"].dt.to_period("M").dt.to_timestamp().astype("datetime64[us]")
    again = frame.duplicated(list(COSTS.key))
    found = "This account already has a cost in this month; the row was not taken in."
    frame = leave_out(body, frame, again, "account", found, "Add the two up in one row.", problems)
    rows = frame[COSTS.names].astype(empty_frame(COSTS).dtypes.to_dict()).reset_index(drop=True)
    return Reading(path.name, KIND, {"costs": rows}, problems)


READER = Reader(KIND, recognises, lambda file: read(file.path, file.mapping), COLUMNS)
