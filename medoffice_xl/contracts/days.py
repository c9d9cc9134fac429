"""Days as whole numbers since 1970, as the grids compare them."""

from datetime import date, timedelta

import numpy as np
import pandas as pd

from medoffice_xl.contracts.exact_amounts import Ints

DAY_BITS = 17
FOREVER = 2**DAY_BITS - 1
"""The day of what has no end: in the year 2328."""

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


def in_force_at(slots: Ints, lasts: Ints, begun: Ints, day: Ints) -> Ints:
    """Row in force on each day: the last one `begun` by then or, where that has ended, one of its slot that has not.

    Rows are sorted by slot and first day; `lasts` are their last days. −1 where no row of the slot is in force.
    """
    if not len(lasts):
        return np.full(len(day), -1, dtype="int64")
    place = np.maximum(begun, 0)
    ended = lasts[place] < day
    place[ended] = _ends_last(slots, lasts)[place[ended]]
    return np.where((begun >= 0) & (lasts[place] >= day), place, -1)


def _ends_last(slots: Ints, lasts: Ints) -> Ints:
    """For each row the one of its slot, up to it, that ends last."""
    number = np.cumsum(np.r_[False, slots[1:] != slots[:-1]])
    ends = (number << DAY_BITS) | lasts
    furthest = np.maximum.accumulate(ends)
    return np.maximum.accumulate(np.where(ends == furthest, np.arange(len(ends)), 0))
