"""Terms of payment as vendors write them: when a bill is due, and what is saved by paying it early."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache

_AT_ONCE = re.compile(r"(due )?(up)?on receipt|due on receipt|receipt|cod|cash on delivery|prepaid|immediate(ly)?")
_DAYS = r"(\d{1,3})(?: ?days?)?"
_EARLY = re.compile(rf"(\d{{1,2}}(?:\.\d+)?) ?%? ?[/ ,-] ?{_DAYS} ?[,;/-]? ?(?:n|net) ?/?-? ?{_DAYS}")
_NET = re.compile(rf"(?:(?:n|net) ?/?-? ?)?{_DAYS}(?: net)?")


@dataclass(frozen=True, slots=True)
class Terms:
    """`net` days after the bill date it is due; with `discount` (a share) off where it is paid `within` so many."""

    net: int
    discount: Fraction = Fraction(0)
    within: int = 0

    def due(self, bill_date: date) -> date:
        """The last day to pay."""
        return bill_date + timedelta(days=self.net)

    def discount_day(self, bill_date: date) -> date | None:
        """The last day on which the discount is given; None where there is none."""
        return bill_date + timedelta(days=self.within) if self.discount else None


@cache
def terms_of(words: str) -> Terms | None:
    """The terms that words say; None where they say nothing that is known.

    >>> terms_of("2/10 net 30")
    Terms(net=30, discount=Fraction(1, 50), within=10)
    >>> terms_of("Due on receipt"), terms_of("by and by")
    (Terms(net=0, discount=Fraction(0, 1), within=0), None)
    """
    plain = " ".join(words.casefold().replace(".0%", "%").split())
    if _AT_ONCE.fullmatch(plain):
        return Terms(0)
    if early := _EARLY.fullmatch(plain):
        share = Fraction(early[1]) / 100
        return Terms(int(early[3]), share, int(early[2]) if share else 0)
    if net := _NET.fullmatch(plain):
        return Terms(int(net[1]))
    return None


def yearly_worth(discount: Fraction, days: int) -> float | None:
    """What a discount is worth a year, simple: d ÷ (1 − d) × 365 ÷ days that the money is paid earlier.

    None where paying early costs no day: such a discount is always worth taking. 2/10 net 30 is 37.24%.
    """
    return float(discount / (1 - discount) * 365 / days) if days > 0 else None


def compounded_worth(discount: Fraction, days: int) -> float | None:
    """The same with each saving earning the next: (1 + d ÷ (1 − d)) ^ (365 ÷ days) − 1. 2/10 net 30 is 44.59%."""
    return float(1 + discount / (1 - discount)) ** (365 / days) - 1 if days > 0 else None
