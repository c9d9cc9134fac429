"""Denials by cause, payer, code, provider, location or month: what is at stake, what came of it, who prevents it."""

from collections import Counter
from datetime import date
from enum import StrEnum
from typing import Any

import narwhals as nw
import pandas as pd

from medoffice_xl.areas.denials.first_denials import (
    APPEALS_UNKNOWN,
    DenialTables,
    days_from_denial,
    denied_in,
    first_denials,
    within,
)
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.choices import choose
from medoffice_xl.ledger.period import Period, days_up_to
from medoffice_xl.ledger.ranking import largest
from medoffice_xl.ledger.rows_behind import rows_behind
from medoffice_xl.ledger.spread import Spread, Statistic
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit
from medoffice_xl.sets.unchanging import remembered


class DeniedBy(StrEnum):
    """What denials are told apart by."""

    GROUP = "group"
    REASON = "reason"
    PAYER = "payer"
    CODE = "code"
    PROVIDER = "provider"
    LOCATION = "location"
    LEVEL = "level"
    MONTH = "month"


DEFINITION = Definition(
    "Denials by cause",
    "lines whose first answer by a primary payer in the window was a denial; at stake: what the contract pays for them "
    "(without a rate: the charge at the payer's usual share); overturned: the answer that stands allows something, or "
    "the last step on Appeals is recovered; days: medians, from the denial to the first appeal sent, and to payment",
    "HFMA, Claim Integrity Task Force: initial denials, percent overturned; groups: the sheet Denial reasons",
)


def columns(by: str) -> tuple[BreakdownColumn, ...]:
    """The headings, the first of them what it is by."""
    return (
        BreakdownColumn("Cause" if by == DeniedBy.GROUP else by.capitalize(), Unit.TEXT),
        BreakdownColumn("Claims", Unit.COUNT),
        BreakdownColumn("Lines", Unit.COUNT),
        BreakdownColumn("Charges", Unit.MONEY),
        BreakdownColumn("At stake", Unit.MONEY),
        BreakdownColumn("Still denied", Unit.MONEY),
        BreakdownColumn("Lines overturned", Unit.COUNT),
        BreakdownColumn("Recovered", Unit.MONEY),
        BreakdownColumn("Front desk", Unit.MONEY),
        BreakdownColumn("Overturned", Unit.PERCENT),
        BreakdownColumn("Appealed", Unit.COUNT),
        BreakdownColumn("Days to appeal", Unit.DAYS),
        BreakdownColumn("Days to payment", Unit.DAYS),
    )


def denials_by(
    of: DenialTables, as_of: date, by: str = DeniedBy.GROUP, window: int = 365, payer: str = "", top: int = 0
) -> Breakdown:
    """First denials of the `window` days up to the day under each name, the most at stake first; the total last.

    Months stand in their order. “Front desk” is the stake of causes that *Denial groups* says the front desk could have
    prevented. Claims that stand under several names count once in the total. A level is that of the last appeal sent.
    The rows behind it are the denied lines. Where the tables hold no *Appeals*, what was appealed is empty, not none.
    Raises NoData where nothing was denied, and for levels of appeals that nobody knows.
    """
    name = choose(DeniedBy, by, "way to tell denials apart")
    if name is DeniedBy.LEVEL and of.appeals is None:
        raise NoData(APPEALS_UNKNOWN)
    period = days_up_to(as_of, window)
    lines = denied_in(of, period, as_of, payer)
    if lines.empty:
        raise NoData(f"No line was denied{f' by {payer}' if payer else ''} from {period}.")
    rows = remembered(_rows, first_denials(of, as_of), asked=(payer, period, name, top))
    estimated = lines[~lines["priced"]]
    return Breakdown(
        columns=columns(name),
        body=rows if of.appeals is not None else list(map(_appeals_unknown, rows)),
        definition=DEFINITION,
        parts=[
            Part("At stake", int(lines["stake"].sum()), Unit.MONEY),
            Part("of it without a contract rate, estimated", int(estimated["stake"].sum()), Unit.MONEY),
            Part("Preventable at the front desk", int(lines["stake"].where(lines["front_desk"], 0).sum()), Unit.MONEY),
            *period.parts,
        ],
        rows_used=len(lines),
        notes=[*of.notes, *_estimates(len(estimated))],
        rows_behind=lambda: rows_behind(
            nw.from_native(lines.assign(kind=lines["group"], day=lines["denied_on"], balance=lines["stake"])).lazy(),
            "claim_id", "payer", "day", "kind", "charge", "balance", "adjustments",
        ),
    )  # fmt: skip


def _rows(
    denied: pd.DataFrame, payer: str, period: Period, name: DeniedBy, top: int
) -> list[tuple[str | int | float | None, ...]]:
    """A row for each name, and the total."""
    lines = within(denied, period, payer)
    label = _labels(lines, name)
    named = lines.assign(label=label.where(label != "", "(none said)"))
    groups = {str(one): _sums(rows) for one, rows in named.groupby("label", sort=True)}
    body = [
        (one, *sums) for one, sums in (
            list(groups.items())[-top:] if name is DeniedBy.MONTH
            else [(one, _together(groups, members, named)) for one, members in _ranked(groups, top).items()]
        )
    ]  # fmt: skip
    return [*body, ("Total", *_sums(named))]


def _labels(lines: pd.DataFrame, name: DeniedBy) -> "pd.Series[Any]":
    named: pd.Series[Any] = lines["denied_on" if name is DeniedBy.MONTH else name.value]
    if name is DeniedBy.MONTH:
        named = named.dt.strftime("%Y-%m")
    if name is DeniedBy.LEVEL:
        named = named.astype("str").mask(named == 0, "not appealed")
    return named


def _ranked(groups: dict[str, tuple[int | float | None, ...]], top: int) -> dict[str, list[str]]:
    """The names in their order, each with the names that stand under it: itself, or all others."""
    members = {name: [name] for name in groups}

    def stake(names: list[str]) -> float:
        return sum(groups[name][3] or 0 for name in names)

    return largest(members, top, stake, lambda several: [name for names in several for name in names])


def _together(
    groups: dict[str, tuple[int | float | None, ...]], members: list[str], named: pd.DataFrame
) -> tuple[int | float | None, ...]:
    return groups[members[0]] if len(members) == 1 else _sums(named[named["label"].isin(members)])


def _sums(lines: pd.DataFrame) -> tuple[int | float | None, ...]:
    overturned = int(lines["overturned"].sum())
    return (
        int(lines["answered_claim"].nunique()),
        len(lines),
        int(lines["charge"].sum()),
        int(lines["stake"].sum()),
        int(lines["open_stake"].sum()),
        overturned,
        int(lines["recovered"].sum()),
        int(lines["stake"].where(lines["front_desk"], 0).sum()),
        overturned / len(lines) if len(lines) else None,
        int(lines["appealed_on"].notna().sum()),
        _median(days_from_denial(lines, "appealed_on")),
        _median(days_from_denial(lines, "recovered_on")),
    )


def _appeals_unknown(row: tuple[Any, ...]) -> tuple[Any, ...]:
    known = dict(zip((column.header for column in columns("group")), row, strict=True))
    return tuple((known | {"Appealed": None, "Days to appeal": None}).values())


def _estimates(lines: int) -> list[str]:
    if not lines:
        return []
    return [f"{lines:,} lines have no contract rate; their stake is estimated by the payer's usual share."]


def _median(days: Counter[int]) -> float | None:
    return Spread(days).of(Statistic.MEDIAN) if days else None
