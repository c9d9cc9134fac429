"""Months as figures are grouped by them: one whole number a month, which every backend makes alike."""

from calendar import monthrange
from datetime import date

import narwhals as nw
import pandas as pd

from medoffice_xl.ledger.period import Period


def month_of(column: str) -> nw.Expr:
    """The month of a day column as one number: year × 12 + month − 1."""
    return (nw.col(column).dt.year() * 12 + nw.col(column).dt.month() - 1).cast(nw.Int64())


def month_number(day: date) -> int:
    """The month of a day as one number.

    >>> month_number(date(2026, 1, 31)) - month_number(date(2025, 12, 1))
    1
    """
    return day.year * 12 + day.month - 1


def month_numbers(days: "pd.Series[pd.Timestamp]") -> "pd.Series[int]":
    """The month of each day as one number; missing where the day is."""
    return days.dt.year * 12 + days.dt.month - 1


def first_day(month: int) -> date:
    """The first day of a month given as a number."""
    return date(month // 12, month % 12 + 1, 1)


def month_end(day: date) -> date:
    """The last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def months_on(day: date, months: int) -> date:
    """The same day so many months later, or that month's last where it has no such day.

    >>> months_on(date(2024, 2, 29), 24)
    datetime.date(2026, 2, 28)
    """
    year, month = divmod(month_number(day) + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def years_on(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes the 28th."""
    return months_on(day, 12 * years)


def months_of(period: Period) -> list[int]:
    """Every month the period touches, oldest first."""
    return list(range(month_number(period.first), month_number(period.last) + 1))


def days_inside(month: int, period: Period) -> tuple[int, int]:
    """Days of the month that are in the period, and days of the month."""
    first = first_day(month)
    length = monthrange(first.year, first.month)[1]
    last = first.replace(day=length)
    inside = (min(last, period.last) - max(first, period.first)).days + 1
    return max(inside, 0), length
