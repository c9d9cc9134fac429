"""A workbook whose ledger lies where this user may only read: figures are made of it, and a change is refused."""

import os
import sys
from pathlib import Path
from tempfile import gettempdir

import pyarrow.parquet as pq
import pytest
from another_user import NOBODY, told_as_nobody
from pandas.testing import assert_frame_equal
from rows_of_a_ledger import payments

from medoffice_xl.book import edit_book, open_book
from medoffice_xl.book.beside import move_out
from medoffice_xl.book.master import copy_master

pytestmark = [
    pytest.mark.whole,
    pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="to be another user one has to be root"),
]

BEFORE = payments(("C1", "2026-01-31", 100), ("C2", "2026-02-28", 200))

assert pq  # read before the user changes, who may not read where it is installed


@pytest.fixture
def path(tmp_path):
    """The workbook is somebody's; the ledger is root's, and everybody may read it."""
    for folder in (tmp_path, *tmp_path.parents):
        if folder.is_relative_to(gettempdir()) and folder != Path(gettempdir()):
            folder.chmod(0o755)
    (tmp_path / "books").mkdir()
    book = open_book(copy_master(tmp_path / "books"))
    book.write({"payments": BEFORE})
    move_out(book, tmp_path / "ledger")
    book.save()
    for each in (book.path.parent, book.path):
        os.chown(each, NOBODY, NOBODY)
    return book.path


def told(what, path):
    """What the owner of the workbook is told who does this with it."""

    def edited():
        with edit_book(path) as book:
            what(book)

    return told_as_nobody(edited)


def reads_and_saves(book):
    assert_frame_equal(book.read("payments"), BEFORE)
    book.set_setting("WindowDays", 30)
    book.save()


def changes_rows(book):
    book.write({"payments": BEFORE.iloc[:1]})
    book.save()


def contents(folder):
    return {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def test_what_leaves_the_ledger_as_it_is_goes_on(path):
    before = contents(path.parent.parent / "ledger")
    assert told(reads_and_saves, path) == ""
    assert open_book(path).setting("WindowDays") == 30
    assert contents(path.parent.parent / "ledger") == before


def test_a_change_of_the_ledger_is_refused(path):
    before = contents(path.parent.parent)
    said = told(changes_rows, path)
    assert said.startswith("CannotWrite: ")
    assert str(path.parent.parent / "ledger") in said
    assert "you may not write there" in said or "access to it is denied" in said
    assert contents(path.parent.parent) == before


def test_another_files_error_is_not_told_as_the_ledgers(path, tmp_path):
    with pytest.raises(FileNotFoundError), edit_book(path):
        (tmp_path / "nowhere" / "import.csv").read_bytes()
