"""A list of employees, as payroll services and HR systems export it, into the sheet *Staff*.

Numbers stand for people, with initials; names, pay, addresses, birth dates, social security numbers and bank accounts
stay in the file.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from medoffice_xl.areas.staff.hours_columns import SOCIAL_SECURITY, private_headings
from medoffice_xl.areas.staff.staff_columns import COLUMNS, kind_of, leave_of
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.body import Body, open_body
from medoffice_xl.readers.file import File
from medoffice_xl.readers.findings import left_out
from medoffice_xl.readers.headers import find_header
from medoffice_xl.readers.quickbooks.postings import typed_rows
from medoffice_xl.readers.reader import NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.typed import type_columns
from medoffice_xl.tables import STAFF
from medoffice_xl.tables.staff import PROVIDERS, SUPPORT

KIND = "employee list"
_SURE = 93
_NEEDED = ("employee_id", "role", "hired")
_KEPT = ("department", "weekly_hours", "license_until", "dea_since", "board_until", "cpr_on", "i9_on", "review_on")


def recognises(file: File) -> int:
    """A list of employees has numbers, titles and days of hire."""
    return _SURE if {*_NEEDED} <= find_header(file.grid, COLUMNS).places.keys() else NO


def read(path: Path, mapping: Mapping[str, str] | None = None) -> Reading:
    """One row an employee. Raises CannotRead without a number, a title and a day of hire."""
    body = open_body(path, "a list of employees", COLUMNS, _NEEDED, mapping, private_headings, "employees")
    typed = type_columns(body, COLUMNS, _NEEDED)
    frame = typed.frame.assign(line=pd.Series(body.lines, dtype="int64")).drop(index=sorted(typed.unreadable))
    problems = [*body.problems, *typed.problems]
    frame = _without(body, frame, frame["employee_id"].eq(""), "name no employee", "Fill in the number", problems)
    frame = _without(
        body, frame, frame["employee_id"].str.fullmatch(SOCIAL_SECURITY),
        "have what looks like a social security number for the employee", "Let payroll export its own numbers",
        problems,
    )  # fmt: skip
    again = frame.duplicated("employee_id", keep="last")
    frame = _without(body, frame, again, "stand again further down, which counts", "Nothing to do", problems)
    rows = [_row(row) for row in frame.to_dict("records")]
    unknown = sorted({row["role"] for row in rows if not row["kind"]})
    if unknown:
        found = f"The staff kind of {', '.join(unknown[:6])}{' and others' if len(unknown) > 6 else ''} is not known."
        to_do = "Choose it on the sheet Staff; until then the row does not count."
        problems.append(Problem(Severity.DATA, found, to_do, body.file))
    problems.append(Problem(Severity.NOTE, "Names were left out: employees are known by their numbers and initials.",
                            "Nothing to do.", body.file))  # fmt: skip
    return Reading(path.name, KIND, {STAFF.name: typed_rows(STAFF, rows)}, problems)


def _row(row: Mapping[Any, Any]) -> dict[str, Any]:
    role, said = str(row["role"]), str(row["kind"]).casefold()
    kept = {name: None if pd.isna(row[name]) else row[name] for name in _KEPT}
    left = None if pd.isna(row["left"]) else row["left"]
    return {
        "employee": row["employee_id"],
        "known_as": _initials(row),
        "role": role,
        "kind": said if said in (*PROVIDERS, *SUPPORT) else kind_of(role) or kind_of(said),
        "hired": row["hired"],
        "left": left,
        "leave": leave_of(str(row["leave"])) if left is not None else "",
        **kept,
    }


def _initials(row: Mapping[Any, Any]) -> str:
    """Of first and last name; of one column the name is last, first or first last."""
    first, last, name = (str(row[field]).strip() for field in ("first_name", "last_name", "name"))
    if not (first or last):
        last, comma, first = name.partition(",")
        if not comma:
            first, _, last = name.rpartition(" ")
    return "".join(each.strip()[:1].upper() for each in (first, last))


def _without(
    body: Body, frame: pd.DataFrame, rows: "pd.Series[bool]", what: str, to_do: str, problems: list[Problem]
) -> pd.DataFrame:
    if rows.any():
        found = left_out(frame.loc[rows, "line"].tolist(), what)
        problems.append(Problem(Severity.DATA, found, f"{to_do}, and import the file again.", body.file))
    return frame[~rows]


READER = Reader(KIND, recognises, lambda file: read(file.path, file.mapping), COLUMNS)
