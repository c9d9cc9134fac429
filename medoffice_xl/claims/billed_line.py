"""Which billed line each remitted line answers: for the postings and the voucher check alike.

Within its claim a remitted line answers the charge line

1. that its line control number names, unless code, charge and day are those of another line of the claim;
2. that has its code, modifiers, day and charge, or all but the modifiers, which payers do not always return: the first
   such remitted line of an answer the first such charge line that is still free, the second the second;
3. that alone has its code and day, with its modifiers or without: a payer may split a line, or return another charge;
4. that alone is still free and has its day and charge: a payer may change the code and not say so.

The code is the one that was billed, where the payer says that it changed it. Where it returns no day, the day plays no
part. Nothing is matched across claims: an account that several visits share is told apart by the days.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.claims.claim_identity import NO_DAY, days_of
from medoffice_xl.claims.line_identity import MODS, billed_code, billed_modifiers, in_any_order
from medoffice_xl.row_keys import Ints, combine

Mask = npt.NDArray[np.bool_]

NOT_FOUND = -1

ANSWERED = (
    "remittance", "claim_seq", "level", "claim_id", "line_control", "dos", "code", *MODS, "billed_code", "billed_mods",
    "charge",
)  # fmt: skip
"""Columns of Remits that say which line is answered."""

BILLED = ("claim_id", "line_id", "dos", "code", *MODS, "charge")
"""The columns of Charges that they are held against."""

_SAME_CHARGE: tuple[tuple[str, ...], ...] = (("code", "mods", "day", "charge"), ("code", "day", "charge"))
_ANY_CHARGE: tuple[tuple[str, ...], ...] = (("code", "mods", "day"), ("code", "day"))


@dataclass(frozen=True, slots=True)
class BilledLines:
    """For each remitted line its place among the charges, and that of a line of its visit; −1 where there is none.

    `contradicted` marks lines whose control number names another line than their code, charge and day.
    """

    line: Ints
    visit: Ints
    contradicted: Mask


@dataclass(frozen=True, slots=True)
class _Side:
    """Remitted or billed lines as columns of whole numbers, numbered alike on both sides."""

    claim: Ints
    number: Ints
    code: Ints
    mods: Ints
    day: Ints
    charge: Ints

    def key(self, *names: str) -> tuple[Ints, ...]:
        return tuple(getattr(self, name) for name in ("claim", *names))

    def at(self, rows: Ints) -> "_Side":
        return _Side(*(getattr(self, name)[rows] for name in self.__slots__))


def billed_lines(remits: pd.DataFrame, charges: pd.DataFrame) -> BilledLines:
    """The charges that remitted lines answer, of frames of the two tables."""
    size = len(remits)
    if charges.empty or not size:
        nothing = np.full(size, NOT_FOUND, dtype="int64")
        return BilledLines(nothing, nothing.copy(), np.zeros(size, dtype=bool))
    asked, billed, kept = _sides(remits, charges)
    answer = pd.factorize(remits["remittance"])[0].astype("int64")
    answer = combine(answer, remits["claim_seq"].to_numpy(dtype="int64"), asked.claim)
    of_line = (remits["level"] != "claim").to_numpy()
    numbered = (remits["line_control"] != "").to_numpy()
    named = np.where(numbered, _first(billed.key("number"), asked.key("number")), NOT_FOUND)
    contradicted = _contradicted(asked, billed, named)
    found = np.where(of_line & ~contradicted, named, NOT_FOUND)
    for same in _SAME_CHARGE:
        found = _one_to_one(found, of_line, answer, asked, billed, same)
    for same in _ANY_CHARGE:
        found = _only_one(found, of_line, asked, billed, same)
    found = _recoded(found, of_line, answer, asked, billed)
    rows = np.append(kept, NOT_FOUND)
    return BilledLines(rows[found], rows[_visit(found, asked, billed)], contradicted)


def _sides(remits: pd.DataFrame, charges: pd.DataFrame) -> tuple[_Side, _Side, Ints]:
    """The lines of both sides, and the places of the charges that are left: those of the claims, each line once."""
    claims = pd.factorize(pd.concat([remits["claim_id"], charges["claim_id"]], ignore_index=True))[0].astype("int64")
    size = len(remits)
    kept = np.flatnonzero(np.isin(claims[size:], claims[:size]))
    of = charges.iloc[kept]
    numbers = _alike(remits["line_control"], of["line_id"])
    own = np.concatenate([claims[:size], claims[size:][kept]])
    once = np.sort(np.unique(combine(own, numbers)[size:], return_index=True)[1])
    kept, of = kept[once], of.iloc[once]
    here = np.concatenate([np.arange(size), size + once])
    own, numbers = own[here], numbers[here]
    codes = _alike(billed_code(remits), of["code"])
    mods = in_any_order(pd.concat([billed_modifiers(remits), billed_modifiers(of)], ignore_index=True))
    days = np.concatenate([days_of(remits["dos"]), days_of(of["dos"])])
    cents = np.abs(np.concatenate([frame["charge"].to_numpy(dtype="int64") for frame in (remits, of)]))
    both = _Side(own, numbers, codes, mods, days, cents)
    return both.at(np.arange(size)), both.at(np.arange(size, len(here))), kept


def _alike(left: "pd.Series[str]", right: "pd.Series[str]") -> Ints:
    """Two text columns one after the other, numbered alike."""
    return pd.factorize(pd.concat([left, right], ignore_index=True))[0].astype("int64")


def _contradicted(asked: _Side, billed: _Side, named: Ints) -> Mask:
    """Lines whose number names a line with another code, or another charge and day, while a line of the claim has
    their code, charge and day."""
    doubted = np.zeros(len(named), dtype=bool)
    rows = np.flatnonzero(named >= 0)
    own, their = asked.at(rows), billed.at(named[rows])
    other_day = (own.day != NO_DAY) & (own.day != their.day)
    rows = rows[(own.code != their.code) | ((own.charge != their.charge) & other_day)]
    for some, same in _by_day(rows, asked, ("code", "charge")):
        doubted[some] = _first(billed.key(*same), asked.at(some).key(*same)) >= 0
    return doubted


def _by_day(rows: Ints, asked: _Side, same: tuple[str, ...]) -> list[tuple[Ints, tuple[str, ...]]]:
    """These rows in two parts, with what must be the same: the day too, or all but the day where none was returned."""
    dated = asked.day[rows] != NO_DAY
    without = tuple(name for name in same if name != "day")
    return [(part, names) for part, names in ((rows[dated], (*without, "day")), (rows[~dated], without)) if part.size]


def _one_to_one(found: Ints, of_line: Mask, answer: Ints, asked: _Side, billed: _Side, same: tuple[str, ...]) -> Ints:
    """The first such remitted line to the first such charge line that is still free, the second to the second …"""
    found = found.copy()
    for rows, names in _by_day(np.flatnonzero(of_line & (found < 0)), asked, same):
        free = _free(rows, found, answer, asked.claim, billed.claim)
        here, there = asked.at(rows).key(*names), billed.at(free.line).key(*names)
        left, right = _together((answer[rows], *here), (free.answer, *there))
        place = _first((right, _nth(right)), (left, _nth(left)))
        found[rows] = np.append(free.line, NOT_FOUND)[place]
    return found


def _only_one(found: Ints, of_line: Mask, asked: _Side, billed: _Side, same: tuple[str, ...]) -> Ints:
    """The claim's only such charge line, whether other remitted lines answer it or not."""
    found = found.copy()
    for rows, names in _by_day(np.flatnonzero(of_line & (found < 0)), asked, same):
        left, right = _together(asked.at(rows).key(*names), billed.key(*names))
        found[rows] = np.where(_count(right, left) == 1, _first((right,), (left,)), NOT_FOUND)
    return found


def _recoded(found: Ints, of_line: Mask, answer: Ints, asked: _Side, billed: _Side) -> Ints:
    """The only free charge line of that day and charge, where one remitted line alone asks for it."""
    found = found.copy()
    for rows, names in _by_day(np.flatnonzero(of_line & (found < 0) & (asked.charge > 0)), asked, ("charge", "day")):
        free = _free(rows, found, answer, asked.claim, billed.claim)
        here, there = asked.at(rows).key(*names), billed.at(free.line).key(*names)
        left, right = _together((answer[rows], *here), (free.answer, *there))
        alone = (_count(right, left) == 1) & (_count(left, left) == 1)
        place = np.where(alone, _first((right,), (left,)), NOT_FOUND)
        found[rows] = np.append(free.line, NOT_FOUND)[place]
    return found


@dataclass(frozen=True, slots=True)
class _Free:
    """Pairs of an answer and a charge line of its claim that no line of the answer has taken."""

    answer: Ints
    line: Ints


def _free(rows: Ints, found: Ints, answer: Ints, claim: Ints, billed_claim: Ints) -> _Free:
    """The charge lines that are still free for the answers of these rows."""
    answers, first = np.unique(answer[rows], return_index=True)
    order = np.argsort(billed_claim, kind="stable")
    of_claim = billed_claim[order]
    wanted = claim[rows[first]]
    begin, end = np.searchsorted(of_claim, wanted, "left"), np.searchsorted(of_claim, wanted, "right")
    counts = end - begin
    within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    pairs = _Free(np.repeat(answers, counts), order[np.repeat(begin, counts) + within])
    taken = np.flatnonzero((found >= 0) & np.isin(answer, answers))
    mine, others = _together((pairs.answer, pairs.line), (answer[taken], found[taken]))
    free = ~np.isin(mine, others)
    return _Free(pairs.answer[free], pairs.line[free])


def _visit(found: Ints, asked: _Side, billed: _Side) -> Ints:
    """The line itself; else the first line of its claim on its day; else the claim's first."""
    of_day, of_claim = (_first(billed.key(*names), asked.key(*names)) for names in (("day",), ()))
    return np.where(found >= 0, found, np.where(of_day >= 0, of_day, of_claim))


def _together(left: tuple[Ints, ...], right: tuple[Ints, ...]) -> tuple[Ints, Ints]:
    """The columns of both sides as one key a row, alike on both."""
    keys = combine(*(np.concatenate(pair) for pair in zip(left, right, strict=True)))
    return keys[: len(left[0])], keys[len(left[0]) :]


def _first(among: tuple[Ints, ...], wanted: tuple[Ints, ...]) -> Ints:
    """Place of the first row of `among` that is each wanted one; −1 where there is none."""
    mine, keys = _together(wanted, among)
    if not len(keys):
        return np.full(len(mine), NOT_FOUND, dtype="int64")
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    place = np.minimum(np.searchsorted(ordered, mine, side="left"), len(keys) - 1)
    return np.where(ordered[place] == mine, order[place], NOT_FOUND)


def _count(keys: Ints, wanted: Ints) -> Ints:
    """How many of the keys are each wanted one."""
    ordered = np.sort(keys)
    return np.searchsorted(ordered, wanted, "right") - np.searchsorted(ordered, wanted, "left")


def _nth(keys: Ints) -> Ints:
    """0 for the first row of a key, 1 for the second …"""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    begins = np.searchsorted(ordered, ordered, "left")
    place = np.empty(len(keys), dtype="int64")
    place[order] = np.arange(len(keys)) - begins
    return place
