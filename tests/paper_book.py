"""A workbook on paper: what reports and buttons ask of xlwings' object model, held in dictionaries.

Nothing calculates. It records what was written where and in which order, and can be told to fail.
"""

import re
from collections.abc import Iterator, Sequence
from types import SimpleNamespace
from typing import Any

from medoffice_xl.tables import Table, cells_from_frame

A1 = re.compile(r"\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?")


def letters(column: int) -> str:
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def number(text: str) -> int:
    result = 0
    for letter in text:
        result = result * 26 + ord(letter) - 64
    return result


class PaperRange:
    """A block of a paper sheet; rows and columns count from 1."""

    def __init__(self, sheet: "PaperSheet", row: int, column: int, height: int = 1, width: int = 1) -> None:
        self.__dict__.update(sheet=sheet, row=row, column=column, height=height, width=width)
        self.__dict__.update(font=SimpleNamespace(name=None, size=None, bold=None, color=None))

    def places(self) -> list[tuple[int, int]]:
        return [(self.row + down, self.column + right) for down in range(self.height) for right in range(self.width)]

    @property
    def address(self) -> str:
        first = f"${letters(self.column)}${self.row}"
        if self.height == self.width == 1:
            return first
        return f"{first}:${letters(self.column + self.width - 1)}${self.row + self.height - 1}"

    @property
    def shape(self) -> tuple[int, int]:
        return self.height, self.width

    def rows_of(self, held: dict[tuple[int, int], Any], empty: Any = None) -> list[list[Any]]:
        return [
            [held.get((self.row + down, self.column + right), empty) for right in range(self.width)]
            for down in range(self.height)
        ]

    def options(self, **asked: Any) -> Any:
        if asked.get("ndim") == 2:
            return SimpleNamespace(value=self.rows_of(self.sheet.cells))
        return self

    def resize(self, height: int | None = None, width: int | None = None) -> "PaperRange":
        return PaperRange(self.sheet, self.row, self.column, height or self.height, width or self.width)

    def clear_contents(self) -> None:
        for place in self.places():
            self.sheet.cells.pop(place, None)

    def delete(self, shift: str) -> None:
        """Take the cells out; those below move up. Tables shrink by what was theirs."""
        assert shift == "up"
        columns = range(self.column, self.column + self.width)
        moved = {
            (row - self.height if column in columns and row >= self.row else row, column): value
            for (row, column), value in self.sheet.cells.items()
            if not (column in columns and self.row <= row < self.row + self.height)
        }
        self.sheet.cells = moved
        for table in self.sheet.tables:
            if table.range.row < self.row < table.range.row + table.range.height:
                table.range = table.range.resize(table.range.height - self.height)

    def __getitem__(self, key: tuple[Any, Any]) -> "PaperRange":
        down, right = key
        top, height = (0, self.height) if isinstance(down, slice) else (down, 1)
        left, width = (0, self.width) if isinstance(right, slice) else (right, 1)
        return PaperRange(self.sheet, self.row + top, self.column + left, height, width)

    def __getattr__(self, name: str) -> Any:
        if name == "value":
            rows = self.rows_of(self.sheet.cells)
            return rows[0][0] if self.height == self.width == 1 else rows
        if name == "formula":
            shown = {place: "" if value is None else str(value) for place, value in self.sheet.cells.items()}
            rows = self.rows_of(shown | self.sheet.formulas, "")
            return rows[0][0] if self.height == self.width == 1 else rows
        if name == "number_format":
            return self.sheet.formats.get((self.row, self.column), "General")
        raise AttributeError(name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "value":
            self.sheet.write(self, value)
        elif name == "number_format":
            self.sheet.formats.update(dict.fromkeys(self.places(), value))
        elif name == "formula2":
            self.sheet.formulas[self.row, self.column] = value
        self.sheet.done.append((name, self.address))


class PaperTable:
    """An Excel table on a paper sheet."""

    def __init__(self, sheet: "PaperSheet", name: str, place: PaperRange) -> None:
        self.sheet, self.name, self.range = sheet, name, place

    @property
    def header_row_range(self) -> PaperRange:
        return self.range.resize(1)

    @property
    def data_body_range(self) -> PaperRange:
        return PaperRange(self.sheet, self.range.row + 1, self.range.column, self.range.height - 1, self.range.width)

    def resize(self, place: PaperRange) -> None:
        self.range = place


class PaperSheet:
    """A sheet: values, formulas and number formats by (row, column), and all that was done, in order."""

    def __init__(self, book: "PaperBook", name: str) -> None:
        self.book, self.name, self.tables = book, name, []
        self.cells: dict[tuple[int, int], Any] = {}
        self.formulas: dict[tuple[int, int], str] = {}
        self.formats: dict[tuple[int, int], str] = {}
        self.done: list[tuple[str, str]] = []
        self.page_setup = SimpleNamespace(print_area=None)
        self.fails_at = ""
        self.show_gridlines = True

    def range(self, first: Any, last: Any = None) -> PaperRange:
        if isinstance(first, str):
            found = A1.fullmatch(first)
            assert found, first
            row, column = int(found[2]), number(found[1])
            height = int(found[4]) - row + 1 if found[4] else 1
            return PaperRange(self, row, column, height, number(found[3]) - column + 1 if found[3] else 1)
        (row, column), (bottom, right) = first, last or first
        return PaperRange(self, row, column, bottom - row + 1, right - column + 1)

    @property
    def used_range(self) -> PaperRange:
        bottom = max((row for row, _ in self.cells), default=1)
        right = max((column for _, column in self.cells), default=1)
        return PaperRange(self, 1, 1, bottom, right)

    def write(self, place: PaperRange, value: Any) -> None:
        if self.fails_at == "value":
            raise RuntimeError("the host went away")
        rows = value if isinstance(value, list) else [[value]]
        rows = rows if isinstance(rows[0], list) else [rows]
        for down, row in enumerate(rows):
            for right, cell in enumerate(row):
                self.cells[place.row + down, place.column + right] = cell

    def clear(self) -> None:
        self.cells.clear()
        self.formats.clear()

    def activate(self) -> None:
        self.book.sheets.active = self

    def delete(self) -> None:
        self.book.sheets.held.remove(self)

    def copy(self, after: "PaperSheet", name: str) -> "PaperSheet":
        twin = PaperSheet(self.book, name)
        twin.cells, twin.formats = dict(self.cells), dict(self.formats)
        self.book.sheets.held.insert(self.book.sheets.held.index(after) + 1, twin)
        return twin


class PaperSheets:
    """The sheets of a paper workbook."""

    def __init__(self, book: "PaperBook") -> None:
        self.book = book
        self.held: list[PaperSheet] = []
        self.active: Any = None

    def add(self, name: str, after: Any = None) -> PaperSheet:
        sheet = PaperSheet(self.book, name)
        sheet.fails_at = self.book.new_sheets_fail_at
        self.held.insert(self.held.index(after) + 1 if after else len(self.held), sheet)
        self.active = sheet
        return sheet

    def __iter__(self) -> Iterator[PaperSheet]:
        return iter(list(self.held))

    def __len__(self) -> int:
        return len(self.held)

    def __getitem__(self, key: int | str) -> PaperSheet:
        if isinstance(key, int):
            return self.held[key]
        return next(sheet for sheet in self.held if sheet.name.casefold() == key.casefold())


class PaperApp:
    """The application: what was shown to the user."""

    def __init__(self) -> None:
        self.status: list[Any] = []
        self.told: list[str] = []
        self.answer = "yes"
        self.selection: Any = None
        self.impl = SimpleNamespace()
        self.calculated = 0
        self.calculation = "automatic"

    @property
    def status_bar(self) -> Any:
        return self.status[-1] if self.status else False

    @status_bar.setter
    def status_bar(self, words: Any) -> None:
        self.status.append(words)

    def alert(self, words: str, title: str = "", buttons: str = "ok", mode: str = "") -> str:
        self.told.append(words)
        return self.answer if buttons == "yes_no" else "ok"

    def calculate(self) -> None:
        self.calculated += 1


class PaperBook:
    """A paper workbook with the named sheets."""

    def __init__(self, *names: str) -> None:
        self.name, self.fullname = "PracticeManager.xlsm", "/practice/PracticeManager.xlsm"
        self.app = PaperApp()
        self.new_sheets_fail_at = ""
        self.called: list[tuple[Any, ...]] = []
        self.names: dict[str, Any] = {}
        self.sheets = PaperSheets(self)
        for name in names or ("Dashboard",):
            self.sheets.add(name)
        self.sheets.active = self.sheets[0]

    def put_table(self, table: Table, frame: Any, top: int = 4) -> PaperTable:
        """Put a table with its headings on the sheet that is its own."""
        sheet = self.sheets.add(table.sheet)
        rows = [table.headers, *(cells_from_frame(table, frame) or [[None] * len(table.headers)])]
        place = PaperRange(sheet, top, 1, len(rows), len(table.headers))
        sheet.write(place, rows)
        placed = PaperTable(sheet, table.excel_name, place)
        sheet.tables.append(placed)
        return placed

    def put_name(self, name: str, value: Any, formula: str = "") -> PaperRange:
        """A named cell on a sheet of its own."""
        sheet = self.sheets.add(f"Cell of {name}")
        sheet.cells[1, 1] = value
        if formula:
            sheet.formulas[1, 1] = formula
        place = PaperRange(sheet, 1, 1)
        self.names[name] = SimpleNamespace(refers_to_range=place)
        return place

    def macro(self, name: str) -> Any:
        """A procedure of the workbook's VBA; what it was called with is kept."""
        return lambda *given: self.called.append((name, *given))

    def texts(self, sheet: str) -> Sequence[str]:
        """Every text of a sheet, in reading order."""
        cells = self.sheets[sheet].cells
        return [value for _, value in sorted(cells.items()) if isinstance(value, str)]
