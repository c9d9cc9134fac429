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


def test_sums_stay_whole_numbers():
    """2 to the 53rd and 1 is the first whole number that a fraction of 64 bits does not hold."""
    rows = connection().sql("SELECT sum(9007199254740993) AS cents, i AS claim FROM range(2) t(i) GROUP BY i")
    found = [cents for part in in_parts(rows, "claim % 2", 2) for cents, _ in part.fetchall()]
    assert found == [9_007_199_254_740_993] * 2
