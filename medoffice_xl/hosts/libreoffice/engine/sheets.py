"""Sheets: their order, their cells, and what stands on them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from medoffice_xl.hosts.libreoffice.engine.addresses import SHEET_ROWS, read_place
from medoffice_xl.hosts.libreoffice.engine.charts import Charts
from medoffice_xl.hosts.libreoffice.engine.contents import CONTENTS, EVERYTHING, FORMATS
from medoffice_xl.hosts.libreoffice.engine.names import Names
from medoffice_xl.hosts.libreoffice.engine.page_setup import PageSetup
from medoffice_xl.hosts.libreoffice.engine.plain_errors import plain_errors
from medoffice_xl.hosts.libreoffice.engine.ranges import Range
from medoffice_xl.hosts.libreoffice.engine.tables import Tables

if TYPE_CHECKING:
    from medoffice_xl.hosts.libreoffice.engine.books import Book


@plain_errors
class Sheets:
    """The sheets of a workbook, in order."""

    def __init__(self, book: "Book") -> None:
        self._book = book

    @property
    def api(self) -> Any:
        """LibreOffice's sheets."""
        return self._book.document.Sheets

    @property
    def active(self) -> "Sheet":
        """The sheet in front."""
        return Sheet(self._book, self._book.document.CurrentController.ActiveSheet)

    def __call__(self, key: int | str) -> "Sheet":
        """The sheet of this place (from 1) or name."""
        if isinstance(key, int):
            if not 1 <= key <= len(self):
                raise KeyError(key)
            return Sheet(self._book, self.api.getByIndex(key - 1))
        for name in self.api.ElementNames:
            if name.casefold() == key.casefold():
                return Sheet(self._book, self.api.getByName(name))
        raise KeyError(key)

    def __contains__(self, key: object) -> bool:
        if isinstance(key, int):
            return 1 <= key <= len(self)
        return any(name.casefold() == str(key).casefold() for name in self.api.ElementNames)

    def __len__(self) -> int:
        return int(self.api.Count)

    def __iter__(self) -> Iterator["Sheet"]:
        return iter([Sheet(self._book, self.api.getByIndex(place)) for place in range(len(self))])

    def add(self, before: "Sheet | None" = None, after: "Sheet | None" = None, name: str | None = None) -> "Sheet":
        """A new sheet, in front."""
        free = (f"Sheet{number}" for number in range(len(self) + 1, SHEET_ROWS))
        name = name or next(each for each in free if not self.api.hasByName(each))
        self.api.insertNewByName(name, _position(before, after, len(self)))
        sheet = self(name)
        sheet.activate()
        return sheet


def _position(before: "Sheet | None", after: "Sheet | None", end: int) -> int:
    if before is not None:
        return before.index - 1
    return after.index if after is not None else end


@plain_errors
class Sheet:
    """One sheet."""

    def __init__(self, book: "Book", api: Any) -> None:
        self.book = book
        self.api = api

    @property
    def name(self) -> str:
        """What its tab says."""
        return str(self.api.Name)

    @name.setter
    def name(self, name: str) -> None:
        self.api.Name = name

    @property
    def index(self) -> int:
        """Its place, from 1."""
        return int(self.api.RangeAddress.Sheet) + 1

    @property
    def visible(self) -> bool:
        """Whether its tab shows."""
        return bool(self.api.IsVisible)

    @visible.setter
    def visible(self, shown: bool) -> None:
        self.api.IsVisible = bool(shown)

    @property
    def names(self) -> Names:
        """The names defined for this sheet alone."""
        return Names(self.book, self.api.NamedRanges)

    @property
    def tables(self) -> Tables:
        """The tables on it."""
        return Tables(self)

    @property
    def charts(self) -> Charts:
        """The charts on it."""
        return Charts(self)

    @property
    def page_setup(self) -> PageSetup:
        """How it prints."""
        return PageSetup(self)

    @property
    def show_gridlines(self) -> bool:
        """Whether the lines between cells show. LibreOffice keeps it with the window, for the sheet in front."""
        return bool(self._in_front().ShowGrid)

    @show_gridlines.setter
    def show_gridlines(self, shown: bool) -> None:
        self._in_front().ShowGrid = bool(shown)

    def _in_front(self) -> Any:
        controller = self.book.document.CurrentController
        controller.setActiveSheet(self.api)
        return controller

    def range(self, first: Any, last: Any = None) -> Range:
        """The range of an address, a name or a (row, column, with its size or not); or from one of these to another."""
        start = self._place(first)
        if last is None:
            return start
        end = self._place(last)
        return start.through(end)

    def _place(self, place: Any) -> Range:
        if isinstance(place, Range):
            return place
        if isinstance(place, tuple):
            row, column, *size = place
            return Range(self, row, column, *(size or (1, 1)))
        sheet_name, corners = read_place(place, int(self.api.Columns.Count))
        sheet = self.book.sheets(sheet_name) if sheet_name else self
        if corners is None:
            names = self.names if self.names.contains(place) else self.book.names
            found = names(place).refers_to_range
        else:
            found = Range(sheet, *corners)
        found.arg1_input = place
        return found

    @property
    def cells(self) -> Range:
        """All its cells."""
        return Range(self, 1, 1, SHEET_ROWS, int(self.api.Columns.Count))

    @property
    def used_range(self) -> Range:
        """From the first cell to the last one with anything in it."""
        cursor = self.api.createCursor()
        cursor.gotoStartOfUsedArea(False)
        cursor.gotoEndOfUsedArea(True)
        return Range.at(self, cursor.RangeAddress)

    def activate(self) -> None:
        """Bring it to the front."""
        self.book.document.CurrentController.setActiveSheet(self.api)

    select = activate

    def clear(self) -> None:
        """Empty every cell and take its format away."""
        self.api.clearContents(EVERYTHING)
        self.cells.unmerge()

    def clear_contents(self) -> None:
        """Empty every cell."""
        self.api.clearContents(CONTENTS)

    def clear_formats(self) -> None:
        """Take every cell's format away."""
        self.api.clearContents(FORMATS)

    def autofit(self, axis: str | None = None) -> None:
        """Make columns or rows as wide or high as what is in them; both when no axis is given."""
        self.used_range.autofit(axis)

    def copy(self, before: "Sheet | None", after: "Sheet | None") -> None:
        """Copy it within its workbook."""
        sheets = self.book.sheets
        copies = (f"{self.name} ({number})" for number in range(2, SHEET_ROWS))
        name = next(each for each in copies if each not in sheets)
        sheets.api.copyByName(self.name, name, _position(before, after, len(sheets)))

    def delete(self) -> None:
        """Take it out of the workbook."""
        self.book.document.Sheets.removeByName(self.name)
