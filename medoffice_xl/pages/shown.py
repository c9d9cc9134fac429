"""What the pages of a workbook show, by page, block and field: for whoever tells it elsewhere than on a sheet."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from medoffice_xl.book.values import STORED_ERRORS, CellError
from medoffice_xl.pages.blocks import Block, Board, Cards, Figure, Figures, Listing
from medoffice_xl.pages.engine import PlacedBook
from medoffice_xl.pages.page import Page
from medoffice_xl.pages.placed import Spot
from medoffice_xl.pages.put.figures import number_format

Shown = str | float | int | date | None
"""What a cell shows: dollars for money. None where it shows nothing, or an error."""

CellOf = Callable[[str, Spot], object]
"""The value of a cell by its sheet and place, as a host has it."""

Row = Mapping[str, Shown]


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A figure with its value and what is said of it."""

    declared: Figure
    value: Shown
    remark: str

    @property
    def number_format(self) -> str:
        """How it is written."""
        return number_format(self.declared)


class ShownPages:
    """The pages of one workbook as it stands. Raises ValueError for a page, block or field that is not declared."""

    def __init__(self, pages: Sequence[Page], placed: PlacedBook, cell: CellOf) -> None:
        self._pages = {page.name: page for page in pages}
        self._places = placed.places
        self._cell = cell

    def has(self, page: str) -> bool:
        """Whether there is such a page."""
        return page in self._pages

    def block(self, page: str, block: str) -> Block:
        """A block as it is declared."""
        if page not in self._pages:
            raise ValueError(f"there is no page {page}")
        return self._pages[page].block(block)

    def listing(self, page: str, block: str) -> Listing:
        """A list as it is declared."""
        found = self.block(page, block)
        if not isinstance(found, Listing):
            raise ValueError(f"{block} of {page} is no list")
        return found

    def figures(self, page: str, block: str) -> list[ShownFigure]:
        """The figures of a block, each with its value."""
        found = self.block(page, block)
        if not isinstance(found, Board | Cards | Figures):
            raise ValueError(f"{block} of {page} holds no figures")
        return [self._figure(page, block, each) for each in found.figures]

    def figure(self, page: str, block: str, label: str) -> Shown:
        """The value of one figure."""
        for each in self.figures(page, block):
            if each.declared.label == label:
                return each.value
        raise ValueError(f"{block} of {page} has no figure {label}")

    def trend(self, label: str) -> list[Shown]:
        """The months of a board's figure, the oldest first; None where one is not known."""
        drawn = self._places.trends[label]
        return [self._shown(drawn.sheet, Spot(drawn.box.top, at)) for at in range(drawn.box.left, drawn.box.right + 1)]

    def words(self, page: str, block: str, label: str, column: str) -> str:
        """What a board says of a figure in one of its columns of words; empty where it says nothing."""
        return str(self._shown(page, self._places.words[page, block, label, column]) or "")

    def rows(self, page: str, block: str) -> list[Row]:
        """The rows of a list that hold something, without its total."""
        listing = self.listing(page, block)
        if not listing.rows:
            return []
        boxes = {each.name: self._places.columns[page, block, each.name] for each in listing.fields}
        first = listing.fields[0].name
        found: list[Row] = []
        for at in range(listing.rows):
            row = {name: self._shown(page, Spot(box.top + at, box.left)) for name, box in boxes.items()}
            if row[first] is not None:
                found.append(row)
        return found

    def total(self, page: str, block: str) -> Row | None:
        """The total of a list; None where it has none, or nothing to add up."""
        listing = self.listing(page, block)
        if not listing.rows or not listing.shows_total:
            return None
        spots = {each.name: self._places.totals[page, block, each.name] for each in listing.fields}
        total = {name: self._shown(page, spot) for name, spot in spots.items()}
        return total if any(value is not None for value in total.values()) else None

    def heading(self, page: str, block: str, name: str) -> str:
        """What stands over a column."""
        field = next(each for each in self.listing(page, block).fields if each.name == name)
        if not field.as_spilled:
            return field.shown_heading
        return str(self._shown(page, self._places.headings[page, block, name]) or "")

    def _figure(self, page: str, block: str, figure: Figure) -> ShownFigure:
        spot = self._places.figures[page, block, figure.label]
        said = self._places.remarks.get((page, block, figure.label))
        return ShownFigure(
            figure, self._shown(page, spot), str((self._shown(page, said) if said is not None else None) or "")
        )

    def _shown(self, sheet: str, spot: Spot) -> Shown:
        value = self._cell(sheet, spot)
        if value is None or isinstance(value, CellError):
            return None
        if isinstance(value, str) and (not value.strip() or value in STORED_ERRORS):
            return None
        if isinstance(value, datetime):
            return value.date()
        return value if isinstance(value, str | float | int | date) else None


def as_number(value: Shown) -> float | None:
    """The figure that stands there; None where words stand there, or nothing."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
