"""Days in the forms of exports; month or day first is a column's, never a cell's, own matter."""

from datetime import date, datetime

import pytest

from medoffice_xl.readers.dates import Order, day, order_of, orders_of


@pytest.mark.parametrize(
    "cell",
    ["2026-03-04", "2026/3/4", "20260304", "3/4/2026", "03/04/26", "3-4-2026", "03.04.2026", "04-Mar-2026", "4-mar-26",
     "4 March 2026", "Mar 4, 2026", "March 4 2026", "3/4/2026 08:30", "3/4/2026 8:30:05 AM", "2026-03-04T08:30:00Z",
     "2026-03-04 08:30:00.000", " 3/4/2026 ", "Wednesday, March 4, 2026", "Wed Mar 04 2026", "Wed 03/04/2026",
     "46085", "46085.0", "46085.5",
     "03/04/2026 - 03/04/2026", "03/04/2026-03/06/2026", "3/4/2026 to 3/6/2026", "03042026", "04MAR2026",
     "2026-03-04 00:00:00.0000000", "03/04/2026 08:30:00 AM EST", "2026-03-04T08:30:00-05:00",
     "03\u200e/04\u200e/2026", "\u00a03/4/2026\ufeff", 46085.0, 46085.4, datetime(2026, 3, 4, 8, 30), date(2026, 3, 4)],
)  # fmt: skip
def test_one_day_in_many_forms(cell):
    assert day(cell) == date(2026, 3, 4)


@pytest.mark.parametrize(
    "cell",
    ["13/02/2026", "2026-02-30", "99999", "18263", "soon", "3/4", "MAR", "Marge 4, 2026",
     "12/30/1899", "01/01/0001", "1753-01-01", "00010101", "12/31/1949", datetime(1899, 12, 30), date(1, 1, 1),
     "3/4-2026", 5.0, True, "1/2/026",
     "01/01/2100", "2100-01-01", "21000101", "12/31/9999", "99991231", datetime(2100, 1, 1), 73_051.0, 2_958_465],
)  # fmt: skip
def test_what_is_no_day(cell):
    with pytest.raises(ValueError):
        day(cell)


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        ("11/05/98", 1998),
        ("11/05/69", 1969),
        ("11/05/68", 2068),
        ("11/05/26", 2026),
        ("11/05/1950", 1950),
        ("1/1/00", 2000),
        ("12/31/2099", 2099),
    ],
)
def test_the_century_of_two_figures(cell, year):
    assert day(cell).year == year


def test_nothing_is_no_day():
    assert day("") is None
    assert day("  ") is None


def test_order_is_a_matter_of_the_whole_column():
    assert order_of(["03/04/2026", "13/02/2026"]) is Order.DAY_FIRST
    assert order_of(["03/04/2026", "02/13/2026"]) is Order.MONTH_FIRST
    assert order_of(["03/04/2026", "2026-02-13", ""]) is Order.EITHER
    assert order_of(["13/02/2026", "02/13/2026"]) is Order.MIXED
    assert order_of(["13/02/2026", "02/30/2026"]) is Order.DAY_FIRST  # 30 February is wrong in any order


def test_a_column_without_evidence_follows_the_others():
    assert orders_of({"a": ["03/04/2026"], "b": ["13/02/2026"]})["a"] is Order.DAY_FIRST
    assert orders_of({"a": ["03/04/2026"], "b": ["13/02/2026"], "c": ["02/13/2026"]})["a"] is Order.MONTH_FIRST
    assert orders_of({"a": ["03/04/2026"]})["a"] is Order.MONTH_FIRST
    assert day("03/04/2026", Order.DAY_FIRST) == date(2026, 4, 3)


@pytest.mark.parametrize("cell", ["", " ", "NULL", "null", "None", "n/a", "NaT"])
def test_where_there_is_no_day(cell):
    assert day(cell) is None
