"""The workbook: tables and settings in and out; every other byte as it was."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
from python_calamine import CalamineError, CalamineSheet

from medoffice_xl.book.access import (
    check_unused,
    check_writable,
    content_mark,
    read_bytes,
    replace_file,
    sole_writer,
)
from medoffice_xl.book.layout import Layout, TablePart, check_version, read_layout
from medoffice_xl.book.package import Package
from medoffice_xl.book.places import Place, split_sheet
from medoffice_xl.book.sheet_part import FormulaCell, cells, formulas, patch_values, rows, split
from medoffice_xl.book.sheet_states import show_sheet
from medoffice_xl.book.table_sheet import drop_calculation_chain, write_rows
from medoffice_xl.book.told_names import LEDGER_FOLDER, LEDGER_ROWS
from medoffice_xl.book.values import Value
from medoffice_xl.book.without_collection import without_collection
from medoffice_xl.errors import BookError, CannotRead
from medoffice_xl.files.limits import MOST_CELLS_OF_A_BOOK
from medoffice_xl.files.lock import only_writer
from medoffice_xl.files.sheet_reach import ERROR, FORMULA
from medoffice_xl.files.workbooks import check_workbook, opened_workbook
from medoffice_xl.lake import Lake, as_told, folder_told, ledger_file, open_whole
from medoffice_xl.lake.shown import rows_asked, told_on_sheet
from medoffice_xl.lake.typed_beside import told_of_typed, typed_beside
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.tables import TABLES, Table
from medoffice_xl.tables.frames import CellsRead, empty_frame, read_cells

_MOST_CELLS_KEPT = 1_000_000
"""Cells of a sheet that is kept for the next question; those of a larger one take a multiple of what its frame does."""


def open_book(path: Path | str) -> "Book":
    """The workbook at `path`, read whole; the file is not held open.

    Raises BookError when there is none or it is no workbook, BookInUse while Excel or LibreOffice has it open,
    BookVersion when it was not made by this version.
    """
    path = Path(path)
    data = read_bytes(path)
    package = Package(data, path.name)
    check_version(package, path.name)
    return Book(path, data, package)


@contextmanager
def edit_book(path: Path | str) -> Iterator["Book"]:
    """The same for whoever is going to save it: until then no other run may, and BookInUse tells the other one so."""
    with sole_writer(Path(path)):
        book = open_book(path)
        folder = book.ledger_folder
        with _held(folder) if folder and folder.is_dir() else nullcontext():
            yield book


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Be the one who writes the ledger; where nothing can be written, there is nothing to keep others from."""
    with ExitStack() as held:
        with suppress(OSError):
            held.enter_context(only_writer(ledger_file(folder)))
        yield


class Book:
    """An open workbook. Changes stand in memory until `save`; `problems` gathers what reading found."""

    def __init__(self, path: Path, data: bytes, package: Package) -> None:
        """Use `open_book`."""
        self.path = path
        self.problems: list[Problem] = []
        self.package = package
        self._layout = read_layout(package)
        self._tables = dict(self._layout.tables)
        self._opened = content_mark(data)
        self._written: dict[str, pd.DataFrame] = {}
        self._unread: dict[str, Sequence[int]] = {}
        self._typed: dict[str, pd.DataFrame] = {}
        self._plain: set[str] = set()
        self._set: dict[str, Value] = {}
        self._lake: Lake | None = None
        self._asked_for_lake = False
        try:
            looked_at = check_workbook(data, path.name, MOST_CELLS_OF_A_BOOK)
            self._workbook = opened_workbook(data, path.name, MOST_CELLS_OF_A_BOOK)
        except CannotRead as error:
            raise BookError(str(error)) from error
        package.know_marks({part: frozenset(reach.marks) for part, reach in looked_at.items()})
        self._sheets: dict[str, CalamineSheet] = {}
        self._as_the_file_has_it: dict[str, CellsRead] = {}

    @property
    def layout(self) -> Layout:
        """Where sheets, tables and names are, as of now."""
        return replace(self._layout, tables=self._tables)

    def read(self, name: str) -> pd.DataFrame:
        """A table (by its name in `tables`) as a frame of its columns; rows that cannot be read are in `problems`."""
        if self.lake and name in self.lake:
            return self.lake.frame(name)
        if name in self._written:
            return self._written[name].copy()
        return self._read_sheet(name)

    def column(self, name: str, column: str) -> "pd.Series[Any]":
        """One column of a table; of a ledger's the others are not read."""
        if self.lake and name in self.lake:
            return self.lake.frame(name, [column])[column]
        return self.read(name)[column]

    def left_out(self, name: str) -> int:
        """How many rows of a table that was read cannot be read, and count nowhere."""
        return len(self._unread.get(name, ()))

    def typed_beside(self, name: str) -> pd.DataFrame:
        """The rows on the sheet of a table that the ledger it stands in does not hold; they are in `problems`."""
        self._read_sheet(name)
        return self._typed.get(name, empty_frame(TABLES[name]))

    def was_read_plainly(self, name: str) -> bool:
        """Whether the rows of a table, read from its sheet or written to it, add up to what the sheet's cells do."""
        return name in self._plain

    @property
    def unread(self) -> list[Problem]:
        """What cannot be read of the tables that were read, and keeps its row from counting."""
        rows = {(TABLES[name].told_as, line) for name, lines in self._unread.items() for line in lines}
        return [problem for problem in self.problems if (problem.file, problem.line) in rows]

    def _read_sheet(self, name: str) -> pd.DataFrame:
        table = TABLES[name]
        read = self.as_the_file_has_it(table)
        if read.plainly:
            self._plain.add(name)
        if name not in self._unread:
            typed = typed_beside(self.lake.opened, table, read.frame) if self.lake else []
            lines = [read.numbers[place] for place in typed]
            self._typed[name] = read.frame.iloc[typed].reset_index(drop=True)
            self._unread[name] = sorted({*read.left_out, *lines})
            self.problems += [*read.problems, *told_of_typed(table, lines)]
        return read.frame

    def shown(self, sheet: str) -> list[list[Any]]:
        """What the cells of a sheet show as the file was last saved, row by row; "" for an empty cell or an error."""
        rows: list[list[Any]] = self._sheet(sheet).to_python(skip_empty_area=False)
        return rows

    @property
    def ledger_folder(self) -> Path | None:
        """Where the workbook says its ledger is, whether or not it is there; None where it has none."""
        told = self.setting(LEDGER_FOLDER) if LEDGER_FOLDER.lower() in self._layout.names else None
        return folder_told(str(told))[0] if told else None

    @property
    def lake(self) -> Lake | None:
        """The ledger that holds the large tables, in the state that is next to be saved; None where there is none.

        Raises LedgerError in words, to everyone who asks, where the workbook names one that cannot be used.
        """
        if not self._asked_for_lake:
            if folder := self.ledger_folder:
                _, state = folder_told(str(self.setting(LEDGER_FOLDER)))
                self._lake = open_whole(folder)
                self.problems += list(_written_since(folder, self._lake.state != state))
            self._asked_for_lake = True
        return self._lake

    def formulas(self, sheet: str) -> list[FormulaCell]:
        """The formulas of a sheet, with what is said of each."""
        part = self._layout.sheets[sheet]
        return list(formulas(self.package.read(part))) if self.package.holds(part, FORMULA) else []

    def write(self, frames: Mapping[str, pd.DataFrame]) -> None:
        """Replace the rows of these tables. The user's own columns and notes are kept, formats go to every row.

        Rows that could not be read stay as they are, below the others.

        Raises BookReadOnly before anything else, BookError when the rows do not fit.
        """
        check_writable(self.path)
        self._write_sheets(self._to_lake(frames))

    def show_all(self, frames: Mapping[str, pd.DataFrame]) -> None:
        """Write tables that stood in a ledger to their sheets, and have no ledger from now on."""
        check_writable(self.path)
        self._lake, self._asked_for_lake = None, True
        self.set_setting(LEDGER_FOLDER, None)
        self._write_sheets(frames)
        self._note(dict.fromkeys(frames))

    def keep_in(self, lake: Lake) -> None:
        """Let a ledger, staged or published, hold the tables it has; their sheets show the newest rows."""
        check_writable(self.path)
        self._lake, self._asked_for_lake = lake, True
        self.set_setting(LEDGER_FOLDER, as_told(lake))
        self._show_newest(lake.manifest.tables)

    def take_typed(self, frames: Mapping[str, pd.DataFrame]) -> None:
        """Write tables of the ledger that hold what was typed on their sheets: it stands on them no longer."""
        for name in frames:
            table = TABLES[name].told_as
            gone = set(self._unread[name]) - set(self.as_the_file_has_it(TABLES[name]).left_out)
            self._unread[name] = [line for line in self._unread[name] if line not in gone]
            self.problems = [each for each in self.problems if (each.file, each.line in gone) != (table, True)]
            del self._typed[name]
        self.write(frames)

    def _to_lake(self, frames: Mapping[str, pd.DataFrame]) -> Mapping[str, pd.DataFrame]:
        """Stage those of the tables that stand in the ledger; returns the others."""
        lake = self.lake
        beside = {name: frame for name, frame in frames.items() if lake and name in lake}
        if lake and beside:
            self.keep_in(lake.staged(beside))
        return {name: frame for name, frame in frames.items() if name not in beside}

    def _show_newest(self, names: Iterable[str]) -> None:
        assert self._lake is not None
        most = rows_asked(self.setting(LEDGER_ROWS))
        shown = {name: self._lake.newest(name, most) for name in names}
        self._write_sheets(shown)
        self._note(
            {
                name: told_on_sheet(TABLES[name], len(frame), self._lake.rows(name), self._lake.folder)
                for name, frame in shown.items()
            }
        )

    def _note(self, said: Mapping[str, str | None]) -> None:
        """Say something in the cell above the first heading of tables."""
        for name, words in said.items():
            table = self._part(TABLES[name])
            part, place = self._layout.sheets[table.sheet], table.area.first
            above = {Place(place.row - 1, place.column): words}
            self.package.replace(part, patch_values(self.package.read(part), above, {}, part))

    def _write_sheets(self, frames: Mapping[str, pd.DataFrame]) -> None:
        for name, frame in frames.items():
            table, part = TABLES[name], self._part(TABLES[name])
            if len(frame) and self._is_blank(table, part):
                show_sheet(self.package, part.sheet)
            if name not in self._unread:
                self._read_sheet(name)
            unread = self._unread[name]
            self._tables[table.excel_name], problems = write_rows(
                self.package,
                self._layout.sheets[part.sheet],
                part,
                table,
                frame,
                partial(self._old_rows, table),
                unread,
            )
            self.problems += [_in_file(problem, self.path.name) for problem in problems]
            self._written[name] = frame.copy()
            (self._plain.discard if unread else self._plain.add)(name)
            first = part.body.first.row + len(frame)
            self._unread[name] = range(first, first + len(unread))

    def _is_blank(self, table: Table, part: TablePart) -> bool:
        """Whether a table holds nothing yet: then its sheet is hidden, and shown with its first rows."""
        return part.body.first.row == part.body.last.row and not self._old_rows(table)[0]

    def setting(self, name: str) -> Any:
        """The value of the cell that a defined name points at, such as AsOf; None when it is empty.

        A date comes as a date, a number as a float. Raises BookError for a name that is not there.
        """
        if name.lower() in self._set:
            return self._set[name.lower()]
        sheet, place = self._named_cell(name)
        value = _at(self._sheet(sheet), place)
        return None if value == "" else value

    def set_setting(self, name: str, value: Value) -> None:
        """Put a value into the cell that a defined name points at; its format stays."""
        check_writable(self.path)
        sheet, place = self._named_cell(name)
        part = self._layout.sheets[sheet]
        content = self.package.read(part)
        if any(formula.place == place for formula in formulas(content)):
            content = _without_formula(content, place, part)
            drop_calculation_chain(self.package)
        self.package.replace(part, patch_values(content, {place: value}, {}, part))
        self._set[name.lower()] = value

    def save(self) -> None:
        """Write the workbook in one step, or leave the file exactly as it was and raise BookError.

        Until the new file is whole and on the disk the former one stands; then it takes its place. Where another
        program has changed the file since it was opened, that change stays and this one is refused.
        """
        if not self.package.changed:
            return
        if self._lake is None or not self._lake.is_staged:
            self._opened = replace_file(self.path, self.package, self._opened)
            return
        check_unused(self.path)
        before, self._lake = self._lake, self._lake.published()
        try:
            self._opened = replace_file(self.path, self.package, self._opened)
        except BaseException:
            before.taken_back()
            raise

    def _part(self, table: Table) -> TablePart:
        try:
            return self._tables[table.excel_name]
        except KeyError:
            raise BookError(
                f"{self.path.name} has no table {table.excel_name} (sheet “{table.sheet}”). "
                "Restore the sheet from a backup, or make a new workbook with: medoffice init FOLDER"
            ) from None

    def _named_cell(self, name: str) -> tuple[str, Place]:
        reference = self._layout.names.get(name.lower(), "")
        sheet, address = split_sheet(reference)
        try:
            place = Place.parse(address)
        except ValueError:
            raise BookError(
                f"{self.path.name} has no setting {name}: the name is missing or points at no single cell."
            ) from None
        if sheet not in self._layout.sheets:
            raise BookError(f"The setting {name} points at the sheet “{sheet}”, which is not in {self.path.name}.")
        return sheet, place

    def _sheet(self, name: str) -> CalamineSheet:
        if name in self._sheets:
            return self._sheets[name]
        try:
            sheet = self._workbook.get_sheet_by_name(name)
        except CalamineError as error:
            raise BookError(f"The sheet “{name}” of {self.path.name} cannot be read: {error}") from error
        if sheet.height * sheet.width <= _MOST_CELLS_KEPT:
            self._sheets[name] = sheet
        return sheet

    def _cells(self, table: Table) -> tuple[Sequence[Any], list[list[Any]], int]:
        """Heading, rows and the first row's number, as the file holds them."""
        part = self._layout.tables[self._part(table).name]
        first, last = part.area.first, part.body.last
        found = self._sheet(part.sheet).to_python(skip_empty_area=False, nrows=last.row)
        body = found[first.row : last.row]
        if body and (first.column, last.column) != (1, len(body[0])):
            body = [row[first.column - 1 : last.column] for row in body]
        return part.headers, body, first.row + 1

    def as_the_file_has_it(self, table: Table) -> CellsRead:
        """The table's cells, read once; problems go by the name of its sheet."""
        if table.name not in self._as_the_file_has_it:
            self._as_the_file_has_it[table.name] = self._read_cells(table)
        read = self._as_the_file_has_it[table.name]
        return replace(read, frame=read.frame.copy(deep=False))

    def _read_cells(self, table: Table) -> CellsRead:
        with without_collection():
            header, body, first_row = self._cells(table)
            for row, column, code in self._errors(table):
                body[row - first_row][column] = code
            return read_cells(table, header, body, table.told_as, first_row)

    def _old_rows(self, table: Table) -> tuple[Sequence[int], pd.DataFrame]:
        """The numbers and the content of the rows that hold something and can be read."""
        if table.name in self._written:
            frame = self._written[table.name]
            first = self._part(table).body.first.row
            return range(first, first + len(frame)), frame
        read = self.as_the_file_has_it(table)
        return read.numbers, read.frame

    def _errors(self, table: Table) -> Iterable[tuple[int, int, str]]:
        """Row, place among the table's columns and text of cells that show an Excel error: else they read as empty."""
        part = self._layout.tables[self._part(table).name]
        if not self.package.holds(self._layout.sheets[part.sheet], ERROR):
            return
        content = self.package.read(self._layout.sheets[part.sheet])
        for _, row in rows(split(content, part.sheet).rows):
            for cell in cells(row) if b't="e"' in row else ():
                if cell.attributes.get("t") == "e" and cell.place in part.body:
                    code = cell.inner.partition(b"<v>")[2].partition(b"</v>")[0].decode()
                    yield cell.place.row, cell.place.column - part.area.first.column, code


def _written_since(folder: Path, is_so: bool) -> Iterator[Problem]:
    """Told where a ledger is in another state than the workbook last saw."""
    if is_so:
        yield Problem(
            Severity.NOTE,
            f"The ledger {folder} was written after this workbook was saved: a run was cut off, or another workbook "
            "uses the same ledger.",
            "Nothing is lost. Import the last files again (what is there already changes nothing), or refresh.",
        )


def _in_file(problem: Problem, file: str) -> Problem:
    return Problem(problem.severity, problem.problem, problem.advice, file, problem.line, problem.column, problem.value)


def _at(sheet: CalamineSheet, place: Place) -> Any:
    found = sheet.to_python(skip_empty_area=False, nrows=place.row)
    if len(found) < place.row or len(found[place.row - 1]) < place.column:
        return ""
    return found[place.row - 1][place.column - 1]


def _without_formula(content: bytes, place: Place, part: str) -> bytes:
    """The sheet part with the formula of one cell taken out, its style kept."""
    sheet = split(content, part)
    cell = next(cell for cell in cells(sheet.rows) if cell.place == place)
    plain = f"<c {cell.kept_attributes}/>".encode()
    return sheet.head + sheet.rows.replace(cell.raw, plain, 1) + sheet.tail
