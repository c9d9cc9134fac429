"""Denied claims that still stand: what is at stake, how often such denials were overturned, and what one takes."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pandas as pd

from medoffice_xl.areas.denials.causes import CAUSES, Causes
from medoffice_xl.areas.denials.first_denials import denial_tables, first_denials
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.ledger.each_once import each_once
from medoffice_xl.sets import Tables
from medoffice_xl.tables.thresholds import Threshold

PRIOR_CASES = Threshold(
    "Cases until history counts", "10", "lines",
    "A payer's own record of overturned denials weighs as much as what is usual once it has so many cases.",
)  # fmt: skip

Counts = tuple[int, int]
"""Overturned, and closed: answered again, or old enough."""


def open_denials(tables: Tables, as_of: date) -> pd.DataFrame:
    """One row a claim with a line denied at first and still denied on the day.

    `stake` and `denied_on` (the first denial's day) of its denied lines; `group`, `reason` and `what_to_do` of the one
    with the most at stake; `minutes`, and `chance`: the share that is paid after all.
    """
    book, causes = tables.shared(RULEBOOK), tables.shared(CAUSES)
    lines = first_denials(denial_tables(tables), as_of)
    prior = Fraction(book.thresholds.on(as_of).exact(PRIOR_CASES))
    chances = recovery_rates(lines, causes, prior)
    standing = lines[lines["stands"]].sort_values(["stake", "code"], ascending=[False, True], kind="stable")
    claims = standing.groupby("claim_id", as_index=False, sort=True).agg(
        payer=("payer", "first"), group=("group", "first"), reason=("reason", "first"), stake=("stake", "sum"),
        denied_on=("denied_on", "min"),
    )  # fmt: skip
    minutes = each_once(lambda name: Fraction(str(causes.group(name).minutes)), claims["group"])
    chance = each_once(lambda payer, group: chances[payer, group], claims["payer"], claims["group"])
    return claims.assign(
        minutes=pd.Series(minutes, dtype="object"),
        what_to_do=each_once(lambda name: causes.group(name).what_to_do, claims["group"]),
        chance=pd.Series(chance, dtype="object"),
    )


def recovery_rates(lines: pd.DataFrame, causes: Causes, prior: Fraction) -> Mapping[tuple[str, str], Fraction]:
    """The chance of each payer's denials of each group: its own record, drawn towards what is usual while it is short.

    Usual is the practice's record of the group, itself drawn towards *Usually paid* of Denial groups.
    """
    closed = lines[lines["closed"]]
    cases, won = (
        Counter(zip(rows["payer"], rows["group"], strict=True)) for rows in (closed, closed[closed["overturned"]])
    )
    of_group: dict[str, Fraction] = {}
    for group in lines["group"].unique():
        theirs = [of for of in cases if of[1] == group]
        counts = sum(won[of] for of in theirs), sum(cases[of] for of in theirs)
        of_group[group] = shrunk(counts, Fraction(str(causes.group(group).recovery)), prior)
    return {
        (payer, group): shrunk((won[payer, group], cases[payer, group]), of_group[group], prior)
        for payer, group in lines[["payer", "group"]].drop_duplicates().itertuples(index=False)
    }


def shrunk(counts: Counts, usual: Fraction, prior: Fraction) -> Fraction:
    """(won + prior × usual) ÷ (cases + prior).

    >>> shrunk((3, 4), Fraction(2, 5), Fraction(10)), shrunk((0, 0), Fraction(2, 5), Fraction(10))
    (Fraction(1, 2), Fraction(2, 5))
    """
    won, cases = counts
    return (won + prior * usual) / (cases + prior) if cases + prior else usual
