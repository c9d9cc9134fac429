"""The board: each figure against its benchmark, and how it moved."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from medoffice_xl.area import headlines
from medoffice_xl.areas.plan.board import Line, bars, board, figures, in_words
from medoffice_xl.headlines import Headline, Terms, is_whole_month, month_ends
from medoffice_xl.measure import Unit
from medoffice_xl.sets import Tables
from medoffice_xl.tables import BENCHMARKS, frame_from_cells
from medoffice_xl.tables.benchmarks import HIGHER, LOWER, Benchmark

JUNE_30 = date(2026, 6, 30)
FEW = Benchmark("Few", LOWER, 40, 50, Unit.DAYS, "AAFP", 2024, "")
MANY = Benchmark("Many", HIGHER, 0.95, 0.90, Unit.PERCENT, "MGMA", None, "")


def benchmarks(*rows):
    headers = ["Measure", "Better is", "Good", "Poor", "Unit", "Source", "Year"]
    frame, problems = frame_from_cells(BENCHMARKS, headers, list(rows))
    assert not problems
    return frame


KEPT = benchmarks(
    ("Few", "lower", 40, 50, "days", "AAFP", 2024), ("Many", "higher", 0.95, 0.90, "%", "MGMA", None),
)  # fmt: skip


def line(values, unit=Unit.DAYS, better=LOWER, benchmark=FEW, as_of=JUNE_30, adds_up=False):
    figure = Headline(
        "One", "What it is", unit, better, "Somewhere", lambda *_: values, (), benchmark=benchmark, adds_up=adds_up
    )
    return board(Tables.of({"benchmarks": KEPT}), as_of, Terms(), [figure])[0]


@pytest.mark.parametrize(
    ("value", "standing"),
    [(40, "Good"), (40.01, "Fair"), (49.99, "Fair"), (50, "Poor"), (39.99, "Good"), (50.01, "Poor")],
)
def test_where_less_is_better(value, standing):
    assert line([None, value]).standing == standing


@pytest.mark.parametrize(
    ("value", "standing"), [(0.95, "Good"), (0.9499, "Fair"), (0.9001, "Fair"), (0.90, "Poor"), (0.96, "Good")]
)
def test_where_more_is_better(value, standing):
    assert line([None, value], Unit.PERCENT, HIGHER, MANY).standing == standing


def test_the_benchmark_in_words():
    assert line([42]).benchmark == "Good 40 days or less, poor 50 days or more: AAFP, 2024"
    assert line([0.9], Unit.PERCENT, HIGHER, MANY).benchmark == "Good 95% or more, poor 90% or less: MGMA"
    assert line([0.9], benchmark=None).benchmark == ""


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ([36, 42, 44], "Fair · Up 2 days on May, worse; 36 days a year ago"),
        ([None, 44, 39.5], "Good · Down 4.5 days on May, better"),
        ([None, 44, 44], "Fair · As in May"),
        ([None, 44, 44.04], "Fair · As in May"),
        ([None, 44, 44.06], "Fair · Up 0.1 days on May, worse"),
        ([None, None, 44], "Fair · What it is"),
        ([36, 40, None], "No figure yet"),
    ],
)
def test_how_it_moved(values, says):
    assert line(values).says == says


def test_a_share_moves_by_points():
    says = line([None, 0.051, 0.063], Unit.PERCENT, benchmark=None).says
    assert says == "Up 1.2 points on May, worse"


def test_a_month_that_is_not_over_is_not_held_against_a_whole_one():
    values = [None, 1_000_000, 40_000]
    money = {"unit": Unit.MONEY, "better": HIGHER, "benchmark": None, "adds_up": True}
    assert line(values, as_of=date(2026, 6, 12), **money).says == "June to the 12; May came to $10,000"
    assert line(values, as_of=JUNE_30, **money).says == "Down $9,600 on May, worse"


@pytest.mark.parametrize(
    ("day", "whole"),
    [("2026-06-30", True), ("2026-06-29", False), ("2024-02-28", False), ("2024-02-29", True), ("2026-02-28", True)],
)
def test_whole_months(day, whole):
    assert is_whole_month(date.fromisoformat(day)) is whole


def test_the_ends_of_thirteen_months():
    ends = month_ends(date(2026, 3, 31))
    assert (len(ends), ends[0], ends[-2], ends[-1]) == (13, date(2025, 3, 31), date(2026, 2, 28), date(2026, 3, 31))


def test_a_figure_whose_tables_are_missing_stands_there_without_values():
    found = figures(board(Tables.of({}), JUNE_30, Terms()))
    assert [row[0] for row in found.body] == [each.name for each in headlines()]
    assert {row[1] for row in found.body} == {None}
    assert {(row[2], row[4]) for row in found.body} == {("", "No figure yet")}


def test_a_table_without_rows_is_as_good_as_none():
    empty = pd.DataFrame({"x": []})
    figure = Headline("One", "", Unit.DAYS, LOWER, "", lambda *_: pytest.fail("asked"), ("charges",))
    found = board(Tables.of({"charges": empty}), JUNE_30, Terms(), [figure])
    assert found[0].values == [None] * 13


def test_a_figure_is_worked_out_once_for_the_same_tables():
    asked = []
    figure = Headline("One", "", Unit.DAYS, LOWER, "", lambda _, ends, __: asked.append(1) or [1.0] * len(ends), ())
    tables = Tables.of({"benchmarks": KEPT})
    assert board(tables, JUNE_30, Terms(), [figure])[0].values == board(tables, JUNE_30, Terms(), [figure])[0].values
    assert len(asked) == 1
    board(tables, JUNE_30, Terms(window=30), [figure])
    board(Tables.of({}), JUNE_30, Terms(), [figure])
    assert len(asked) == 3


def test_money_is_in_dollars_in_a_cell():
    lines = [
        Line(Headline("Cash", "", Unit.MONEY, HIGHER, "", lambda *_: [], ()), month_ends(JUNE_30), [None, 123_456])
    ]
    assert figures(lines).body[0][1] == 1_234.56


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [(12_349_950, Unit.MONEY, "$123,500"), (12_349_949, Unit.MONEY, "$123,499"), (1.0, Unit.DAYS, "1 day"),
     (0.0675, Unit.PERCENT, "6.8%"), (0.06749, Unit.PERCENT, "6.7%"), (1_234, Unit.COUNT, "1,234"),
     (1.005, Unit.RATIO, "1.01"), (-0.5, Unit.DAYS, "-0.5 days")],
)  # fmt: skip
def test_figures_as_they_are_read(value, unit, words):
    assert in_words(value, unit) == words


@pytest.mark.parametrize(
    ("values", "drawn"),
    [
        ([1, 8], "▁█"), ([-8, -1], "▁█"), ([None, None], ""), ([None, 3, 3], "·▄▄"), ([0, 35, 70], "▁▅█"),
        ([10, None, 0], "█·▁"), ([], ""),
    ],
)  # fmt: skip
def test_months_as_small_bars(values, drawn):
    assert bars(values) == drawn


def test_the_docs_name_every_figure_that_goals_may_name():
    told = (Path(__file__).parents[3] / "docs" / "plan.md").read_text()
    assert [each.name for each in headlines() if each.name not in told] == []


def test_the_dashboard_has_no_two_figures_in_one_place():
    places = [each.place for each in headlines() if each.place]
    assert places == sorted(set(places))
    assert all(1 <= place <= 15 for place in places)
