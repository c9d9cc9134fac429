"""What a payer's contract pays for one unit of each code of a code mix, on one day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import numpy as np
import pandas as pd

from medoffice_xl.contracts.exact_amounts import NANOS, half_up
from medoffice_xl.contracts.lines_to_price import ServiceColumns, lines_to_price
from medoffice_xl.contracts.medicare_rate import COMPONENTS
from medoffice_xl.contracts.pricing import price
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.status import IN_WORDS, Source, Status
from medoffice_xl.production.code_use import CodeUse
from medoffice_xl.sets.unchanging import remembered


@dataclass(frozen=True, slots=True)
class Item:
    """A code with its component in a setting, and how much of it was billed: `units` in thousandths, cents."""

    code: str
    mods: str
    facility: bool
    units: int
    charge: int

    @property
    def name(self) -> str:
        """The item in words, such as `G0438 26`; a facility is said."""
        return " ".join(part for part in (self.code, self.mods, "(facility)" if self.facility else "") if part)

    @property
    def list_price(self) -> int:
        """Charge for one unit in cents, the average of what was billed."""
        return round(self.charge * 1000 / self.units)


@dataclass(frozen=True, slots=True)
class Agreed:
    """The contracted amount of one unit in cents; None where there is none, and `why` says so.

    `exact` is the same with the decimals that a price on Fee schedules has beyond the cent.
    """

    cents: int | None
    why: str = ""
    exact: Fraction = Fraction(0)


def items(uses: Iterable[CodeUse], book: Rulebook, payer: str = "") -> list[Item]:
    """The code mix, one item a code, component and setting, the most charges first; of one payer or of all.

    Only 26, TC and 53 have rates of their own; other modifiers say how a service was done and are left aside.
    """
    sums: dict[tuple[str, str, bool], tuple[int, int]] = defaultdict(lambda: (0, 0))
    wanted = payer.strip().casefold()
    for use in uses:
        if not wanted or use.payer.casefold() == wanted:
            mods = " ".join(mod for mod in use.mods.split() if mod in COMPONENTS)
            key = (use.code, mods, use.pos in book.facilities)
            units, charge = sums[key]
            sums[key] = units + use.units, charge + use.charge
    mix = [Item(*key, units, charge) for key, (units, charge) in sums.items() if units > 0 and charge > 0]
    return sorted(mix, key=lambda item: (-item.charge, item.code, item.mods, item.facility))


def agreed_rates(book: Rulebook, payer: str, mix: Sequence[Item], on: date) -> Sequence[Agreed]:
    """The payer's rate for one unit of each item on the day, before the charge caps it; no other rule cuts it."""
    return remembered(_agreed_rates, book, asked=(payer, tuple(mix), on)) if mix else ()


def _agreed_rates(book: Rulebook, payer: str, mix: tuple[Item, ...], on: date) -> tuple[Agreed, ...]:
    count = len(mix)
    facility = min(book.facilities, default="")
    own = np.arange(count, dtype="int64")

    def same(text: str) -> "pd.Series[str]":
        return pd.Series([text] * count, dtype="str")

    lines = lines_to_price(
        book,
        ServiceColumns(
            payer=same(payer),
            plan=same(""),
            code=pd.Series([item.code for item in mix], dtype="str"),
            mods=[pd.Series(words, dtype="str") for words in _columns([item.mods for item in mix])],
            units=pd.Series([1.0] * count, dtype="float64"),
            charge=pd.Series([item.list_price for item in mix], dtype="int64"),
            dos=pd.Series([pd.Timestamp(on)] * count, dtype="datetime64[us]"),
            pos=pd.Series([facility if item.facility else "11" for item in mix], dtype="str"),
            npi=same(""),
            patient=own,
            claim=own,
        ),
    )
    priced = price(lines, book)
    amounts = priced.cents + priced.below
    flat = book.schedule.find(lines).nanos
    exact = np.where((priced.source == Source.SCHEDULE) & (half_up(flat) == amounts), flat, amounts * NANOS)
    return tuple(
        Agreed(cents, exact=Fraction(nanos, NANOS)) if status == Status.PRICED else Agreed(None, IN_WORDS[status])
        for cents, nanos, status in zip(
            amounts.tolist(), exact.tolist(), map(Status, priced.status.tolist()), strict=True
        )
    )


def _columns(texts: Sequence[str]) -> list[list[str]]:
    """Modifiers, one column a place."""
    split = [text.split() for text in texts]
    width = max(1, *(len(words) for words in split))
    return [[words[place] if place < len(words) else "" for words in split] for place in range(width)]
