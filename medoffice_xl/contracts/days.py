"""Days as whole numbers since 1970, as the grids compare them."""

from datetime import date, timedelta

import numpy as np
import pandas as pd

from medoffice_xl.contracts.exact import Ints

FOREVER = 2**17 - 1
"""The day of what has no end: in the year 2328. Days fit 17 bits."""

_EPOCH = date(1970, 1, 1)


def to_day(day: date) -> int:
    """A date as days since 1970."""
    return (day - _EPOCH).days


def to_date(day: int) -> date:
    """Days since 1970 as a date."""
    return _EPOCH + timedelta(days=int(day))


def days(column: "pd.Series[pd.Timestamp]", missing: int) -> Ints:
    """A column of days as numbers; `missing` where there is none."""
    values = column.to_numpy(dtype="datetime64[D]")
    whole: Ints = values.astype("int64")
    whole[np.isnat(values)] = missing
    return np.clip(whole, 0, FOREVER)


def years(of: Ints) -> Ints:
    """Calendar years of days."""
    whole: Ints = of.astype("datetime64[D]").astype("datetime64[Y]").astype("int64") + 1970
    return whole
