"""Every figure of a page that is held against a benchmark shows how it came about: thirteen months of it."""

from medoffice_xl.area import headlines
from medoffice_xl.areas import every
from medoffice_xl.pages.blocks import Figures

DASHBOARDS = [block for area in every() for page in area.pages for block in page.blocks if isinstance(block, Figures)]
HELD = [each for block in DASHBOARDS for each in block.figures if each.benchmark]


def test_every_figure_that_has_a_benchmark_has_a_trend():
    assert HELD
    assert [each.label for each in HELD if not each.trend] == []


def test_a_trend_is_held_against_the_figures_own_benchmark():
    known = {each.name: each.benchmark for each in headlines()}
    assert {each.label: known[each.trend] for each in HELD} == {each.label: each.benchmark for each in HELD}
