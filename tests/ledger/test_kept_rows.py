"""Rows that a database keeps are the same rows, and are let go with the last that was made of them."""

import gc

import narwhals as nw
import pandas as pd
import pytest

from medoffice_xl.lake.database import connection
from medoffice_xl.lake.room import own_room
from medoffice_xl.ledger.kept_rows import kept_rows


def files():
    return set(own_room().glob("kept_*"))


def cents(rows):
    return sorted(rows.collect().to_pandas()["cents"])


def test_duckdb_keeps_the_rows_as_long_as_something_is_made_of_them():
    before = files()
    source = connection().sql("SELECT i AS cents, i % 3 AS payer FROM range(10) t(i)")
    kept = kept_rows(nw.from_native(source).lazy().group_by("payer").agg(cents=nw.col("cents").sum()))
    assert len(files() - before) == 1
    # 0 + 3 + 6 + 9, 1 + 4 + 7, 2 + 5 + 8
    assert cents(kept) == [12, 15, 18]
    above = kept.filter(nw.col("cents") > 12)
    del kept, source
    gc.collect()
    assert cents(above) == [15, 18]
    del above
    gc.collect()
    assert files() == before


def test_sums_that_are_kept_are_whole_numbers_still():
    """A sum of whole numbers has 128 bits in DuckDB, which no Parquet file holds: cents would become fractions."""
    source = connection().sql("SELECT 9007199254740993 AS cents, 'a ' || i AS payer FROM range(1) t(i)")
    summed = nw.from_native(source).lazy().group_by("payer").agg(cents=nw.col("cents").sum())
    kept = kept_rows(summed)
    assert kept.collect_schema()["cents"] == nw.Int64
    # 2 to the 53rd and 1: the first whole number that a fraction of 64 bits does not hold
    assert kept.collect().to_dict(as_series=False) == {"payer": ["a 0"], "cents": [9_007_199_254_740_993]}


def test_what_could_not_be_kept_leaves_no_file():
    before = files()
    source = connection().sql("SELECT CAST('no number ' || i AS INTEGER) AS cents FROM range(3) t(i)")
    with pytest.raises(Exception, match="no number"):
        kept_rows(nw.from_native(source).lazy())
    assert files() == before


def test_a_frame_in_memory_is_kept_already():
    lazy = nw.from_native(pd.DataFrame({"cents": [1, 2]})).lazy()
    assert kept_rows(lazy) is lazy
