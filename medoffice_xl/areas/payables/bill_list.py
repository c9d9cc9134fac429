"""A plain list of bills, as Xero and most other systems export it: one row a bill, or a row for each of its lines."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pandas as pd

from medoffice_xl.areas.payables.bill_columns import COLUMNS
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.body import open_body
from medoffice_xl.readers.file import File
from medoffice_xl.readers.findings import left_out
from medoffice_xl.readers.headers import find_header
from medoffice_xl.readers.quickbooks.postings import typed_rows
from medoffice_xl.readers.reader import NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.typed import type_columns
from medoffice_xl.tables import BILLS, VENDORS

KIND = "bills"
NEEDED = ("vendor", "bill_date", "amount")
_SURE = 92
_VOID = ("voided", "void", "deleted", "draft")


def recognises(file: File) -> int:
    """A list of bills has vendor, number, day, due day and amount; a sale of the practice has no such columns."""
    places = set(find_header(file.grid, COLUMNS).places)
    return _SURE if {*NEEDED, "number", "due_date"} <= places else NO


def read(path: Path, mapping: Mapping[str, str] | None = None, today: date | None = None) -> Reading:
    """The bills of a list; what is open of them counts from the day of the import, as the file says no other.

    Rows that repeat a bill, a row for each of its lines, are one bill. Void bills and drafts are left out and counted.
    """
    body = open_body(path, "a list of bills", COLUMNS, NEEDED, mapping)
    typed = type_columns(body, COLUMNS, NEEDED)
    frame = typed.frame.assign(line=pd.Series(body.lines, dtype="int64")).drop(index=sorted(typed.unreadable))
    problems = [*body.problems, *typed.problems]
    lacking = frame["vendor"].eq("") | frame["bill_date"].isna() | frame["amount"].isna()
    frame = _without(body.file, frame, lacking, "without vendor, day or amount", Severity.DATA, problems)
    void = frame["status"].str.casefold().isin(_VOID)
    frame = _without(body.file, frame, void, "void or drafts", Severity.NOTE, problems)
    told_by = ["vendor", "number", "bill_date", "amount"]
    again = frame.duplicated(told_by) & frame["number"].ne("")
    frame = _without(body.file, frame, again, "further lines of a bill above them", Severity.NOTE, problems)
    credit = frame["type"].str.casefold().str.contains("credit")
    rows = [
        {
            **{name: row[name] for name in ("vendor", "number", "bill_date", "terms")},
            "due_date": None if pd.isna(row["due_date"]) else row["due_date"],
            "amount": _signed(row["amount"], is_credit),
            "open_balance": None if pd.isna(row["open_balance"]) else _signed(row["open_balance"], is_credit),
            "open_as_of": None if pd.isna(row["open_balance"]) else (today or date.today()),
            "source": KIND,
        }
        for row, is_credit in zip(frame.to_dict("records"), credit, strict=True)
    ]
    vendors = [{"vendor": name} for name in sorted({row["vendor"] for row in rows})]
    tables = {"vendors": typed_rows(VENDORS, vendors), "bills": typed_rows(BILLS, rows)}
    return Reading(path.name, KIND, tables, problems)


def _signed(amount: int, is_credit: bool) -> int:
    return -abs(int(amount)) if is_credit else int(amount)


def _without(
    file: str, frame: pd.DataFrame, rows: "pd.Series[bool]", what: str, severity: Severity, problems: list[Problem]
) -> pd.DataFrame:
    if rows.any():
        found = left_out(frame.loc[rows, "line"].tolist(), f"are {what}")
        advice = "Correct them and import the file again." if severity is Severity.DATA else "Nothing to do."
        problems.append(Problem(severity, found, advice, file))
    return frame[~rows]


READER = Reader(KIND, recognises, lambda file: read(file.path, file.mapping, file.today), COLUMNS)
