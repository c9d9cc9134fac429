"""The place of each row in its table, kept from one state of a ledger to the next.

A row that is still there keeps its number, and new rows get higher ones, so that a month in which nothing changed is
the same file. Only where the order itself has changed are all rows numbered anew.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd


def places_kept(
    key: Sequence[str], before: pd.DataFrame, numbers: "np.typing.NDArray[np.int64]", after: pd.DataFrame
) -> "np.typing.NDArray[np.int64]":
    """A number for each row of `after`, rising; rows of `before`, by their key, keep theirs in `numbers`."""
    found = pd.Index(_named(key, before)).get_indexer(pd.Index(_named(key, after)))
    known = found >= 0
    last = int(numbers.max()) if len(numbers) else -1
    places = np.empty(len(after), dtype="int64")
    places[known] = numbers[found[known]]
    places[~known] = last + 1 + np.arange(int((~known).sum()))
    return places if (np.diff(places) > 0).all() else np.arange(len(after), dtype="int64")


def _named(key: Sequence[str], frame: pd.DataFrame) -> "pd.Series[str]":
    """A text for each row: a hash of its key, and which of several rows of that key it is."""
    hashed = pd.util.hash_pandas_object(frame[list(key)], index=False).reset_index(drop=True)
    nth = hashed.groupby(hashed).cumcount()
    return hashed.astype("str") + "." + nth.astype("str") if nth.any() else hashed.astype("str")
