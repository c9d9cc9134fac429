"""Every metric is tested on every kind of frame."""

from collections.abc import Callable
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

Convert = Callable[[pd.DataFrame], Any]


def _arrow(frame: pd.DataFrame) -> pa.Table:
    """As another program would store it: empty text is null."""
    text = [name for name in frame if isinstance(frame[name].dtype, pd.StringDtype)]
    return pa.Table.from_pandas(frame.assign(**{name: frame[name].replace("", None) for name in text}))


@pytest.fixture(params=["pandas", "polars", "polars lazy", "duckdb"])
def on(request: pytest.FixtureRequest) -> Convert:
    """Turns a pandas frame into the backend's own."""
    if request.param == "duckdb":
        connection = duckdb.connect()
        return lambda frame: connection.from_arrow(_arrow(frame))
    return {
        "pandas": lambda frame: frame,
        "polars": lambda frame: pl.from_arrow(_arrow(frame)),
        "polars lazy": lambda frame: pl.from_arrow(_arrow(frame)).lazy(),
    }[request.param]
