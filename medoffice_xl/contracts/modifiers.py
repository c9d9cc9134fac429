"""Modifiers as bits of one whole number a line, so that a rule asks for many lines at once."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from medoffice_xl.contracts.exact_amounts import Ints

PRICED = (
    "26", "TC", "53", "50", "LT", "RT", "51", "52", "22", "54", "55", "56", "62", "66", "78",
    "80", "81", "82", "AS", "AD", "QK", "QX", "QY", "59", "76", "77", "XE", "XP", "XS", "XU",
)  # fmt: skip
"""Modifiers that a rule looks at, in the order of their bits."""

BITS: dict[str, int] = {name: 1 << place for place, name in enumerate(PRICED)}

COMPONENT = BITS["26"] | BITS["TC"]
SIDES = BITS["LT"] | BITS["RT"]
DISTINCT = BITS["59"] | BITS["76"] | BITS["77"] | BITS["XE"] | BITS["XP"] | BITS["XS"] | BITS["XU"]
"""Modifiers that say: a service of its own, not a part of the one beside it."""


class ModifierBits:
    """The bits of the priced modifiers, and of those that a fee schedule lists besides."""

    def __init__(self, listed: Iterable[str] = ()) -> None:
        """`listed` are modifier texts of a fee schedule, such as `GQ` or `26 59`."""
        further = sorted({name for text in listed for name in split(text)} - BITS.keys())[: 62 - len(PRICED)]
        self._bits = {**BITS, **{name: 1 << (len(PRICED) + place) for place, name in enumerate(further)}}

    def of(self, text: str) -> int:
        """Bits of one line's modifiers; those that change no price have none."""
        return sum({self._bits.get(name, 0) for name in split(text)})

    def of_column(self, column: "pd.Series[str]") -> Ints:
        """Bits of a column of modifier texts, one or several a cell."""
        places, texts = pd.factorize(column)
        if len(texts) == 1:
            return np.full(len(column), self.of(str(texts[0])), dtype="int64")
        bits = np.array([*(self.of(str(text)) for text in texts), 0], dtype="int64")
        of: Ints = bits[places]
        return of

    def of_columns(self, columns: "Iterable[pd.Series[str]]") -> Ints:
        """Bits of the modifier columns of a table together."""
        bits: Ints = np.bitwise_or.reduce([self.of_column(column) for column in columns])
        return bits


def split(text: str) -> list[str]:
    """`26 59`, `26,59` or `26-59` as single modifiers."""
    return text.upper().replace(",", " ").replace("-", " ").replace(";", " ").split()


def shown(bits: int) -> str:
    """The priced modifiers among the bits, as text."""
    return " ".join(name for name, bit in BITS.items() if bits & bit)
