"""Tables of a sheet: LibreOffice's database ranges."""

import time
from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING, Any

from medoffice_xl.hosts.libreoffice.engine.plain_errors import plain_errors
from medoffice_xl.hosts.libreoffice.engine.ranges import Range

if TYPE_CHECKING:
    import xlwings

    from medoffice_xl.hosts.libreoffice.engine.sheets import Sheet


SECONDS = 1.0


@plain_errors
class TablePlaces:
    """Which sheet each table of a workbook is on.

    LibreOffice keeps one list for all sheets, and asking it for each table's place takes a millisecond: looking for one
    table on one sheet after the other would take seconds. What was found holds for a second, in which no user moves a
    table, and only while sheets and tables are the same.
    """

    def __init__(self, document: Any) -> None:
        self._document = document
        self._found: list[tuple[Any, int]] = []
        self._known: tuple[Any, ...] = ()
        self._until = 0.0

    def all(self) -> list[tuple[Any, int]]:
        """Every table with the place of its sheet, from 0."""
        ranges = self._document.DatabaseRanges
        known = (self._document.Sheets.ElementNames, ranges.ElementNames)
        if known != self._known or time.monotonic() > self._until:
            tables = [ranges.getByName(name) for name in ranges.ElementNames]
            self._found = [(table, table.DataArea.Sheet) for table in tables]
            self._known, self._until = known, time.monotonic() + SECONDS
        return self._found


@plain_errors
class Tables:
    """The tables on one sheet."""

    def __init__(self, parent: "Sheet") -> None:
        self.parent = parent

    @property
    def api(self) -> Any:
        """LibreOffice's database ranges, of all sheets."""
        return self.parent.book.document.DatabaseRanges

    def _tables(self) -> "list[Table]":
        place = self.parent.index - 1
        return [Table(self.parent, api) for api, sheet in self.parent.book.table_places.all() if sheet == place]

    def __call__(self, key: int | str) -> "Table":
        """The table of this place (from 1) or name."""
        tables = self._tables()
        if isinstance(key, int):
            return tables[key - 1]
        for table in tables:
            if table.name.casefold() == key.casefold():
                return table
        raise KeyError(key)

    def __contains__(self, key: object) -> bool:
        tables = self._tables()
        if isinstance(key, int):
            return 1 <= key <= len(tables)
        return any(table.name.casefold() == str(key).casefold() for table in tables)

    def __len__(self) -> int:
        return len(self._tables())

    def __iter__(self) -> Iterator["Table"]:
        return iter(self._tables())

    def add(
        self,
        source_type: str | None = None,
        source: Any = None,
        link_source: bool | None = None,
        has_headers: bool | str | None = None,
        destination: Any = None,
        table_style_name: str | None = None,
        name: str | None = None,
        **_: Any,
    ) -> "Table":
        """Make a table of a range with its headings."""
        cells: Range = getattr(source, "impl", source)
        name = name or next(each for each in (f"Table{n}" for n in count(1)) if not self.api.hasByName(each))
        self.api.addNewByName(name, cells.api.RangeAddress)
        made = self.api.getByName(name)
        made.AutoFilter = made.ContainsHeader = True
        return Table(self.parent, made)


@plain_errors
class Table:
    """One table. LibreOffice draws no table styles and writes none to a file; its name is kept here only."""

    show_headers = True

    def __init__(self, parent: "Sheet", api: Any) -> None:
        self.parent = parent
        self.api = api
        self.table_style = ""

    @property
    def name(self) -> str:
        """Its name, as formulas use it."""
        return str(self.api.Name)

    @name.setter
    def name(self, name: str) -> None:
        self.api.setName(name)

    display_name = name

    @property
    def range(self) -> Range:
        """Headings and rows."""
        return Range.at(self.parent, self.api.DataArea)

    @property
    def header_row_range(self) -> Range:
        """The headings."""
        whole = self.range
        return Range(self.parent, whole.row, whole.column, 1, whole.shape[1])

    @property
    def totals_row_range(self) -> Range | None:
        """The totals under the rows; None when there are none."""
        whole = self.range
        if not self.show_totals:
            return None
        return Range(self.parent, whole.row + whole.shape[0] - 1, whole.column, 1, whole.shape[1])

    @property
    def data_body_range(self) -> Range | None:
        """The rows; None when there are none."""
        whole = self.range
        rows = whole.shape[0] - 1 - self.show_totals
        return Range(self.parent, whole.row + 1, whole.column, rows, whole.shape[1]) if rows > 0 else None

    @property
    def show_totals(self) -> bool:
        """Whether the last row holds totals."""
        return bool(self.api.TotalsRow)

    @property
    def show_autofilter(self) -> bool:
        """Whether its headings have filter buttons."""
        return bool(self.api.AutoFilter)

    @show_autofilter.setter
    def show_autofilter(self, shown: bool) -> None:
        self.api.AutoFilter = bool(shown)

    def resize(self, cells: "xlwings.Range | Range") -> None:
        """Make it cover another range."""
        target: Range = getattr(cells, "impl", cells)
        self.api.setDataArea(target.api.RangeAddress)
