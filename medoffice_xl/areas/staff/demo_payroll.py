"""The invented practice's payroll: who is paid from which account of its costs, what, and for which hours.

An account's dollars of a month are shared out among those who worked in it, to the cent; the hours are what these
dollars buy at each one's wage. So payroll, ledger and hours tell one story.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from medoffice_xl.areas.staff.people import days_worked
from medoffice_xl.ledger.calendar_months import month_end

LEAVE_SHARE = 0.05
"""Paid and not worked, for each hour worked."""

QUARTER_HOURS = 4


@dataclass(frozen=True, slots=True)
class Employee:
    """One invented employee: a code, the account the pay is booked to, and cents an hour."""

    code: str
    role: str
    kind: str
    account: str
    wage: int
    hired: date
    left: date | None = None
    leave: str = ""


@dataclass(frozen=True, slots=True)
class Paycheck:
    """What one employee was paid for one half of a month."""

    employee: Employee
    first: date
    last: date
    regular: float
    overtime: float
    leave: float
    cents: int


def halves(first: date) -> Iterator[tuple[date, date]]:
    """The two pay periods of a month."""
    middle = first.replace(day=15)
    yield first, middle
    yield middle + timedelta(days=1), month_end(first)


def paychecks(
    staff: Sequence[Employee], booked: Mapping[tuple[date, str], int], overtime: Mapping[date, float]
) -> list[Paycheck]:
    """Every paycheck of the months for which an account is booked; `overtime` is each month's share of hours worked."""
    found: list[Paycheck] = []
    for (first, account), cents in sorted(booked.items()):
        left = cents
        present = [
            (one, begin, end, days)
            for begin, end in halves(first)
            for one in staff
            if one.account == account and (days := days_worked(one.hired, one.left, begin, end))
        ]
        whole = sum(days for *_, days in present)
        for place, (one, begin, end, days) in enumerate(present):
            share = left if place == len(present) - 1 else cents * days // whole
            left -= share
            found.append(_paycheck(one, begin, end, share, overtime[first]))
    return found


def _paycheck(one: Employee, begin: date, end: date, cents: int, overtime: float) -> Paycheck:
    """Hours that these cents buy, in quarters of an hour: overtime costs half as much again."""
    worked = cents / (one.wage * (1 + overtime / 2 + LEAVE_SHARE))
    over, away = (round(worked * share * QUARTER_HOURS) / QUARTER_HOURS for share in (overtime, LEAVE_SHARE))
    regular = max(0.0, round((cents / one.wage - 1.5 * over - away) * QUARTER_HOURS) / QUARTER_HOURS)
    return Paycheck(one, begin, end, regular, over, away, cents)
