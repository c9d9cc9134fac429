"""Between the columns of a worklist and plain values: days are dates, None where there is none."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import numpy as np
import pandas as pd

DAY: Final = "datetime64[us]"


def plain_values(column: "pd.Series[Any]") -> list[Any]:
    """A column's values as Python has them."""
    if column.dtype.kind != "M":
        return column.tolist()
    values: list[Any] = column.to_numpy("datetime64[D]").tolist()
    return values


def days(dates: Sequence[date | None]) -> "pd.Series[pd.Timestamp]":
    """Dates as a column."""
    return pd.Series(np.array(dates, "datetime64[D]").astype(DAY), dtype=DAY)
