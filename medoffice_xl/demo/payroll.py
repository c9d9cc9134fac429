"""The invented practice's payroll: who is paid from which account of its costs, what, and for which hours.

An account's dollars of a month are shared out among those who worked in it, to the cent; the hours are what these
dollars buy at each one's wage. So payroll, ledger and hours tell one story.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from medoffice_xl.demo.invented import InventedPractice
from medoffice_xl.demo.two_years import book_months, charged_months, costs
from medoffice_xl.ledger.calendar_months import month_end, years_on
from medoffice_xl.ledger.days_worked import days_worked
from medoffice_xl.tables.staff import CLINICAL, FRONT, VOLUNTARY

DESK_ACCOUNT, CLINICAL_ACCOUNT = "6210 Front office", "6120 Medical assistants, hourly"
DESK, ASSISTANT, NURSE = "Front desk", "Medical assistant", "Licensed practical nurse"
DESK_WAGE, ASSISTANT_WAGE, NURSE_WAGE = 1_700, 1_950, 2_400
"""Cents an hour."""

DESKS_OF_TEN, ASSISTANTS_OF_TEN = 4, 9
"""People at the desk and assistants for ten physicians."""

FIRST_LEFT, REPLACED_AFTER, SECOND_LEFT = 200, 35, 48
"""Days before the last day on which people left the desk, and until the first of them was replaced."""

STEADY_OVERTIME, CREEP = 0.015, 0.012
"""Overtime of hours worked, and what it grows by in each of the last five months."""

PAID_AFTER = timedelta(days=5)
"""From the end of a pay period to its payday."""

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

    @property
    def payday(self) -> date:
        """The day of the check."""
        return self.last + PAID_AFTER


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


def staff_of(practice: InventedPractice) -> list[Employee]:
    """Everybody who is paid by the hour."""
    last = practice.last_day
    begin = years_on(charged_months(practice)[0], -2)
    desks, assistants = (max(1, round(practice.doctors * of / 10)) for of in (DESKS_OF_TEN, ASSISTANTS_OF_TEN))
    chance = practice.chance("staff")

    def day() -> date:
        return monday(begin - timedelta(days=chance.randrange(30, 1_500)))

    gone = [friday(last - timedelta(days=days)) for days in (FIRST_LEFT, SECOND_LEFT)]
    came = monday(gone[0] + timedelta(days=REPLACED_AFTER))
    at_desk = [
        Employee(f"D{number:02d}", DESK, FRONT, DESK_ACCOUNT, DESK_WAGE, day()) for number in range(1, desks + 1)
    ]
    at_desk += [
        Employee(f"D{desks + 1:02d}", DESK, FRONT, DESK_ACCOUNT, DESK_WAGE, day(), gone[0], VOLUNTARY),
        Employee(f"D{desks + 2:02d}", DESK, FRONT, DESK_ACCOUNT, DESK_WAGE, came, gone[1], VOLUNTARY),
    ]
    clinical = [
        Employee(f"M{number:02d}", ASSISTANT, CLINICAL, CLINICAL_ACCOUNT, ASSISTANT_WAGE, day())
        for number in range(1, assistants + 1)
    ]
    nurse = Employee("N01", NURSE, CLINICAL, CLINICAL_ACCOUNT, NURSE_WAGE, day())
    return [*at_desk, *clinical, nurse]


def checks_of(practice: InventedPractice, staff: Sequence[Employee]) -> list[Paycheck]:
    """Every paycheck of the books' months, adding up to what the ledger has for these accounts."""
    booked = {key: cents for key, cents in costs(practice).items() if key[1] in (CLINICAL_ACCOUNT, DESK_ACCOUNT)}
    firsts = book_months(practice)
    overtime = {first: STEADY_OVERTIME + CREEP * max(0, place - len(firsts) + 6) for place, first in enumerate(firsts)}
    return paychecks(staff, booked, overtime)


def monday(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def friday(day: date) -> date:
    """The Friday of the day's week."""
    return monday(day) + timedelta(days=4)
