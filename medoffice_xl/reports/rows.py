"""From a frame's rows to a report's."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from medoffice_xl.measure import Value


def plain_rows(frame: pd.DataFrame, names: Sequence[str]) -> list[tuple[Value, ...]]:
    """The named columns of each row as plain values: int, float, str, date; None where missing."""
    columns = [[_plain(value) for value in frame[name].tolist()] for name in names]
    return list(zip(*columns, strict=True))


def _plain(value: Any) -> Value:
    if value is None or value is pd.NaT or value is pd.NA or value != value:  # noqa: PLR0124 (not a number)
        return None
    return value.date() if isinstance(value, pd.Timestamp) else value


def counted(number: int, one: str, many: str) -> str:
    """A number of things in words.

    >>> counted(1, "claim", "claims")
    '1 claim'
    """
    return f"{number:,} {one if number == 1 else many}"
