"""Which digits of an amount are held against Benford's law, what the law expects of them, and what judges them.

Nigrini (2012) gives each kind of digits limits of its own. From how many amounts on they may be asked is by simulation:
fewer, and chance alone would often go beyond the limit.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log10

from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import NoData
from medoffice_xl.tables.thresholds import Threshold

_NIGRINI = "Nigrini, Benford's Law (2012)"
_WORDS = ("close", "acceptable", "marginal")
NO_AGREEMENT = "no agreement"

MAGNITUDES = Threshold(
    "Benford: span", "100", "times", "The largest amount must be at least so many times the least: two magnitudes."
)


@dataclass(frozen=True, slots=True)
class Digits:
    """One kind of digits: what they are called, the values they take and the share of each, what judges them.

    `of` gives the digits of an amount in cents. `limits` are the largest mean absolute deviations that still count as
    close, acceptable and marginal; `enough` is how many amounts it takes.
    """

    title: str
    says: str
    values: Sequence[int]
    expected: Sequence[float]
    of: Callable[[int], int]
    shortest: int
    limits: tuple[Threshold, Threshold, Threshold]
    enough: Threshold


@dataclass(frozen=True, slots=True)
class Counted:
    """How often each value of the digits stands, and how far that is from the law."""

    digits: Digits
    counts: tuple[int, ...]

    @property
    def shares(self) -> tuple[float, ...]:
        """Share of each value."""
        return tuple(count / sum(self.counts) for count in self.counts)

    @property
    def mad(self) -> float:
        """Mean absolute deviation of the shares."""
        expected = self.digits.expected
        return sum(abs(share - law) for share, law in zip(self.shares, expected, strict=True)) / len(expected)

    @property
    def most_above(self) -> int:
        """The place of the value that stands most above its share."""
        return max(range(len(self.counts)), key=lambda place: self.shares[place] - self.digits.expected[place])


def counted(digits: Digits, cents: Sequence[int], judged: InForce) -> Counted:
    """The digits of all amounts that have them. Raises NoData, in words, where they may not be asked."""
    sizes = [abs(amount) for amount in cents if abs(amount) >= digits.shortest]
    least = judged.whole(digits.enough)
    if len(sizes) < least:
        raise NoData(f"{len(sizes):,} amounts are too few: under {least:,} chance alone looks like a finding.")
    if max(sizes) < judged.exact(MAGNITUDES) * min(sizes):
        raise NoData("The amounts span less than two orders of magnitude; their digits follow no law.")
    found = Counter(digits.of(size) for size in sizes)
    return Counted(digits, tuple(found[value] for value in digits.values))


def verdict(found: Counted, judged: InForce) -> str:
    """The word for the deviation; a limit itself still belongs to the better word."""
    limits = zip(found.digits.limits, _WORDS, strict=True)
    return next((word for limit, word in limits if found.mad <= judged.share(limit)), NO_AGREEMENT)


def _limits(name: str, what: str, *values: str) -> tuple[Threshold, Threshold, Threshold]:
    source = f"{_NIGRINI}, {what}"
    says = (f"Up to this MAD {what} agree closely.", "Up to this MAD they agree acceptably.",
            "Beyond this MAD they do not agree and are to be looked at.")  # fmt: skip
    close, acceptable, marginal = (
        Threshold(f"{name}: {word}", value, "score", say, source)
        for word, value, say in zip(_WORDS, values, says, strict=True)
    )
    return close, acceptable, marginal


def _law(first: int) -> float:
    return log10(1 + 1 / first)


CLOSE, ACCEPTABLE, MARGINAL = _limits("Benford", "first digits", "0.006", "0.012", "0.015")
ENOUGH = Threshold(
    "Benford: amounts enough", "1000", "lines", "First digits are asked from so many amounts on.",
    "Simulation: 95% of true sets have a MAD below 0.0156 at 500 amounts, 0.0114 at 1,000",
)  # fmt: skip
FIRST = Digits(
    "First digits",
    "begin with",
    range(1, 10),
    tuple(_law(digit) for digit in range(1, 10)),
    lambda size: int(str(size)[0]),
    1,
    (CLOSE, ACCEPTABLE, MARGINAL),
    ENOUGH,
)

SECOND_CLOSE, SECOND_ACCEPTABLE, SECOND_MARGINAL = _limits(
    "Benford, second digits", "second digits", "0.008", "0.010", "0.012"
)
SECOND_ENOUGH = Threshold(
    "Benford, second digits: amounts enough", "1000", "lines", "Second digits are asked from so many amounts on.",
    "Simulation: 95% of true sets have a MAD below 0.0154 at 500 amounts, 0.0107 at 1,000",
)  # fmt: skip
SECOND = Digits(
    "Second digits",
    "have as their second digit",
    range(10),
    tuple(sum(_law(10 * first + digit) for first in range(1, 10)) for digit in range(10)),
    lambda size: int(str(size)[1]),
    10,
    (SECOND_CLOSE, SECOND_ACCEPTABLE, SECOND_MARGINAL),
    SECOND_ENOUGH,
)

TWO_CLOSE, TWO_ACCEPTABLE, TWO_MARGINAL = _limits(
    "Benford, first two digits", "first two digits", "0.0012", "0.0018", "0.0022"
)
TWO_ENOUGH = Threshold(
    "Benford, first two digits: amounts enough", "3000", "lines",
    "First two digits are asked from so many amounts on.",
    "Simulation: 95% of true sets have a MAD below 0.0029 at 1,000 amounts, 0.0017 at 3,000",
)  # fmt: skip
FIRST_TWO = Digits(
    "First two digits",
    "begin with",
    range(10, 100),
    tuple(_law(digits) for digits in range(10, 100)),
    lambda size: int(str(size)[:2]),
    10,
    (TWO_CLOSE, TWO_ACCEPTABLE, TWO_MARGINAL),
    TWO_ENOUGH,
)

EVERY = (FIRST, SECOND, FIRST_TWO)
"""The kinds of digits, in the order in which they are asked."""
