"""Paid hours out of payroll's files: Gusto's time import, ADP's paydata, and registers of any payroll service.

Only hours come in. Names stand for employees where a file has no numbers; pay, taxes, social security numbers, birth
dates and bank accounts are left aside, and that is said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from medoffice_xl.areas.staff.hours_columns import CODED, COLUMNS, LEAVE, LEAVE_CODES, SOCIAL_SECURITY, private_headings
from medoffice_xl.errors import CannotRead
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.body import Body, open_body
from medoffice_xl.readers.file import File
from medoffice_xl.readers.findings import left_out
from medoffice_xl.readers.headers import find_header
from medoffice_xl.readers.reader import NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.said_days import said_period
from medoffice_xl.readers.typed import type_columns
from medoffice_xl.tables import HOURS, empty_frame

KIND = "payroll hours"
_SURE = 94
_WORKED = ("regular", "overtime", "double_time")
_PERSON = ("employee_id", "name", "last_name")
_TOTAL = r"(?:grand |report |company |department |dept\.? )?totals?\b.*"


def recognises(file: File) -> int:
    """Payroll's file has regular and overtime hours of employees."""
    places = find_header(file.grid, COLUMNS).places.keys()
    return _SURE if {"regular", "overtime"} <= places and places & set(_PERSON) else NO


def read(path: Path, mapping: Mapping[str, str] | None = None, titles: Sequence[str] = ()) -> Reading:
    """The hours, added up by employee and pay period. A file without days takes them from its title or its name.

    Raises CannotRead where nothing says which pay period it is.
    """
    body = open_body(path, "payroll's hours", COLUMNS, ("regular",), mapping, private_headings, "employees")
    _check_persons(body)
    typed = type_columns(body, COLUMNS, ())
    taken = _Taken(body, typed.frame.assign(line=body.lines), [*body.problems, *typed.problems])
    taken.frame["employee"] = _employees(taken)
    _leave_out_totals(taken)
    _leave_out_numbers_of_persons(taken)
    _days(taken, [*titles, path.stem])
    _hours(taken)
    rows = _added_up(taken)
    return Reading(path.name, KIND, {HOURS.name: rows}, taken.problems)


@dataclass(slots=True)
class _Taken:
    """The rows of one file on their way, and what was found."""

    body: Body
    frame: pd.DataFrame
    problems: list[Problem]

    def say(self, severity: Severity, found: str, advice: str, column: str = "") -> None:
        self.problems.append(Problem(severity, found, advice, self.body.file, column=column))

    def leave_out(self, rows: "pd.Series[bool]", severity: Severity, why: str, advice: str) -> None:
        """Take these rows out; their lines are named, and nothing of what stands in them."""
        if rows.any():
            self.say(severity, left_out(self.frame.loc[rows, "line"].tolist(), why), advice)
            self.frame = self.frame[~rows]


def _check_persons(body: Body) -> None:
    if not any(name in body.match.places for name in _PERSON):
        raise CannotRead(f"{body.file} has no column for the employee. Its headings are {body.match.headings}.")


def _employees(taken: _Taken) -> "pd.Series[str]":
    """The number; where a file has none, the name."""
    frame, has = taken.frame, taken.body.match.places
    if "employee_id" in has:
        if "name" in has or "last_name" in has:
            taken.say(Severity.NOTE, "Names were left out: employees are known by their numbers.", "Nothing to do.")
        return frame["employee_id"]
    taken.say(
        Severity.NOTE,
        "This file has no numbers of employees; their names stand for them.",
        "If payroll can export a number, export it: no name is then needed on Staff.",
    )
    if "name" in has:
        return frame["name"]
    return (frame["last_name"] + ", " + frame["first_name"]).str.strip(", ")


def _leave_out_totals(taken: _Taken) -> None:
    texts = [taken.frame[name].str.casefold() for name in ("employee", "name", "last_name")]
    is_total = pd.concat([each.str.fullmatch(_TOTAL) for each in texts], axis=1).any(axis=1)
    taken.leave_out(is_total, Severity.NOTE, "are totals", "Nothing to do.")
    nobody = taken.frame["employee"].eq("")
    taken.leave_out(nobody, Severity.DATA, "name no employee", "Fill in the number, and import the file again.")


def _leave_out_numbers_of_persons(taken: _Taken) -> None:
    """A social security number is no number of an employee, whatever its heading says."""
    taken.leave_out(
        taken.frame["employee"].str.fullmatch(SOCIAL_SECURITY),
        Severity.DATA,
        "have what looks like a social security number for the employee",
        "Let payroll export its own numbers of employees.",
    )


def _days(taken: _Taken, said_by: Sequence[str]) -> None:
    """The pay period of each row: as it says, else the day of the check, else as the file's title or name says."""
    frame = taken.frame
    if "period_end" not in taken.body.match.places and "check_date" in taken.body.match.places:
        taken.say(Severity.NOTE, "The day of the check stands for the end of the pay period.", "Nothing to do.")
        frame = frame.assign(period_end=frame["check_date"])
    elif "period_end" not in taken.body.match.places:
        spans = [
            (said.period.first, said.period.last)
            for text in said_by
            if (said := said_period(text)) and said.period.last is not None
        ]
        if not spans:
            raise CannotRead(
                f"{taken.body.file} says no pay period. Put it into the file's name, such as "
                "“hours 2026-06-01 to 2026-06-15.csv”, and import it again."
            )
        first, last = spans[0]
        told = f"{first:%m/%d/%Y}–{last:%m/%d/%Y}"
        taken.say(Severity.NOTE, f"The pay period is that of the file's title or name: {told}.", "Nothing to do.")
        frame = frame.assign(period_begin=pd.Timestamp(first), period_end=pd.Timestamp(last))
    taken.frame = frame
    without = frame["period_end"].isna()
    taken.leave_out(without, Severity.DATA, "have no day", "Fill in the pay period, and import the file again.")
    backward = taken.frame["period_begin"] > taken.frame["period_end"]
    taken.leave_out(backward, Severity.DATA, "have a pay period that ends before it begins", "Correct the days.")


def _hours(taken: _Taken) -> None:
    """Leave of every kind together; of ADP's coded hours those of leave, and others told."""
    frame = taken.frame.copy()
    leave = frame[list(LEAVE)].fillna(0.0).sum(axis=1)
    for code, amount in CODED:
        words, hours = frame[code].str.casefold(), frame[amount].fillna(0.0)
        is_leave = words.isin(LEAVE_CODES)
        leave += hours.where(is_leave, 0.0)
        strange = sorted(set(frame.loc[~is_leave & hours.ne(0), code]))
        if strange:
            taken.say(
                Severity.DATA,
                f"Hours of the codes {', '.join(strange)} were not taken in: it is not known whether they were worked.",
                "Add them to the regular or the leave hours in the file, and import it again.",
                taken.body.match.heading(code),
            )
    frame["leave"] = leave
    for name in _WORKED:
        frame[name] = frame[name].fillna(0.0)
    taken.frame = frame
    none = frame[[*_WORKED, "leave"]].eq(0).all(axis=1)
    taken.leave_out(none, Severity.NOTE, "have no hours, such as of people on a salary", "Nothing to do.")


def _added_up(taken: _Taken) -> pd.DataFrame:
    """One row an employee and pay period: payroll writes one for each rate, department or check."""
    by = ["employee", "period_end"]
    again = int(taken.frame.duplicated(by).sum())
    if again:
        taken.say(
            Severity.NOTE,
            f"{again:,} further rows of the same employee and pay period were added up.",
            "Nothing to do.",
        )
    sums = dict.fromkeys((*_WORKED, "leave"), "sum")
    rows = taken.frame.groupby(by, as_index=False, sort=False).agg({"period_begin": "min", **sums})
    return rows.assign(source=KIND)[HOURS.names].astype(empty_frame(HOURS).dtypes.to_dict())


def _titles(file: File) -> list[str]:
    """What stands above the headings."""
    rows = file.grid.rows[: find_header(file.grid, COLUMNS).row]
    return [" ".join(str(cell) for cell in row if cell not in ("", None)) for row in rows]


READER = Reader(KIND, recognises, lambda file: read(file.path, file.mapping, _titles(file)), COLUMNS)
