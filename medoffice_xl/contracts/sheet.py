"""What the rules work on: the lines, their contracts, and the amounts as they come to be."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from medoffice_xl.contracts.exact_amounts import Amounts, Ints, Rows
from medoffice_xl.contracts.lines import Lines
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.status import Status

Mask = npt.NDArray[np.bool_]


@dataclass
class PriceSheet:
    """One pricing run. Columns are parallel to the lines.

    `amounts` start as the price of one unit; `whole` marks those that are of the whole line already. `covered` are
    the modifiers that the rate found counts already, which no rule may count again. `source` says where the price
    came from. `file_row` is the line's row of Medicare's file (−1 none);
    `below` what the charge took off the contract's rate, in cents.
    """

    lines: Lines
    book: Rulebook
    contract: Ints
    status: Ints
    amounts: Amounts
    whole: Mask
    covered: Ints
    source: npt.NDArray[np.int8]
    file_row: Ints
    below: Ints

    def priced(self) -> Mask:
        """Lines that have a price."""
        mask: Mask = self.status == Status.PRICED
        return mask

    def has(self, bits: int) -> Mask:
        """Priced lines with one of these modifiers that their rate does not count yet."""
        if not self.any_mods & bits:
            return np.zeros(len(self.lines), dtype=bool)
        mask: Mask = ((self.lines.mods & ~self.covered & bits) > 0) & self.priced()
        return mask

    @cached_property
    def any_mods(self) -> int:
        """The modifiers that any line has."""
        return int(np.bitwise_or.reduce(self.lines.mods, initial=0))

    def agreed(self, share: str) -> Mask:
        """Lines whose contract has this share."""
        agreed = self.book.terms.shares[share].agreed
        return agreed[self.contract] if agreed.any() else np.zeros(len(self.lines), dtype=bool)

    def multiply(self, rows: Rows, share: str) -> None:
        """Multiply by a share of the lines' contracts."""
        of = self.book.terms.shares[share]
        contract = self.contract[rows]
        self.amounts.multiply(rows, of.top[contract], of.bottom[contract])

    def put_charges(self, rows: Rows) -> None:
        """The charges take the place of these lines' prices, which they are below."""
        self.below[rows] = self.amounts.cents(rows) - self.lines.charge[rows]
        self.amounts.put_cents(rows, self.lines.charge[rows])

    def stop(self, rows: Rows, status: Status) -> None:
        """These lines have no price, for this reason."""
        self.status[rows] = status

    @cached_property
    def indicator_row(self) -> Ints:
        """Row of Medicare's file that holds the payment indicators of each line's code, whatever the contract."""
        medicare = self.book.medicare
        release = medicare.release_of(self.lines.day, 0, "")
        code = medicare.index_of(self.lines.codes)[self.lines.code]
        return medicare.row(release, code, np.zeros(len(self.lines), dtype="int64"))

    def indicator(self, name: str) -> npt.NDArray[np.object_]:
        """A payment indicator of each line's code; "" where Medicare's file has none."""
        known = self.book.medicare.indicators[name]
        if not len(known):
            return np.full(len(self.lines), "", dtype=object)
        return np.where(self.indicator_row >= 0, known[self.indicator_row], "")

    def indicated(self, name: str, *values: str) -> Mask:
        """Lines whose code has one of these values of a payment indicator; none without Medicare's file."""
        known = np.isin(self.book.medicare.indicators[name].astype("str"), values)
        if not known.any():
            return np.zeros(len(self.lines), dtype=bool)
        mask: Mask = known[self.indicator_row] & (self.indicator_row >= 0)
        return mask

    def terms_text(self, name: str) -> npt.NDArray[Any]:
        """A text field of each line's contract."""
        return self.book.terms.text(name)[self.contract]
