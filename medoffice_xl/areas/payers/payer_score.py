"""A payer's score: five criteria against the practice as a whole, weighted as the practice chooses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.measure import Definition

CRITERIA = ("coverage", "yield", "days to pay", "denials", "underpaid")
"""In the order of their weights on Settings."""

WEIGHTS = (40.0, 20.0, 15.0, 15.0, 10.0)
"""Weights where none are given."""

LOWER_IS_BETTER = frozenset({"days to pay", "denials", "underpaid"})

DEFINITION = Definition(
    "Payer score",
    "0 to 100, the weighted mean of five criteria: payments ÷ full cost, yield, days to pay, denial rate, underpaid ÷ "
    "payments. In each, 50 is the practice as a whole, 100 twice as good, 0 twice as bad or worse",
    "The practice's own weights on Settings; criteria after Texas Medical Association, contract screen",
)


@dataclass(frozen=True, slots=True)
class Score:
    """0 to 100 with the points of each criterion; criteria without a figure are left out."""

    points: float
    criteria: Mapping[str, float]


def read_weights(given: Sequence[object] | None) -> dict[str, float]:
    """Weights by criterion, WEIGHTS where none are given.

    Raises BadArgument unless there are five, none of them below zero and one above it.
    """
    values = list(WEIGHTS if all(value is None for value in given or ()) else given or ())
    if len(values) != len(CRITERIA):
        raise BadArgument(f"Give {len(CRITERIA)} weights: {', '.join(CRITERIA)}. There are {len(values)}.")
    weights = {}
    for name, value in zip(CRITERIA, values, strict=True):
        if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
            raise BadArgument(f"The weight of {name} is {value!r}; give a number, zero or more.")
        weights[name] = float(value)
    if not any(weights.values()):
        raise BadArgument("All weights are zero; give at least one of them.")
    return weights


def score(
    payer: Mapping[str, float | None], practice: Mapping[str, float | None], weights: Mapping[str, float]
) -> Score:
    """The score of a payer's criteria against the practice's.

    >>> alike = {"coverage": 1.1, "yield": 0.5, "days to pay": 20, "denials": 0.1, "underpaid": 0.0}
    >>> score(alike, alike, read_weights(None)).points
    50.0
    """
    points = {}
    for name in CRITERIA:
        own, whole = payer.get(name), practice.get(name)
        if own is not None and whole is not None and weights[name]:
            points[name] = _points(own, whole, name in LOWER_IS_BETTER)
    weight = sum(weights[name] for name in points)
    if not weight:
        raise NoData("None of the criteria that count has a figure.")
    return Score(sum(points[name] * weights[name] for name in points) / weight, points)


def _points(own: float, whole: float, lower_is_better: bool) -> float:
    """50 for the practice's own figure, 50 more or less for each time it again."""
    if own == whole:
        return 50.0
    if not whole:
        return 0.0 if (own > whole) is lower_is_better else 100.0
    better = (own - whole) / abs(whole) * (-1 if lower_is_better else 1)
    return min(max(50 + 50 * better, 0.0), 100.0)
