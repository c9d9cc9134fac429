"""When payroll tax is deposited: by month, or, of larger payrolls, within three business days of a half week's paydays.

IRS Publication 15: taxes of paydays from Wednesday to Friday are deposited by the next Wednesday, those from Saturday
to Tuesday by the next Friday, with one more day for each legal holiday among the three weekdays after the half week.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from medoffice_xl.areas.payables.business_day import is_business_day
from medoffice_xl.errors import BadArgument

SCHEDULE, PAYDAY, EVERY = "PayrollDeposits", "Payday", "PaydayEvery"
_BUSINESS_DAYS = 3
_TUESDAY, _FRIDAY = 1, 4


class Deposits(StrEnum):
    """How often payroll tax is deposited: the IRS says it by what was due in the look-back period."""

    MONTHLY = "monthly"
    SEMIWEEKLY = "semi-weekly"


class Every(StrEnum):
    """How often people are paid."""

    WEEK = "week"
    TWO_WEEKS = "two weeks"
    HALF_MONTH = "half month"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Paydays:
    """One payday that is known, and how often one comes."""

    known: date
    every: Every

    def of_year(self, year: int) -> Iterator[date]:
        """The paydays of a calendar year. Of a half month: the 15th and the last day; of a month: the known day."""
        if self.every in (Every.WEEK, Every.TWO_WEEKS):
            step = 7 if self.every is Every.WEEK else 14
            first = date(year, 1, 1)
            day = first + timedelta((self.known - first).days % step)
            while day.year == year:
                yield day
                day += timedelta(step)
            return
        for month in range(1, 13):
            last = monthrange(year, month)[1]
            if self.every is Every.HALF_MONTH:
                yield from (date(year, month, 15), date(year, month, last))
            else:
                yield date(year, month, min(self.known.day, last))


def deposit_due(payday: date) -> date:
    """The last day to deposit what is withheld on a payday, of a semi-weekly depositor.

    >>> deposit_due(date(2026, 3, 6)), deposit_due(date(2026, 3, 7))
    (datetime.date(2026, 3, 11), datetime.date(2026, 3, 13))
    """
    closes = _TUESDAY if payday.weekday() <= _TUESDAY or payday.weekday() > _FRIDAY else _FRIDAY
    day = payday + timedelta((closes - payday.weekday()) % 7)
    left = _BUSINESS_DAYS
    while left:
        day += timedelta(1)
        left -= is_business_day(day)
    return day


def paydays_said(schedule: object, known: date | None, every: object) -> Paydays | None:
    """The paydays of a semi-weekly depositor as Settings says them; None for who deposits by month.

    Raises BadArgument where they are not said.
    """
    if schedule != Deposits.SEMIWEEKLY:
        return None
    if known is None or every not in list(Every):
        raise BadArgument(
            "Semi-weekly deposits follow paydays: type one payday and how often one comes on the sheet Settings."
        )
    return Paydays(known, Every(str(every)))
