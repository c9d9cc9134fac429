"""Today's worklist: every open claim in its lane, what brings in most a minute first, and why."""

import math
from collections.abc import Sequence
from datetime import date

import narwhals as nw
import pandas as pd

from medoffice_xl.areas.worklists.items import items
from medoffice_xl.areas.worklists.rank import TO_WORK, Lane, Ranked, fill, rank
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.errors import BadArgument, NoData, OutOfRange
from medoffice_xl.ledger.ranking import in_order
from medoffice_xl.ledger.rows_behind import rows_behind
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit, Value
from medoffice_xl.money import show
from medoffice_xl.sets import Shared, Tables

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
    wanted = _of_owner([one for one in ranked if one.lane in _lanes(lane)], owner)
    shown = fill(wanted, minutes) if minutes else wanted
    if not shown:
        raise NoData(f"Nothing is to be worked{f' by {owner}' if owner else ''} on {as_of:%m/%d/%Y}.")
    return Breakdown(
        columns=COLUMNS,
        body=in_order(shown, top, _row, _sums),
        definition=DEFINITION,
        parts=[
            *(Part(each.value, sum(one.lane is each for one in ranked), Unit.COUNT) for each in Lane),
            Part("Balance of all lanes", sum(one.item.balance for one in ranked), Unit.MONEY),
            Part("As of", as_of, Unit.DATE),
        ],
        rows_used=len(shown),
        rows=rows_behind(nw.from_native(_frame(shown)).lazy(), "claim_id", "payer", "kind", "balance"),
    )


def _sums(word: str, claims: Sequence[Ranked]) -> tuple[Value, ...]:
    balance = sum(one.item.balance for one in claims)
    worth = sum(one.cents for one in claims)
    return (word, None, None, None, balance, worth, math.fsum(one.item.minutes for one in claims), *[None] * 7)


def worklist(tables: Tables, as_of: date) -> tuple[Ranked, ...]:
    """Every claim in its lane, in order."""
    return tables.shared(WORKED, as_of)


def _worked(tables: Tables, as_of: date) -> tuple[Ranked, ...]:
    return tuple(rank(items(tables, as_of), tables.shared(RULEBOOK).thresholds.on(as_of), as_of))


OF_DENIALS = ("denial_reasons", "denial_groups", "appeals")
OF_PATIENTS = ("patient_statements", "payment_plans", "placements", "patient_steps")
WORKED = Shared(
    "every claim in its lane",
    _worked,
    needs=("charges", "payments"),
    uses=("remits", *RULEBOOK.reads, *OF_DENIALS, *OF_PATIENTS, "worklist", "work_kinds"),
)
"""What is worked on a day, of which every list shows a part."""


def why(one: Ranked) -> str:
    """The reason in words: what is the matter, what is likely to come of it, and what lapses when."""
    item = one.item
    if one.lane is Lane.REFUND:
        return "More was posted than charged: it is to be paid back."
    if one.lane is Lane.PLACED:
        return f"{item.cause}."
    if one.lane is Lane.LOST:
        return f"{item.cause}; could be filed or appealed until {item.lapses:%m/%d/%Y} only."
    told = f"{item.cause}; {show(one.cents)} likely of {show(item.expected)} ({float(item.chance):.0%})"
    if one.lane is Lane.REVIEW:
        return f"{told}, less than its minutes cost: propose to write it off, with a sign-off."
    return f"{told}; lapses {item.lapses:%m/%d/%Y}." if item.lapses else f"{told}."


def _lanes(word: str) -> tuple[Lane, ...]:
    if not word.strip():
        return TO_WORK
    if word.strip().casefold() == ALL:
        return tuple(Lane)
    for lane in Lane:
        if lane.casefold() == word.strip().casefold():
            return (lane,)
    raise BadArgument(f"“{word}” is no lane; choose {', '.join(Lane)}, or {ALL}.")


def _of_owner(ranked: list[Ranked], owner: str) -> list[Ranked]:
    wanted = owner.strip().casefold()
    return [one for one in ranked if one.item.owner.casefold() in ("", wanted)] if wanted else ranked


def _row(one: Ranked) -> tuple[Value, ...]:
    item = one.item
    return (
        one.lane.value, item.claim_id, item.payer, item.kind, item.balance, one.cents, float(item.minutes),
        one.cents_a_minute, item.lapses, one.work_by, why(one), item.what_to_do, item.owner, item.status,
    )  # fmt: skip


def _frame(shown: list[Ranked]) -> pd.DataFrame:
    rows = [(one.item.claim_id, one.item.payer, one.item.kind, one.item.balance) for one in shown]
    return pd.DataFrame(rows, columns=["claim_id", "payer", "kind", "balance"])
