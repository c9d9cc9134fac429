"""How a page comes to paper: lying or standing, and where it may be cut. Letter paper, one page wide."""

from collections.abc import Sequence

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

_SMALLEST = 0.55
"""A page is not made smaller than this to stand: then it lies."""

_A_LITTLE_LONGER = 1.25
_USUAL_ROW = 15.0


def points(width: float) -> float:
    """A column's width in points."""
    return width * _DIGIT + _CELL_AIR


def stretched_to_paper(tracks: Sequence[Track]) -> None:
    """Let words and charts fill the width of the paper."""
    standing = total_width(tracks) <= STANDING_DIGITS
    stretched(tracks, STANDING_DIGITS if standing else LYING_DIGITS)


def paper_of(page: PlacedPage, block_rows: Sequence[int]) -> Paper:
    """Stand or lie: whichever shows the page larger on one sheet, or, where it takes several, is read more easily."""
    width = sum(points(digits) for digits in page.widths)
    high = sum(_height(page, row) for row in range(len(page.grid)))
    standing, lying = (_scale(paper, width, high) for paper in (_STANDING, _LYING))
    readable = _STANDING[0] / width >= _SMALLEST
    lies = lying > standing if max(standing, lying) >= _SMALLEST else not readable
    paper = _LYING if lies else _STANDING
    fits = high * min(1.0, paper[0] / width) <= paper[1] * _A_LITTLE_LONGER
    if fits:
        return Paper(lies, 1)
    return Paper(lies, 0, _cuts(page, block_rows, paper[1] / min(1.0, paper[0] / width)))


def _scale(paper: tuple[float, float], width: float, high: float) -> float:
    return min(1.0, paper[0] / width, paper[1] / high)


def _height(page: PlacedPage, row: int) -> float:
    """A row's height; of rows that come and go, on the whole half are there."""
    height = page.heights.get(row, _USUAL_ROW)
    return height / 2 if row in page.hidden else height


def _cuts(page: PlacedPage, block_rows: Sequence[int], room: float) -> list[int]:
    """Before which blocks a new sheet of paper begins."""
    cuts: list[int] = []
    begun = 0
    ends = [*block_rows[1:], len(page.grid)]
    for first, end in zip(block_rows, ends, strict=True):
        until = sum(_height(page, row) for row in range(begun, end))
        itself = sum(_height(page, row) for row in range(first, end))
        # A block that is longer than a sheet is cut anyway: it begins where the one before it ends.
        if until > room >= itself and first != block_rows[0]:
            cuts.append(first)
            begun = first
    return cuts
