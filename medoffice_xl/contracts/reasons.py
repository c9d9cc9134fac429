"""What a payer's reason codes make of a line that was not paid."""

from functools import cache

import numpy as np
import pandas as pd

from medoffice_xl.contracts.exact import Ints
from medoffice_xl.published import published
from medoffice_xl.tables import REASON_CODES

AMOUNT = r":-?[\d.,]+"
"""The amount behind each group and reason in the column *Adjustments* of Remits."""

NONE, CAPITATION, DUPLICATE, BUNDLED, DENIAL = range(5)
_KIND = {"capitation": CAPITATION, "duplicate": DUPLICATE, "bundled": BUNDLED, "denial": DENIAL}


def kinds(adjustments: "pd.Series[str]") -> Ints:
    """Kind of each line by its reasons, the first that is found of capitation, duplicate, bundled and denial.

    `adjustments` are texts such as `CO-45:200.00; PR-1:120.00`. A reason code that nobody described is a denial.
    """
    places, texts = pd.factorize(adjustments.str.replace(AMOUNT, "", regex=True))
    return np.array([*(_kind(str(text)) for text in texts), NONE], dtype="int64")[places]


def _kind(reasons: str) -> int:
    taken = {_KIND.get(taken_as(code), NONE) for code in _codes(reasons)} - {NONE}
    return min(taken, default=NONE)


def _codes(reasons: str) -> list[str]:
    return [part.strip().partition("-")[2] for part in reasons.split(";") if "-" in part]


def taken_as(code: str) -> str:
    """How the reason code is taken; a denial where it is not on the list."""
    return _reasons().get(code, ("denial", ""))[0]


def reason_words(reasons: str, remarks: str = "") -> str:
    """The reasons of a line in words, by group.

    >>> reason_words("CO-45:80.00; PR-1:120.00")
    'CO-45 Above the agreed rate: written off; PR-1 Deductible: the patient owes it'
    """
    known = {**_reasons(), **{code: ("note", words) for code, words in _remarks().items()}}
    said = [part.split(":")[0].strip() for part in reasons.split(";") if part.strip()]
    told = [f"{part} {known.get(part.partition('-')[2], ('', 'see the official list'))[1]}" for part in said]
    told += [f"{code} {known.get(code, ('', 'see the official list'))[1]}" for code in remarks.split()]
    return "; ".join(told)


@cache
def _reasons() -> dict[str, tuple[str, str]]:
    rows = published(REASON_CODES)
    rows = rows[rows["list"] == "CARC"]
    return dict(zip(rows["code"], zip(rows["taken_as"], rows["words"], strict=True), strict=True))


@cache
def _remarks() -> dict[str, str]:
    rows = published(REASON_CODES)
    rows = rows[rows["list"] == "RARC"]
    return dict(zip(rows["code"], rows["words"], strict=True))
