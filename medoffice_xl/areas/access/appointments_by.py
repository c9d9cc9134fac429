"""Appointments by provider, type, weekday, lead time, place or month: what became of them, how full the time was."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd

from medoffice_xl.areas.access.fill import Used, used
from medoffice_xl.areas.access.no_shows import BOOKED, CANCELS
from medoffice_xl.areas.access.schedule import HAPPENED, Schedule
from medoffice_xl.areas.access.sessions import Sessions
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.choices import choose
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.ranking import largest
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Unit, Value
from medoffice_xl.tables.appointments import Outcome


class GroupedBy(StrEnum):
    """What appointments are told apart by."""

    PROVIDER = "provider"
    TYPE = "type"
    WEEKDAY = "weekday"
    LEAD = "lead time"
    LOCATION = "location"
    MONTH = "month"


DEFINITION = Definition(
    "Appointments by group",
    "no-show rate: no-shows ÷ (kept + no-shows + late cancels + left without visit); cancelled: late and early ÷ all "
    "whose outcome is known; fill: booked ÷ available minutes",
    "MGMA, no-show rate; HFMA, percent of schedule occupied",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LEADS = ((0, "Same day"), (7, "1 to 7 days"), (14, "8 to 14 days"), (30, "15 to 30 days"))
"""The last day of each span from booking to appointment, and what it is called."""
LATER, NOT_SAID = "Over 30 days", "(not said)"
_IN_ORDER = {GroupedBy.WEEKDAY: WEEKDAYS, GroupedBy.LEAD: (*(name for _, name in LEADS), LATER, NOT_SAID)}
_WITH_FILL = (GroupedBy.PROVIDER, GroupedBy.WEEKDAY, GroupedBy.MONTH)
"""Groups that sessions have too."""

Row = tuple[Value, ...]


def columns(by: str) -> tuple[BreakdownColumn, ...]:
    """The headings, the first of them what it is by."""
    return (
        BreakdownColumn(by.capitalize(), Unit.TEXT),
        BreakdownColumn("Appointments", Unit.COUNT),
        BreakdownColumn("Kept", Unit.COUNT),
        BreakdownColumn("No-shows", Unit.COUNT),
        BreakdownColumn("Late cancels", Unit.COUNT),
        BreakdownColumn("Early cancels", Unit.COUNT),
        BreakdownColumn("Rescheduled", Unit.COUNT),
        BreakdownColumn("Left", Unit.COUNT),
        BreakdownColumn("Status missing", Unit.COUNT),
        BreakdownColumn("No-show rate", Unit.PERCENT),
        BreakdownColumn("Cancelled", Unit.PERCENT),
        BreakdownColumn("Fill", Unit.PERCENT),
    )


def appointments_by(
    found: Schedule,
    when: Sessions | None,
    period: Period,
    by: str = GroupedBy.PROVIDER,
    provider: str = "",
    top: int = 0,
) -> Breakdown:
    """Appointments of the period under each name; the total last.

    Weekdays, lead times and months stand in their order; other names by their number, those beyond `top` together.
    Fill is known by provider, weekday and month, where the sessions are. Raises NoData where there is no appointment.
    """
    word = choose(GroupedBy, by, "way to tell appointments apart")
    if top < 0:
        raise OutOfRange(f"You asked for {top} rows; give a number from 1 on, or 0 for all.")
    of = found.of(provider).within(period)
    rows = of.rows[of.rows["outcome"].isin([*BOOKED, Outcome.MISSING])]
    if rows.empty:
        raise NoData(f"No appointment{f' of {provider}' if provider else ''} is known from {period}.")
    minutes = used(found, when, period, provider) if when is not None and word in _WITH_FILL else None
    rows = rows.assign(label=_labels(rows, word))
    groups = {str(name): [str(name)] for name in rows["label"].unique()}
    shown = _ordered(groups, rows, word, top)
    fills = _fills(minutes, word, shown)
    body = [
        (name, *_sums(rows[rows["label"].isin(members)]["outcome"]), fills.get(name)) for name, members in shown.items()
    ]
    return Breakdown(
        columns(word),
        [*body, ("Total", *_sums(rows["outcome"]), minutes.fill if minutes else None)],
        DEFINITION,
        parts=[*period.parts],
        rows_used=len(rows),
        left_out=[*of.left_out, *(minutes.left_out if minutes else [])],
        notes=of.notes,
    )


def _labels(rows: pd.DataFrame, word: GroupedBy) -> "pd.Series[Any]":
    if word is GroupedBy.WEEKDAY:
        return pd.Series(np.array(WEEKDAYS, dtype="object")[rows["day"].dt.day_of_week], rows.index, dtype="str")
    if word is GroupedBy.MONTH:
        return pd.Series(rows["day"].dt.strftime("%Y-%m"), dtype="str")
    if word is GroupedBy.LEAD:
        return lead_names(rows["lead"])
    names = rows[word.value]
    return names.where(names != "", NOT_SAID)


def lead_names(leads: "pd.Series[float]") -> "pd.Series[str]":
    """The span each lead time is in.

    >>> list(lead_names(pd.Series([0.0, 1, 7, 8, 30, 31, float("nan")])))
    ['Same day', '1 to 7 days', '1 to 7 days', '8 to 14 days', '15 to 30 days', 'Over 30 days', '(not said)']
    """
    places = np.searchsorted([last for last, _ in LEADS], leads.fillna(0).to_numpy(), side="left")
    names = np.array([*(name for _, name in LEADS), LATER], dtype="object")[places]
    return pd.Series(names, leads.index, dtype="str").where(leads.notna(), NOT_SAID)


def _ordered(groups: Mapping[str, list[str]], rows: pd.DataFrame, word: GroupedBy, top: int) -> dict[str, list[str]]:
    """The names in their order, each with the names that stand under it."""
    if word is GroupedBy.MONTH:
        months = sorted(groups)
        return {name: groups[name] for name in (months[-top:] if top else months)}
    if word in _IN_ORDER:
        return {name: groups[name] for name in _IN_ORDER[word] if name in groups}
    counts = rows["label"].value_counts().to_dict()
    return largest(
        groups,
        top,
        lambda names: sum(counts[name] for name in names),
        lambda several: [one for each in several for one in each],
    )


def _sums(outcome: "pd.Series[str]") -> Row:
    counts = outcome.value_counts().to_dict()

    def of(*outcomes: Outcome) -> int:
        return sum(int(counts.get(each, 0)) for each in outcomes)

    happened, known = of(*HAPPENED), of(*BOOKED)
    return (
        len(outcome),
        of(Outcome.KEPT),
        of(Outcome.NO_SHOW),
        of(Outcome.LATE_CANCEL),
        of(Outcome.EARLY_CANCEL),
        of(Outcome.RESCHEDULED),
        of(Outcome.LEFT),
        of(Outcome.MISSING),
        of(Outcome.NO_SHOW) / happened if happened else None,
        of(*CANCELS) / known if known else None,
    )


def _fills(minutes: Used | None, word: GroupedBy, shown: Mapping[str, list[str]]) -> dict[str, float | None]:
    """The fill of each name that is shown."""
    if minutes is None:
        return {}
    booked = minutes.booked.assign(label=_of_time(minutes.booked, word)).groupby("label")["minutes"].sum()
    could = minutes.available.assign(label=_of_time(minutes.available, word)).groupby("label")["available"].sum()
    found: dict[str, float | None] = {}
    for name, members in shown.items():
        keys = [each.casefold() for each in members]
        available = sum(int(could.get(key, 0)) for key in keys)
        found[name] = sum(float(booked.get(key, 0)) for key in keys) / available if available else None
    return found


def _of_time(rows: pd.DataFrame, word: GroupedBy) -> "pd.Series[Any]":
    return rows["provider"] if word is GroupedBy.PROVIDER else _labels(rows, word).str.casefold()
