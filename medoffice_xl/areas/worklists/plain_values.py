"""Between the columns of a worklist and plain values: days are dates, None where there is none."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import numpy as np
import pandas as pd

DAY: Final = "datetime64[us]"
_FIRST = date(1970, 1, 1).toordinal()
_NO_DAY = np.iinfo(np.int64).min
"""How numpy counts days: from the first of 1970, and the least number for none."""


def plain_values(column: "pd.Series[Any]") -> list[Any]:
    """A column's values as Python has them."""
    if column.dtype.kind != "M":
        return column.tolist()
    values: list[Any] = column.to_numpy("datetime64[D]").tolist()
    return values


def days(dates: Sequence[date | None]) -> "pd.Series[pd.Timestamp]":
    """Dates as a column."""
    numbers = (_NO_DAY if each is None else each.toordinal() - _FIRST for each in dates)
    return pd.Series(np.fromiter(numbers, np.int64, len(dates)).view("datetime64[D]").astype(DAY), dtype=DAY)
