"""The order of work: what lapses soon, then what was to be looked at again, then what pays most a minute."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import lcm

import numpy as np
import pandas as pd

from medoffice_xl.areas.worklists.plain_values import days, plain_values
from medoffice_xl.areas.worklists.tables import DONE
from medoffice_xl.contracts.exact_amounts import Ints
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.ledger.business_days import business_days, last_business_day
from medoffice_xl.ledger.each_once import each_once
from medoffice_xl.tables.thresholds import Threshold

DUE_SOON = Threshold(
    "Work due now", "5", "days",
    "A claim whose deadline is so many business days away, or fewer, comes first, where working it pays.",
)  # fmt: skip
TIME_TO_PREPARE = Threshold(
    "Days to prepare", "3", "days",
    "Work is to be done by the last business day on or before the deadline less so many days.",
)  # fmt: skip
WAGE = Threshold(
    "Biller's hour", "35", "$",
    "What an hour of a biller costs, benefits included. A claim that is likely to pay less than its minutes cost is "
    "proposed for write-off.",
)  # fmt: skip


class Lane(StrEnum):
    """Where a claim stands; the first three are worked, in this order."""

    DUE_NOW = "Due now"
    FOLLOW_UP = "Follow-up"
    REST = "To work"
    REVIEW = "Write-off review"
    LOST = "Lost"
    REFUND = "Refund"
    PLACED = "With an agency"
    WAITING = "Not yet due"
    DONE = "Done"


TO_WORK = (Lane.DUE_NOW, Lane.FOLLOW_UP, Lane.REST)
WORTH_NOTHING = (Lane.LOST, Lane.REFUND, Lane.PLACED)
_PLACE = {lane: place for place, lane in enumerate(Lane)}


def rank(items: pd.DataFrame, judged: InForce, as_of: date) -> pd.DataFrame:
    """The items (`items.py` names their columns) in order: by lane, then most a minute, most in all, claim id.

    `lane` is where each stands, `cents` what it is worth and `cents_a_minute` what a minute of it brings, both in whole
    cents, half up: expected × chance, and 0 once it is lost, to be refunded, or an agency's. `work_by` is the last
    business day to work it. A claim that is not worth its minutes (each costs the biller's hour ÷ 60) is for review,
    wherever its deadline is. One whose follow-up day lies ahead, or whose payer may still be on his way, is not yet
    due, unless its deadline is near.
    """
    items = items.sort_values("claim_id", kind="stable", ignore_index=True)
    which, terms = _terms(items)
    lanes = _lanes(items, which, terms, judged, as_of)
    expected = items["expected"].to_numpy().copy()
    expected[np.isin(lanes, [_PLACE[lane] for lane in WORTH_NOTHING])] = 0
    chances = [chance for chance, _ in terms]
    a_minute = [chance / minutes for chance, minutes in terms]
    cents, worth = _products(expected, which, chances)
    cents_a_minute, score = _products(expected, which, a_minute)
    prepare = judged.whole(TIME_TO_PREPARE)
    work_by = each_once(
        lambda day: None if day is None else last_business_day(day, prepare), plain_values(items["lapses"])
    )
    ranked = items.assign(
        lane=pd.Series(list(map(str, Lane)), dtype="str").take(lanes).array, cents=cents, cents_a_minute=cents_a_minute,
        work_by=days(work_by),
    )  # fmt: skip
    return ranked.iloc[np.lexsort((-worth, -score, lanes))].reset_index(drop=True)


def fill(ranked: pd.DataFrame, minutes: float) -> pd.DataFrame:
    """Of the claims to work, in order, those that fit into so many minutes; one that does not fit leaves room for the
    next that does."""
    worked = ranked[ranked["lane"].isin(TO_WORK)]
    takes = worked["minutes"].tolist()
    left, day, least = Fraction(minutes), [], min(takes, default=Fraction(0))
    for place, each in enumerate(takes):
        if left < least:
            break
        if each <= left:
            day.append(place)
            left -= each
    return worked.iloc[day]


Terms = tuple[Fraction, Fraction]
"""The chance of what is expected, and the minutes it takes."""


def _terms(items: pd.DataFrame) -> tuple[Ints, list[Terms]]:
    """Which terms each item has: there are few, but for many claims."""
    known: dict[Terms, int] = {}
    which = each_once(lambda *terms: known.setdefault(terms, len(known)), items["chance"], items["minutes"])
    return np.array(which, "int64"), list(known)


def _products(whole: Ints, which: Ints, shares: Sequence[Fraction]) -> tuple[Ints, Ints]:
    """Each whole × its share: in whole numbers, half up, and its place among all products, exactly; the least is 0."""
    together = lcm(*(share.denominator for share in shares))
    factors = [int(share * together) for share in shares]
    alike, pairs = pd.factorize(whole * len(shares) + which)
    exact = [int(pair) // len(shares) * factors[int(pair) % len(shares)] for pair in pairs]
    places = {product: place for place, product in enumerate(sorted(set(exact)))}
    rounded = [(2 * product + together) // (2 * together) for product in exact]
    return np.array(rounded, "int64")[alike], np.array([places[product] for product in exact], "int64")[alike]


def _lanes(items: pd.DataFrame, which: Ints, terms: Sequence[Terms], judged: InForce, as_of: date) -> Ints:
    """The place of each item's lane among all lanes; the first that holds counts."""
    today, soon, hour = pd.Timestamp(as_of), judged.whole(DUE_SOON), judged.cents(WAGE)
    costs = np.array([_least_that_pays(*each, hour) for each in terms], "int64")
    near = each_once(
        lambda day: day is not None and as_of <= day and business_days(as_of, day) <= soon,
        plain_values(items["lapses"]),
    )
    tests = {
        Lane.DONE: items["status"] == DONE,
        Lane.REFUND: items["balance"] < 0,
        Lane.PLACED: items["is_placed"],
        Lane.LOST: items["lapses"] < today,
        Lane.REVIEW: items["expected"] < costs[which],
        Lane.DUE_NOW: pd.Series(near, dtype="bool"),
        Lane.FOLLOW_UP: items["follow_up"] <= today,
        Lane.WAITING: items["follow_up"].notna() | (items["waits_until"] > today),
    }
    found: Ints = np.select(
        [test.to_numpy(dtype=bool) for test in tests.values()], [_PLACE[lane] for lane in tests], _PLACE[Lane.REST]
    )
    return found


def _least_that_pays(chance: Fraction, minutes: Fraction, hour: int) -> int:
    """The fewest whole cents expected that bring more than the minutes cost; more than any where the chance is none."""
    if not chance:
        return int(np.iinfo("int64").max)
    return int(minutes * hour / 60 // chance) + 1
