"""Parts in whole cents that add up to their whole, where each of them is known by itself.

What is only shared out, by weights, is `cost_allocation.allocate`.
"""

from collections.abc import Sequence
from fractions import Fraction

from medoffice_xl.ledger.practice_costs import half_up


def adding_up(parts: Sequence[Fraction | int], whole: int, weights: Sequence[Fraction | int]) -> list[int]:
    """Each part rounded half up; what rounding leaves of the whole on that of most weight (of equals, the first).

    >>> adding_up([Fraction(100, 3), Fraction(200, 3)], 100, [1, 2])
    [33, 67]
    >>> adding_up([333, 333], 667, [20, 10]), adding_up([1, 1], 3, [5, 5])
    ([334, 333], [2, 1])
    """
    found = [half_up(Fraction(part)) for part in parts]
    if found:
        found[max(range(len(found)), key=lambda place: weights[place])] += whole - sum(found)
    return found
