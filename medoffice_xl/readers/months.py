"""Months as books and lists write them: `Jan 2026`, `January 2026`, `Jan-26`, `1/2026`, `2026-01`, `Jan 1-31, 2026`."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime

from medoffice_xl.blanks import as_seen, trimmed
from medoffice_xl.readers.said_days import Period, said_period
from medoffice_xl.readers.sheets import Cell

_FIGURES = (
    re.compile(r"(?P<month>\d{1,2})[/.-](?P<year>20\d\d)"),
    re.compile(r"(?P<year>20\d\d)[/.-]?(?P<month>\d{2}|(?<=[/.-])\d)"),
)


@dataclass(frozen=True, slots=True)
class Month:
    """A month by its first day; not `whole` where only some of its days are meant."""

    first: date
    whole: bool = True

    @property
    def last(self) -> date:
        """Its last day."""
        return self.first.replace(day=monthrange(self.first.year, self.first.month)[1])

    def __str__(self) -> str:
        return f"{self.first:%B %Y}"


def month_said(cell: Cell) -> Month | None:
    """The month that a cell means and nothing else; None for anything else, a quarter or a single day as text too.

    >>> month_said("Jan 2026").first, month_said("2026-01").first, month_said("Jan 1 - 15, 2026").whole
    (datetime.date(2026, 1, 1), datetime.date(2026, 1, 1), False)
    """
    if isinstance(cell, datetime | date):
        return Month(date(cell.year, cell.month, 1))
    if not isinstance(cell, str):
        return None
    text = trimmed(as_seen(cell))
    for pattern in _FIGURES:
        found = pattern.fullmatch(text)
        if found and 1 <= int(found["month"]) <= 12:
            return Month(date(int(found["year"]), int(found["month"]), 1))
    said = said_period(text)
    if said is None or said.rest or said.year_alone or (said.period.last is None and _names_a_day(text)):
        return None
    return month_of(said.period)


def month_of(period: Period) -> Month | None:
    """The month that a period lies in; None where it lies in several."""
    first, last = period.first, period.last
    if last is not None and (first.year, first.month) != (last.year, last.month):
        return None
    month = Month(first.replace(day=1))
    whole = last is None or (first.day == 1 and last == month.last)
    return Month(month.first, whole)


def _names_a_day(text: str) -> bool:
    """Whether a text says a day beside month and year."""
    return len(re.findall(r"\d+", text)) > 1
