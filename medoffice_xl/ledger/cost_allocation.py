"""Sharing out a cost so that the shares add up to it, to the cent."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from medoffice_xl.errors import NoData

Key = TypeVar("Key")


class Basis(StrEnum):
    """What cost is shared out by."""

    RVU = "work RVUs"
    VISITS = "visits"
    CHARGES = "charges"


def allocate(total: int, weights: Mapping[Key, int]) -> dict[Key, int]:
    """The total shared out by weight, in whole cents; what rounding leaves goes to the largest remainders.

    A weight below zero counts as none. Raises NoData where no weight is above zero.

    >>> allocate(100, {"Acme": 1, "Best": 1, "Cove": 1})
    {'Acme': 34, 'Best': 33, 'Cove': 33}
    """
    positive = {key: max(weight, 0) for key, weight in weights.items()}
    whole = sum(positive.values())
    if not whole:
        raise NoData("There is nothing to share the costs out by. Choose another basis.")
    size, sign = abs(total), (1 if total >= 0 else -1)
    shares = {key: size * weight // whole for key, weight in positive.items()}
    rest = size - sum(shares.values())
    order = sorted(positive, key=lambda key: (-(size * positive[key] % whole), str(key)))
    for key in order[:rest]:
        shares[key] += 1
    return {key: sign * share for key, share in shares.items()}
