"""Business days of the United States: Monday to Friday, its holidays left out."""

from datetime import date, timedelta
from functools import cache, lru_cache

import numpy as np


@cache
def us_holidays(first: int, last: int) -> list[date]:
    """Days of these years on which the United States keep a holiday, observed ones among them."""
    from holidays import country_holidays  # noqa: PLC0415  (cell functions import without it)

    return sorted(country_holidays("US", years=range(first, last + 1)))


@cache
def _calendar(first: int, last: int) -> np.busdaycalendar:
    return np.busdaycalendar(holidays=us_holidays(first, last))


@lru_cache(4096)
def business_days(first: date, last: date) -> int:
    """Business days from one day to another, United States holidays left out; negative where the other comes before.

    >>> business_days(date(2026, 7, 2), date(2026, 7, 6))  # Friday the 3rd is Independence Day, observed
    1
    """
    return int(np.busday_count(first, last, busdaycal=_calendar(min(first, last).year, max(first, last).year)))


@lru_cache(4096)
def last_business_day(day: date, before: int = 0) -> date:
    """The last business day on or before the day that lies so many calendar days before this one.

    >>> last_business_day(date(2026, 7, 8), 3)
    datetime.date(2026, 7, 2)
    """
    wanted = day - timedelta(days=before)
    found = np.busday_offset(wanted, 0, roll="backward", busdaycal=_calendar(wanted.year - 1, wanted.year + 1))
    return date.fromisoformat(str(found))


@lru_cache(4096)
def on_business_day(day: date) -> date:
    """The day itself, or the next business day.

    >>> on_business_day(date(2026, 7, 3))
    datetime.date(2026, 7, 6)
    """
    found = np.busday_offset(day, 0, roll="forward", busdaycal=_calendar(day.year, day.year + 1))
    return date.fromisoformat(str(found))


@lru_cache(4096)
def next_business_day(day: date) -> date:
    """The first business day after the day.

    >>> next_business_day(date(2026, 7, 2))
    datetime.date(2026, 7, 6)
    """
    found = np.busday_offset(day, 1, roll="backward", busdaycal=_calendar(day.year - 1, day.year + 1))
    return date.fromisoformat(str(found))
