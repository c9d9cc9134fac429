"""The people of a span of days with their hours, and their full-time equivalents both ways."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from medoffice_xl.areas.staff.paid_hours import HoursOf, PaidHours, paid_hours
from medoffice_xl.areas.staff.people import Person, chosen, people
from medoffice_xl.areas.staff.thresholds import FULL_TIME
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.period import Period, days_up_to
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.measure import Definition, LeftOut, Measure, Part, Unit
from medoffice_xl.sets import Tables


class Way(StrEnum):
    """How an FTE is counted: by all paid hours; those, but nobody above 1.0 (MGMA); or by the hours agreed a week."""

    HOURS = "hours"
    CAPPED = "capped"
    AGREED = "agreed"


DEFINITION = Definition(
    "Full-time equivalents",
    "paid hours of the pay periods that end in the window ÷ full-time hours of the same pay periods (40 a week, 2,080 "
    "a year); capped: each person at most 1.0; agreed: hours a week ÷ 40, by the days of the window worked here",
    "MGMA cost and revenue survey guide",
)


@dataclass(frozen=True, slots=True)
class Workforce:
    """Everybody who worked here in the span, with what payroll paid in it."""

    everybody: Sequence[Person]
    paid: PaidHours
    over: Period
    week: Fraction
    left_out: Sequence[LeftOut] = field(default_factory=tuple)

    @property
    def spans(self) -> Sequence[Period]:
        """The days that hours are counted over: those of the pay periods, or all where there are none."""
        return self.paid.spans or (self.over,)

    def hours(self, of: Iterable[Person]) -> HoursOf:
        """Hours of these people together."""
        return sum((self.paid.of.get(person.employee, HoursOf()) for person in of), HoursOf())

    def fte(self, of: Iterable[Person], way: Way = Way.HOURS) -> Fraction:
        """Full-time equivalents of these people."""
        return sum((self._fte(person, way) for person in of), Fraction(0))

    def without_hours(self, of: Iterable[Person]) -> list[Person]:
        """Those of whom payroll has no hours: the hours agreed count."""
        return [person for person in of if person.employee not in self.paid.of]

    def _fte(self, person: Person, way: Way) -> Fraction:
        if way is Way.AGREED or person.employee not in self.paid.of:
            days = sum(span.days for span in self.spans)
            found = person.weekly / self.week * sum(person.days_in(each.first, each.last) for each in self.spans) / days
        else:
            found = self.paid.of[person.employee].paid / self.paid.full_time(self.week)
        return min(found, Fraction(1)) if way is Way.CAPPED else found


def workforce(staff: Frame, hours: Frame, as_of: date, window: int, judged: InForce) -> Workforce:
    """The people and hours of the `window` days up to the day. Hours of nobody on Staff are left out and told."""
    over = days_up_to(as_of, window)
    everybody = [one for one in people(staff, as_of) if one.days_in(over.first, over.last)]
    if not everybody:
        raise NoData(f"Nobody on the sheet Staff worked here {over}.")
    paid = paid_hours(hours, over)
    known = {one.employee for one in everybody}
    strangers = sorted(set(paid.of) - known)
    left_out = [LeftOut(f"employees of Hours who are not on Staff ({', '.join(strangers)})", len(strangers))]
    return Workforce(everybody, paid, over, judged.exact(FULL_TIME), left_out if strangers else ())


def hours_paid(tables: Tables, who: str, over: Period) -> Fraction:
    """Paid hours of some of the staff, of the pay periods that end in the span; of those who left in it as well.

    Raises NoData where the sheets Staff and Hours are not there, BadArgument for a word that fits nobody.
    """
    staff, hours = tables.get("employees"), tables.get("hours")
    if staff is None or hours is None:
        raise NoData("Staff and Hours are not in this workbook.")
    paid = paid_hours(hours, over)
    return sum(
        (paid.of[one.employee].paid for one in chosen(people(staff, over.last), who) if one.employee in paid.of),
        Fraction(0),
    )


def fte(work: Workforce, who: str, way: Way) -> Measure:
    """Full-time equivalents of some of the staff. Raises BadArgument for a word that fits nobody."""
    found = chosen(work.everybody, who)
    return Measure(
        float(work.fte(found, way)),
        Unit.RATIO,
        DEFINITION,
        parts=[
            Part("People", len(found), Unit.COUNT),
            Part("Paid hours", float(work.hours(found).paid), Unit.RATIO),
            Part("Full-time hours of the pay periods", float(work.paid.full_time(work.week)), Unit.RATIO),
            Part("By hours", float(work.fte(found, Way.HOURS)), Unit.RATIO),
            Part("Each at most 1.0", float(work.fte(found, Way.CAPPED)), Unit.RATIO),
            Part("By hours agreed", float(work.fte(found, Way.AGREED)), Unit.RATIO),
            *span_parts(work),
        ],
        rows_used=work.paid.rows_used,
        left_out=work.left_out,
        notes=notes(work, found),
    )


def span_parts(work: Workforce) -> list[Part]:
    """From when to when the hours are."""
    return [Part("From", work.spans[0].first, Unit.DATE), Part("To", work.spans[-1].last, Unit.DATE)]


def notes(work: Workforce, of: Sequence[Person]) -> list[str]:
    """What is to be known of the hours: whose are missing, and how far they go."""
    missing = work.without_hours(of)
    said = [f"Of {len(missing)} of {len(of)} people payroll has no hours; the hours agreed a week count."]
    ends = work.spans[-1].last
    late = [f"The last pay period ends on {ends:%m/%d/%Y}; the days after it do not count."]
    return [*(said if missing else []), *(late if work.paid.spans and ends < work.over.last else [])]
