"""How sure a share and a net promoter score are, from how many answered."""

from dataclasses import dataclass
from math import sqrt

Z = 1.96
"""Standard deviations on either side of an interval of 95%."""

ADJUSTED_UNDER = 100
"""Under so many answers the adjusted interval of the score is taken: with few of them the plain one is too narrow."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A value with the ends of its interval of 95%."""

    value: float
    low: float
    high: float


def wilson(share: float, answers: int) -> Interval:
    """A share of so many answers with Wilson's interval (1927), without correction for continuity.

    >>> [round(each, 4) for each in (wilson(12 / 150, 150).low, wilson(12 / 150, 150).high)]
    [0.0464, 0.1346]
    """
    squared = Z * Z
    middle = (share + squared / (2 * answers)) / (1 + squared / answers)
    half = Z * sqrt(share * (1 - share) / answers + squared / (4 * answers * answers)) / (1 + squared / answers)
    return Interval(share, max(middle - half, 0.0), min(middle + half, 1.0))


def net_promoter(promoters: float, passives: float, detractors: float) -> Interval:
    """Promoters less detractors as a share of all, with the plain interval: s ± 1.96 √((P + D − s²) ÷ n).

    >>> found = net_promoter(60, 25, 15)
    >>> [round(100 * each, 1) for each in (found.value, found.low, found.high)]
    [45.0, 30.5, 59.5]
    """
    answers = promoters + passives + detractors
    score = (promoters - detractors) / answers
    half = Z * sqrt(max((promoters + detractors) / answers - score * score, 0.0) / answers)
    return Interval(score, max(score - half, -1.0), min(score + half, 1.0))


def adjusted_net_promoter(promoters: int, passives: int, detractors: int) -> Interval:
    """The same with ¾, 1½ and ¾ of an answer added, which holds for few answers and where all say the same."""
    return net_promoter(promoters + 0.75, passives + 1.5, detractors + 0.75)


def score_interval(promoters: int, passives: int, detractors: int) -> Interval:
    """The score as it is, with the interval that suits so many answers."""
    plain = net_promoter(promoters, passives, detractors)
    if promoters + passives + detractors >= ADJUSTED_UNDER:
        return plain
    adjusted = adjusted_net_promoter(promoters, passives, detractors)
    return Interval(plain.value, adjusted.low, adjusted.high)
