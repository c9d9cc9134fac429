"""A page is cut for the printer by what stands on it."""

import pytest

from medoffice_xl.pages.paper import cut_as_shown, paper_of_table
from medoffice_xl.pages.placed import Paper, PlacedPage

STANDING = Paper(lying=False, pages_high=0, breaks=(20, 40), repeated=(0, 1), blocks=(0, 20, 40))


def page(hidden=(), heights=None):
    """Sixty rows of 15 points in three blocks, 528.75 points wide: a standing sheet has room for 705.6 of them."""
    return PlacedPage("P", "P", [100.0], dict(heights or {}), [[None]] * 60, hidden=frozenset(hidden), paper=STANDING)


def test_the_third_block_begins_a_sheet_where_all_rows_are_shown():
    """20 × 15 + 20 × 15 = 600 fit; 900 do not."""
    assert list(cut_as_shown(page()).breaks) == [40]


@pytest.mark.parametrize(("shown", "breaks"), [(47, []), (48, [40])])
def test_hidden_rows_take_no_room(shown, breaks):
    """47 × 15 = 705 still fit, 720 do not."""
    assert list(cut_as_shown(page(hidden=range(20, 20 + 60 - shown))).breaks) == breaks


@pytest.mark.parametrize(("height", "breaks"), [(120.0, [40]), (121.0, [20, 40])])
def test_a_row_of_more_lines_takes_its_height(height, breaks):
    """With a row of 120 the first two blocks are 300 + 405 = 705; with one of 121 no two of the three fit."""
    assert list(cut_as_shown(page(heights={30: height})).breaks) == breaks


def test_a_page_that_is_one_sheet_stays_one():
    one = page()
    one.paper = Paper(lying=True, pages_high=1)
    assert cut_as_shown(one) is one.paper


@pytest.mark.parametrize(("last", "breaks"), [(48.0, [20]), (49.0, [20, 40])])
def test_a_further_sheet_has_less_room_by_the_title_that_heads_it(last, breaks):
    """20 × 36 = 720 fill the first. After it the title's 2 × 36, 39 × 15 and a row of 48 make 705; with 49, 706."""
    heights = dict.fromkeys(range(20), 36.0) | {59: last}
    assert list(cut_as_shown(page(heights=heights)).breaks) == breaks


@pytest.mark.parametrize(
    ("width", "lies", "wide"),
    [(12.0, False, 1), (13.0, True, 1), (29.0, True, 1), (30.0, True, 2)],
)
def test_a_table_is_one_page_wide_as_far_as_it_can_be_read(width, lies, wide):
    """Ten columns of 5.25 points a digit and 3.75: 667.5 and 720 points, of which 554.4 standing are 0.83 and 0.77.

    1,560 points are 0.61 of Legal's 950.4, 1,612.5 are 0.59; beside the first column, 161.25 on each of them, the other
    1,451.25 take two sheets of 734.4 / 0.6 - 161.25 = 1,062.75.
    """
    paper = paper_of_table([width] * 10, heading=3)
    assert (paper.lying, paper.pages_wide, paper.pages_high, paper.repeated) == (lies, wide, 0, (3, 3))
