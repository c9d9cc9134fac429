"""Staff month by month: people, FTE, overtime, leave and leavers; and whether overtime creeps up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from medoffice_xl.areas.staff.overtime import DEFINITION
from medoffice_xl.areas.staff.paid_hours import HoursOf, paid_hours
from medoffice_xl.areas.staff.people import chosen, people
from medoffice_xl.areas.staff.thresholds import FULL_TIME, OVERTIME_RISE
from medoffice_xl.areas.staff.workforce import Workforce
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.calendar_months import first_day, month_end, month_number
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.measure import Breakdown, BreakdownColumn, Unit

COLUMNS = (
    BreakdownColumn("Month", Unit.DATE),
    BreakdownColumn("People", Unit.COUNT),
    BreakdownColumn("FTE", Unit.RATIO),
    BreakdownColumn("Hours worked", Unit.COUNT),
    BreakdownColumn("Overtime hours", Unit.COUNT),
    BreakdownColumn("Overtime", Unit.PERCENT),
    BreakdownColumn("Left", Unit.COUNT),
)
MOST_MONTHS, QUARTER = 120, 3


@dataclass(frozen=True, slots=True)
class StaffMonth:
    """One month of the pay periods that end in it."""

    first: date
    people: int
    fte: Fraction
    hours: HoursOf
    left: int


def months_of_staff(staff: Frame, hours: Frame, as_of: date, count: int, who: str, week: Fraction) -> list[StaffMonth]:
    """The `count` months up to the day's, oldest first, without those before the first pay period."""
    some = chosen(people(staff, as_of), who)
    newest = month_number(as_of)
    found = []
    for month in range(newest - count + 1, newest + 1):
        over = Period(first_day(month), min(month_end(first_day(month)), as_of))
        paid = paid_hours(hours, over)
        here = [one for one in some if one.days_in(over.first, over.last)]
        if not paid.spans:
            continue
        work = Workforce(here, paid, over, week)
        left = [one for one in some if one.left and one.separated and over.first <= one.left <= over.last]
        here_at_end = sum(one.works_at_end_of(over.last) for one in some)
        found.append(StaffMonth(over.first, here_at_end, work.fte(here), work.hours(here), len(left)))
    return found


def staff_months(staff: Frame, hours: Frame, as_of: date, count: int, who: str, judged: InForce) -> Breakdown:
    """One row a month. Raises NoData where no pay period ends in any of them."""
    if not 1 <= count <= MOST_MONTHS:
        raise OutOfRange(f"You asked for {count} months; give 1 to {MOST_MONTHS}.")
    found = months_of_staff(staff, hours, as_of, count, who, judged.exact(FULL_TIME))
    if not found:
        raise NoData("Hours has no pay period of these months. Import payroll's hours.")
    return Breakdown(
        COLUMNS,
        [
            (
                each.first,
                each.people,
                float(each.fte),
                float(each.hours.worked),
                float(each.hours.overtime),
                float(each.hours.overtime / each.hours.worked) if each.hours.worked else None,
                each.left,
            )
            for each in found
        ],
        DEFINITION,
        rows_used=len(found),
        notes=[said for said in [creeping(found, judged)] if said],
    )


def creeping(months: Sequence[StaffMonth], judged: InForce) -> str:
    """A sentence where the overtime of the last three months is so much above the three before; else empty."""
    if len(months) < 2 * QUARTER:
        return ""
    before, now = (_rate(months[-2 * QUARTER : -QUARTER]), _rate(months[-QUARTER:]))
    if before is None or now is None or now - before < judged.exact(OVERTIME_RISE):
        return ""
    return f"Overtime creeps up: {float(now):.1%} of the last three months' hours, {float(before):.1%} before."


def _rate(months: Sequence[StaffMonth]) -> Fraction | None:
    hours = sum((each.hours for each in months), HoursOf())
    return hours.overtime / hours.worked if hours.worked else None
