"""The kinds of frame that a table may come in, and the mark of the tests that are run on all of them.

Every figure has a test on every kind. Edge cases, notes and reasons are tested on one, the frames the workbook uses:
on the other kinds they would only tell again that narwhals says the same to each of them.
"""

from collections.abc import Callable
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

Convert = Callable[[pd.DataFrame], Any]

KINDS = ("pandas", "polars", "polars lazy", "duckdb")

every_kind = pytest.mark.parametrize("on", KINDS, indirect=True)
"""The test, which takes `on`, is run once a kind."""


def converter(kind: str) -> Convert:
    """What turns a pandas frame into one of this kind."""
    if kind == "duckdb":
        connection = duckdb.connect()
        return lambda frame: connection.from_arrow(_arrow(frame))
    return {
        "pandas": lambda frame: frame,
        "polars": lambda frame: pl.from_arrow(_arrow(frame)),
        "polars lazy": lambda frame: pl.from_arrow(_arrow(frame)).lazy(),
    }[kind]


def _arrow(frame: pd.DataFrame) -> pa.Table:
    """As another program would store it: empty text is null."""
    text = [name for name in frame if isinstance(frame[name].dtype, pd.StringDtype)]
    return pa.Table.from_pandas(frame.assign(**{name: frame[name].replace("", None) for name in text}))
