"""What is typed on a sheet that shows a ledger's rows is told, stays on it through every write, and can be taken in."""

import pytest
from rows_of_a_ledger import payments

from medoffice_xl.book import open_book
from medoffice_xl.book.beside import move_back, move_out, take_typed
from medoffice_xl.book.master import copy_master
from medoffice_xl.book.places import Place
from medoffice_xl.book.sheet_part import patch_values
from medoffice_xl.errors import BookError
from medoffice_xl.hosts.headless.engine import Engine
from medoffice_xl.lake import open_lake
from medoffice_xl.tables import TABLES

pytestmark = pytest.mark.whole

ROWS = [("C1", "2026-02-28", 100), ("C2", "2026-03-31", 200), ("C3", "2026-04-30", 300)]
LARGE = [table.name for table in TABLES.values() if table.by_month]


@pytest.fixture
def book(tmp_path):
    """A workbook with three payments in its ledger, which its sheet shows."""
    opened = open_book(copy_master(tmp_path / "practice"))
    opened.write({"payments": payments(*ROWS)})
    move_out(opened, tmp_path / "ledger")
    opened.save()
    return opened.path


def type_over(path, row, cents):
    """Another amount in one of the rows under the headings, as a user types it; returns the sheet's row."""
    opened = open_book(path)
    table = opened.layout.tables["tblPayments"]
    place = Place(table.body.first.row + row, table.headers.index("Amount") + 1)
    part = opened.layout.sheets["Payments"]
    opened.package.replace(part, patch_values(opened.package.read(part), {place: cents / 100}, {}, part))
    opened.save()
    return place.row


def on_sheet(path):
    """The amounts that stand on the sheet, the ledger's and what was typed."""
    return open_book(path).as_the_file_has_it(TABLES["payments"]).frame["amount"].tolist()


def test_sheets_as_they_were_written_hold_nothing_typed(book):
    opened = open_book(book)
    assert {name: len(opened.typed_beside(name)) for name in LARGE} == dict.fromkeys(LARGE, 0)
    assert opened.problems == []


def test_a_row_typed_over_is_told_with_its_row(book):
    row = type_over(book, 1, 207)
    opened = open_book(book)
    assert opened.typed_beside("payments")["amount"].tolist() == [207]
    assert [(each.file, each.line) for each in opened.unread] == [("Sheet Payments", row)]
    assert opened.read("payments")["amount"].tolist() == [100, 200, 300]


def test_its_table_says_that_a_row_is_left_out(book):
    type_over(book, 1, 207)
    engine = Engine(open_book(book), questions=())
    handles = [handle for handle in engine._past.handles.values() if handle.startswith("payments ")]
    assert [handle.partition(" #")[0] for handle in handles] == ["payments 3 rows, 1 left out"]


def test_it_stays_below_the_rows_of_the_next_write(book):
    type_over(book, 1, 207)
    for more in (400, 500):
        opened = open_book(book)
        opened.write({"payments": payments(*ROWS, ("C4", "2026-05-31", more))})
        opened.save()
        assert on_sheet(book) == [100, 200, 300, more, 207]
    assert open_lake(book.parent.parent / "ledger").frame("payments")["amount"].tolist() == [100, 200, 300, 500]


def test_the_way_back_waits_for_it(book):
    type_over(book, 1, 207)
    with pytest.raises(BookError, match="1 rows on the sheet Payments are not in the ledger"):
        move_back(open_book(book))


def test_it_is_taken_in_when_the_user_says_so(book):
    type_over(book, 1, 207)
    opened = open_book(book)
    assert list(take_typed(opened)) == ["Payments: 1 rows changed, 0 rows added."]
    opened.save()
    assert on_sheet(book) == [100, 207, 300]
    after = open_book(book)
    assert after.read("payments")["amount"].tolist() == [100, 207, 300]
    assert after.typed_beside("payments").empty
    assert list(take_typed(after)) == []
    assert move_back(after) == book.parent.parent / "ledger"
