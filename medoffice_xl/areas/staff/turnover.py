"""Turnover: which share of the staff leaves in a year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from medoffice_xl.areas.staff.paid_hours import MONTHS, whole_months
from medoffice_xl.areas.staff.people import Person, chosen, people
from medoffice_xl.areas.staff.thresholds import SHORT_HISTORY
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.calendar_months import first_day, month_end, months_of
from medoffice_xl.ledger.period import Period, days_up_to
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.measure import Definition, Measure, Part, Unit
from medoffice_xl.tables.staff import INVOLUNTARY, VOLUNTARY

YEAR = 365


class Leave(StrEnum):
    """Which leaves count."""

    ALL = "all"
    VOLUNTARY = "voluntary"
    INVOLUNTARY = "involuntary"


DEFINITION = Definition(
    "Turnover",
    "people who left in the window ÷ average number of people (the mean of its month-ends; without one, of its begin "
    "and end) × 12 ÷ months of the window; a transfer is no leave",
    "SHRM and MGMA Stat; 50 people, then 55, of whom 5 left: 9.52%",
)


@dataclass(frozen=True, slots=True)
class Turnover:
    """What a turnover is made of."""

    leavers: Sequence[Person]
    average: Fraction
    months: Fraction

    @property
    def of_the_window(self) -> Fraction:
        """The share that left, as it is."""
        return len(self.leavers) / self.average

    @property
    def a_year(self) -> Fraction:
        """The same, counted up or down to a year."""
        return self.of_the_window * MONTHS / self.months


def turnover_of(some: Sequence[Person], over: Period, leave: Leave) -> Turnover | None:
    """The turnover of these people; None where there was nobody on average."""
    counts = [sum(one.works_at_end_of(day) for one in some) for day in counted_on(over)]
    average = Fraction(sum(counts), len(counts))
    kinds = {Leave.VOLUNTARY: (VOLUNTARY,), Leave.INVOLUNTARY: (INVOLUNTARY,)}.get(leave)
    leavers = [
        one
        for one in some
        if one.left and one.separated and over.first <= one.left <= over.last and (not kinds or one.leave in kinds)
    ]
    months = Fraction(whole_months(over)) or Fraction(over.days * MONTHS, YEAR)
    return Turnover(leavers, average, months) if average else None


def counted_on(over: Period) -> list[date]:
    """The days at whose end people are counted: the window's month-ends, else the eve of its first day and its last."""
    ends = [month_end(first_day(month)) for month in months_of(over)]
    return [end for end in ends if end <= over.last] or [over.first - timedelta(days=1), over.last]


def turnover(staff: Frame, as_of: date, window: int, who: str, leave: Leave, judged: InForce) -> Measure:
    """Turnover of some of the staff over the `window` days up to the day, counted up to a year.

    Raises NoData where there was nobody on average.
    """
    over = days_up_to(as_of, window)
    some = chosen(people(staff, as_of), who)
    found = turnover_of(some, over, leave)
    if found is None:
        raise NoData(f"Nobody of these worked here {over}.")
    voluntary = turnover_of(some, over, Leave.VOLUNTARY)
    return Measure(
        float(found.a_year),
        Unit.PERCENT,
        DEFINITION,
        parts=[
            Part("Left", len(found.leavers), Unit.COUNT),
            Part("of them by their own will", len(voluntary.leavers) if voluntary else 0, Unit.COUNT),
            Part("People on average", float(found.average), Unit.RATIO),
            Part("Rate of the window itself", float(found.of_the_window), Unit.PERCENT),
            Part("Months", float(found.months), Unit.RATIO),
            *over.parts,
        ],
        rows_used=len(some),
        notes=_short(found, judged),
    )


def _short(found: Turnover, judged: InForce) -> list[str]:
    if found.months >= judged.exact(SHORT_HISTORY):
        return []
    return [f"Counted up to a year from {float(found.months):.1f} months: too short to judge by."]
