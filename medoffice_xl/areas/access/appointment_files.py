"""A scheduler's list of appointments, as OpenEMR, DrChrono, Tebra and others export it: names and birth dates dropped.

Two things differ from other tables: day and time of day may stand in one cell, and many lists have no number of the
appointment, so that one is made of what does not change about it.
"""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from medoffice_xl.areas.access.clock import as_clock, length_of, minute_of
from medoffice_xl.areas.access.own_cells import each_cell, read_cells
from medoffice_xl.areas.access.statuses import statuses_of
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.body import Body, open_body
from medoffice_xl.readers.file import File
from medoffice_xl.readers.headers import find_header
from medoffice_xl.readers.left_out import leave_out
from medoffice_xl.readers.reader import NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.typed import Typed, type_columns
from medoffice_xl.tables import empty_frame
from medoffice_xl.tables.appointments import APPOINTMENTS, Outcome

KIND = "appointments"
_READ_HERE = ("starts", "minutes", "cancelled_at")
_PLAIN = tuple(column for column in APPOINTMENTS if column.name not in _READ_HERE)
_SURE, _LIKELY = 94, 88


def recognises(file: File) -> int:
    """A list of appointments has days with a status, and times, types or lengths, and nothing that was charged."""
    if not file.grid.rows:
        return NO
    match = find_header(file.grid, APPOINTMENTS.columns, _with_day(file))
    found = match.places.keys()
    if not {"day", "status", "provider"} <= found or _says_money(match.headings):
        return NO
    return _SURE if {"starts", "type", "minutes"} & found else _LIKELY if "appointment" in found else NO


def _with_day(file: File) -> Mapping[str, str]:
    """The user's mapping; where no column is the day alone, the one of the time is taken to say the day too."""
    match = find_header(file.grid, APPOINTMENTS.columns, file.mapping)
    if "day" in match.places or "starts" not in match.places:
        return file.mapping
    return {**file.mapping, match.heading("starts"): "day"}


def _says_money(headings: list[str]) -> bool:
    """Whether a heading says that something was charged or paid: then it is an export of charges."""
    words = ("charge", "amount", "paid", "balance", "cpt", "hcpcs", "procedure code")
    return any(word in heading.casefold() for heading in headings for word in words)


def read(path: Path, mapping: Mapping[str, str] | None = None) -> Reading:
    """A row an appointment. One without a day or a provider is a problem and is not taken in.

    A status that no one knows stays as it is, is told, and counts nowhere until *Appointment statuses* says what it is
    taken as. Raises CannotRead where a column is missing.
    """
    body = open_body(path, "a list of appointments", APPOINTMENTS.columns, ("day", "status", "provider"), mapping)
    typed = type_columns(body, _PLAIN, ("day",))
    problems = [*body.problems, *typed.problems]
    frame = _with_times(body, typed, problems)
    frame = frame.drop(index=list(typed.unreadable))
    frame = leave_out(body, frame, frame["day"].isna(), "day", "The day is empty; the row was not taken in.",
                      "Fill it in.", problems)  # fmt: skip
    frame = leave_out(body, frame, frame["provider"] == "", "provider", "The provider is empty; the row was not taken "
                      "in.", "Fill in who was to see the patient.", problems)  # fmt: skip
    problems += _unknown(body, frame)
    frame["appointment"] = _numbered(frame)
    rows = frame[APPOINTMENTS.names].astype(empty_frame(APPOINTMENTS).dtypes.to_dict()).reset_index(drop=True)
    return Reading(path.name, KIND, {APPOINTMENTS.name: rows}, problems)


def _with_times(body: Body, typed: Typed, problems: list[Problem]) -> pd.DataFrame:
    """The typed rows with times of day as the table writes them: from their own cell, else from the day's."""
    frame = typed.frame.assign(line=body.lines)
    frame["starts"] = _clock(body, "starts", "day", problems)
    frame["cancelled_at"] = _clock(body, "cancelled_at", "cancelled_on", problems)
    minutes = read_cells(body, "minutes", length_of, "a length in minutes", "Write it as 30.", problems)
    frame["minutes"] = pd.Series(minutes, dtype="Int64")
    return frame


def _clock(body: Body, name: str, day: str, problems: list[Problem]) -> "pd.Series[str]":
    """Times of day as the table writes them: of the column itself, else of the column of its day."""
    if name in body.cells:
        minutes = read_cells(body, name, minute_of, "a time of day", "Write it as 08:30 or 2:05 PM.", problems)
    else:
        minutes = each_cell(body.column(day), minute_of)
    return pd.Series([as_clock(minute) for minute in minutes], dtype="str")


def _unknown(body: Body, frame: pd.DataFrame) -> list[Problem]:
    """A problem for each status that does not come with the package, with how many appointments have it."""
    known = statuses_of(None)
    strange = frame.loc[[known.of(status) == Outcome.UNKNOWN for status in frame["status"]]]
    return [
        Problem(
            Severity.DATA,
            f"{len(rows):,} appointments have this status, and nobody says what it is taken as; they count nowhere.",
            "Add it to the sheet Appointment statuses, unless you have already.",
            body.file,
            int(rows["line"].iloc[0]),
            body.match.heading("status"),
            str(status),
        )
        for status, rows in strange.groupby("status", sort=True)
    ]


def _numbered(frame: pd.DataFrame) -> "pd.Series[str]":
    """Each appointment's own number; where the list has none, its provider, day, time and type, and of several alike
    which one it is: so a list of a longer time adds only what is new."""
    day = frame["day"].dt.strftime("%Y-%m-%d")
    made = day + " " + frame["starts"] + " " + frame["provider"] + " " + frame["type"] + " " + frame["patient_acct"]
    made = made.str.split().str.join(" ")
    which = made.groupby(made).cumcount() + 1
    made = made + (" #" + which.astype("str")).where(which > 1, "")
    return frame["appointment"].where(frame["appointment"] != "", made)


READER = Reader(KIND, recognises, lambda file: read(file.path, _with_day(file)), APPOINTMENTS.columns)
