"""Several whole-number columns as one, for grouping many lines at once."""

import numpy as np
import numpy.typing as npt
import pandas as pd

Ints = npt.NDArray[np.int64]


def combine(*columns: Ints) -> Ints:
    """One number a row, alike where all columns are alike; exact however wide the columns are."""
    key, width = np.zeros(len(columns[0]), dtype="int64"), 1
    for column in columns:
        if not len(column):
            return key
        low = int(column.min())
        span = int(column.max()) - low + 1
        if width * span >= 2**62:
            key, seen = numbered(key)
            width = seen
            if width * span >= 2**62:
                column, span = numbered(column)  # noqa: PLW2901
                low = 0
        key = key * span + (column - low)
        width *= span
    return key


def numbered(key: Ints) -> tuple[Ints, int]:
    """Numbers from 0 in order of appearance, and how many there are."""
    places, seen = pd.factorize(key)
    return places.astype("int64"), len(seen)
