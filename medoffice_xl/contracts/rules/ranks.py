"""The order of the day: which procedure of a visit counts first. By amount, never by the order of the lines.

A line of several units is as many procedures, as if each stood on a line of its own.
"""

import numpy as np

from medoffice_xl.contracts.exact_amounts import Ints, Rows
from medoffice_xl.contracts.rules.bilateral import is_bilateral
from medoffice_xl.contracts.sheet import PriceSheet
from medoffice_xl.contracts.status import Source

_OF_ALL = (Source.CASE, Source.DAY, Source.ANESTHESIA)
"""Prices that do not grow with the units."""


def ranks(groups: Ints, amounts: Ints) -> Ints:
    """Rank of each place in its group, 0 the highest amount; ties go by place."""
    return first_ranks(groups, amounts, np.ones(len(groups), dtype="int64"))


def first_ranks(groups: Ints, amounts: Ints, counts: Ints) -> Ints:
    """Rank of the first of the `counts` procedures of each place, 0 the highest `amounts` of one; ties go by place.

    >>> first_ranks(np.array([7, 7, 7]), np.array([10, 30, 20]), np.array([1, 2, 1]))
    array([3, 0, 2])
    """
    order = np.lexsort((np.arange(len(groups)), -amounts, groups))
    before = np.cumsum(counts[order]) - counts[order]
    ordered = groups[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    lengths = np.diff(np.r_[starts, len(ordered)])
    rank = np.empty(len(groups), dtype="int64")
    rank[order] = before - np.repeat(before[starts], lengths)
    return rank


def procedures(sheet: PriceSheet, rows: Rows) -> Ints:
    """How many procedures each line is: its units, where they are whole and make its price. Both sides are one."""
    units = sheet.lines.units[rows]
    counted = (units % 1000 == 0) & ~np.isin(sheet.source[rows], _OF_ALL)
    each = np.where(is_bilateral(sheet.lines.mods[rows]), 2000, 1000)
    return np.where(counted, np.maximum(units // each, 1), 1)


def of_one(sheet: PriceSheet, rows: Rows, counts: Ints) -> Ints:
    """The amount of one of the `counts` procedures of each line, to rank by: millionths of a cent."""
    return sheet.amounts.cents(rows) * 1_000_000 // counts


def several(groups: Ints, counts: Ints) -> "np.typing.NDArray[np.bool_]":
    """Which places belong to a group of more than one procedure."""
    _, places = np.unique(groups, return_inverse=True)
    more: np.typing.NDArray[np.bool_] = np.bincount(places, weights=counts)[places] > 1
    return more
