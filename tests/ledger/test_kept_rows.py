"""Rows that a database keeps are the same rows, and are let go with the last that was made of them."""

import gc

import narwhals as nw
import pandas as pd

from medoffice_xl.lake.database import connection, drop_unneeded
from medoffice_xl.ledger.kept_rows import kept_rows


def tables():
    return {name for (name,) in connection().sql("SELECT table_name FROM duckdb_tables()").fetchall()}


def cents(rows):
    return sorted(rows.collect().to_pandas()["cents"])


def test_duckdb_keeps_the_rows_as_long_as_something_is_made_of_them():
    before = tables()
    source = connection().sql("SELECT i AS cents, i % 3 AS payer FROM range(10) t(i)")
    kept = kept_rows(nw.from_native(source).lazy().group_by("payer").agg(cents=nw.col("cents").sum()))
    assert len(tables() - before) == 1
    # 0 + 3 + 6 + 9, 1 + 4 + 7, 2 + 5 + 8
    assert cents(kept) == [12, 15, 18]
    above = kept.filter(nw.col("cents") > 12)
    del kept, source
    gc.collect()
    assert cents(above) == [15, 18]
    del above
    gc.collect()
    drop_unneeded()
    assert tables() == before


def test_a_frame_in_memory_is_kept_already():
    lazy = nw.from_native(pd.DataFrame({"cents": [1, 2]})).lazy()
    assert kept_rows(lazy) is lazy
