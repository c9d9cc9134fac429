"""Which answers were taken back: each reversal and the answer it turns around."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.claims.claim_identity import days_of
from medoffice_xl.row_keys import Ints, combine, numbered

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Reversed:
    """`fell` marks the answers that were taken back, `unpaired` the reversals whose answer was never seen."""

    fell: Mask
    unpaired: Mask


@dataclass(frozen=True, slots=True)
class _Row:
    """One remitted line, as far as a reversal and its original have to agree."""

    order: int
    day: int
    charge: int
    paid: int
    number: str
    replaces: str

    def turned_by(self, reversal: "_Row") -> int | None:
        """How surely the reversal takes this answer back, 0 the surest; None where it does not.

        The payer's own number says which answer is meant; where it is another or none, the amounts do. Of the same
        day only the exact amounts count, and only what stands before the reversal: with it comes the correction.
        """
        if self.order >= reversal.order:
            return None
        exact = self.charge == -reversal.charge and self.paid == -reversal.paid
        if self.day == reversal.day:
            return 0 if exact else None
        if self.number and self.number in (reversal.number, reversal.replaces):
            return 0 if exact else 1
        if exact:
            return 2
        return 3 if not (self.number and reversal.number) and self.charge == -reversal.charge else None


def reversed_answers(
    remits: pd.DataFrame, line: Ints, claim: Ints, payer: Ints, order: Ints, reversal: Mask, undecided: Mask
) -> Reversed:
    """Pair each reversal of a line with the answer it takes back; one at claim level takes back the whole claim."""
    fell, unpaired = np.zeros(len(remits), dtype=bool), reversal.copy()
    if not reversal.any():
        return Reversed(fell, unpaired)
    answers = ~(reversal | undecided)
    whole = reversal & (remits["level"] == "claim").to_numpy() & _without_lines(order, remits)
    _pair(remits, numbered(combine(line, payer))[0], order, reversal & ~whole, answers, fell, unpaired)
    _take_back_claims(remits, numbered(combine(claim, payer))[0], order, whole, answers, fell, unpaired)
    return Reversed(fell, unpaired)


def _without_lines(order: Ints, remits: pd.DataFrame) -> Mask:
    """Lines of answers that have none but a row for the claim as a whole."""
    mask: Mask = ~np.isin(order, order[(remits["level"] == "line").to_numpy()])
    return mask


def _pair(
    remits: pd.DataFrame, line: Ints, order: Ints, reversal: Mask, answers: Mask, fell: Mask, unpaired: Mask
) -> None:
    """Each reversal of a line, in time, takes back the answer that it turns around most surely; the first of equals."""
    rows, candidates = _of_the_same(line, order, reversal, answers)
    facts = _facts(remits, order, np.concatenate((rows, *candidates.values())) if candidates else rows)
    for row in rows.tolist():
        sure = [
            (how, other)
            for other in candidates.get(int(line[row]), np.zeros(0, dtype="int64")).tolist()
            if not fell[other] and (how := facts[other].turned_by(facts[row])) is not None
        ]
        if sure:
            fell[min(sure, key=lambda one: one[0])[1]] = True
            unpaired[row] = False


def _take_back_claims(
    remits: pd.DataFrame, claim: Ints, order: Ints, whole: Mask, answers: Mask, fell: Mask, unpaired: Mask
) -> None:
    """A claim taken back as a whole: its answers under that payer number, or all that came before."""
    rows, candidates = _of_the_same(claim, order, whole, answers)
    number = remits["payer_claim_no"].to_numpy()
    for row in rows.tolist():
        of = candidates.get(int(claim[row]), np.zeros(0, dtype="int64"))
        before = of[(order[of] < order[row]) & ~fell[of]]
        named = before[number[before] == number[row]] if number[row] else before[:0]
        taken = named if named.size else before
        fell[taken] = True
        unpaired[row] = not taken.size


def _of_the_same(key: Ints, order: Ints, some: Mask, others: Mask) -> tuple[Ints, dict[int, Ints]]:
    """These rows in time, and by key the other rows of the same keys, in time."""
    rows = np.flatnonzero(some)
    rows = rows[np.argsort(order[rows], kind="stable")]
    there = np.flatnonzero(others & np.isin(key, key[rows]))
    there = there[np.argsort(order[there], kind="stable")]
    found: dict[int, list[int]] = defaultdict(list)
    for row, of in zip(there.tolist(), key[there].tolist(), strict=True):
        found[of].append(row)
    return rows, {of: np.array(each, dtype="int64") for of, each in found.items()}


def _facts(remits: pd.DataFrame, order: Ints, rows: Ints) -> dict[int, _Row]:
    of = remits.iloc[rows]
    columns = (
        order[rows].tolist(), days_of(of["paid_date"]).tolist(), of["charge"].tolist(), of["paid"].tolist(),
        of["payer_claim_no"].tolist(), of["original_ref"].tolist(),
    )  # fmt: skip
    return {row: _Row(*each) for row, each in zip(rows.tolist(), zip(*columns, strict=True), strict=True)}
