"""The place of each row in its table, kept from one state of a ledger to the next.

A row that is still there keeps its number, and new rows get higher ones, so that a month in which nothing changed is
the same file. Only where the order itself has changed are all rows numbered anew.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

Places = np.ndarray[tuple[int], np.dtype[np.int64]]


def places_kept(key: Sequence[str], before: pd.DataFrame, numbers: Places, after: pd.DataFrame) -> Places:
    """A number for each row of `after`, rising; rows of `before`, by their key, keep theirs in `numbers`."""
    last = int(numbers.max()) if len(numbers) else -1
    places = _known_places(key, before, numbers, after, last)
    return places if _rise(places) else np.arange(len(after), dtype="int64")


def places_of_some(key: Sequence[str], before: pd.DataFrame, numbers: Places, after: pd.DataFrame, last: int) -> Places:
    """The same of some rows of a table whose highest number is `last`: new rows come behind all others, and where the
    order of these has changed, all of them do."""
    places = _known_places(key, before, numbers, after, last)
    return places if _rise(places) else last + 1 + np.arange(len(after), dtype="int64")


def _known_places(key: Sequence[str], before: pd.DataFrame, numbers: Places, after: pd.DataFrame, last: int) -> Places:
    found = pd.Index(rows_named(key, before)).get_indexer(pd.Index(rows_named(key, after)))
    known = found >= 0
    places = np.empty(len(after), dtype="int64")
    places[known] = numbers[found[known]]
    places[~known] = last + 1 + np.arange(int((~known).sum()))
    return places


def _rise(places: Places) -> bool:
    return bool((np.diff(places) > 0).all())


def rows_named(columns: Sequence[str], frame: pd.DataFrame) -> "np.typing.NDArray[np.uint64]":
    """A number for each row: a hash of these columns and of which of several such rows it is."""
    hashed = pd.util.hash_pandas_object(frame[list(columns)], index=False).reset_index(drop=True)
    nth = hashed.groupby(hashed).cumcount().to_numpy().astype("uint64")
    named: np.typing.NDArray[np.uint64] = (hashed.to_numpy() + nth * _APART).astype("uint64")
    return named


_APART = np.uint64(0x9E3779B97F4A7C15)
"""Parts rows that are alike: an odd number, near the golden section of all of them."""
