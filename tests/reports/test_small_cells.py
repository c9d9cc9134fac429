"""Counts of few people are never shown, and never follow from what is shown."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medoffice_xl.reports.small_cells import _lines as lines_of
from medoffice_xl.reports.small_cells import derivable, shown_list, shown_table

LEAST = 11


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([60, 31, 9], [60, None, None]),
        ([45, 23, 8, 4], [45, 23, None, None]),  # 12 hidden together
        ([45, 23, 3, 4], [45, None, None, None]),  # 7 hidden together is too few
        ([60, 31, 10], [60, None, None]),
        ([60, 31, 11], [60, 31, 11]),
        ([60, 31, 0], [60, 31, 0]),
        ([60, 31, 1], [60, None, None]),
        ([30, 5, 0], [None, None, 0]),
        ([5, 6, 30], [None, None, 30]),  # 11 hidden together is enough
        ([5, 5, 30, 40], [None, None, None, 40]),
        ([], []),
    ],
)
def test_a_list(counts, shown):
    """The first three as published steps of the field give them (VERIFIED)."""
    found = shown_list(counts, LEAST)
    assert (found.counts, found.total) == (shown, sum(counts))


def test_a_whole_below_the_limit_is_hidden_with_its_total():
    assert shown_list([5, 5, 0], LEAST).total is None
    assert shown_list([5, 5, 0], LEAST).counts == [None] * 3
    assert shown_list([5, 6], LEAST).total == LEAST


def test_a_table():
    """VERIFIED: 7 is small; 18 beside it, 25 and 40 above them are hidden too."""
    found = shown_table([[40, 25, 30], [18, 7, 22], [51, 33, 14]], LEAST)
    assert found.counts == [[None, None, 30], [None, None, 22], [51, 33, 14]]
    assert (found.rows, found.columns, found.total) == ([95, 47, 98], [109, 65, 66], 240)


TRAP = [[6, 6, 5, 50], [6, 6, 50, 50], [50, 50, 6, 6], [50, 50, 6, 6]]


def test_the_steps_alone_would_give_a_count_away():
    """Rows 1 and 2 hide 17 and 12, columns 1 and 2 hide 24: 17 + 12 - 24 = 5."""
    small = {(r, c) for r, c in product(range(4), range(4)) if TRAP[r][c] < LEAST}
    assert derivable(list(lines_of(4, 4)), small) == {(0, 2)}


def test_so_more_is_hidden_until_nothing_follows():
    found = shown_table(TRAP, LEAST)
    hidden = {(r, c) for r, c in product(range(4), range(4)) if found.counts[r][c] is None}
    assert hidden > {(r, c) for r, c in product(range(4), range(4)) if TRAP[r][c] < LEAST}
    assert derivable(list(lines_of(4, 4)), hidden) == set()


def test_a_total_that_its_own_list_hides_is_hidden_in_the_table():
    """Row 2 has 5 people: its total is hidden, and the smallest other total beside it."""
    found = shown_table([[30, 30], [2, 3], [20, 20]], LEAST)
    assert found.rows == shown_list([60, 5, 40], LEAST).counts == [60, None, None]
    assert found.counts[1] == [None, None]
    assert None in found.counts[2]


tables = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.sampled_from([0, 0, 1, 5, 6, 10, 11, 12, 30, 60]), min_size=width, max_size=width),
        min_size=1,
        max_size=4,
    )
)


@settings(max_examples=200, deadline=None)
@given(tables)
def test_whatever_the_counts_no_hidden_one_follows(counts):
    found = shown_table(counts, LEAST)
    rows, columns = len(counts), len(counts[0])
    if found.total is None:
        return
    hidden = {(r, c) for r, c in product(range(rows), range(columns)) if found.counts[r][c] is None}
    hidden |= {("row", place) for place, count in enumerate(found.rows) if count is None}
    hidden |= {("column", place) for place, count in enumerate(found.columns) if count is None}
    every = [*(count for row in found.counts for count in row), *found.rows, *found.columns]
    assert not any(count is not None and 0 < count < LEAST for count in every)
    assert derivable(list(lines_of(rows, columns)), hidden) == set()
