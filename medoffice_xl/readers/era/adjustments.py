"""Adjustments (CAS) by the thing they adjust: a service line, or a claim as a whole.

Units are numbered lines first, then claims: unit `i` is line `i`, unit `lines + j` is claim `j`.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from medoffice_xl.readers.era.advice import Advice
from medoffice_xl.readers.era.columns import Array, cents, cents_as_text, joined, numbers, side_by_side, texts, whole

UNREADABLE = pa.scalar("?", pa.large_string())
"""Stands in the list for an amount that is missing or no number; it adds nothing to any sum."""

GROUPS = {"CO": "contractual", "PR": "patient_resp", "OA": "other_adj", "CR": "other_adj", "PI": "payer_adj"}
"""Group codes and the column each adds to; a group that is none of these adds to other_adj and is reported."""

REASONS = {
    "PR-1": "deductible",
    "PR-2": "coinsurance",
    "PR-3": "copay",
    "CO-253": "sequestration",
    "CO-104": "withhold",
    "OA-23": "prior_payer",
}
"""Group and reason that have a column of their own."""


@dataclass(frozen=True, slots=True)
class Adjustments:
    """Sums in cents by unit: `total`, one array a column in `sums`, and all of them as text in `listed`.

    `unit` and `kind` are by row of the adjustments table; `kind` is the place of its "group-reason" in `kinds`.
    """

    unit: Array
    kind: Array
    kinds: list[str]
    total: Array
    sums: dict[str, Array]
    listed: pa.Array

    def has(self, *kinds: str) -> Array:
        """Which units have an adjustment of one of the kinds, other than zero."""
        return self.any_of(np.isin(self.kinds, kinds))

    def any_of(self, wanted: Array) -> Array:
        """Which units have an adjustment whose kind is wanted (a truth value for each of `kinds`)."""
        found = np.zeros(len(self.total), dtype=bool)
        if len(self.kinds):
            found[self.unit[wanted[self.kind]]] = True
        return found


def adjustments_of(advice: Advice) -> Adjustments:
    """Add up every adjustment of a file."""
    table = advice.adjustments
    lines, claims = len(advice.services), len(advice.claims)
    line = numbers(table, "service")
    unit = np.where(line >= 0, line, lines + numbers(table, "claim"))
    amount = cents(table, "amount")
    named = side_by_side(texts(table, "group"), texts(table, "reason"), between="-")
    encoded = named.dictionary_encode()
    kinds: list[str] = encoded.dictionary.to_pylist()
    kind = encoded.indices.to_numpy()
    totals = [_sum(unit, amount, lines + claims)]
    sums = {}
    for column in dict.fromkeys((*GROUPS.values(), *REASONS.values())):
        wanted = np.array([column in _columns(each) for each in kinds], dtype=bool)
        chosen = np.flatnonzero(wanted[kind]) if wanted.any() else np.zeros(0, dtype=np.int64)
        sums[column] = _sum(unit[chosen], amount[chosen], lines + claims)
    shown = cents_as_text(amount)
    if table.column("amount").null_count:
        shown = pc.if_else(whole(table.column("amount")).is_null(), UNREADABLE, shown)
    listed = joined(unit, lines + claims, side_by_side(named, shown, between=":"), "; ")
    return Adjustments(unit, kind, kinds, totals[0], sums, listed)


def _columns(kind: str) -> tuple[str, ...]:
    group = GROUPS.get(kind.split("-", 1)[0], "other_adj")
    return (group, REASONS[kind]) if kind in REASONS else (group,)


def _sum(unit: Array, amount: Array, units: int) -> Array:
    totals = np.zeros(units, dtype=np.int64)
    np.add.at(totals, unit, amount)
    return totals
