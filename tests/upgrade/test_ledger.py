"""A workbook with a ledger beside it is carried with it; the former workbook keeps the ledger that it has."""

import pyarrow.parquet as pq
import pytest
from pandas.testing import assert_frame_equal
from rows_of_a_ledger import payments

from medoffice_xl.book import open_book
from medoffice_xl.book.beside import move_out
from medoffice_xl.book.master import copy_master
from medoffice_xl.errors import LedgerError
from medoffice_xl.lake import make_lake, open_lake
from medoffice_xl.lake.former import former_rows
from medoffice_xl.tables import PAYMENTS
from medoffice_xl.upgrade import upgrade

ROWS = payments(("C1", "2026-02-28", 100), ("C2", "2026-03-31", 200))


@pytest.fixture
def next_version(monkeypatch):
    """The tables' next version; the empty workbook is still this one's, which is all that is known of it."""
    for place in ("lake.manifest", "upgrade.carry", "upgrade.ledger"):
        monkeypatch.setattr(f"medoffice_xl.{place}.SCHEMA_VERSION", "77")


@pytest.fixture
def book(tmp_path):
    opened = open_book(copy_master(tmp_path / "practice"))
    opened.write({"payments": ROWS})
    opened.set_setting("LedgerRows", 1)
    move_out(opened, tmp_path / "ledger")
    opened.save()
    return opened.path


@pytest.mark.whole
def test_all_its_rows_are_carried_and_the_former_ledger_stays(book, tmp_path, next_version, monkeypatch):
    done = upgrade(book)
    after = open_book(book)
    assert after.lake.folder == tmp_path / "ledger (version 77)"
    assert_frame_equal(after.read("payments"), ROWS)
    monkeypatch.undo()
    former = open_book(done.former)
    assert former.lake.folder == tmp_path / "ledger"
    assert_frame_equal(former.read("payments"), ROWS)


@pytest.mark.whole
def test_a_ledger_that_is_not_there_keeps_the_workbook_as_it_is(book, tmp_path, next_version):
    (tmp_path / "ledger").rename(tmp_path / "elsewhere")
    before = book.read_bytes()
    with pytest.raises(LedgerError, match="moved, renamed"):
        upgrade(book)
    assert book.read_bytes() == before
    assert [path.name for path in book.parent.glob("*.xlsm")] == [book.name]


def test_a_column_that_the_former_version_had_not_is_empty(tmp_path):
    lake = make_lake(tmp_path / "ledger").staged({"payments": ROWS}).published()
    for part in lake.manifest.tables["payments"]:
        path = tmp_path / "ledger" / part.file
        rows = pq.ParquetFile(path).read().drop_columns(["reason", "amount"])
        pq.write_table(rows, path)
    parts = [
        type(part)(part.file, part.month, part.rows, (tmp_path / "ledger" / part.file).stat().st_size, part.digest)
        for part in lake.manifest.tables["payments"]
    ]
    found = former_rows(tmp_path / "ledger", PAYMENTS, parts)
    assert_frame_equal(found, ROWS.assign(amount=0, reason=""))


def test_an_earlier_version_is_read_only_where_it_is_asked_for(tmp_path, next_version, monkeypatch):
    make_lake(tmp_path / "ledger").staged({"payments": ROWS}).published()
    monkeypatch.undo()
    assert_frame_equal(open_lake(tmp_path / "ledger", "77").frame("payments"), ROWS)
    with pytest.raises(LedgerError, match="made by another version"):
        open_lake(tmp_path / "ledger")
