"""The hidden sheet where lists spill; pages show its cells.

A spilled list lives where nobody can type into its way. And LibreOffice without our functions keeps the stored values
of plain cells that point here, while it recalculates, and loses, a spilled list itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from medoffice_xl.pages.blocks import Spill
from medoffice_xl.pages.contents import NOT_YET, Formula, ours
from medoffice_xl.pages.placed import Box, Dress, PlacedPage, Role, Spot
from medoffice_xl.pages.places import address

SHEET = "Workings"
HEADINGS = 1
"""The row where every list has its headings; above them stand its title and how many rows it has."""

FIRST = HEADINGS + 1
DEEP = 1_000
"""Rows of a list that are looked through for its total."""

TOTAL = "Total"


@dataclass(frozen=True, slots=True)
class Spilled:
    """A list in its place on the hidden sheet; `left` is its first column."""

    left: int

    @property
    def heading(self) -> str:
        """The cell of its first heading, which shows the error where the formula has one."""
        return address(Spot(HEADINGS, self.left), SHEET)

    def heading_of(self, place: int) -> str:
        """The cell of a heading."""
        return address(Spot(HEADINGS, self.left + place), SHEET)

    @property
    def count(self) -> str:
        """The cell that counts its rows, without headings and total."""
        return address(self.counted_in, SHEET)

    @property
    def counted_in(self) -> Spot:
        """The place of that cell."""
        return Spot(HEADINGS - 1, self.left + 1)

    def cell(self, row: int, place: int) -> str:
        """Column `place` of a row; the first row is 0."""
        return address(Spot(FIRST + row, self.left + place), SHEET)

    def counting(self) -> Formula:
        """How many rows there are: up to the total, or all."""
        names = address(self.column(0))
        return Formula(f'=IFERROR(MATCH("{TOTAL}",{names},0)-1,SUMPRODUCT(--({names}<>"")))', 0)

    def column(self, place: int) -> Box:
        """Everything that a column may hold under its heading."""
        return Box(FIRST, self.left + place, FIRST + DEEP - 1, self.left + place)

    def total(self, place: int) -> str:
        """What the total says in a column, as a term of a formula."""
        return f"INDEX({address(self.column(place), SHEET)},{self.count}+1)"


@dataclass(slots=True)
class Workings:
    """The lists and their places, one beside another. The same formula spills once, however many lists show it."""

    placed: dict[str, tuple[str, Spilled]] = field(default_factory=dict)
    calls: list[tuple[str, int, Sequence[Sequence[str]]]] = field(default_factory=list)
    _next: int = 0

    def put(self, title: str, spill: Spill, columns: int) -> Spilled:
        """The place of a list."""
        known = self.placed.get(spill.formula)
        if known:
            return known[1]
        spilled = Spilled(self._next)
        self._next += max(columns, 2) + 1
        self.placed[spill.formula] = (title, spilled)
        return spilled

    def put_calls(self, title: str, rows: Sequence[Sequence[str]]) -> Spilled:
        """The place of calls that stand by themselves, row by row."""
        spilled = Spilled(self._next)
        self.calls.append((title, spilled.left, rows))
        self._next += max(len(rows[0]), 2) + 1
        return spilled

    def sheet(self) -> PlacedPage:
        """The hidden sheet itself."""
        width = max(self._next, 1)
        page = PlacedPage(SHEET, SHEET, [10.0] * width, is_hidden=True, frozen_rows=0)
        deepest = max((len(rows) for _, _, rows in self.calls), default=0)
        page.grid = [[None] * width for _ in range(FIRST + deepest)]
        spills: dict[Spot, str] = {}
        for formula, (title, spilled) in self.placed.items():
            page.grid[HEADINGS - 1][spilled.left] = title
            page.grid[HEADINGS - 1][spilled.counted_in.column] = spilled.counting()
            page.grid[HEADINGS][spilled.left] = Formula(formula, NOT_YET)
            spills[Spot(HEADINGS, spilled.left)] = formula
        for title, left, rows in self.calls:
            page.grid[HEADINGS - 1][left] = title
            for at, row in enumerate(rows):
                for place, call in enumerate(row):
                    page.grid[FIRST + at][left + place] = ours(f"={call}")
        page.dressed.append((Dress(Role.LABEL), Box(HEADINGS - 1, 0, HEADINGS - 1, width - 1)))
        page.spills = spills
        return page
