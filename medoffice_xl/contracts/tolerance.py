"""How large a difference is worth the work: as the contract says, or as the practice does where it is silent."""

from dataclasses import dataclass

import numpy as np

from medoffice_xl.contracts.exact_amounts import Ints, Rows
from medoffice_xl.contracts.line_class import Finding
from medoffice_xl.contracts.terms import Terms
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.tables.thresholds import Threshold

DOLLARS = Threshold(
    "Tolerance in dollars", "0.01", "$",
    "A difference from the contract counts from so much on, where the contract's Tolerance $ is empty.",
)  # fmt: skip
PERCENT = Threshold(
    "Tolerance in percent", "0", "%",
    "A difference from the contract counts from so large a share of the expected amount on, where the contract's "
    "Tolerance % is empty.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tolerance:
    """The least difference that counts for each service: so many cents, and such a share (`top` / `bottom`)."""

    cents: Ints
    top: Ints
    bottom: Ints

    def at(self, rows: Rows) -> "Tolerance":
        """That of these places."""
        return Tolerance(self.cents[rows], self.top[rows], self.bottom[rows])

    def judge(self, difference: Ints, expected: Ints) -> Ints:
        """Underpaid or overpaid where a difference reaches both, else as contracted; none at all never counts."""
        size = np.abs(difference)
        counts = (size > 0) & (size >= self.cents) & (size * self.bottom >= expected * self.top)
        found = np.where(difference < 0, Finding.UNDERPAID, Finding.OVERPAID)
        return np.where(counts, found, Finding.AS_CONTRACTED).astype("int64")


def tolerance_of(contract: Ints, day: Ints, terms: Terms, thresholds: Thresholds) -> Tolerance:
    """The tolerance of each service: its contract's, or the practice's own on the day of the answer."""
    agreed = terms.frame["tolerance"].notna().to_numpy()[contract]
    share = terms.shares["tolerance_percent"]
    own = share.agreed[contract]
    top, bottom = thresholds.fractions_on(PERCENT, day)
    return Tolerance(
        np.where(agreed, terms.whole("tolerance")[contract], thresholds.cents_on(DOLLARS, day)),
        np.where(own, share.top[contract], top),
        np.where(own, share.bottom[contract], bottom),
    )
