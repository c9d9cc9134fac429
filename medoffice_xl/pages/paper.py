"""How a page comes to paper: lying or standing, and where it may be cut. Letter paper, one page wide."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import ceil

from medoffice_xl.pages.placed import Paper, PlacedPage
from medoffice_xl.pages.tracks import Track, stretched, total_width

_DIGIT = 5.25
_CELL_AIR = 3.75
"""Points of a digit of width, and of the air that every column has besides."""

_STANDING = (7.7 * 72, 9.8 * 72)
_LYING = (10.2 * 72, 7.3 * 72)
"""Width and height between the margins, in points."""

STANDING_DIGITS = 100.0
LYING_DIGITS = 136.0
"""The width that fills the paper at full size."""

_LARGE = 0.8
"""A page that can be so large standing stands."""

_READABLE = 0.62
"""A page is not made smaller than this to come onto one sheet: then it takes several."""

_LEGAL = 13.2 * 72
"""Width between the margins of Legal paper, lying, in points."""

_READABLE_TABLE = 0.6
"""A table's type is not made smaller than this: on Letter it may be so only where Legal paper can be picked for it."""

_A_LITTLE_LONGER = 1.1
_FILLED = 0.92
_TALLER = 1.6
_USUAL_ROW = 15.0

_TITLE = (0, 1)
"""Rows that every further sheet begins with."""


def points(width: float) -> float:
    """A column's width in points."""
    return width * _DIGIT + _CELL_AIR


def stretched_to_paper(tracks: Sequence[Track]) -> None:
    """Let words and charts fill the width of the paper."""
    standing = total_width(tracks) <= STANDING_DIGITS
    stretched(tracks, STANDING_DIGITS if standing else LYING_DIGITS)


def paper_of(page: PlacedPage, block_rows: Sequence[int]) -> Paper:
    """On one sheet where that can be read, standing or lying as it comes out larger; else on several."""
    width, high = _size(page)
    lies = _lies(width, high)
    paper = _LYING if lies else _STANDING
    by_width = min(1.0, paper[0] / width)
    if high * by_width <= paper[1] * _A_LITTLE_LONGER:
        return Paper(lies, 1)
    heights = [_height(page, row) for row in range(len(page.grid))]
    return Paper(lies, 0, _cuts(heights, block_rows, paper[1] / by_width), _TITLE, block_rows)


def paper_of_table(widths: Sequence[float], heading: int) -> Paper:
    """Of a table that may grow to any length: one page wide, lying where it is larger so.

    A table that even on Legal paper would come out smaller than can be read takes as few pages side by side as it
    can, its first column on each. `heading` is the row of its headings.
    """
    columns = [points(width) for width in widths]
    across = sum(columns)
    lies = _STANDING[0] / across < _LARGE
    wide = 1
    if _LEGAL / across < _READABLE_TABLE:
        room = _LYING[0] / _READABLE_TABLE - columns[0]
        wide = ceil((across - columns[0]) / room)
    return Paper(lies, 0, repeated=(heading, heading), pages_wide=wide)


def cut_as_shown(page: PlacedPage) -> Paper:
    """The paper of a page whose rows are known: it is cut by what stands on it, and hidden rows take no room."""
    if not page.paper.blocks:
        return page.paper
    width, _ = _size(page)
    paper = _LYING if page.paper.lying else _STANDING
    rows = range(len(page.grid))
    heights = [0.0 if row in page.hidden else page.heights.get(row, _USUAL_ROW) for row in rows]
    room = paper[1] / min(1.0, paper[0] / width)
    return replace(page.paper, breaks=_cuts(heights, page.paper.blocks, room))


def taller_charts(page: PlacedPage) -> float:
    """How many times taller the charts of a page may be, so that its sheets of paper are filled."""
    rows = {row for box in page.chart_boxes for row in range(box.top, box.bottom + 1)}
    width, _ = _size(page)
    paper = _LYING if page.paper.lying else _STANDING
    room = paper[1] / min(1.0, paper[0] / width) * _FILLED
    factors = [_TALLER]
    for first, end in pairwise((0, *page.paper.breaks, len(page.grid))):
        charts = sum(page.heights[row] for row in rows if first <= row < end)
        high = sum(_height(page, row) for row in range(first, end))
        factors += [1 + (room - high) / charts] if charts else []
    return max(1.0, min(factors))


def _size(page: PlacedPage) -> tuple[float, float]:
    """Width and height in points."""
    return sum(points(digits) for digits in page.widths), sum(_height(page, row) for row in range(len(page.grid)))


def _lies(width: float, high: float) -> bool:
    standing, lying = (_scale(paper, width, high) for paper in (_STANDING, _LYING))
    if standing >= _LARGE:
        return False
    if max(standing, lying) >= _READABLE:
        return lying > standing
    return _STANDING[0] / width < _READABLE


def _scale(paper: tuple[float, float], width: float, high: float) -> float:
    return min(1.0, paper[0] / width, paper[1] / high)


def _height(page: PlacedPage, row: int) -> float:
    """A row's height; of rows that come and go, three in four are there as a rule."""
    height = page.heights.get(row, _USUAL_ROW)
    return height * 0.75 if row in page.hidden else height


def _cuts(heights: Sequence[float], block_rows: Sequence[int], room: float) -> list[int]:
    """Before which blocks a new sheet of paper begins; `heights` are those of all rows, the title's first."""
    cuts: list[int] = []
    begun = 0
    title = sum(heights[_TITLE[0] : _TITLE[1] + 1])
    ends = [*block_rows[1:], len(heights)]
    for first, end in zip(block_rows, ends, strict=True):
        until = sum(heights[begun:end]) + (title if begun else 0.0)
        itself = sum(heights[first:end]) + title
        # A block that is longer than a sheet is cut anyway: it begins where the one before it ends.
        if until > room >= itself and first != block_rows[0]:
            cuts.append(first)
            begun = first
    return cuts
