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


@dataclass(frozen=True, slots=True)
class Spill:
    """A list that spills: its formula, and the room kept for it (heading row included)."""

    title: str
    formula: str
    rows: int
    columns: int


class Workings:
    """The lists and their places, one under another, gathered while the visible sheets are written."""

    def __init__(self) -> None:
        self._placed: list[Placed] = []

    def put(self, spill: Spill) -> "Placed":
        """Give a list its place."""
        last = self._placed[-1] if self._placed else None
        self._placed.append(Placed(spill, last.top + last.spill.rows + 2 if last else 1))
        return self._placed[-1]

    def write(self, page: Page) -> None:
        """Write every list's title and formula on the hidden sheet."""
        page.sheet.hide()
        page.sheet.set_column(0, 14, 16)
        for placed in self._placed:
            page.sheet.write_string(placed.top - 1, 0, placed.spill.title, page.look(bold=True))
            cell = xl_rowcol_to_cell(placed.top, 0)
            page.sheet.write_dynamic_array_formula(f"{cell}:{cell}", placed.spill.formula, page.look(), NOT_YET)


@dataclass(frozen=True, slots=True)
class Placed:
    """A list in its place; `top` is the row of its headings."""

    spill: Spill
    top: int

    def show(self, page: Page, row: int, column: int, styles: Sequence[Format]) -> None:
        """Show the list's rows, without headings, on a sheet from a cell on, each column in its style.

        Cells beyond the end of the list are empty.
        """
        for offset in range(self.spill.rows - 1):
            for index, style in enumerate(styles):
                cell = f"{SHEET}!{xl_rowcol_to_cell(self.top + 1 + offset, index)}"
                page.native(row + offset, column + index, f'=IF({cell}="","",{cell})', style)
