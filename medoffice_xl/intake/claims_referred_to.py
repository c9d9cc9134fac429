"""Which claim a provider adjustment is about: its reference names it, in one of the ways payers do."""

import re
from collections.abc import Collection, Iterable

import pandas as pd

_BETWEEN = re.compile(r"[\s:;,/|*^]+")
_LONG = 8
"""Letters of a number from which on it may be told by the beginning of a longer text."""

_NO_COUNT = 4
"""Signs from which on a number between hyphens counts nothing, but names something."""


def tokens(reference: str) -> list[str]:
    """The parts of a reference."""
    return [part for part in _BETWEEN.split(reference) if part]


def _within(reference: str) -> list[str]:
    """Numbers that hyphens part from a day, a type or a line: long enough not to be one of those."""
    return [each for part in tokens(reference) if "-" in part for each in part.split("-") if len(each) >= _NO_COUNT]


def numbers_named(references: Iterable[str]) -> set[str]:
    """Every text by which a claim may be known that one of the references names: no other claim is referred to."""
    whole = {each for each in references if each}
    return _parts(whole) | _begin(whole)


class ClaimsReferredTo:
    """The claims that references name.

    A reference holds the practice's number of the claim, the payer's, or both, parted or run together (with the number
    of the check behind them, as Medicare does). A text that more than one claim goes by names none.
    """

    def __init__(self, references: Iterable[str], remits: pd.DataFrame, charges: pd.DataFrame) -> None:
        whole = {each for each in references if each}
        self._by_number = _numbers(_parts(whole), remits, charges)
        unclear = [each for each in whole if not any(p in self._by_number for p in (*tokens(each), *_within(each)))]
        self._by_beginning = _beginnings(unclear, remits) if unclear else {}

    def of(self, payer: str, reference: str) -> str:
        """The claim that a payer's reference names; "" where it names none, or several."""
        parts = tokens(reference)
        for found in (
            {claim for part in parts for claim in self._by_number.get(part, {}).get(payer, ())},
            {claim for part in parts for claims in self._by_number.get(part, {}).values() for claim in claims},
            {claim for part in _within(reference) for claim in self._by_number.get(part, {}).get(payer, ())},
            {
                claim
                for length in range(len(reference), 0, -1)
                for claim in self._by_beginning.get(reference[:length], {}).get(payer, ())
            },
        ):
            if found:
                return found.pop() if len(found) == 1 else ""
        return ""


def _parts(references: Iterable[str]) -> set[str]:
    return {part for each in references for part in (*tokens(each), *_within(each))}


def _begin(references: Iterable[str]) -> set[str]:
    """What the references begin with, as far as that may be a claim's number."""
    return {each[:length] for each in references for length in range(_LONG, len(each) + 1)}


Named = dict[str, dict[str, set[str]]]
"""Claims by text and payer."""


def _numbers(texts: Collection[str], remits: pd.DataFrame, charges: pd.DataFrame) -> Named:
    found: Named = {}
    for column in ("claim_id", "payer_claim_no"):
        _gather(found, remits[remits[column].isin(texts)], column)
    _gather(found, charges[charges["claim_id"].isin(texts)], "claim_id")
    return found


def _gather(found: Named, rows: pd.DataFrame, column: str) -> None:
    for text, payer, claim in {*zip(rows[column], rows["payer"], rows["claim_id"], strict=True)}:
        found.setdefault(text, {}).setdefault(payer, set()).add(claim)


def _beginnings(references: Iterable[str], remits: pd.DataFrame) -> Named:
    """Claims by what a reference may begin with: either number if it is long, and both run together."""
    begin = _begin(references)
    own, payers = remits["claim_id"], remits["payer_claim_no"]
    found: Named = {}
    for text in (own, payers, own + payers, payers + own):
        _gather(found, remits[text.isin(begin)].assign(text=text), "text")
    return found
