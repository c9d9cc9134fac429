"""Rows sorted into parts are all there, each in its own part, and nothing of them stays on the disk."""

import pytest

from medoffice_xl.lake.database import connection
from medoffice_xl.lake.in_parts import in_parts
from medoffice_xl.lake.room import own_room


def left():
    return list(own_room().glob("parts_*"))


def numbers(part):
    return sorted(number for (number,) in part.select("i").fetchall())


def test_each_row_is_in_its_part_and_no_part_is_left_on_the_disk():
    rows = connection().sql("SELECT i, 'claim ' || i AS claim_id FROM range(7) t(i)")
    found = [numbers(part) for part in in_parts(rows, "i % 3", 3)]
    assert found == [[0, 3, 6], [1, 4], [2, 5]]
    assert not left()


def test_a_part_without_rows_is_empty_and_has_the_columns():
    rows = connection().sql("SELECT i, 'claim ' || i AS claim_id FROM range(4) t(i) WHERE i % 2 = 0")
    parts = []
    for part in in_parts(rows, "i % 2", 2):
        assert {"i", "claim_id"} <= set(part.columns)
        parts.append(numbers(part))
    assert parts == [[0, 2], []]


def test_one_part_is_the_rows_themselves():
    rows = connection().sql("SELECT i FROM range(3) t(i)")
    assert [numbers(part) for part in in_parts(rows, "0", 1)] == [[0, 1, 2]]
    assert not left()


def test_nothing_stays_where_the_rows_cannot_be_worked_out():
    rows = connection().sql("SELECT CAST('no number ' || i AS INTEGER) AS i FROM range(3) t(i)")
    with pytest.raises(Exception, match="no number"):
        list(in_parts(rows, "0 * i", 2))
    assert not left()
