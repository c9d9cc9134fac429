"""The order of the day: which service of a visit counts first. By amount, never by the order of the lines."""

import numpy as np

from medoffice_xl.contracts.exact import Ints


def ranks(groups: Ints, amounts: Ints) -> Ints:
    """Rank of each place in its group, 0 the highest amount; ties go by place."""
    order = np.lexsort((np.arange(len(groups)), -amounts, groups))
    ordered = groups[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    lengths = np.diff(np.r_[starts, len(ordered)])
    rank = np.empty(len(groups), dtype="int64")
    rank[order] = np.arange(len(groups)) - np.repeat(starts, lengths)
    return rank


def sizes(groups: Ints) -> Ints:
    """How many places each place's group has."""
    _, places, counts = np.unique(groups, return_inverse=True, return_counts=True)
    size: Ints = counts[places]
    return size
