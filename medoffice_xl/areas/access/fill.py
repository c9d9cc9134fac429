"""Fill of slots: booked minutes as a share of the minutes that could be booked."""

from dataclasses import dataclass

import pandas as pd

from medoffice_xl.areas.access.schedule import Schedule, schedule
from medoffice_xl.areas.access.sessions import WHEN, Sessions
from medoffice_xl.contracts.thresholds import InForce, limits_on
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.period import Period
from medoffice_xl.measure import Definition, LeftOut, Measure, Part, Unit
from medoffice_xl.sets import Tables
from medoffice_xl.sets.unchanging import remembered
from medoffice_xl.tables.appointments import Outcome
from medoffice_xl.tables.thresholds import Threshold

DEFINITION = Definition(
    "Fill of slots",
    "booked minutes ÷ available minutes; booked: kept, missed, left, those without a status yet, and late cancels "
    "whose time nobody else took; available: sessions less blocks",
    "HFMA, percent of schedule occupied",
)
UNLISTED = Threshold(
    "Sessions without a list of appointments", "7", "days",
    "Where sessions begin more days before the first appointment that is listed, or end more days after the last, the "
    "list is taken not to cover them: slots would look free that nobody knows of.",
)  # fmt: skip
STAYS = (Outcome.KEPT, Outcome.NO_SHOW, Outcome.LEFT, Outcome.OPEN, Outcome.MISSING)
"""Appointments whose time nobody else could have."""
_BOOKED = ["provider", "day", "start", "minutes", "type"]


@dataclass(frozen=True, slots=True)
class Used:
    """Minutes of a period. `booked` has a row an appointment: provider (without case), day, start, minutes, type;
    `available` a row a provider's day: provider, day, available, sessions."""

    booked: pd.DataFrame
    available: pd.DataFrame
    left_out: list[LeftOut]

    @property
    def fill(self) -> float | None:
        """The share; None where nothing was available."""
        could = int(self.available["available"].sum())
        return float(self.booked["minutes"].sum()) / could if could else None


def used(found: Schedule, when: Sessions, period: Period, provider: str = "") -> Used:
    """What was booked and what was available in the period, of one provider or of all.

    An appointment without minutes is as long as one slot of its session. One on a day on which its provider has no
    session, or without any length, is left out and told.
    """
    days = when.minutes
    inside = (days["day"] >= pd.Timestamp(period.first)) & (days["day"] <= pd.Timestamp(period.last))
    if provider.strip():
        inside &= days["provider"] == provider.strip().casefold()
    available = days[inside].reset_index(drop=True)
    of = found.within(period).of(provider)
    rows = of.rows[[*_BOOKED, "outcome"]]
    rows = with_minutes(rows.assign(provider=rows["provider"].str.casefold()), when)
    late = rows[rows["outcome"] == Outcome.LATE_CANCEL]
    rows = rows[rows["outcome"].isin(STAYS)]
    rows = pd.concat([rows, late[~_taken_again(late, rows)]])
    there = pd.MultiIndex.from_frame(rows[["provider", "day"]]).isin(
        pd.MultiIndex.from_frame(available.loc[available["available"] > 0, ["provider", "day"]])
    )
    outside = int((~there).sum())
    rows = rows[there]
    unknown = int(rows["minutes"].isna().sum())
    told = {"appointments on a day on which their provider has no session": outside,
            "appointments of which nobody says how long they are": unknown,
            "appointments with a status that nobody knows": of.count(Outcome.UNKNOWN)}  # fmt: skip
    left = [LeftOut(reason, count) for reason, count in told.items() if count]
    booked = rows.loc[rows["minutes"].notna(), _BOOKED]
    return Used(booked.reset_index(drop=True), available, [*left, *when.left_out])


def _taken_again(late: pd.DataFrame, others: pd.DataFrame) -> "pd.Series[bool]":
    """Which late cancels have a time that another appointment of the provider overlaps."""
    times = ["provider", "day", "start", "minutes"]
    pairs = late[times].reset_index().merge(others[times], on=["provider", "day"], suffixes=("", "_other"))
    meets = (pairs["start"] < pairs["start_other"] + pairs["minutes_other"]) & (
        pairs["start_other"] < pairs["start"] + pairs["minutes"]
    )
    return late.index.to_series().isin(pairs.loc[meets, "index"])


def with_minutes(rows: pd.DataFrame, when: Sessions) -> pd.DataFrame:
    """The appointments, those without minutes as long as one slot of the session they are in."""
    lacking = rows[rows["minutes"].isna() & rows["start"].notna()]
    if lacking.empty:
        return rows
    minutes = rows["minutes"].copy()
    for place, provider, day, start in zip(
        lacking.index, lacking["provider"].str.casefold(), lacking["day"], lacking["start"], strict=True
    ):
        for each in when.stretches.get((provider, day.date()), ()):
            if each.first <= start < each.last and each.slot:
                minutes[place] = each.slot
    return rows.assign(minutes=minutes)


def fill_rate_of(found: Schedule, when: Sessions, period: Period, judged: InForce, provider: str = "") -> Measure:
    """Fill of slots of the period, as a fraction; above 1 where more was booked than could be (overbooking).

    Raises NoData where no session is known in the period, or appointments are, but of none how long it is.
    """
    minutes = remembered(used, found, when, asked=(period, provider))
    could, booked = int(minutes.available["available"].sum()), int(minutes.booked["minutes"].sum())
    if not could:
        whose = f" of {provider}" if provider.strip() else ""
        raise NoData(f"No session{whose} is known from {period}. List the providers' sessions on Sessions.")
    if not booked and any("how long" in each.reason for each in minutes.left_out):
        raise NoData("The appointments do not say how long they are. Export their length, or type slots on Sessions.")
    return Measure(
        booked / could,
        Unit.PERCENT,
        DEFINITION,
        parts=[
            Part("Booked minutes", booked, Unit.COUNT),
            Part("Available minutes", could, Unit.COUNT),
            Part("Sessions", int(minutes.available["sessions"].sum()), Unit.COUNT),
            *period.parts,
        ],
        rows_used=len(minutes.booked),
        left_out=minutes.left_out,
        notes=not_covered(found, minutes, judged),
    )


def not_covered(found: Schedule, minutes: Used, judged: InForce) -> list[str]:
    """Where the list of appointments begins after the sessions do, or ends before them, by more days than usual."""
    held = minutes.available.loc[minutes.available["available"] > 0, "day"]
    listed = found.rows["day"]
    gaps = {
        f"The appointments begin on {listed.min():%m/%d/%Y}, the sessions before that": listed.min() - held.min(),
        f"The appointments end on {listed.max():%m/%d/%Y}, the sessions after that": held.max() - listed.max(),
    }
    limit = judged.whole(UNLISTED)
    return [f"{words}: the time between looks free and may not have been." for words, gap in gaps.items()
            if gap.days > limit]  # fmt: skip


def fill_rate(tables: Tables, period: Period) -> Measure:
    """The practice's fill of the period, for whoever asks by name.

    Raises NoData where the list of appointments does not cover the sessions of the period: slots would look free.
    """
    judged = limits_on(period.last, tables)
    found = fill_rate_of(schedule(tables, period.last), tables.shared(WHEN), period, judged)
    if found.notes:
        raise NoData(found.notes[0])
    return found
