"""The list of registered patients that every practice-management system exports, without who they are.

A birth date becomes an age band, a ZIP code its first three digits, while the file is read; neither is kept, and no
problem quotes one.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pandas as pd

from medoffice_xl.areas.marketing.age_bands import BANDS, age_on, band_of_age
from medoffice_xl.areas.marketing.registration_columns import COLUMNS, PRIVATE
from medoffice_xl.areas.marketing.tables import REGISTRATIONS, SEXES
from medoffice_xl.areas.marketing.zip3 import zip3_of
from medoffice_xl.day_limits import FIRST_BIRTH
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.body import Body, open_body
from medoffice_xl.readers.dates import Order, day, orders_of
from medoffice_xl.readers.file import File
from medoffice_xl.readers.findings import line_ranges, row_problems
from medoffice_xl.readers.headers import find_header
from medoffice_xl.readers.left_out import leave_out
from medoffice_xl.readers.reader import NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.sheets import Cell
from medoffice_xl.readers.typed import text, type_columns
from medoffice_xl.tables import empty_frame

KIND = "registrations"

_WHERE_FROM = {"source", "first_visit"}
_WHO = {"birth_date", "age", "age_band", "zip", "zip3", "sex", "payer", "referrer"}
_SURE = 92
_SEX_WORDS = {
    "f": "female", "w": "female", "woman": "female", "m": "male", "man": "male", "x": "other", "o": "other",
    "nonbinary": "other", "non-binary": "other", "nb": "other", "u": "", "unknown": "", "unk": "", "undisclosed": "",
    "not specified": "", "declined": "", "": "",
}  # fmt: skip
_TWO_FIGURE_YEAR = re.compile(r".*\D\d{2}")
_WHOLE = re.compile(r"(\d{1,3})(?:\.0+)?(?:\s*(?:y|yr|yrs|years?))?", re.IGNORECASE)


def recognises(file: File) -> int:
    """A list of patients says whose account it is, since when or from where, and something of who they are."""
    places = find_header(file.grid, COLUMNS).places.keys()
    return _SURE if "account" in places and places & _WHERE_FROM and places & _WHO else NO


def read(path: Path, mapping: Mapping[str, str] | None = None, today: date | None = None) -> Reading:
    """A row a patient. What cannot be read of one is a problem, and that cell stays empty."""
    body = open_body(path, "a list of registrations", COLUMNS, ("account",), mapping)
    typed = type_columns(body, REGISTRATIONS.columns, ("account",))
    problems = [*body.problems, *typed.problems]
    frame = typed.frame.assign(line=body.lines)
    ages_on = _day_of(frame, today or date.today())
    frame["zip3"] = _each(body, "zip", frame["zip3"], zip3_of, "a ZIP code", problems, in_place_of="zip3")
    frame["age_band"] = _bands(body, frame["age_band"], ages_on, problems)
    frame["sex"] = _each(body, "sex", frame["sex"], _sex, f"a sex ({', '.join(SEXES)})", problems)
    frame = leave_out(body, frame, frame["account"] == "", "account",
                      "The account is empty; the row was not taken in.", "Fill it in.", problems)  # fmt: skip
    frame = _once(body, frame, problems)
    problems += _remarks(body, frame, ages_on, today or date.today())
    rows = frame[REGISTRATIONS.names].astype(empty_frame(REGISTRATIONS).dtypes.to_dict()).reset_index(drop=True)
    return Reading(path.name, KIND, {REGISTRATIONS.name: rows}, problems)


def _day_of(frame: pd.DataFrame, today: date) -> date:
    """The latest day that the file names, none after today: it says the same whenever the file is read."""
    days = frame["first_visit"].dropna()
    known = days[days <= pd.Timestamp(today)]
    return known.max().date() if len(known) else today


def _each(
    body: Body,
    name: str,
    otherwise: "pd.Series[str]",
    read_one: Callable[[str], str],
    what: str,
    problems: list[Problem],
    in_place_of: str = "",
) -> "pd.Series[str]":
    """The cells of a column read one by one; one that cannot be is told by its line alone, without what it says.

    Where the file has no such column, the one `in_place_of` is read the same way.
    """
    column = name if name in body.cells else in_place_of
    if column not in body.cells:
        return otherwise
    found, bad = [], []
    for line, cell in zip(body.lines, body.cells[column], strict=True):
        value, ok = _tried(read_one, text(cell).strip())
        found.append(value)
        if not ok:
            bad.append((line, ""))
    problems += row_problems(Severity.DATA, f"This is not {what}; the cell was left empty.",
                             "Correct it and import the file again.", body.file, bad,
                             body.match.heading(column))  # fmt: skip
    return pd.Series(found, otherwise.index, dtype="str")


def _tried(read_one: Callable[[str], str], said: str) -> tuple[str, bool]:
    if not said:
        return "", True
    try:
        return read_one(said), True
    except ValueError:
        return "", False


def _sex(word: str) -> str:
    plain = word.casefold()
    if plain in SEXES:
        return plain
    if plain not in _SEX_WORDS:
        raise ValueError(word)
    return _SEX_WORDS[plain]


def _bands(body: Body, bands: "pd.Series[str]", on: date, problems: list[Problem]) -> "pd.Series[str]":
    """The age bands, of birth dates where the file has them, else of ages, else as it says them."""
    if "birth_date" in body.cells:
        return _of_birth_dates(body, bands, on, problems)
    if "age" in body.cells:
        return _each(body, "age", bands, _of_age, "an age in years", problems)
    return _each(body, "age_band", bands, _band, f"an age band ({', '.join(BANDS)})", problems)


def _of_birth_dates(body: Body, bands: "pd.Series[str]", on: date, problems: list[Problem]) -> "pd.Series[str]":
    order = orders_of({"birth_date": body.column("birth_date").distinct()})["birth_date"]
    found, bad = [], []
    for line, cell in zip(body.lines, body.cells["birth_date"], strict=True):
        try:
            found.append(_of_birth_date(cell, order, on))
        except ValueError:
            found.append("")
            bad.append((line, ""))
    problems += row_problems(
        Severity.DATA,
        "This is not a birth date, or one after the file's own days; the age band was left empty.",
        "Correct it and import the file again.",
        body.file,
        bad,
        body.match.heading("birth_date"),
    )
    return pd.Series(found, bands.index, dtype="str")


def _of_birth_date(cell: Cell, order: Order, on: date) -> str:
    """The band of who was born on a day. A year of two figures that is still to come is of the century before."""
    born = day(cell, order, FIRST_BIRTH)
    if born is None:
        return ""
    if born > on and isinstance(cell, str) and _TWO_FIGURE_YEAR.fullmatch(cell.strip()):
        return band_of_age(age_on(born, on) + 100)
    return band_of_age(age_on(born, on))


def _of_age(said: str) -> str:
    found = _WHOLE.fullmatch(said)
    if not found:
        raise ValueError(said)
    return band_of_age(int(found[1]))


def _band(said: str) -> str:
    plain = re.sub(r"\s*(?:-|–|—|to)\s*", "-", said.casefold()).replace(" and over", "+").replace(" or over", "+")
    if plain not in BANDS:
        raise ValueError(said)
    return plain


def _once(body: Body, frame: pd.DataFrame, problems: list[Problem]) -> pd.DataFrame:
    """Each account once: of several rows of one, the earliest first visit counts."""
    ordered = frame.sort_values("first_visit", kind="stable", na_position="last")
    again = ordered.duplicated("account")
    if again.any():
        lines = line_ranges(ordered["line"][again])
        found = f"{int(again.sum()):,} rows repeat an account; the earliest first visit was taken (others: {lines})."
        problems.append(Problem(Severity.NOTE, found, "Nothing to do.", body.file))
    return ordered[~again].sort_index()


def _remarks(body: Body, frame: pd.DataFrame, ages_on: date, today: date) -> list[Problem]:
    remarks = []
    private = [body.match.heading(column.name) for column in PRIVATE if column.name in body.cells]
    if private:
        found = (
            f"Of {', '.join(private)} only the age band (on {ages_on:%m/%d/%Y}, the latest day in the file) and the "
            "first three digits of the ZIP code were kept."
        )
        remarks.append(Problem(Severity.NOTE, found, "Nothing to do.", body.file))
    late = frame["first_visit"] > pd.Timestamp(today)
    places = [
        (int(line), f"{on:%Y-%m-%d}") for line, on in frame.loc[late, ["line", "first_visit"]].itertuples(index=False)
    ]
    return [*remarks, *row_problems(Severity.DATA,
        f"The first visit is in the future (today is {today}); the row was taken in as it is.",
        "Correct it in the practice-management system, or export again when the visit has been.", body.file, places,
        body.match.heading("first_visit"))]  # fmt: skip


READER = Reader(KIND, recognises, lambda file: read(file.path, file.mapping, file.today), COLUMNS)
