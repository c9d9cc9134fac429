"""Where the headings of a fee schedule stand, over one row or several, and what its columns are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from medoffice_xl.readers.fee_schedule.key_columns import key_columns
from medoffice_xl.readers.fee_schedule.rate_columns import RateColumn, by_heading, distinct
from medoffice_xl.readers.headers import LOOKED_AT, Match, normalised
from medoffice_xl.readers.sheets import Cell, Grid
from medoffice_xl.readers.typed import text

MOST_ROWS = 3
"""Rows over which headings are stacked at most."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The headings of one grid: what a rate is for by field, the columns that may be rates, and the row they end on."""

    grid: Grid
    first_row: int
    match: Match
    rates: list[RateColumn]

    @property
    def score(self) -> int:
        """How much the headings say."""
        return len(self.match.places) + distinct(self.rates)

    def cells(self, place: int) -> list[Cell]:
        """The cells under a heading."""
        return [row[place] if place < len(row) else "" for row in self.grid.rows[self.match.row + 1 :]]

    @property
    def title(self) -> Sequence[Sequence[Cell]]:
        """The rows above the headings."""
        return self.grid.rows[: self.first_row]


def find_layout(grid: Grid, mapping: Mapping[str, str]) -> Layout | None:
    """The row or rows that say the most; None where none has both a code and a rate."""
    best: Layout | None = None
    for index in range(min(LOOKED_AT, len(grid.rows))):
        for depth in range(1, min(MOST_ROWS, index + 1) + 1):
            found = _layout(grid, index, depth, mapping)
            if "code" in found.match.places and found.rates and (best is None or found.score > best.score):
                best = found
    return best


def panels(layout: Layout, mapping: Mapping[str, str]) -> list[Layout]:
    """One layout for each time that a sheet sets its columns beside each other; else the layout itself."""
    headings = [normalised(heading) for heading in layout.match.headings]
    code = headings[layout.match.places["code"]]
    starts = [place for place, heading in enumerate(headings) if heading == code]
    ends = [*starts[1:], len(headings)]
    pieces = {tuple(filter(None, headings[first:last])) for first, last in zip(starts, ends, strict=True)}
    if len(starts) < 2 or len(pieces) > 1:
        return [layout]
    cut = (find_layout(_cut(layout.grid, first, last), mapping) for first, last in zip(starts, ends, strict=True))
    return [piece for piece in cut if piece is not None]


def _cut(grid: Grid, first: int, last: int) -> Grid:
    filled = [
        (line, row[first:last])
        for line, row in zip(grid.lines, grid.rows, strict=True)
        if any(cell not in ("", None) for cell in row[first:last])
    ]
    return replace(grid, rows=[row for _, row in filled], lines=[line for line, _ in filled])


def _layout(grid: Grid, index: int, depth: int, mapping: Mapping[str, str]) -> Layout:
    first = index - depth + 1
    own, joined = (
        list(_stacked(grid.rows[first : index + 1], carried=False)),
        list(_stacked(grid.rows[first : index + 1], carried=True)),
    )
    rates = by_heading(joined, mapping)
    places = {column.place for column in rates}
    headings = [joined[place] if place in places else heading for place, heading in enumerate(own)]
    keys = key_columns(["" if place in places else heading for place, heading in enumerate(own)], mapping)
    return Layout(grid, first, Match(index, headings, keys.places, keys.rivals), rates)


def _stacked(rows: Sequence[Sequence[Cell]], *, carried: bool) -> Iterator[str]:
    """The text over each column, read downwards. A heading over several columns is `carried` to those right of it.

    A row with one cell is a title, not a heading.
    """
    width = max(map(len, rows))
    levels = []
    for depth, row in enumerate(rows):
        texts = [*map(_text, row), *[""] * (width - len(row))]
        if depth < len(rows) - 1 and sum(map(bool, texts)) < 2:
            texts = [""] * width
        levels.append(list(_carried(texts)) if carried and depth < len(rows) - 1 else texts)
    for parts in zip(*levels, strict=True):
        yield " ".join(filter(None, parts))


def _text(cell: Cell) -> str:
    """A cell of headings as text: a day as payers write it, 26.0 as 26."""
    return f"{cell:%m/%d/%Y}" if isinstance(cell, date) else text(cell)


def _carried(texts: Sequence[str]) -> Iterator[str]:
    last = ""
    for each in texts:
        last = each or last
        yield last
