"""Parts in whole cents that add up to their whole."""

from collections.abc import Mapping
from fractions import Fraction
from typing import TypeVar

from medoffice_xl.ledger.practice_costs import half_up

Name = TypeVar("Name")


def in_cents(exact: Mapping[Name, Fraction], whole: int) -> dict[Name, int]:
    """Each part rounded half up, and what rounding leaves of the whole on the largest part (of equals, the first).

    >>> in_cents({"a": Fraction(100, 3), "b": Fraction(200, 3)}, 100)
    {'a': 33, 'b': 67}
    >>> in_cents({"a": Fraction(1, 2), "b": Fraction(1, 2)}, 1)
    {'a': 0, 'b': 1}
    """
    parts = {name: half_up(part) for name, part in exact.items()}
    rest = whole - sum(parts.values())
    if rest and parts:
        largest = max(exact, key=lambda name: abs(exact[name]))
        parts[largest] += rest
    return parts
