"""Which answer counts where a payer answered more than once: reversals and corrections, replacements, duplicates."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.contracts.exact import Ints
from medoffice_xl.row_keys import combine, numbered

REVERSAL = "22"
REPLACEMENTS = ("7", "8")


@dataclass(frozen=True, slots=True)
class Answers:
    """For each remitted line: whether it fell away and why, and which answers are to one billed line.

    `item` is alike for all answers to one billed line; `order` sorts them in time; `repeated` marks lines that have
    more than one answer. `paired` marks reversals whose payment was found, `twice` payments of what was paid
    before.
    """

    reversed: npt.NDArray[np.bool_]
    superseded: npt.NDArray[np.bool_]
    twice: npt.NDArray[np.bool_]
    item: Ints
    order: Ints
    repeated: npt.NDArray[np.bool_]
    paired: npt.NDArray[np.bool_]


def settle(
    remits: pd.DataFrame, claim: Ints, adjudication: Ints, code: Ints, mods: Ints, unpaid: npt.NDArray[np.bool_]
) -> Answers:
    """Sort out repeated answers. `unpaid` marks lines that were denied: they replace no payment."""
    size = len(remits)
    reversal = (remits["claim_status"] == REVERSAL).to_numpy()
    claim, _ = numbered(claim)
    kinds, _ = numbered(mods)
    charge = np.abs(remits["charge"].to_numpy(dtype="int64")).astype("int64")
    item, count = numbered(combine(claim, code, charge, kinds))
    days = remits["paid_date"].to_numpy().astype("datetime64[D]").astype("int64")
    order = combine(days, adjudication)
    repeated = np.bincount(item, minlength=count)[item] > 1
    rows = np.flatnonzero(repeated)
    if rows.size:
        occurrence = pd.Series(rows).groupby([item[rows], adjudication[rows]]).cumcount().to_numpy()
        again = occurrence > 0
        item[rows[again]] = count + numbered(combine(item[rows[again]], occurrence[again].astype("int64")))[0]
    fell, replaced = reversal.copy(), np.zeros(size, dtype=bool)
    _pair_reversals(rows, item, order, reversal, fell)
    _whole_claim_reversals(remits, claim, order, reversal, fell)
    paired = reversal & (np.bincount(claim, weights=fell & ~reversal)[claim] > 0) if reversal.any() else reversal
    _replacements(remits, claim, order, fell, replaced)
    twice = _answered_again(rows, item, order, fell, replaced, unpaid)
    return Answers(fell, replaced, twice, item, order, repeated, paired)


def _pair_reversals(
    rows: Ints, item: Ints, order: Ints, reversal: npt.NDArray[np.bool_], fell: npt.NDArray[np.bool_]
) -> None:
    """The k-th reversal of a line takes its k-th payment with it."""
    negative = np.bincount(item[rows], weights=reversal[rows]).astype("int64") if rows.size else np.zeros(1, "int64")
    touched = rows[(negative[item[rows]] > 0) & ~reversal[rows]] if rows.size else rows
    if not touched.size:
        return
    touched = touched[np.lexsort((order[touched], item[touched]))]
    rank = pd.Series(touched).groupby(item[touched]).cumcount().to_numpy()
    fell[touched[rank < negative[item[touched]]]] = True


def _whole_claim_reversals(
    remits: pd.DataFrame, claim: Ints, order: Ints, reversal: npt.NDArray[np.bool_], fell: npt.NDArray[np.bool_]
) -> None:
    """A reversal at claim level alone takes every earlier answer to the claim with it."""
    whole = np.flatnonzero(reversal & (remits["level"] == "claim").to_numpy())
    if not whole.size:
        return
    latest = pd.Series(order[whole]).groupby(claim[whole]).max()
    bound = latest.reindex(claim, fill_value=-1).to_numpy()
    fell |= (order < bound) & ~reversal


def _replacements(
    remits: pd.DataFrame, claim: Ints, order: Ints, fell: npt.NDArray[np.bool_], replaced: npt.NDArray[np.bool_]
) -> None:
    """A replacement claim (frequency 7 or 8) stands for every earlier answer to the claim."""
    marks = np.flatnonzero(remits["frequency"].isin(REPLACEMENTS).to_numpy() & ~fell)
    if not marks.size:
        return
    latest = pd.Series(order[marks]).groupby(claim[marks]).max()
    bound = latest.reindex(claim, fill_value=-1).to_numpy()
    replaced |= (order < bound) & ~fell


def _answered_again(
    rows: Ints,
    item: Ints,
    order: Ints,
    fell: npt.NDArray[np.bool_],
    replaced: npt.NDArray[np.bool_],
    unpaid: npt.NDArray[np.bool_],
) -> npt.NDArray[np.bool_]:
    """Among the answers left, a payment replaces a denial; a second payment is a payment too much."""
    twice = np.zeros(len(item), dtype=bool)
    left = rows[~fell[rows] & ~replaced[rows]]
    if not left.size:
        return twice
    left = left[np.lexsort((order[left], item[left]))]
    paid = ~unpaid[left]
    nth = pd.Series(paid.astype("int64")).groupby(item[left]).cumsum().to_numpy()
    twice[left[paid & (nth > 1)]] = True
    any_paid = np.bincount(item[left], weights=paid)[item[left]] > 0
    last = np.r_[item[left][1:] != item[left][:-1], True]
    replaced[left[~paid & ((any_paid & (nth == 0)) | (~any_paid & ~last))]] = True
    return twice
