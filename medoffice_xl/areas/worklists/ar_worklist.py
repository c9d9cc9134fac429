"""Today's worklist: every open claim in its lane, what brings in most a minute first, and why."""

import math
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

import narwhals as nw
import pandas as pd

from medoffice_xl.areas.worklists.items import items
from medoffice_xl.areas.worklists.plain_values import plain_values
from medoffice_xl.areas.worklists.rank import TO_WORK, Lane, fill, rank
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.errors import BadArgument, NoData, OutOfRange
from medoffice_xl.ledger.each_once import each_once
from medoffice_xl.ledger.rows_behind import rows_behind
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit, Value
from medoffice_xl.money import show
from medoffice_xl.sets import Shared, Tables
from medoffice_xl.sets.unchanging import unchanging
from medoffice_xl.tables import TABLES

DEFINITION = Definition(
    "Worklist",
    "in each lane by expected value a minute = what the contract still allows × the share usually paid ÷ minutes; due "
    "now: the deadline is near and it is worth its minutes; write-off review: it is not; lost: the deadline has passed",
    "Sift Healthcare, recovery by score; Heron, work by cause; the order is medoffice_xl's own",
)

COLUMNS = (
    BreakdownColumn("Lane", Unit.TEXT),
    BreakdownColumn("Claim", Unit.TEXT),
    BreakdownColumn("Payer", Unit.TEXT),
    BreakdownColumn("Kind", Unit.TEXT),
    BreakdownColumn("Balance", Unit.MONEY),
    BreakdownColumn("Worth", Unit.MONEY),
    BreakdownColumn("Minutes", Unit.DAYS),
    BreakdownColumn("A minute", Unit.MONEY),
    BreakdownColumn("Deadline", Unit.DATE),
    BreakdownColumn("Work by", Unit.DATE),
    BreakdownColumn("Why", Unit.TEXT),
    BreakdownColumn("Next step", Unit.TEXT),
    BreakdownColumn("Worked by", Unit.TEXT),
    BreakdownColumn("Status", Unit.TEXT),
)

ALL = "all"


class Claim(NamedTuple):
    """A claim of the worklist as it is shown; money in cents."""

    lane: str
    claim_id: str
    payer: str
    kind: str
    cause: str
    balance: int
    expected: int
    chance: Fraction
    minutes: Fraction
    cents: int
    cents_a_minute: int
    lapses: date | None
    work_by: date | None
    follow_up: date | None
    what_to_do: str
    owner: str
    status: str


def ar_worklist(
    tables: Tables, as_of: date, lane: str = "", owner: str = "", minutes: float = 0, top: int = 0
) -> Breakdown:
    """The claims of the lanes that are worked (or of one lane, or of all), in order; the total last.

    With `owner`, his claims and those that nobody has; with `minutes`, what fits into them. The balances of all lanes
    add up to A/R without unapplied cash; an underpaid claim may have none. Raises NoData where nothing is to be done.
    """
    if top < 0 or minutes < 0:
        raise OutOfRange("Minutes and the number of rows are 0 (all) or more.")
    ranked = worklist(tables, as_of)
    wanted = _of_owner(of_lanes(ranked, *_lanes(lane)), owner)
    shown = fill(wanted, minutes) if minutes else wanted
    if shown.empty:
        raise NoData(f"Nothing is to be worked{f' by {owner}' if owner else ''} on {as_of:%m/%d/%Y}.")
    return Breakdown(
        columns=COLUMNS,
        body=_body(shown, top),
        definition=DEFINITION,
        parts=[
            *(Part(each.value, int((ranked["lane"] == each).sum()), Unit.COUNT) for each in Lane),
            Part("Balance of all lanes", int(ranked["balance"].sum()), Unit.MONEY),
            Part("As of", as_of, Unit.DATE),
        ],
        rows_used=len(shown),
        notes=_not_known(tables),
        rows_behind=lambda: rows_behind(nw.from_native(shown).lazy(), "claim_id", "payer", "kind", "balance"),
    )


def _not_known(tables: Tables) -> list[str]:
    absent = [TABLES[name].sheet for name in TELLS if tables.rows_if_there(name) is None]
    if not absent:
        return []
    return [f"Not among these tables, so the list knows nothing of it: {', '.join(absent)}. The set Work holds them."]


def _body(shown: pd.DataFrame, top: int) -> list[tuple[Value, ...]]:
    """The first `top` claims (0 is all), the others as one row, and the total."""
    rest = shown[top:] if top else shown[:0]
    more = [_sums(f"{len(rest)} more", rest)] if len(rest) else []
    return [*map(_row, claims(shown[: top or None])), *more, _sums("Total", shown)]


def _sums(word: str, rows: pd.DataFrame) -> tuple[Value, ...]:
    balance, worth = int(rows["balance"].sum()), int(rows["cents"].sum())
    return (word, None, None, None, balance, worth, math.fsum(rows["minutes"]), *[None] * 7)


def worklist(tables: Tables, as_of: date) -> pd.DataFrame:
    """Every claim in its lane, in order, as `rank` tells them."""
    return tables.shared(WORKED, as_of)


def of_lanes(ranked: pd.DataFrame, *lanes: Lane) -> pd.DataFrame:
    """The claims of these lanes, in order."""
    return ranked[ranked["lane"].isin(lanes)]


def claims(ranked: pd.DataFrame) -> Iterator[Claim]:
    """The claims one by one, to be shown."""
    columns = (plain_values(ranked[name]) for name in Claim._fields)
    return map(Claim._make, zip(*columns, strict=True))


def _worked(tables: Tables, as_of: date) -> pd.DataFrame:
    return unchanging(rank(items(tables, as_of), tables.shared(RULEBOOK).thresholds.on(as_of), as_of))


OF_DENIALS = ("denial_reasons", "denial_groups", "appeals")
TELLS = ("remits", "appeals", "patient_statements", "payment_plans", "placements", "worklist")
"""What a claim's place on the list depends on, if anything of it is known; of other tables there is a published one."""

OF_PATIENTS = ("patient_statements", "payment_plans", "placements", "patient_steps")
WORKED = Shared(
    "every claim in its lane",
    _worked,
    needs=("charges", "payments"),
    uses=("remits", *RULEBOOK.reads, *OF_DENIALS, *OF_PATIENTS, "worklist", "work_kinds"),
)
"""What is worked on a day, of which every list shows a part."""


def why(one: Claim) -> str:
    """The reason in words: what is the matter, what is likely to come of it, and what lapses when."""
    if one.lane == Lane.REFUND:
        return "More was posted than charged: it is to be paid back."
    if one.lane == Lane.PLACED:
        return f"{one.cause}."
    if one.lane == Lane.LOST:
        return f"{one.cause}; could be filed or appealed until {one.lapses:%m/%d/%Y} only."
    told = f"{one.cause}; {show(one.cents)} likely of {show(one.expected)} ({float(one.chance):.0%})"
    if one.lane == Lane.REVIEW:
        return f"{told}, less than its minutes cost: propose to write it off, with a sign-off."
    return f"{told}; lapses {one.lapses:%m/%d/%Y}." if one.lapses else f"{told}."


def _lanes(word: str) -> tuple[Lane, ...]:
    if not word.strip():
        return TO_WORK
    if word.strip().casefold() == ALL:
        return tuple(Lane)
    for lane in Lane:
        if lane.casefold() == word.strip().casefold():
            return (lane,)
    raise BadArgument(f"“{word}” is no lane; choose {', '.join(Lane)}, or {ALL}.")


def _of_owner(ranked: pd.DataFrame, owner: str) -> pd.DataFrame:
    wanted = owner.strip().casefold()
    if not wanted:
        return ranked
    return ranked[each_once(lambda name: name.casefold() in ("", wanted), ranked["owner"])]


def _row(one: Claim) -> tuple[Value, ...]:
    return (
        one.lane, one.claim_id, one.payer, one.kind, one.balance, one.cents, float(one.minutes),
        one.cents_a_minute, one.lapses, one.work_by, why(one), one.what_to_do, one.owner, one.status,
    )  # fmt: skip
