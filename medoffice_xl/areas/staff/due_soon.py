"""What of the staff's licenses, certificates, trainings and reviews has run out or is about to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from medoffice_xl.areas.staff import thresholds as limits
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.business_days import us_holidays
from medoffice_xl.ledger.calendar_months import months_on
from medoffice_xl.ledger.rows import Frame, fetch, take
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit
from medoffice_xl.tables import STAFF

DEFINITION = Definition(
    "Due soon",
    "last days of licenses, board certificates, malpractice cover and work permits as typed; DEA registrations, CPR "
    "courses, trainings and reviews so many months after the last (Thresholds; 29 February becomes the 28th); the form "
    "I-9 three business days after the first day of work",
    "21 CFR 1301.13(e), 8 CFR 274a.2, American Heart Association; the rest as the sheet Staff says",
)
COLUMNS = (
    BreakdownColumn("Employee", Unit.TEXT),
    BreakdownColumn("Known as", Unit.TEXT),
    BreakdownColumn("Role", Unit.TEXT),
    BreakdownColumn("What", Unit.TEXT),
    BreakdownColumn("Due", Unit.DATE),
    BreakdownColumn("Days left", Unit.COUNT),
    BreakdownColumn("Notice", Unit.TEXT),
)
LATE = "late"
MOST_DAYS = 3_660
AS_TYPED = {
    "license_until": "License",
    "board_until": "Board certificate",
    "cme_by": "CME hours",
    "malpractice_until": "Malpractice cover",
    "i9_until": "I-9 work permit",
}
"""Days that are themselves the last."""

AFTER_THE_LAST = {
    "dea_since": ("DEA registration", limits.DEA_LASTS),
    "cpr_on": ("CPR course", limits.CPR_LASTS),
    "training_on": ("Training", limits.TRAINING_LASTS),
}
"""Days from which something lasts so many months."""


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """One thing of one person, and the last day for it."""

    day: date
    employee: str
    what: str
    known_as: str
    role: str

    @property
    def name(self) -> str:
        """What a calendar calls the person."""
        return self.known_as or self.employee


def due_days(staff: Frame, as_of: date, judged: InForce) -> list[Due]:
    """Everything of those who work here on the day that has a last day, first due first."""
    names = (*AS_TYPED, *AFTER_THE_LAST, "i9_on", "review_on")
    rows = fetch(take(staff, STAFF, "employee", "known_as", "role", "hired", "left", *names))
    here = [row for row in rows if row["hired"] and row["hired"] <= as_of and (not row["left"] or row["left"] > as_of)]
    return sorted(
        Due(day, row["employee"], what, row["known_as"], row["role"])
        for row in here
        for what, day in _days_of(row, as_of, judged)
    )


def _days_of(row: Mapping[str, Any], as_of: date, judged: InForce) -> Iterator[tuple[str, date]]:
    for column, what in AS_TYPED.items():
        if row[column] is not None:
            yield what, row[column]
    for column, (what, lasts) in AFTER_THE_LAST.items():
        if _known(row[column], as_of):
            yield what, months_on(row[column], judged.whole(lasts))
    last = row["review_on"] if _known(row["review_on"], as_of) else row["hired"]
    yield "Review", months_on(last, judged.whole(limits.REVIEW_EVERY))
    if not _known(row["i9_on"], as_of):
        yield "Form I-9", _business_days_after(row["hired"], judged.whole(limits.I9_WITHIN))


def _known(day: date | None, as_of: date) -> bool:
    """Whether it had happened by the day."""
    return day is not None and day <= as_of


def _business_days_after(day: date, count: int) -> date:
    holidays = us_holidays(day.year - 1, day.year + 1)
    return date.fromisoformat(str(np.busday_offset(day, count, roll="backward", holidays=holidays)))


def due_soon(staff: Frame, as_of: date, days: int, judged: InForce) -> Breakdown:
    """What has run out, and what runs out within `days` of the day (0: the first notice); first due first.

    Raises NoData where nothing is due.
    """
    if not 0 <= days <= MOST_DAYS:
        raise OutOfRange(f"You asked for {days} days; give 0 to {MOST_DAYS:,}.")
    until = as_of + timedelta(days=days or judged.whole(limits.FIRST_NOTICE))
    found = [due for due in due_days(staff, as_of, judged) if due.day <= until]
    if not found:
        raise NoData(f"Nothing of the staff's is due up to {until:%m/%d/%Y}.")
    rows = [
        (due.employee, due.known_as, due.role, due.what, due.day, left, notice(left, judged))
        for due in found
        for left in [(due.day - as_of).days]
    ]
    return Breakdown(
        COLUMNS,
        rows,
        DEFINITION,
        parts=[
            Part("Late", sum(row[-1] == LATE for row in rows), Unit.COUNT),
            Part("Up to", until, Unit.DATE),
            Part("As of", as_of, Unit.DATE),
        ],
        rows_used=len({due.employee for due in found}),
    )


def notice(left: int, judged: InForce) -> str:
    """Which notice it is so many days before the end: late, within 30, 60 or 90 days, or none yet."""
    if left < 0:
        return LATE
    stages = sorted(judged.whole(each) for each in (limits.LAST_NOTICE, limits.SECOND_NOTICE, limits.FIRST_NOTICE))
    return next((f"within {stage} days" for stage in stages if left <= stage), "")
