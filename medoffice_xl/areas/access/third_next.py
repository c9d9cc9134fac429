"""Third next available: how many days until the third open slot, as the schedule stood on a day."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from statistics import mean

import pandas as pd

from medoffice_xl.areas.access.fill import with_minutes
from medoffice_xl.areas.access.schedule import Schedule, schedule
from medoffice_xl.areas.access.sessions import WHEN, Sessions, Span, Stretch, gaps
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.business_days import business_days
from medoffice_xl.ledger.choices import choose
from medoffice_xl.ledger.period import Period
from medoffice_xl.measure import Definition, Measure, Part, Unit
from medoffice_xl.sets import Tables
from medoffice_xl.sets.unchanging import remembered
from medoffice_xl.tables.appointments import Outcome

THIRD = 3


class DaysCounted(StrEnum):
    """How days of waiting are counted."""

    CALENDAR = "calendar"
    WORKDAYS = "workdays"


DEFINITION = Definition(
    "Third next available",
    "days from the day asked to the third open slot after it, of each provider; the mean over providers",
    "Institute for Healthcare Improvement, third next available appointment",
)


def third_next_available(
    found: Schedule, when: Sessions, visit_type: str = "", provider: str = "", count: str = DaysCounted.CALENDAR
) -> Measure:
    """Days to the third open slot, as the schedule stood on its day: bookings and cancellations by then.

    A slot is open in a session of the type, or of any, where no appointment stands; it is as long as visits of the type
    usually are (the median), else as the session's slots. The day itself is over: tomorrow is 1. A provider with fewer
    than three open slots in the sessions that are listed is left out, and told. Raises NoData where no one has three.
    """
    counted = choose(DaysCounted, count, "way to count days")
    names = [provider.strip().casefold()] if provider.strip() else sorted(when.names)
    usual = _usual_minutes(found, visit_type)
    taken = _taken(found, when)
    waits: dict[str, date] = {}
    for name in names:
        third = _third(name, found.as_of, when, taken, visit_type.strip().casefold(), usual)
        if third:
            waits[name] = third
    if not waits:
        who = f" for {provider}" if provider else ""
        raise NoData(
            f"Fewer than three open slots{who} are known after {found.as_of:%m/%d/%Y}. List the sessions to come."
        )
    days = {name: _days(found.as_of, day, counted) for name, day in waits.items()}
    fewer = [when.names.get(name, name) for name in names if name not in waits and _has_days(name, found.as_of, when)]
    return Measure(
        mean(days.values()),
        Unit.DAYS,
        DEFINITION,
        parts=[
            *(Part(when.names.get(name, name), value, Unit.DAYS) for name, value in days.items()),
            Part("Counted in", f"{counted} days", Unit.TEXT),
        ],
        rows_used=len(days),
        notes=[f"Fewer than three open slots are listed for {name}; the sessions may end too early." for name in fewer],
    )


def _days(first: date, last: date, counted: DaysCounted) -> int:
    return business_days(first, last) if counted is DaysCounted.WORKDAYS else (last - first).days


def _has_days(name: str, as_of: date, when: Sessions) -> bool:
    return next(when.of(name, as_of + timedelta(days=1)), None) is not None


def _usual_minutes(found: Schedule, visit_type: str) -> int:
    """The median length of the type's appointments; 0 where nobody says."""
    if not visit_type.strip():
        return 0
    minutes = found.of(visit_type=visit_type).rows["minutes"].dropna()
    return 0 if minutes.empty else int(minutes.median())


def _taken(found: Schedule, when: Sessions) -> Mapping[tuple[str, date], Sequence[Span]]:
    """Minutes to come that are booked, by provider and day."""
    rows = found.rows
    rows = rows[(rows["outcome"] == Outcome.OPEN) & (rows["day"] > pd.Timestamp(found.as_of))]
    rows = with_minutes(rows, when)
    rows = rows[rows["start"].notna() & rows["minutes"].notna()]
    spans: dict[tuple[str, date], list[Span]] = defaultdict(list)
    names, days = rows["provider"].str.casefold(), rows["day"].dt.date
    for name, day, start, minutes in zip(names, days, rows["start"], rows["minutes"], strict=True):
        spans[name, day].append((int(start), int(start + minutes)))
    return spans


def _third(
    name: str,
    as_of: date,
    when: Sessions,
    taken: Mapping[tuple[str, date], Sequence[Span]],
    visit_type: str,
    usual: int,
) -> date | None:
    seen = 0
    for day, stretches in when.of(name, as_of + timedelta(days=1)):
        seen += sum(_open_slots(each, taken.get((name, day), ()), usual) for each in _for_type(stretches, visit_type))
        if seen >= THIRD:
            return day
    return None


def _for_type(stretches: Sequence[Stretch], visit_type: str) -> Iterator[Stretch]:
    """Those in which the type can be booked; without a type, all."""
    return (each for each in stretches if not visit_type or each.type in ("", visit_type))


def _open_slots(stretch: Stretch, taken: Sequence[Span], usual: int) -> int:
    """How many slots of the length fit where nothing is booked; one a gap where nobody says how long they are."""
    length = usual or stretch.slot
    free = [last - first for first, last in gaps((stretch.first, stretch.last), taken) if last > first]
    return sum(minutes // length for minutes in free) if length else len(free)


RISE = Definition(
    "Rise of the wait",
    "mean third next available of the four Mondays up to the period's end − that of the four up to the day before it",
    "medoffice_xl's own; IHI's third next available",
)
WEEKS = 4


def wait_rise(tables: Tables, period: Period) -> Measure:
    """By how many days the third next available has risen, calendar days, all visit types.

    A single day's wait jumps with one cancellation, so that four weeks are taken on either side. Raises NoData where
    either side has no day with three open slots.
    """
    when = tables.shared(WHEN)
    now, then = _mean_wait(tables, when, period.last), _mean_wait(tables, when, period.first - timedelta(days=1))
    return Measure(
        now - then,
        Unit.DAYS,
        RISE,
        parts=[Part("In the last four weeks", now, Unit.DAYS), Part("Before the period", then, Unit.DAYS)],
        rows_used=2 * WEEKS,
    )


def _mean_wait(tables: Tables, when: Sessions, last: date) -> float:
    monday = last - timedelta(days=last.weekday())
    found = []
    for week in range(WEEKS):
        try:
            stood = schedule(tables, monday - timedelta(weeks=week))
            found.append(remembered(third_next_available, stood, when).value)
        except NoData:
            continue
    if not found:
        raise NoData(f"No wait is known in the four weeks up to {last:%m/%d/%Y}.")
    return mean(found)
