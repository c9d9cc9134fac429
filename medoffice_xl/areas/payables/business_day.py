"""Business days as the Internal Revenue Code counts them: those of the District of Columbia."""

from datetime import date, timedelta
from functools import cache
from typing import Any

_SATURDAY = 5


def is_business_day(day: date) -> bool:
    """Whether the day is neither a Saturday, a Sunday nor a legal holiday in the District of Columbia."""
    return day.weekday() < _SATURDAY and day not in _holidays(day.year)


def business_day(day: date) -> date:
    """The day, or the next one that is a business day.

    >>> business_day(date(2026, 1, 31)), business_day(date(2027, 4, 15))
    (datetime.date(2026, 2, 2), datetime.date(2027, 4, 15))
    """
    while not is_business_day(day):
        day += timedelta(days=1)
    return day


@cache
def _holidays(year: int) -> frozenset[date]:
    """The legal holidays of a year, the one of next January that is observed in this December among them."""
    import holidays  # noqa: PLC0415  (cell functions import without it)

    found: Any = holidays.country_holidays("US", subdiv="DC", years=(year, year + 1))
    return frozenset(found)
