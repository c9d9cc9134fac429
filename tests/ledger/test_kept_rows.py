"""Rows that a database keeps are the same rows, and are let go with the last that was made of them."""

import gc

import narwhals as nw
import pandas as pd
import pytest

from medoffice_xl.errors import LedgerError
from medoffice_xl.lake.database import connection, told_in_words
from medoffice_xl.lake.room import own_room
from medoffice_xl.ledger.kept_rows import kept_frames, kept_rows


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


def test_frames_that_come_one_after_another_are_kept_as_long_as_something_is_made_of_them():
    before = files()
    kept = kept_frames(pd.DataFrame({"cents": [each, 10 * each]}) for each in (1, 2, 3))
    assert len(files() - before) == 3
    above = nw.from_native(kept).lazy().filter(nw.col("cents") > 2)
    del kept
    gc.collect()
    assert cents(above) == [3, 10, 20, 30]
    del above
    gc.collect()
    assert files() == before


def test_of_frames_that_do_not_all_come_no_file_is_left():
    def broken():
        yield pd.DataFrame({"cents": [1]})
        raise RuntimeError("the next could not be made")

    before = files()
    with pytest.raises(RuntimeError, match="the next"):
        kept_frames(broken())
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


def test_a_folder_whose_name_has_an_equals_sign_gives_no_column(tmp_path, monkeypatch):
    room = tmp_path / "year=2026"
    room.mkdir()
    monkeypatch.setattr("medoffice_xl.ledger.kept_rows.own_room", lambda: room)
    kept = kept_rows(nw.from_native(connection().sql("SELECT i AS cents FROM range(2) t(i)")).lazy())
    assert kept.collect_schema().names() == ["cents"]


def test_a_file_that_was_cleared_away_is_told_as_that():
    before = files()
    source = connection().sql("SELECT i + 0 AS cents FROM range(5) t(i)")
    kept = kept_rows(nw.from_native(source).lazy())
    (file,) = files() - before
    file.unlink()
    with pytest.raises(LedgerError, match="is gone: a program that clears temporary files"), told_in_words():
        kept.collect()
