"""The hidden sheet where lists spill; the visible sheets show its cells.

A spilled list lives where nobody can type into its way. And LibreOffice without our functions keeps the stored values
of plain cells that point here, while it recalculates, and loses, a spilled list itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell

from medoffice_xl.build.sheets.page import NOT_YET, Page

SHEET = "Workings"


TOP = 1
"""The row where every list has its headings."""


@dataclass(frozen=True, slots=True)
class Spill:
    """A list that spills: its formula and how many columns it has. It may have any number of rows."""

    title: str
    formula: str
    columns: int


class Workings:
    """The lists and their places, one beside another, gathered while the visible sheets are written."""

    def __init__(self) -> None:
        self._placed: list[Placed] = []

    def put(self, spill: Spill) -> "Placed":
        """Give a list its place."""
        last = self._placed[-1] if self._placed else None
        self._placed.append(Placed(spill, last.left + last.spill.columns + 1 if last else 0))
        return self._placed[-1]

    def write(self, page: Page) -> None:
        """Write every list's title and formula on the hidden sheet."""
        page.sheet.hide()
        for placed in self._placed:
            page.sheet.write_string(TOP - 1, placed.left, placed.spill.title, page.look(bold=True))
            cell = xl_rowcol_to_cell(TOP, placed.left)
            page.sheet.write_dynamic_array_formula(f"{cell}:{cell}", placed.spill.formula, page.look(), NOT_YET)


@dataclass(frozen=True, slots=True)
class Placed:
    """A list in its place; `left` is its first column."""

    spill: Spill
    left: int

    def show(self, page: Page, row: int, column: int, rows: int, styles: Sequence[Format]) -> None:
        """Show the list's first rows, without headings, on a sheet from a cell on, each column in its style.

        Cells beyond the end of the list are empty.
        """
        for index, style in enumerate(styles):
            self.show_column(page, row, column + index, rows, index, style)

    def show_column(self, page: Page, row: int, column: int, rows: int, source: int, style: Format) -> None:
        """Show the first rows of one column of the list."""
        for offset in range(rows):
            cell = f"{SHEET}!{xl_rowcol_to_cell(TOP + 1 + offset, self.left + source)}"
            page.native(row + offset, column, f'=IF({cell}="","",{cell})', style)
