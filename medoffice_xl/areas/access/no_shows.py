"""No-shows, late cancels and cancellations, as shares of what was booked, and how much they have risen."""

from datetime import timedelta
from enum import StrEnum

from medoffice_xl.areas.access.schedule import HAPPENED, Schedule, schedule
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.choices import choose
from medoffice_xl.ledger.period import Period
from medoffice_xl.measure import Definition, Measure, Part, Unit
from medoffice_xl.sets import Tables
from medoffice_xl.tables.appointments import Outcome

CANCELS = (Outcome.LATE_CANCEL, Outcome.EARLY_CANCEL)
BOOKED = (*HAPPENED, Outcome.EARLY_CANCEL, Outcome.RESCHEDULED)
"""Outcomes that are known: what cancellations are a share of."""


class Missed(StrEnum):
    """What is counted as missed."""

    NO_SHOWS = "no-shows"
    WITH_LATE_CANCELS = "with late cancels"
    LATE_CANCELS = "late cancels"
    CANCELS = "cancels"


_COUNTED = {
    Missed.NO_SHOWS: ((Outcome.NO_SHOW,), HAPPENED),
    Missed.WITH_LATE_CANCELS: ((Outcome.NO_SHOW, Outcome.LATE_CANCEL), HAPPENED),
    Missed.LATE_CANCELS: ((Outcome.LATE_CANCEL,), HAPPENED),
    Missed.CANCELS: (CANCELS, BOOKED),
}
"""What is counted, and of what."""

DEFINITION = Definition(
    "No-show rate",
    "no-shows ÷ (kept + no-shows + late cancels + left without visit); cancels ÷ all appointments whose outcome is "
    "known; open and missing statuses on neither side",
    "MGMA, no-show rate of scheduled appointments; late cancel: under 24 hours",
)


def no_show_rate(found: Schedule, period: Period, missed: str = Missed.NO_SHOWS) -> Measure:
    """The share of appointments of the period that were missed, as a fraction.

    Late cancels are in the denominator and, where they are asked for, in the numerator; a late cancel is one under 24
    hours (a threshold). `cancels` is another share: all cancellations, late and early, of all that was booked,
    rescheduled ones among them. Raises NoData where no outcome is known.
    """
    word = choose(Missed, missed, "way to count what was missed")
    of = found.within(period)
    top, bottom = _COUNTED[word]
    booked = of.count(*bottom)
    if not booked:
        raise NoData(f"No appointment from {period} has a status that says what became of it.")
    return Measure(
        of.count(*top) / booked,
        Unit.PERCENT,
        DEFINITION,
        parts=[
            *(Part(outcome.capitalize(), of.count(outcome), Unit.COUNT) for outcome in BOOKED),
            Part("Counted", of.count(*top), Unit.COUNT),
            Part("Of", booked, Unit.COUNT),
            Part("Status missing", of.count(Outcome.MISSING), Unit.COUNT),
            *period.parts,
        ],
        rows_used=booked,
        left_out=of.left_out,
        notes=of.notes,
    )


RISE = Definition(
    "Rise of no-shows",
    "no-show rate of the period − no-show rate of as many days before it",
    "medoffice_xl's own; MGMA's no-show rate",
)


def before(period: Period) -> Period:
    """As many days, right before."""
    last = period.first - timedelta(days=1)
    return Period(last - timedelta(days=period.days - 1), last)


def no_show_rise(tables: Tables, period: Period) -> Measure:
    """By how much no-shows have risen since as many days before the period; 0.02 is two points.

    Raises NoData where either side has no appointment whose outcome is known.
    """
    found = schedule(tables, period.last)
    now, then = no_show_rate(found, period), no_show_rate(found, before(period))
    return Measure(
        now.value - then.value,
        Unit.PERCENT,
        RISE,
        parts=[Part("In the period", now.value, Unit.PERCENT), Part("Before", then.value, Unit.PERCENT)],
        rows_used=now.rows_used + then.rows_used,
        notes=[f"The period is {period}, the time before it {before(period)}."],
    )
