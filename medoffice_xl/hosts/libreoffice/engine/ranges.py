"""A rectangle of cells: where it is, what it holds."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import xlwings
from xlwings import XlwingsError, expansion

from medoffice_xl.hosts.libreoffice.bridge import enum, load_uno, properties, url
from medoffice_xl.hosts.libreoffice.engine.addresses import SHEET_ROWS, Corners, address
from medoffice_xl.hosts.libreoffice.engine.contents import Contents
from medoffice_xl.hosts.libreoffice.engine.looks import Borders, Font, Looks
from medoffice_xl.hosts.libreoffice.engine.plain_errors import plain_errors

if TYPE_CHECKING:
    from medoffice_xl.hosts.libreoffice.engine.names import Name
    from medoffice_xl.hosts.libreoffice.engine.sheets import Sheet
    from medoffice_xl.hosts.libreoffice.engine.tables import Table

_STEPS = {"down": (1, 0), "up": (-1, 0), "right": (0, 1), "left": (0, -1)}


@plain_errors
class Range(Contents, Looks):
    """A rectangle of cells. Rows and columns count from 1."""

    max_cells_per_read = max_cells_per_write = None

    def __init__(self, sheet: "Sheet", row: int, column: int, rows: int, columns: int) -> None:
        self.sheet = sheet
        self.row = row
        self.column = column
        self.shape = (rows, columns)
        self.options: dict[str, Any] = {}
        self.arg1_input = ""
        self._api: Any = None

    @classmethod
    def at(cls, sheet: "Sheet", place: Any) -> "Range":
        """The range at one of LibreOffice's addresses."""
        rows, columns = place.EndRow - place.StartRow + 1, place.EndColumn - place.StartColumn + 1
        return cls(sheet, place.StartRow + 1, place.StartColumn + 1, rows, columns)

    @property
    def api(self) -> Any:
        """LibreOffice's range."""
        if self._api is None:
            left, top = self.column - 1, self.row - 1
            self._api = self.sheet.api.getCellRangeByPosition(
                left, top, left + self.shape[1] - 1, top + self.shape[0] - 1
            )
        return self._api

    @property
    def coords(self) -> tuple[Any, ...]:
        """What makes two ranges the same."""
        return (self.sheet.name, self.row, self.column, *self.shape)

    @property
    def corners(self) -> Corners:
        """First row and column, number of rows and columns."""
        return (self.row, self.column, *self.shape)

    def __len__(self) -> int:
        return self.shape[0] * self.shape[1]

    def __call__(self, row: int, column: int | None = None) -> "Range":
        """The cell at a row and column within it, from 1; with one number, counted along the rows."""
        if column is None:
            row, column = (row - 1) // self.shape[1] + 1, (row - 1) % self.shape[1] + 1
        return Range(self.sheet, self.row + row - 1, self.column + column - 1, 1, 1)

    def through(self, other: "Range") -> "Range":
        """The smallest range that holds both."""
        row, column = min(self.row, other.row), min(self.column, other.column)
        bottom = max(self.row + self.shape[0], other.row + other.shape[0])
        right = max(self.column + self.shape[1], other.column + other.shape[1])
        return Range(self.sheet, row, column, bottom - row, right - column)

    @property
    def rows(self) -> "list[Range]":
        """Its rows."""
        return [Range(self.sheet, self.row + step, self.column, 1, self.shape[1]) for step in range(self.shape[0])]

    @property
    def columns(self) -> "list[Range]":
        """Its columns."""
        return [Range(self.sheet, self.row, self.column + step, self.shape[0], 1) for step in range(self.shape[1])]

    def get_address(self, row_absolute: bool = True, column_absolute: bool = True, external: bool = False) -> str:
        """Its place, such as $B$2:$C$5."""
        place = address(self.corners, row_absolute, column_absolute)
        return f"'[{self.sheet.book.name}]{self.sheet.name}'!{place}" if external else place

    @property
    def address(self) -> str:
        """Its place, such as $B$2:$C$5."""
        return self.get_address()

    # What is around them

    def end(self, direction: str) -> "Range":
        """Where Ctrl and an arrow key would go from the first cell."""
        down, right = _STEPS[direction]
        used = self.sheet.used_range
        if down:
            bottom = max(used.row + used.shape[0], self.row)
            line = [row[0] for row in Range(self.sheet, 1, self.column, bottom, 1).api.getDataArray()]
            place = _jump(line, self.row - 1, down, SHEET_ROWS)
            return Range(self.sheet, place + 1, self.column, 1, 1)
        last = min(max(used.column + used.shape[1], self.column), self.sheet.api.Columns.Count)
        line = list(Range(self.sheet, self.row, 1, 1, last).api.getDataArray()[0])
        place = _jump(line, self.column - 1, right, self.sheet.api.Columns.Count)
        return Range(self.sheet, self.row, place + 1, 1, 1)

    def expand(self, mode: str = "table") -> "Range":
        """The range with what follows it down, right or both."""
        expanded = expansion.expanders[mode].expand(xlwings.Range(impl=self))
        return expanded.impl  # type: ignore[no-any-return]

    @property
    def current_region(self) -> "Range":
        """The cells around it up to empty rows and columns."""
        cursor = self.sheet.api.createCursorByRange(self.api)
        cursor.collapseToCurrentRegion()
        return Range.at(self.sheet, cursor.RangeAddress)

    @property
    def name(self) -> "Name | None":
        """The name defined for exactly this range."""
        name: Name
        for name in self.sheet.book.names:
            try:
                found = name.refers_to_range
            except XlwingsError:
                continue
            if found.coords == self.coords:
                return name
        return None

    @name.setter
    def name(self, name: str) -> None:
        sheet = self.sheet.name.replace("'", "''")
        self.sheet.book.names.add(name, f"='{sheet}'!{self.address}")

    @property
    def table(self) -> "Table | None":
        """The table that the first cell is in."""
        table: Table
        for table in self.sheet.tables:
            place = table.range
            if 0 <= self.row - place.row < place.shape[0] and 0 <= self.column - place.column < place.shape[1]:
                return table
        return None

    # What is done to them

    def insert(self, shift: str | None = None, copy_origin: str | None = None) -> None:
        """New cells in its place; what was there moves down or right."""
        mode = enum("com.sun.star.sheet.CellInsertMode", "RIGHT" if shift == "right" else "DOWN")
        self.sheet.api.insertCells(self.api.RangeAddress, mode)

    def delete(self, shift: str | None = None) -> None:
        """Take the cells out; what follows moves up or left."""
        mode = enum("com.sun.star.sheet.CellDeleteMode", "LEFT" if shift == "left" else "UP")
        self.sheet.api.removeRange(self.api.RangeAddress, mode)

    def copy(self, destination: "xlwings.Range") -> None:
        """Copy the cells, with their formats, to where `destination` begins."""
        target = destination.impl.api.getCellByPosition(0, 0).CellAddress
        self.sheet.api.copyRange(target, self.api.RangeAddress)

    def merge(self, across: bool = False) -> None:
        """Make one cell of it, or of each of its rows."""
        for part in self.rows if across else [self]:
            part.api.merge(True)

    def unmerge(self) -> None:
        """Make merged cells single again."""
        self.api.merge(False)

    @property
    def merge_cells(self) -> bool:
        """Whether it is merged."""
        return bool(self.api.IsMerged)

    def autofit(self, axis: str | None = None) -> None:
        """Make columns or rows as wide or high as what is in them; both when no axis is given."""
        if axis in (None, "columns", "c"):
            self.api.Columns.OptimalWidth = True
        if axis in (None, "rows", "r"):
            self.api.Rows.OptimalHeight = True

    def select(self) -> None:
        """Select it; its sheet comes to the front."""
        self.sheet.activate()
        self.sheet.book.document.CurrentController.select(self.api)

    def to_pdf(self, path: str, quality: str | None = None) -> None:
        """Print it to a PDF file."""
        chosen = properties(Selection=self.api)
        self.sheet.book.document.storeToURL(
            url(path), properties(FilterName="calc_pdf_Export", FilterData=_any_properties(chosen))
        )

    @property
    def font(self) -> Font:
        """How its text looks."""
        return Font(self.api)

    @property
    def borders(self) -> Borders:
        """The lines around and between its cells."""
        return Borders(self.api)


def _any_properties(values: tuple[Any, ...]) -> Any:
    return load_uno().Any("[]com.sun.star.beans.PropertyValue", values)


def _jump(line: Sequence[Any], start: int, step: int, end: int) -> int:
    """From `start` over filled cells to the last of them, or over empty ones to the first filled."""

    def filled(place: int) -> bool:
        return 0 <= place < len(line) and line[place] != ""

    place = start
    if filled(place) and filled(place + step):
        while filled(place + step):
            place += step
        return place
    place += step
    while 0 <= place < len(line) and not filled(place):
        place += step
    return 0 if place < 0 else end - 1 if place >= len(line) else place
