"""What a page is laid out on: cells, looks and the places of what was put there, gathered block by block."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from medoffice_xl.pages.contents import Content, Formula, Words
from medoffice_xl.pages.placed import Box, Dress, PlacedPage, Role, Rule, Shade, Spot
from medoffice_xl.pages.placed import Span as DrawnFrom
from medoffice_xl.pages.places import address
from medoffice_xl.pages.references import Part, Reference
from medoffice_xl.pages.text_width import wrapped_lines
from medoffice_xl.pages.tracks import Span

ROW = 15.0
"""The height of a row in points."""

SECTION_ROW = 20.0
LINE = 13.0
"""The height of one more line of text in a row."""
AIR_OF_LINES = 4.0
"""Above and below a text of several lines."""

GAP_ROW = 9.0

AIR_ROW = 4.0


def height_of(lines: int) -> float:
    """The height of a row whose words take so many lines."""
    return ROW if lines == 1 else ROW + LINE * (lines - 1) + AIR_OF_LINES


@dataclass(slots=True)
class Places:
    """Where figures and lists stand, by page, block and field."""

    figures: dict[tuple[str, str, str], Spot] = field(default_factory=dict)
    remarks: dict[tuple[str, str, str], Spot] = field(default_factory=dict)
    """What is said of a figure."""
    words: dict[tuple[str, str, str, str], Spot] = field(default_factory=dict)
    """What a board says of a figure, by page, block, figure and column."""
    headings: dict[tuple[str, str, str], Spot] = field(default_factory=dict)
    columns: dict[tuple[str, str, str], Box] = field(default_factory=dict)
    totals: dict[tuple[str, str, str], Spot] = field(default_factory=dict)
    trends: dict[str, DrawnFrom] = field(default_factory=dict)
    """The months of a board's figure, by the figure's name."""
    bars: dict[str, str] = field(default_factory=dict)
    """The cell that draws them as small bars, as formulas call it."""

    def address(self, reference: Reference, sheet: str) -> str:
        """What a formula on a sheet calls it; raises ValueError where there is no such thing."""
        page = reference.page or sheet
        key = (page, reference.block, reference.field)
        found: Spot | Box | None
        if reference.part is Part.FIGURE:
            found = self.figures.get(key)
        elif reference.part is Part.TOTAL:
            found = self.totals.get(key)
        else:
            found = self.columns.get(key)
        if found is None:
            raise ValueError(f"{sheet}: there is no {reference.part} {reference.field} in {reference.block} on {page}")
        if reference.part is Part.ROW and isinstance(found, Box):
            found = Spot(found.top + reference.row - 1, found.left)
        return address(found, "" if page == sheet else page)


@dataclass(slots=True)
class Canvas:
    """One page being laid out."""

    page: PlacedPage
    places: Places
    gaps: frozenset[int] = frozenset()
    """Columns that only keep others apart."""
    spare: dict[int, list[Spot]] = field(default_factory=lambda: defaultdict(list))
    """Rows that are only needed while one of these cells holds something."""
    solid: set[int] = field(default_factory=set)
    """Rows that are always needed."""
    headings: list[int] = field(default_factory=list)
    """Rows that head a list."""
    bars: list[tuple[Spot, str]] = field(default_factory=list)
    """Cells that show the trend of a board's figure, known when all pages have their places."""

    def put(self, spot: Spot, content: Content) -> None:
        """Let a cell hold something; raises ValueError where something stands already."""
        self.reach(spot.row)
        row = self.page.grid[spot.row]
        if row[spot.column] is not None:
            raise ValueError(f"{self.page.name}: two things would stand in {address(spot)}")
        row[spot.column] = content

    def put_rows(self, top: int, columns: Sequence[int], rows: Iterable[Sequence[Content]]) -> int:
        """Many rows, each value in its column; returns the row after the last."""
        row = top
        for values in rows:
            for column, value in zip(columns, values, strict=True):
                self.put(Spot(row, column), value)
            row += 1
        return row

    def reach(self, row: int) -> None:
        """Let the page have this row."""
        while len(self.page.grid) <= row:
            self.page.grid.append([None] * len(self.page.widths))

    def dress(self, dress: Dress, box: Box) -> None:
        """Say what a stretch of cells is."""
        self.reach(box.bottom)
        self.page.dressed.append((dress, box))

    def merge(self, box: Box) -> None:
        """Make one cell of several; of one cell there is nothing to make."""
        if box.left != box.right or box.top != box.bottom:
            self.page.merged.append(box)

    def height(self, row: int, points: float) -> None:
        """A row is as high as the highest in it needs."""
        self.reach(row)
        self.page.heights[row] = max(points, self.page.heights.get(row, 0.0))

    def stays(self, top: int, bottom: int) -> None:
        """These rows are needed whatever the figures are."""
        self.solid.update(range(top, bottom + 1))

    def width(self, span: Span) -> float:
        """The width of some columns, in digits."""
        return sum(self.page.widths[span[0] : span[1] + 1])

    def holding(self, span: Span) -> int:
        """The one of these columns that a figure stands in: the last that is no gap."""
        return next((column for column in range(span[1], span[0] - 1, -1) if column not in self.gaps), span[1])

    def quiet_errors(self, box: Box) -> None:
        """A figure that cannot be worked out yet is shown, but quietly."""
        self.page.rules.append(Rule(Shade.QUIET_ERRORS, box))

    def section(self, title: Words, top: int, left: int, right: int) -> int:
        """A heading with a line as long as what stands under it; returns the next row. An empty title takes none."""
        if not title:
            return top
        self.put(Spot(top, left), title)
        self.dress(Dress(Role.SECTION), Box(top, left, top, right))
        self.height(top, SECTION_ROW)
        self.stays(top, top)
        return top + 1

    def air(self, row: int) -> int:
        """A little room under a line; returns the next row."""
        self.height(row, AIR_ROW)
        self.stays(row, row)
        return row + 1

    def words(self, words: Words, role: Role, top: int, span: Span, *, size: float = 10) -> int:
        """A text over some columns, as high as it needs; returns the next row."""
        box = Box(top, span[0], top, span[1])
        self.put(Spot(top, span[0]), words)
        self.dress(Dress(role, wraps=True), box)
        self.merge(box)
        length = words.stored if isinstance(words, Formula) else words
        lines = wrapped_lines(str(length or ""), self.width(span) - 1, size=size)
        self.height(top, ROW + LINE * (lines - 1))
        self.stays(top, top)
        return top + 1
