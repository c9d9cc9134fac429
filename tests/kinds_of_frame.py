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

every_kind = pytest.mark.parametrize(
    "on", ["pandas", "polars lazy", pytest.param("duckdb", marks=pytest.mark.whole)], indirect=True
)
"""The test, which takes `on`, is run once a kind. DuckDB is a database, and slower to ask than a frame in memory."""


def converter(kind: str) -> Convert:
    """What turns a pandas frame into one of this kind."""
    connection = duckdb.connect()
    return {
        "pandas": lambda frame: frame,
        "polars lazy": lambda frame: pl.from_arrow(_arrow(frame)).lazy(),
        "duckdb": lambda frame: connection.from_arrow(_arrow(frame)),
    }[kind]


def _arrow(frame: pd.DataFrame) -> pa.Table:
    """As another program would store it: empty text is null."""
    text = [name for name in frame if isinstance(frame[name].dtype, pd.StringDtype)]
    return pa.Table.from_pandas(frame.assign(**{name: frame[name].replace("", None) for name in text}))
