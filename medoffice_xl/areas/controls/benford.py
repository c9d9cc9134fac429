"""C6: first digits of amounts against Benford's law, where it may be asked at all.

In amounts that grow out of many causes the first digit d stands in log10(1 + 1/d) of them. The mean absolute deviation
(MAD) over the nine digits tells how far a set is from that (Nigrini 2012). Under 1,000 amounts chance alone goes beyond
the limits, and fees that a schedule fixes never follow it: both are refused.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import log10

import pandas as pd

from medoffice_xl.areas.controls.finding import Check, Finding, Row, known
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.tables import BILL_PAYMENTS
from medoffice_xl.tables.thresholds import Threshold

TEST = "C6"
_NIGRINI = "Nigrini, Benford's Law (2012), first digits"
CLOSE = Threshold("Benford: close", "0.006", "score", "Up to this MAD first digits agree closely.", _NIGRINI)
ACCEPTABLE = Threshold("Benford: acceptable", "0.012", "score", "Up to this MAD they agree acceptably.", _NIGRINI)
MARGINAL = Threshold(
    "Benford: marginal", "0.015", "score", "Beyond this MAD they do not agree and are to be looked at.", _NIGRINI
)
AMOUNTS = Threshold(
    "Benford: amounts enough", "1000", "lines", "First digits are asked from so many amounts on.",
    "Simulation: 95 % of true sets have a MAD below 0.0156 at 500 amounts, 0.0114 at 1,000",
)  # fmt: skip
MAGNITUDES = Threshold(
    "Benford: span", "100", "times", "The largest amount must be at least so many times the least: two magnitudes."
)

EXPECTED = tuple(log10(1 + 1 / digit) for digit in range(1, 10))
"""The share of amounts that begin with 1 to 9."""


@dataclass(frozen=True, slots=True)
class FirstDigits:
    """How often each first digit stands, 1 to 9, and how far that is from the law."""

    counts: tuple[int, ...]

    @property
    def shares(self) -> tuple[float, ...]:
        """Share of each digit."""
        return tuple(count / sum(self.counts) for count in self.counts)

    @property
    def mad(self) -> float:
        """Mean absolute deviation of the nine shares."""
        return sum(abs(share - expected) for share, expected in zip(self.shares, EXPECTED, strict=True)) / 9


def first_digits(cents: Sequence[int], judged: InForce) -> FirstDigits:
    """First digits of the amounts other than 0. Raises NoData, in words, where they may not be asked."""
    sizes = [abs(amount) for amount in cents if amount]
    least = judged.whole(AMOUNTS)
    if len(sizes) < least:
        raise NoData(f"{len(sizes):,} amounts are too few: under {least:,} chance alone looks like a finding.")
    if max(sizes) < judged.exact(MAGNITUDES) * min(sizes):
        raise NoData("The amounts span less than two orders of magnitude; their first digits follow no law.")
    counted = Counter(int(str(size)[0]) for size in sizes)
    return FirstDigits(tuple(counted[digit] for digit in range(1, 10)))


def verdict(mad: float, judged: InForce) -> str:
    """The word for a MAD: close, acceptable, marginal or no agreement; a limit itself still belongs to the better."""
    limits = ((CLOSE, "close"), (ACCEPTABLE, "acceptable"), (MARGINAL, "marginal"))
    return next((word for limit, word in limits if mad <= judged.share(limit)), "no agreement")


def check(paid: Frame | None, as_of: date, judged: InForce) -> list[Check]:
    """Payments to vendors, where they may be asked; charges never."""
    rows = known(paid, BILL_PAYMENTS, "paid_date", as_of, "vendor", "number", "amount")
    title = "First digits of payments to vendors"
    fees = Check(
        TEST,
        "First digits of charges",
        not_tested="Not asked: a fee schedule fixes what is charged, and fixed fees follow no law of first digits.",
    )
    try:
        found = first_digits(rows["amount"].tolist(), judged)
    except NoData as why:
        return [Check(TEST, title, not_tested=str(why)), fees]
    word = verdict(found.mad, judged)
    told = f"{sum(found.counts):,} payments: {word} (MAD {found.mad:.4f})"
    return [Check(TEST, title, told, [_digit_most_above(rows, found)] if word == "no agreement" else []), fees]


def _digit_most_above(rows: pd.DataFrame, found: FirstDigits) -> Finding:
    digit = max(range(9), key=lambda place: found.shares[place] - EXPECTED[place]) + 1
    own = rows[rows["amount"].abs().astype("str").str.startswith(str(digit))]
    named = own.groupby("vendor")["amount"].agg(["size", "sum"]).sort_values("size", ascending=False, kind="stable")
    listed = tuple(
        Row(None, str(vendor), f"{int(size)} payments", int(cents)) for vendor, size, cents in named.itertuples()
    )
    return Finding(
        f"To look at: payments that begin with {digit} are {found.shares[digit - 1]:.1%}, where "
        f"{EXPECTED[digit - 1]:.1%} is usual.",
        int(own["amount"].sum()),
        len(own),
        "Look at the vendors with the most of them: a usual price or an approval limit may explain it.",
        listed,
    )
