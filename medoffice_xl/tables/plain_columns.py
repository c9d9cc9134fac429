"""A whole column of cells at once, where all of them are plainly of its kind.

Tables of 100,000 rows pass here several times a day. A column with anything that would have to be reported, or
looked at twice, is left to be read cell by cell: both ways give the same column. What is read at once adds up to what
its cells do: no cell of blanks alone, no hour of a day.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any, cast

import numpy as np
import pandas as pd

from medoffice_xl.blanks import UNSEEN, trimmed
from medoffice_xl.day_limits import FIRST_DAY, LAST_DAY
from medoffice_xl.money import MOST_CENTS, NANOS_A_DOLLAR
from medoffice_xl.tables.schema import Column, Kind

_NUMBERS = {float, int, type(None)}
_TEXTS = {str, type(None)}
_UNIX_DAY = date(1970, 1, 1).toordinal()
_NO_DAY = np.iinfo("int64").min
"""How numpy writes a missing day."""
_EPOCH = date(1899, 12, 30)
_MIDNIGHT = time()
_DAYS = FIRST_DAY.toordinal(), LAST_DAY.toordinal()
_SERIALS = (FIRST_DAY - _EPOCH).days, (LAST_DAY - _EPOCH).days
"""First and last day that books can hold, as Python and as a spreadsheet count them."""
EXACT = 2**53
"""Whole numbers below this are exact as floats."""
LARGEST_PRICE = 1_000_000_000
"""Dollars from which on a price is taken for a mistake."""


_NOT_AS_IT_IS = re.compile(rf"\n[#{re.escape(UNSEEN)}]|[{re.escape(UNSEEN)}]\n")
"""Of texts between line feeds: one that begins as an error does, or begins or ends with what cannot be seen."""

_SCALES = {Kind.MONEY: 100, Kind.PRICE: NANOS_A_DOLLAR}
_LIMITS = {Kind.MONEY: (1e-4, 1e-12, MOST_CENTS), Kind.PRICE: (0.25, 0, 2**48)}
"""How far a scaled float may be from its whole number, as such and by size; and below what it has to be to be exact."""


def plain_column(column: Column, cells: Sequence[Any]) -> "pd.Series[Any] | None":
    """The column as it stands in a frame; None where any cell has to be read on its own."""
    kinds = set(map(type, cells))
    if str in kinds and column.kind is not Kind.TEXT:
        cells = [None if cell == "" else cell for cell in cells]
        kinds = set(map(type, cells))
    if column.required and (type(None) in kinds or not cells):
        return None
    if column.kind is Kind.TEXT:
        return _text(cells, column.required) if kinds <= _TEXTS else None
    if column.kind is Kind.DATE:
        return _days(cells, kinds)
    return _numbers(column, cells) if kinds <= _NUMBERS else None


def _text(cells: Sequence[str | None], required: bool) -> "pd.Series[Any] | None":
    different = set(cells)
    if None not in different and not (required and "" in different) and _as_they_are(different - {""}):
        return pd.Series(cells, dtype="str")
    clean = {cell: trimmed(cell) if cell else "" for cell in different}
    if any(text.startswith("#") for text in clean.values()) or (required and "" in clean.values()):
        return None
    if any(cell and not clean[cell] for cell in different):
        return None
    return pd.Series([clean[cell] for cell in cells], dtype="str")


def _as_they_are(texts: set[str | None]) -> bool:
    """Whether none of these texts has to be trimmed, or shows an error; all of them are looked at as one."""
    return not _NOT_AS_IT_IS.search("\n".join(["", *cast("set[str]", texts), ""]))


def _days(cells: Sequence[Any], kinds: set[type]) -> "pd.Series[Any] | None":
    if kinds <= _NUMBERS:
        return _serial_days(cells)
    if not (kinds <= {datetime, type(None)} or kinds <= {date, type(None)}):
        return None
    distinct = set(cells)
    if any(isinstance(cell, datetime) and (cell.tzinfo is not None or cell.time() != _MIDNIGHT) for cell in distinct):
        return None
    if not all(cell is None or _DAYS[0] <= cell.toordinal() <= _DAYS[1] for cell in distinct):
        return None
    days = {cell: _NO_DAY if cell is None else cell.toordinal() - _UNIX_DAY for cell in distinct}
    counted = np.array([days[cell] for cell in cells], dtype="int64")
    return pd.Series(counted.view("datetime64[D]").astype("datetime64[us]"))


def _serial_days(cells: Sequence[float | None]) -> "pd.Series[Any] | None":
    serials = _floats(cells)
    if serials is None or np.any((serials < _SERIALS[0]) | (serials >= _SERIALS[1] + 1)):
        return None
    missing = np.isnan(serials)
    if np.any(serials[~missing] % 1):
        return None
    days = np.where(missing, 0, serials).astype("int64").astype("timedelta64[D]") + np.datetime64("1899-12-30", "D")
    days[missing] = np.datetime64("NaT")
    return pd.Series(days.astype("datetime64[us]"))


def _numbers(column: Column, cells: Sequence[float | None]) -> "pd.Series[Any] | None":
    values = _floats(cells)
    if values is None:
        return None
    if column.kind in (Kind.NUMBER, Kind.RATE):
        return None if np.any(np.abs(values) >= EXACT) else pd.Series(values)
    scaled = values * _SCALES.get(column.kind, 1)
    nearest = np.rint(scaled)
    slack, share, most = _LIMITS.get(column.kind, (0, 0, EXACT))
    if np.any(np.abs(scaled - nearest) > slack + np.abs(nearest) * share) or np.any(np.abs(nearest) >= most):
        return None
    missing = np.isnan(nearest)
    whole = np.where(missing, 0, nearest).astype("int64")
    if column.required:
        return pd.Series(whole)
    return pd.Series(pd.arrays.IntegerArray(whole, missing))


def _floats(cells: Sequence[float | None]) -> "np.ndarray[Any, np.dtype[np.float64]] | None":
    """The cells as floats, nan for empty; None where a number is not finite or too large to be exact."""
    try:
        values = np.array(cells, dtype="float64")
    except OverflowError:
        return None
    filled = np.isfinite(values).sum()
    return values if filled == len(cells) - cells.count(None) else None
