"""What reason codes mean: the table *Reason codes*, which the practice may change, is the one list of it.

Denial rate, denial list, voucher check and the posting of remittances all ask here. A code that is not on the list
counts as a denial where nothing was paid: nobody has said that it is anything else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache

import numpy as np
import pandas as pd

from medoffice_xl.claims.adjustments import Adjustment, read_adjustments
from medoffice_xl.published import published
from medoffice_xl.row_keys import Ints
from medoffice_xl.tables import REASON_CODES

UNKNOWN = "denial"
"""How a code is taken that is not on the list."""


class AnswerKind(IntEnum):
    """What an answer to a line is, by its reasons, where nothing was allowed; the weightiest reason counts."""

    PRICED = 0
    """Something was allowed, or its reasons set the price to nothing: to be held against the contract."""
    NOTED = 1
    """Sent on to another payer, or for reporting only: nobody has decided yet."""
    TO_PATIENT = 2
    """The patient was paid, or paid himself: what was allowed is not told."""
    CAPITATED = 3
    BUNDLED = 4
    """Paid with another service: a coding question, not a denial."""
    DUPLICATE = 5
    """The same claim sent twice: the other answer counts."""
    DENIED = 6


_KIND = {
    "contractual": AnswerKind.PRICED,
    "withhold": AnswerKind.PRICED,
    "sequestration": AnswerKind.PRICED,
    "note": AnswerKind.NOTED,
    "prior payer": AnswerKind.NOTED,
    "patient": AnswerKind.TO_PATIENT,
    "capitation": AnswerKind.CAPITATED,
    "bundled": AnswerKind.BUNDLED,
    "duplicate": AnswerKind.DUPLICATE,
    "denial": AnswerKind.DENIED,
}


@dataclass(frozen=True, slots=True, weakref_slot=True)
class ReasonCodes:
    """The list: how each reason code is `taken` and what it says in `words`; `remarks` are those of remark codes.

    Two lists of the same `rows` (list, code, taken as, in words) are the same.
    """

    rows: tuple[tuple[str, str, str, str], ...]
    taken: Mapping[str, str] = field(init=False, compare=False, repr=False)
    words: Mapping[str, str] = field(init=False, compare=False, repr=False)
    remarks: Mapping[str, str] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        reasons = [(code.strip().upper(), taken, words) for which, code, taken, words in self.rows if which == "CARC"]
        object.__setattr__(self, "taken", {code: taken for code, taken, _ in reasons})
        object.__setattr__(self, "words", {code: words for code, _, words in reasons})
        object.__setattr__(
            self, "remarks", {code.strip().upper(): words for which, code, _, words in self.rows if which == "RARC"}
        )

    def taken_as(self, code: str) -> str:
        """How the reason code (without its group) is taken."""
        return self.taken.get(code, UNKNOWN)

    def denies(self, adjustment: Adjustment) -> bool:
        """Whether the adjustment is a refusal: its code is taken as a denial, and it took something off."""
        return adjustment.amount != 0 and self.taken_as(adjustment.code) == "denial"

    def kinds(self, adjustments: "pd.Series[str]") -> Ints:
        """The kind of each line that was allowed nothing, by its adjustments, as `AnswerKind`."""
        places, texts = pd.factorize(adjustments)
        return np.array([*(self._kind(str(text)) for text in texts), AnswerKind.PRICED], dtype="int64")[places]

    def _kind(self, adjustments: str) -> AnswerKind:
        """An adjustment of nothing says nothing."""
        listed = [one for one in read_adjustments(adjustments) if one.amount]
        return max((_KIND.get(self.taken_as(one.code), AnswerKind.DENIED) for one in listed), default=AnswerKind.PRICED)

    def main_reason(self, adjustments: str) -> str:
        """The denying reason with the most money, such as CO-16; the first of equals, empty where none denies.

        >>> ReasonCodes.of(None).main_reason("CO-45:20.00; CO-16:80.00")
        'CO-16'
        """
        denying = [one for one in read_adjustments(adjustments) if self.denies(one)]
        return max(denying, key=lambda one: abs(one.amount)).reason if denying else ""

    def in_words(self, adjustments: str, remarks: str = "") -> str:
        """The reasons of a line in words, by group, and its remarks.

        >>> ReasonCodes.of(None).in_words("CO-45:80.00; PR-1:120.00")
        'CO-45 Above the agreed rate: written off; PR-1 Deductible: the patient owes it'
        """
        told = [f"{one.reason} {self.words.get(one.code, _OFFICIAL)}" for one in read_adjustments(adjustments)]
        told += [f"{code} {self.remarks.get(code, _OFFICIAL)}" for code in remarks.split()]
        return "; ".join(told)

    @staticmethod
    def of(table: pd.DataFrame | None) -> "ReasonCodes":
        """The list as the table has it; as it comes with the package where there is no table, or nothing in it."""
        return _published() if table is None or table.empty else _compiled(table)


_OFFICIAL = "see the official list"


def _compiled(table: pd.DataFrame) -> ReasonCodes:
    return ReasonCodes(tuple(zip(*(table[name] for name in ("list", "code", "taken_as", "words")), strict=True)))


@cache
def _published() -> ReasonCodes:
    return _compiled(published(REASON_CODES))
