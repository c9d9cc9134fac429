"""The appointments as they stood on a day, each with what became of it."""

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


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class Schedule:
    """Appointments as of a day: those made by then, those to come still open.

    `rows` have patient_acct, day, start (minute of the day, missing where nobody says), minutes, provider, type,
    location, outcome and lead (days from booking, missing where nobody says). `undated` marks cancellations without a
    day, `undecided` those without an hour that may have been late: both count as early. `strange` counts the statuses
    of which nobody says the meaning.
    """

    as_of: date
    rows: pd.DataFrame
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
        return made_of(self.as_of, rows)

    def count(self, *outcomes: Outcome) -> int:
        """How many had one of these outcomes."""
        return int(self.rows["outcome"].isin(outcomes).sum())

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
    strange = rows.loc[rows["outcome"] == Outcome.UNKNOWN, "status"].value_counts().sort_index()
    return Schedule(as_of, rows, {str(name): int(count) for name, count in strange.items()})


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
    rows = every.rows
    rows = rows[rows["booked_on"].isna() | (rows["booked_on"] <= day)].reset_index(drop=True)
    outcome = rows["taken_as"].astype("object")
    late, undecided = _late(rows, late_minutes)
    cancelled = outcome == CANCELLED
    outcome = outcome.mask(cancelled, np.where(late, Outcome.LATE_CANCEL, Outcome.EARLY_CANCEL))
    to_come = rows["day"] > day
    gone = outcome.isin([Outcome.LATE_CANCEL, Outcome.EARLY_CANCEL, Outcome.RESCHEDULED])
    gone &= rows["cancelled_on"].isna() | (rows["cancelled_on"] <= day)
    outcome = outcome.mask(to_come & ~gone & (outcome != Outcome.UNKNOWN), Outcome.OPEN)
    outcome = outcome.mask((outcome == Outcome.OPEN) & (rows["day"] < day), Outcome.MISSING)
    undated = cancelled & rows["cancelled_on"].isna()
    lead = (rows["day"] - rows["booked_on"]).dt.days.astype("float64")
    rows = rows.assign(
        outcome=outcome.map(str).astype("str"), lead=lead.where(lead >= 0), undated=undated,
        undecided=cancelled & undecided,
    )  # fmt: skip
    return unchanging(made_of(as_of, rows))


def _late(rows: pd.DataFrame, limit: float) -> tuple[Flags, Flags]:
    """Which were surely cancelled fewer minutes before they began than the limit, and of which nobody can say."""
    between = (rows["day"] - rows["cancelled_on"]).dt.days.astype("float64") * MINUTES_A_DAY
    last = MINUTES_A_DAY - 1
    begins_by, cancelled_from = rows["start"].fillna(last), rows["cancel_minute"].fillna(0)
    begins_from, cancelled_by = rows["start"].fillna(0), rows["cancel_minute"].fillna(last)
    most, least = between + begins_by - cancelled_from, between + begins_from - cancelled_by
    late = (most < limit).to_numpy()
    return late, ((least < limit).to_numpy() & ~late)
