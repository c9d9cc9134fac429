"""Paid hours by person over the pay periods that end in a span, and what full time would be in those periods.

A pay period counts where it ends, whole: payroll's weeks and the calendar's months do not meet. So a span is measured
by the pay periods that it has, not by its days.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

from medoffice_xl.areas.staff.people import exact
from medoffice_xl.ledger.calendar_months import month_end, month_number
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.rows import Frame, fetch, take
from medoffice_xl.sets.unchanging import remembered
from medoffice_xl.tables import HOURS

WEEKS, MONTHS = 52, 12
_KINDS = ("regular", "overtime", "double_time", "leave")


@dataclass(frozen=True, slots=True)
class HoursOf:
    """Hours of one person, or of several."""

    regular: Fraction = Fraction(0)
    overtime: Fraction = Fraction(0)
    leave: Fraction = Fraction(0)

    @property
    def worked(self) -> Fraction:
        """Without what was paid and not worked."""
        return self.regular + self.overtime

    @property
    def paid(self) -> Fraction:
        """All that payroll paid."""
        return self.worked + self.leave

    def __add__(self, other: "HoursOf") -> "HoursOf":
        return HoursOf(self.regular + other.regular, self.overtime + other.overtime, self.leave + other.leave)


@dataclass(frozen=True, slots=True)
class _Row:
    """What payroll paid one person for one pay period."""

    employee: str
    begins: date | None
    ends: date
    hours: HoursOf


@dataclass(frozen=True, slots=True)
class PaidHours:
    """Hours by employee, and the spans of days that their pay periods cover, one after another."""

    of: Mapping[str, HoursOf]
    spans: Sequence[Period]
    rows_used: int

    @property
    def days(self) -> int:
        """Days that the pay periods cover."""
        return sum(span.days for span in self.spans)

    def full_time(self, week: Fraction) -> Fraction:
        """Hours of one full-time person over these pay periods.

        Whole calendar months are twelfths of 52 weeks, so that a year is 2,080 hours; any other span is its days.
        """
        return sum((_full_time(span, week) for span in self.spans), Fraction(0))


def paid_hours(hours: Frame, over: Period) -> PaidHours:
    """The hours of the pay periods that end in the span, overtime and double time together.

    A row without the first day of its pay period begins after the period before it; the first of all, without one, is
    as long as the next, or where it is the only one covers the span that was asked for.
    """
    return remembered(_paid_hours, hours, asked=(over,))


def _paid_hours(hours: Frame, over: Period) -> PaidHours:
    dated = remembered(_dated, hours)
    begins = _begins(sorted({row.ends for row in dated if row.ends <= over.last}), over)
    of: dict[str, HoursOf] = {}
    periods: set[tuple[date, date]] = set()
    rows = [row for row in dated if over.first <= row.ends <= over.last]
    for row in rows:
        of[row.employee] = of.get(row.employee, HoursOf()) + row.hours
        periods.add((row.begins or begins[row.ends], row.ends))
    return PaidHours(of, _joined(periods), len(rows))


def _dated(hours: Frame) -> tuple[_Row, ...]:
    """The rows whose pay period has a last day."""
    every = fetch(take(hours, HOURS, "employee", "period_begin", "period_end", *_KINDS))
    return tuple(
        _Row(row["employee"], row["period_begin"], row["period_end"], _hours(row))
        for row in every
        if row["period_end"] is not None
    )


def _hours(row: Mapping[str, Any]) -> HoursOf:
    regular, overtime, double, leave = (exact(row[name]) for name in _KINDS)
    return HoursOf(regular, overtime + double, leave)


def _begins(ends: Sequence[date], over: Period) -> dict[date, date]:
    """The day after the period before, for each last day of a pay period."""
    begins = {later: earlier + timedelta(days=1) for earlier, later in pairwise(ends)}
    if len(ends) > 1:
        begins[ends[0]] = ends[0] - (ends[1] - ends[0]) + timedelta(days=1)
    elif ends:
        begins[ends[0]] = min(over.first, ends[0])
    return begins


def _joined(periods: set[tuple[date, date]]) -> list[Period]:
    """The days that periods cover, as spans that neither overlap nor touch."""
    spans: list[Period] = []
    for first, last in sorted(periods):
        if spans and first <= spans[-1].last + timedelta(days=1):
            spans[-1] = Period(spans[-1].first, max(spans[-1].last, last))
        else:
            spans.append(Period(first, last))
    return spans


def _full_time(span: Period, week: Fraction) -> Fraction:
    if months := whole_months(span):
        return week * WEEKS * months / MONTHS
    return week * span.days / 7


def whole_months(span: Period) -> int:
    """How many calendar months the span is, where it is nothing but whole ones; else 0."""
    if span.first.day != 1 or span.last != month_end(span.last):
        return 0
    return month_number(span.last) - month_number(span.first) + 1
