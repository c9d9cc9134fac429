"""The hidden sheet that holds what charts draw where that is not a list as it stands: computed names, bridges.

Each chart has rows of its own here, and a row that is not needed is hidden: what is hidden is not drawn, so that no
chart ends in empty places.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from medoffice_xl.pages.contents import Content, Formula
from medoffice_xl.pages.placed import PAGE_MARK, Box, Dress, PlacedPage, Role, Span, Spot
from medoffice_xl.pages.places import address

SHEET = "Chart data"
NAMES = 1
"""The column of the categories' names; values follow it, the mark of a row that is needed stands before it."""

_COLUMNS = 10


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of one chart."""

    top: int
    rows: int

    def cell(self, row: int, column: int) -> str:
        """A cell, as formulas of this sheet call it; column 0 is the name's."""
        return address(Spot(self.top + row, NAMES + column))

    def span(self, column: int) -> Span:
        """A column as a chart draws it."""
        return Span(SHEET, Box(self.top, NAMES + column, self.top + self.rows - 1, NAMES + column))


@dataclass(slots=True)
class ChartData:
    """The charts' rows, one chart under another."""

    _rows: list[list[Content]] = field(default_factory=lambda: [[PAGE_MARK, *[None] * (_COLUMNS - 1)]])
    _hidden: set[int] = field(default_factory=set)

    def block(self, rows: int) -> Block:
        """Room for a chart of so many rows, under a row of headings."""
        return Block(len(self._rows) + 1, rows)

    def put(self, block: Block, title: str, headings: Sequence[str], rows: Sequence[Sequence[Content]]) -> None:
        """Fill a block: each row's name and values."""
        self._rows.append(self._whole([None, title, *headings]))
        for number, row in enumerate(rows):
            name = block.cell(number, 0)
            self._hidden.add(len(self._rows))
            self._rows.append(self._whole([Formula(f'=IF({name}="",0,1)', 0), *row]))
        self._rows.append(self._whole([]))

    @staticmethod
    def _whole(cells: Sequence[Content]) -> list[Content]:
        return [*cells, *[None] * (_COLUMNS - len(cells))]

    def sheet(self) -> PlacedPage:
        """The hidden sheet itself."""
        page = PlacedPage(SHEET, SHEET, [4.0, 30.0, *[12.0] * (_COLUMNS - 2)], is_hidden=True, frozen_rows=0)
        page.grid = self._rows
        page.hidden = frozenset(self._hidden)
        page.dressed.append((Dress(Role.LABEL), Box(0, 0, len(self._rows) - 1, _COLUMNS - 1)))
        return page
