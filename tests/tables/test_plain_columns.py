"""A column read at once is the column read cell by cell, with the same problems."""

from datetime import UTC, date, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice_xl.tables import Kind, Table, frame_from_cells, frames
from medoffice_xl.tables.frames import read_cells
from medoffice_xl.tables.plain_columns import plain_column
from medoffice_xl.tables.schema import Column

ERROR = {"type": "Error", "kind": "Na", "message": "nothing"}


def table(kind, required):
    return Table("t", "T", "tblT", "", (Column(kind, "x", "X", "", required), Column(Kind.TEXT, "id", "Id", "")), ())


def read(kind, cells, required=False):
    frame, problems = frame_from_cells(table(kind, required), ["X", "Id"], [[cell, "row"] for cell in cells])
    return frame["x"], problems


def read_slowly(kind, cells, required):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(frames, "plain_column", lambda column, cells: None)
        return read(kind, cells, required)


@pytest.mark.parametrize(
    ("kind", "cells", "values"),
    [
        (Kind.TEXT, [99213.0, 7, "012", " 12E3 "], ["99213", "7", "012", "12E3"]),
        (Kind.TEXT, [None, "", 1.5, True], ["", "", "1.5", "TRUE"]),
        (Kind.TEXT, ["a", " b", None], ["a", "b", ""]),
        (Kind.MONEY, [88.95, 0.1 + 0.2, -5, None], [8895, 30, -500, pd.NA]),
        (Kind.MONEY, ["12.50", 1.0], [1250, 100]),
        (Kind.PRICE, [0.054, 0.1 + 0.2, -5, None], [54_000_000, 300_000_000, -5_000_000_000, pd.NA]),
        (Kind.PRICE, ["0.054", 100 / 3, 999_999_999.99], [54_000_000, 33_333_333_333, 999_999_999_990_000_000]),
        (Kind.WHOLE, [3.0, 4, None], [3, 4, pd.NA]),
        (Kind.NUMBER, [1.5, 2], [1.5, 2.0]),
        (Kind.DATE, [46023.0, 46023.75, 18264], [pd.Timestamp("2026-01-01")] * 2 + [pd.Timestamp("1950-01-01")]),
        (Kind.DATE, [73050.9, date(1950, 1, 1)], [pd.Timestamp("2099-12-31"), pd.Timestamp("1950-01-01")]),
        (Kind.NUMBER, [2.0**53 - 1], [2.0**53 - 1]),
        (Kind.DATE, [datetime(2026, 1, 1, 23, 59), None], [pd.Timestamp("2026-01-01"), pd.NaT]),
        (Kind.DATE, [date(2026, 1, 1), date(1950, 5, 6)], [pd.Timestamp("2026-01-01"), pd.Timestamp("1950-05-06")]),
        (Kind.DATE, [datetime(2026, 1, 1, 1, tzinfo=UTC), "2026-01-01"], [pd.Timestamp("2026-01-01")] * 2),
    ],
)  # fmt: skip
def test_cells_as_values(kind, cells, values):
    column, problems = read(kind, cells)
    assert not problems
    assert [None if pd.isna(value) else value for value in column] == [None if pd.isna(v) else v for v in values]


@pytest.mark.parametrize(
    ("kind", "cell"),
    [
        (Kind.MONEY, 1.2345),
        (Kind.MONEY, "abc"),
        (Kind.MONEY, True),
        (Kind.MONEY, float("inf")),
        (Kind.MONEY, datetime(2026, 1, 1)),
        (Kind.PRICE, "BR"),
        (Kind.PRICE, float("nan")),
        (Kind.PRICE, True),
        (Kind.PRICE, date(2026, 1, 1)),
        (Kind.PRICE, 1e9),
        (Kind.WHOLE, 1.5),
        (Kind.DATE, "01/02/2026"),
        (Kind.DATE, 1e12),
        (Kind.DATE, 0),
        (Kind.DATE, 18263),
        (Kind.DATE, 73051),
        (Kind.DATE, date(1949, 12, 31)),
        (Kind.DATE, date(2100, 1, 1)),
        (Kind.DATE, datetime(1, 1, 1)),
        (Kind.DATE, "9999-12-31"),
        (Kind.DATE, date(9999, 12, 31)),
        (Kind.NUMBER, 1e300),
        (Kind.NUMBER, 2.0**53),
        (Kind.RATE, -1e300),
        (Kind.TEXT, "#N/A"),
        (Kind.TEXT, ERROR),
        (Kind.MONEY, ERROR),
        (Kind.DATE, "#REF!"),
    ],
)
def test_a_row_with_what_is_not_of_its_kind_is_reported_and_left_out(kind, cell):
    found = read_cells(table(kind, False), ["X", "Id"], [[cell, "bad"], [None, "empty"]])
    assert [(problem.line, problem.column) for problem in found.problems] == [(2, "X")]
    assert found.frame["id"].tolist() == ["empty"]
    assert (list(found.numbers), list(found.left_out)) == ([3], [2])


@pytest.mark.parametrize("kind", list(Kind))
def test_empty_required_cells_are_reported(kind):
    column, problems = read(kind, [None, "", " "], required=True)
    assert [problem.line for problem in problems] == [2, 3, 4]
    counts_as_nothing = kind in (Kind.MONEY, Kind.PRICE, Kind.WHOLE)
    assert len(column) == (0 if counts_as_nothing else 3)


@pytest.mark.parametrize("cell", [date(9999, 12, 31), datetime(9999, 12, 31), 2_958_465.0, "9999-12-31"])
def test_a_last_day_may_be_far_away(cell):
    ends = Table("t", "T", "tblT", "", (Column(Kind.DATE, "end", "To", "", ends=True),), ())
    frame, problems = frame_from_cells(ends, ["To"], [[cell], [date(2026, 12, 31)]])
    assert problems == []
    assert frame["end"].tolist() == [pd.Timestamp("9999-12-31"), pd.Timestamp("2026-12-31")]


def test_a_bad_cell_in_a_column_that_does_not_count_costs_itself_alone():
    noted = Table("t", "T", "tblT", "", (Column(Kind.TEXT, "note", "Note", "", counts=False),), ())
    frame, problems = frame_from_cells(noted, ["Note"], [["#N/A"]])
    assert frame["note"].tolist() == [""]
    assert [each.problem for each in problems] == ["This is not text."]


def test_a_column_that_is_missing_is_told_once():
    found = read_cells(table(Kind.MONEY, True), ["Id"], [["a"], ["b"]])
    assert [each.problem for each in found.problems] == ["The column “X” is missing."]


PLAIN = {
    Kind.TEXT: ["a", " b ", "", "0012"],
    Kind.MONEY: [1.25, 3, -0.01],
    Kind.PRICE: [1.25, 3, 0.000000001, 199_999.99],
    Kind.DATE: [datetime(2026, 2, 28), datetime(1999, 12, 31)],
    Kind.NUMBER: [1.5, 2],
    Kind.WHOLE: [3.0, 4],
    Kind.RATE: [0.02, 1],
}


@pytest.mark.parametrize("kind", list(Kind))
def test_plain_columns_are_read_at_once(kind):
    assert plain_column(Column(kind, "x", "X", ""), [*PLAIN[kind], None]) is not None


@pytest.mark.parametrize("cell", [datetime(1999, 12, 31, 12), 36_525.5])
def test_an_hour_of_a_day_is_looked_at_cell_by_cell(cell):
    """Its sum is not that of the days, by which a table is known to be the one that was read."""
    assert plain_column(Column(Kind.DATE, "x", "X", ""), [cell, None]) is None


cell = st.one_of(
    st.none(), st.sampled_from(["", " ", "x", "#N/A", "12", "2026-01-02", True, ERROR]),
    st.integers(-10**6, 10**17), st.floats(), st.floats(0, 60_000).map(lambda value: round(value, 2)),
    st.floats(0, 60_000).map(lambda value: round(value, 9)), st.floats(0, 10).map(lambda value: round(value, 10)),
    st.datetimes(datetime(1700, 1, 1), datetime(2200, 1, 1)), st.dates(date(1700, 1, 1), date(2200, 1, 1)),
)  # fmt: skip
plain = st.one_of(
    *(st.lists(st.one_of(st.none(), st.sampled_from(values)), max_size=5) for values in PLAIN.values()),
    st.lists(st.one_of(st.none(), st.floats(0, 60_000)), max_size=5),
)


@given(st.sampled_from(list(Kind)), st.booleans(), st.one_of(st.lists(cell, max_size=5), plain))
def test_both_ways_give_the_same(kind, required, cells):
    column, problems = read(kind, cells, required)
    slow_column, slow_problems = read_slowly(kind, cells, required)
    pd.testing.assert_series_equal(column, slow_column)
    assert problems == slow_problems
