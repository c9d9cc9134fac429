"""The appointments as they stood on a day, each with what became of it."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.areas.access.clock import MINUTES_A_DAY, minute_of
from medoffice_xl.areas.access.statuses import TAKEN, Statuses
from medoffice_xl.contracts.thresholds import limits_on
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.rows import Frame, as_pandas, take
from medoffice_xl.measure import LeftOut
from medoffice_xl.sets import Shared, Tables
from medoffice_xl.sets.unchanging import remembered, unchanging
from medoffice_xl.tables.appointments import APPOINTMENTS, CANCELLED, NOT_COUNTED, STATUSES, Outcome
from medoffice_xl.tables.thresholds import Threshold

Flags = npt.NDArray[np.bool_]

LATE = Threshold(
    "Late cancel under", "24", "hours",
    "An appointment that was cancelled fewer hours than this before it began is a late cancel; at so many it is not.",
    "The field's usual limit, as no-show policies have it",
)  # fmt: skip

NEEDS = (APPOINTMENTS.name,)
USES = (STATUSES.name, "thresholds")
"""Tables that a schedule is made of."""

HAPPENED = (Outcome.KEPT, Outcome.NO_SHOW, Outcome.LATE_CANCEL, Outcome.LEFT)
"""Appointments that stood until their last hours: what no-shows are a share of."""

_CALLED_OFF = (Outcome.LATE_CANCEL, Outcome.EARLY_CANCEL, Outcome.RESCHEDULED)


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class Schedule:
    """Appointments as of a day: those made by then, those to come still open.

    `rows` have patient_acct, day, start (minute of the day, missing where nobody says), minutes, provider, type,
    location, outcome and lead (days from booking, missing where nobody says). `undated` marks cancellations without a
    day, `undecided` those without an hour that may have been late: both count as early. `strange` counts the statuses
    of which nobody says the meaning, `counts` the outcomes.
    """

    as_of: date
    rows: pd.DataFrame
    counts: Mapping[str, int]
    strange: Mapping[str, int]

    def within(self, period: Period) -> "Schedule":
        """The appointments of these days."""
        day = self.rows["day"]
        inside = (day >= pd.Timestamp(period.first)) & (day <= pd.Timestamp(period.last))
        return made_of(self.as_of, self.rows[inside])

    def of(self, provider: str = "", visit_type: str = "", location: str = "") -> "Schedule":
        """Those of one provider, type or place; an empty name is all."""
        rows = self.rows
        for column, name in (("provider", provider), ("type", visit_type), ("location", location)):
            if name.strip():
                rows = rows[rows[column].str.casefold() == name.strip().casefold()]
        return self if rows is self.rows else made_of(self.as_of, rows)

    def count(self, *outcomes: Outcome) -> int:
        """How many had one of these outcomes."""
        return sum(self.counts.get(outcome, 0) for outcome in outcomes)

    @property
    def left_out(self) -> list[LeftOut]:
        """What counts on neither side: open, missing and unknown statuses."""
        told = {
            "status missing: the day is over and nobody says what became of them": self.count(Outcome.MISSING),
            "still to come": self.count(Outcome.OPEN),
            **{f"“{name}” is not on {STATUSES.sheet}": count for name, count in self.strange.items()},
        }
        return [LeftOut(reason, count) for reason, count in told.items() if count]

    @property
    def notes(self) -> list[str]:
        """What to know of cancellations whose hour nobody knows."""
        early = self.rows[self.rows["outcome"] == Outcome.EARLY_CANCEL]
        undated, undecided = int(early["undated"].sum()), int(early["undecided"].sum())
        told = {
            f"{undated:,} cancellations have no day and count as early.": undated,
            f"{undecided:,} cancellations have no time of day, may have been late, and count as early.": undecided,
        }
        return [words for words, count in told.items() if count]


def made_of(as_of: date, rows: pd.DataFrame) -> Schedule:
    """A schedule of these rows."""
    counts = Counter(rows["outcome"].tolist())
    strange = Counter(rows.loc[rows["outcome"] == Outcome.UNKNOWN, "status"]) if counts[Outcome.UNKNOWN] else {}
    return Schedule(as_of, rows, counts, dict(sorted(strange.items())))


def schedule(tables: Tables, as_of: date) -> Schedule:
    """The appointments as of the day. Raises NoData where there is no table of them or none was made by then."""
    hours = limits_on(as_of, tables).exact(LATE)
    found = remembered(_as_of, tables.shared(STATED), asked=(as_of, float(hours * 60)))
    if found.rows.empty:
        raise NoData(f"No appointment was made up to {as_of:%m/%d/%Y}. Import the scheduler's list of appointments.")
    return found


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class Stated:
    """The table's rows with what their statuses are taken as and their times in minutes."""

    rows: pd.DataFrame


def _stated(tables: Tables) -> Stated:
    return stated(tables.rows(APPOINTMENTS.name), tables.shared(TAKEN))


STATED = Shared("appointments with their statuses read", _stated, needs=NEEDS, uses=(STATUSES.name,))


def stated(appointments: Frame, statuses: Statuses) -> Stated:
    """Rows that are appointments; those whose status says that they are none are gone."""
    rows = as_pandas(take(appointments, APPOINTMENTS, *APPOINTMENTS.counted), APPOINTMENTS)
    rows = rows[rows["day"].notna()].reset_index(drop=True)
    for name in ("provider", "type", "location"):
        rows[name] = rows[name].str.strip()
    rows["taken_as"] = _each(rows["status"], statuses.of).astype("str")
    rows["start"] = _each(rows["starts"], minute_of).astype("float64")
    rows["cancel_minute"] = _each(rows["cancelled_at"], minute_of).astype("float64")
    rows["minutes"] = rows["minutes"].astype("float64")
    return unchanging(Stated(rows[rows["taken_as"] != NOT_COUNTED].reset_index(drop=True)))


def _each(texts: "pd.Series[str]", read: Callable[[str], Any]) -> "pd.Series[Any]":
    """What each different text reads as."""
    return texts.map({text: read(text) for text in texts.unique()})


def _as_of(every: Stated, as_of: date, late_minutes: float) -> Schedule:
    day = pd.Timestamp(as_of)
    rows = remembered(_at_last, every, asked=(late_minutes,))
    rows = rows[~(rows["booked_on"] > day)].reset_index(drop=True)
    outcome = rows["outcome"]
    called_off = rows["called_off"] & ~(rows["cancelled_on"] > day)
    waits = (rows["day"] > day) & ~called_off & (outcome != Outcome.UNKNOWN)
    missing = (outcome == Outcome.OPEN) & (rows["day"] < day)
    outcome = outcome.mask(waits, str(Outcome.OPEN)).mask(missing, str(Outcome.MISSING))
    return unchanging(made_of(as_of, rows.assign(outcome=outcome)))


def _at_last(every: Stated, late_minutes: float) -> pd.DataFrame:
    """The rows with the `outcome` that they have when all is over."""
    rows = every.rows
    late, undecided = _late(rows, late_minutes)
    cancelled = rows["taken_as"] == CANCELLED
    outcome = rows["taken_as"].mask(cancelled & late, str(Outcome.LATE_CANCEL))
    outcome = outcome.mask(cancelled & ~late, str(Outcome.EARLY_CANCEL))
    lead = (rows["day"] - rows["booked_on"]).dt.days.astype("float64")
    return unchanging(
        rows.assign(
            outcome=outcome,
            called_off=outcome.isin([str(one) for one in _CALLED_OFF]),
            lead=lead.where(lead >= 0),
            undated=cancelled & rows["cancelled_on"].isna(),
            undecided=cancelled & undecided,
        )
    )


def _late(rows: pd.DataFrame, limit: float) -> tuple[Flags, Flags]:
    """Which were surely cancelled fewer minutes before they began than the limit, and of which nobody can say."""
    between = (rows["day"] - rows["cancelled_on"]).dt.days.astype("float64") * MINUTES_A_DAY
    last = MINUTES_A_DAY - 1
    begins_by, cancelled_from = rows["start"].fillna(last), rows["cancel_minute"].fillna(0)
    begins_from, cancelled_by = rows["start"].fillna(0), rows["cancel_minute"].fillna(last)
    most, least = between + begins_by - cancelled_from, between + begins_from - cancelled_by
    late = (most < limit).to_numpy()
    return late, ((least < limit).to_numpy() & ~late)
