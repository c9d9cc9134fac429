"""What the cells of a range hold: values and formulas, in and out, and taking them away."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from medoffice_xl.hosts.libreoffice.engine.addresses import SHEET_ROWS
from medoffice_xl.hosts.libreoffice.engine.cells import ErrorCell, moment, written
from medoffice_xl.hosts.libreoffice.engine.plain_errors import plain_errors
from medoffice_xl.hosts.libreoffice.values import error_text

if TYPE_CHECKING:
    from medoffice_xl.hosts.libreoffice.engine.ranges import Range
    from medoffice_xl.hosts.libreoffice.engine.sheets import Sheet

# Bits of com.sun.star.sheet.CellFlags
VALUES, DATES, TEXTS, NOTES, FORMULAS, DIRECT_FORMATS, STYLES, OBJECTS = 1, 2, 4, 8, 16, 32, 64, 128
CONTENTS = VALUES | DATES | TEXTS | FORMULAS
FORMATS = DIRECT_FORMATS | STYLES
EVERYTHING = CONTENTS | FORMATS | NOTES

# Bits of com.sun.star.util.NumberFormat
DATE_OR_TIME, TEXT_FORMAT, LOGICAL = 6, 256, 1024

ERRORS = 4  # com.sun.star.sheet.FormulaResult


@plain_errors
class Contents:
    """The contents of a range, mixed into it."""

    api: Any
    sheet: "Sheet"
    row: int
    column: int
    shape: tuple[int, int]

    def _part(self, row: int, column: int, rows: int, columns: int) -> "Range":
        """Cells of the range, counted from 0 within it."""
        return self.sheet.range((self.row + row, self.column + column, rows, columns))

    @property
    def raw_value(self) -> list[list[Any]]:
        """The cells' values: days as datetimes, TRUE as True, an error as what it shows."""
        if self.shape[0] == SHEET_ROWS or self.shape[1] == self.sheet.api.Columns.Count:
            return self._used_part().raw_value
        rows = [list(row) for row in self.api.getDataArray()]
        self._restore_kinds(rows)
        if any(None in row for row in rows):
            self._restore_errors(rows)
        return rows

    @raw_value.setter
    def raw_value(self, value: Any) -> None:
        rows = _as_rows(value, self.shape)
        target = self._part(0, 0, len(rows), len(rows[0]))
        parts = written(rows)
        target.api.setDataArray(tuple(parts.rows))
        target._show_as(parts.formats)
        for row, column, formula in parts.formulas:
            target._put_formula(row, column, formula)

    def _used_part(self) -> "Range":
        """A whole column or row as far as the sheet is used."""
        used = self.sheet.used_range
        rows = min(self.shape[0], max(1, used.row + used.shape[0] - self.row))
        columns = min(self.shape[1], max(1, used.column + used.shape[1] - self.column))
        return self._part(0, 0, rows, columns)

    def _restore_kinds(self, rows: list[list[Any]]) -> None:
        formats = self.sheet.book.document.NumberFormats
        for group in self.api.getUniqueCellFormatRanges():
            kind = formats.getByKey(group.getByIndex(0).NumberFormat).Type
            if not kind & (DATE_OR_TIME | LOGICAL):
                continue
            for place in group.getRangeAddresses():
                for row in rows[place.StartRow - self.row + 1 : place.EndRow - self.row + 2]:
                    for column in range(place.StartColumn - self.column + 1, place.EndColumn - self.column + 2):
                        if isinstance(row[column], float):
                            row[column] = moment(row[column]) if kind & DATE_OR_TIME else bool(row[column])

    def _restore_errors(self, rows: list[list[Any]]) -> None:
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                if value is None:
                    values[column] = ErrorCell(error_text(self.api.getCellByPosition(column, row).getError()))

    def _show_as(self, formats: dict[tuple[int, str], list[int]]) -> None:
        """Give days and truths a format that shows them so, except where the cells have one already."""
        for (column, wanted), rows in formats.items():
            first, last = min(rows), max(rows)
            cells = self.api.getCellRangeByPosition(column, first, column, last)
            known = self.sheet.book.document.NumberFormats.getByKey(cells.NumberFormat) if cells.NumberFormat else None
            if known is not None and known.Type & (DATE_OR_TIME | LOGICAL | TEXT_FORMAT):
                continue
            if len(rows) == last - first + 1:
                self._part(first, column, len(rows), 1).number_format = wanted
                continue
            for row in rows:
                self._part(row, column, 1, 1).number_format = wanted

    def _put_formula(self, row: int, column: int, formula: str) -> None:
        """A formula; in a cell that is formatted as text it stays text, as in Excel."""
        cell = self.api.getCellByPosition(column, row)
        formats = self.sheet.book.document.NumberFormats
        if formats.getByKey(cell.NumberFormat).Type & TEXT_FORMAT:
            cell.String = formula
            return
        cell.setTokens(self._tokens(formula, cell))

    def _tokens(self, formula: str, cell: Any) -> Any:
        return self.sheet.book.parser.parseFormula(formula.removeprefix("="), cell.CellAddress)

    @property
    def formula(self) -> Any:
        """The formulas, as Excel spells them; what is no formula as its text."""
        shown = tuple(
            tuple(self._formula(row, column) for column in range(self.shape[1])) for row in range(self.shape[0])
        )
        return shown[0][0] if self.shape == (1, 1) else shown

    @formula.setter
    def formula(self, formula: Any) -> None:
        if isinstance(formula, str):
            self._fill(formula)
            return
        self.raw_value = formula

    formula2 = formula

    def _formula(self, row: int, column: int) -> str:
        cell = self.api.getCellByPosition(column, row)
        tokens = cell.getTokens()
        if cell.Type.value == "FORMULA":
            return "=" + str(self.sheet.book.parser.printFormula(tokens, cell.CellAddress))
        value = cell.Value if cell.Type.value == "VALUE" else cell.String
        return f"{value:.15g}" if isinstance(value, float) else str(value)

    def _fill(self, formula: str) -> None:
        """The formula in the first cell, and, with its references moved along, in all others."""
        if not formula.startswith("="):
            self.raw_value = formula
            return
        tokens = self._tokens(formula, self.api.getCellByPosition(0, 0))
        for row in range(self.shape[0]):
            for column in range(self.shape[1]):
                self.api.getCellByPosition(column, row).setTokens(tokens)

    @property
    def formula_array(self) -> str | None:
        """The array formula that fills the range."""
        cell = self.api.getCellByPosition(0, 0)
        if not self.has_array:
            return None
        return "=" + str(self.sheet.book.parser.printFormula(cell.getTokens(), cell.CellAddress))

    @formula_array.setter
    def formula_array(self, formula: str) -> None:
        self.api.setArrayTokens(self._tokens(formula, self.api.getCellByPosition(0, 0)))

    @property
    def has_array(self) -> bool:
        """Whether the first cell is part of an array formula."""
        return str(self.api.getCellByPosition(0, 0).Formula).startswith("{=")

    def clear(self) -> None:
        """Empty the cells and take their format away."""
        self.api.clearContents(EVERYTHING)

    def clear_contents(self) -> None:
        """Empty the cells."""
        self.api.clearContents(CONTENTS)

    def clear_formats(self) -> None:
        """Take the cells' format away."""
        self.api.clearContents(FORMATS)


def _as_rows(value: Any, shape: tuple[int, int]) -> list[Sequence[Any]]:
    """A value as rows: one value fills the whole range."""
    if not isinstance(value, list | tuple):
        return [[value] * shape[1]] * shape[0]
    if value and not isinstance(value[0], list | tuple):
        return [value]
    return list(value)
