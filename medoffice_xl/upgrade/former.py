"""The former workbook as an upgrade sees it: what in it is the user's, and where our own things stood."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from medoffice_xl.book.book import Book
from medoffice_xl.book.layout import TablePart, read_layout
from medoffice_xl.book.package import Package
from medoffice_xl.book.places import Place, split_sheet
from medoffice_xl.book.shared_strings import shared_items
from medoffice_xl.book.sheet_part import Cell, cells, rows, split
from medoffice_xl.book.trees import main, read_tree
from medoffice_xl.upgrade.recorded import BEHIND_THE_SCENES, Recorded

_BUILT_IN = "_xlnm."
_WORKBOOK = "xl/workbook.xml"
_NAME = main("definedName")


@dataclass(frozen=True)
class Former:
    """A workbook of an earlier version, with the record of what that version's empty one held."""

    book: Book
    recorded: Recorded

    @property
    def package(self) -> Package:
        """The workbook's parts."""
        return self.book.package

    @cached_property
    def sheets(self) -> Mapping[str, str]:
        """Every sheet's part, by name."""
        return read_layout(self.package).sheets

    @cached_property
    def tables(self) -> Mapping[str, TablePart]:
        """Every table, by its name in Excel."""
        return read_layout(self.package).tables

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What the workbook's names point at, by name in lower case."""
        return read_layout(self.package).names

    @cached_property
    def shared(self) -> list[bytes]:
        """The shared texts."""
        return shared_items(self.package)

    @property
    def own_sheets(self) -> list[str]:
        """The user's sheets, in tab order."""
        return [name for name in self.sheets if name not in self.recorded.sheets | self.recorded.reports]

    @property
    def made_reports(self) -> list[str]:
        """Sheets that a button made: the next click makes them again."""
        return [name for name in self.sheets if name in self.recorded.reports - self.recorded.sheets]

    @property
    def own_names(self) -> list[str]:
        """The user's names, in lower case."""
        return [name for name in self.names if name not in self.recorded.names and not name.startswith(_BUILT_IN)]

    @property
    def table_of_sheet(self) -> Mapping[str, TablePart]:
        """Our data sheets, each with its table."""
        return {part.sheet: part for name, part in self.tables.items() if name in self.recorded.tables}

    @cached_property
    def inputs(self) -> Mapping[tuple[str, Place], str]:
        """Our named single cells, settings and a page's inputs, by where they stood."""
        spelled = {
            name.get("name").lower(): name.get("name") for name in read_tree(self.package, _WORKBOOK).iter(_NAME)
        }
        found = {}
        for name in self.recorded.names:
            sheet, address = split_sheet(self.names.get(name, ""))
            if sheet in self.recorded.sheets and sheet not in BEHIND_THE_SCENES and ":" not in address:
                found[sheet, Place.parse(address)] = spelled[name]
        return found

    def own_columns(self, table: TablePart) -> list[str]:
        """Headings of the user's columns of one of our tables."""
        ours = {heading.casefold() for heading in self.recorded.tables[table.name]}
        return [heading for heading in table.headers if heading.casefold() not in ours]

    def cells_of(self, sheet: str) -> list[Cell]:
        """Every cell of a sheet."""
        part = self.sheets[sheet]
        return [cell for _, row in rows(split(self.package.read(part), part).rows) for cell in cells(row)]

    def own_cells(self, sheet: str) -> list[Cell]:
        """The user's cells on one of our pages: filled, and empty in the workbook as it came."""
        came = self.recorded.filled.get(sheet, frozenset())
        table = self.table_of_sheet.get(sheet)
        return [
            cell
            for cell in self.cells_of(sheet)
            if cell.inner and str(cell.place) not in came and not (table and cell.place in table.area)
            and (sheet, cell.place) not in self.inputs
        ]  # fmt: skip
