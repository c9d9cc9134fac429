"""The workbook in formualizer: values, tables and names loaded, our functions registered, formulas set.

Formulas are set one by one after the tables are known, with their former values out of the way: a stored spill
would block the new one. What a function of ours raises becomes its Excel error, and its message is kept by cell.
"""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import partial
from typing import Any

import formualizer
import pandas as pd
from openpyxl.formula.translate import Translator as FillDown

import udfs
from medoffice_xl.book import Book
from medoffice_xl.book.cell_counts import counts_of, rows_of, sums_of
from medoffice_xl.book.layout import TablePart
from medoffice_xl.book.places import Area, Place, split_sheet, with_sheet
from medoffice_xl.book.sheet_part import FormulaCell, without_values
from medoffice_xl.book.told_names import LEDGER_FOLDER
from medoffice_xl.book.values import CellError, Value
from medoffice_xl.cells import CATALOGUE, CellFunction, load_beside, load_read
from medoffice_xl.cells.error_cells import error_code
from medoffice_xl.cells.formula import Call, Pieces, parse
from medoffice_xl.cells.handles import frame_of
from medoffice_xl.errors import BadArgument, LedgerError, MedOfficeError, NoData
from medoffice_xl.files.limits import MOST_UNPACKED
from medoffice_xl.hosts.headless.looked_at import looks_at
from medoffice_xl.hosts.headless.translation import Translator
from medoffice_xl.tables import TABLES, Table

assert udfs  # importing it fills the catalogue

_LIMITS = dict.fromkeys(("max_input_bytes", "max_expanded_bytes", "max_part_bytes"), MOST_UNPACKED)
"""The engine's own limits are below a table of 200,000 rows; the book has checked the file against ours."""

_LOADS = re.compile(
    rf'LOAD_TABLE\("(?P<name>\w+)",(?P<table>\w+)\[#All\](?P<ledger>,{LEDGER_FOLDER})?\)', re.IGNORECASE
)
"""The formula of the hidden sheet that loads a table, and nothing else."""

_NO_CELLS = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'

_CALLS = re.compile(r"([A-Z][A-Z0-9_]*)\(")
_MOST_ROUNDS = 5
"""Lists that hang on lists that hang on lists: more than this many never were seen."""

_KINDS = {"#N/A": "Na", "#VALUE!": "Value", "#NUM!": "Num", "#NAME?": "Name", "#REF!": "Ref", "#DIV/0!": "Div"}
_BEYOND = {
    "Spill": "There is no room below or beside the cell for the result, or it has more than the 10,000 cells that can "
    "be calculated without Excel. Clear the cells it needs, or ask for fewer rows.",
    "Circ": "The formula refers to itself, directly or through other cells.",
    "NImpl": "This formula cannot be computed without Excel. Open the workbook in Excel and press F9.",
    "Error": "This formula cannot be computed without Excel. Open the workbook in Excel and press F9.",
    "Name": "A function or name in this formula is not known without Excel. Check its spelling, or open the workbook "
    "in Excel and press F9.",
}


@dataclass(frozen=True, slots=True)
class Result:
    """What a formula came to: its value, the area it fills if it spills, and the reason if it is an error."""

    value: Value
    extent: Area | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _ReadPast:
    """A table that is loaded past its cell: its handle, and its sheet where the engine is not given that either."""

    sheet: str
    handle: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What a formula came to: its rows, one of one cell where it is a single value, and the reason of an error."""

    rows: list[list[Any]]
    reason: str = ""

    @property
    def error(self) -> str:
        """The Excel error that it shows; empty where it shows none."""
        first = self.rows[0][0]
        return first.code if isinstance(first, CellError) else ""


class Engine:
    """One workbook, loaded to be calculated. `today` is what TODAY() gives; left out, this machine's day.

    A table that nothing looks at but its LOAD_TABLE, and what the workbook itself counts of it, is read from the file,
    past the engine, which would otherwise hold millions of cells that no formula asks for. `questions` are formulas
    that will be asked, and may look at more.
    """

    def __init__(self, book: Book, today: date | None = None, questions: Sequence[str] = ()) -> None:
        """Load the book as it now stands, saved or not."""
        self._layout = book.layout
        self._book = str(book.path)
        self.formulas = {sheet: book.formulas(sheet) for sheet in self._layout.sheets}
        self._reasons: dict[str, str] = {}
        self._roots: dict[str, str] = {}
        self._heard: dict[str, tuple[CellFunction, tuple[Any, ...]]] = {}
        self._whole: dict[str, Any] = {}
        self._counts: dict[str, str | int] = {}
        self._unusable: LedgerError | None = None
        self._read_past = self._tables_read_past(book, questions)
        self._engine = formualizer.Workbook.from_bytes(self._values_only(book), load_limits=_LIMITS)
        self._engine.set_temporal_egress("serial")
        self._engine.set_deterministic_clock(datetime.combine(today or date.today(), time(12), UTC))
        for table in self._layout.tables.values():
            first, last = table.area.first, table.area.last
            self._engine.add_table(
                table.name,
                table.sheet,
                (first.row, first.column, last.row, last.column),
                list(table.headers),
                totals_row=table.has_totals,
            )
        for function in CATALOGUE.values():
            self._register(function)
        unknown = {found["name"].lower(): found["definition"] for found in self._engine.name_import_diagnostics}
        self._translator = Translator(CATALOGUE.keys(), self._layout.tables, unknown)
        self._set_formulas()

    def evaluate(self) -> None:
        """Calculate everything; then once more what depends on WHY, when every reason is known.

        Raises LedgerError where the ledger turned out to be unusable: then no figure is any good.
        """
        self._engine.evaluate_all()
        self._check_ledger()
        self._settle()
        self._check_ledger()
        if not any("WHY(" in cell.text.upper() for _, cell in self._cells()):
            return
        failed = [(sheet, cell.place) for sheet, cell in self._cells() if self._error(sheet, cell.place)]
        self._roots = {with_sheet(sheet, place): self._reason(sheet, place) for sheet, place in failed}
        self._engine.evaluate_all()

    def _settle(self) -> None:
        """Calculate again what calls none of our functions, until nothing changes.

        Of a list that has just spilled, the engine tells the cells that show it, but not all that hang on those.
        """
        plain = [(sheet, cell.place) for sheet, cell in self._cells() if not self._calls_ours(cell.text)]
        for _ in range(_MOST_ROUNDS):
            before = [self._engine.get_value(sheet, place.row, place.column) for sheet, place in plain]
            for sheet, place in plain:
                formula = self._engine.get_formula(sheet, place.row, place.column)
                with suppress(RuntimeError):  # of a formula that refers to itself, which is known by now
                    self._engine.set_formula(sheet, place.row, place.column, formula or "")
            self._engine.evaluate_all()
            if before == [self._engine.get_value(sheet, place.row, place.column) for sheet, place in plain]:
                return

    @staticmethod
    def _calls_ours(text: str) -> bool:
        return any(call in CATALOGUE for call in _CALLS.findall(text.upper()))

    def result(self, sheet: str, place: Place) -> Result:
        """What the formula in a cell came to."""
        code = self._error(sheet, place)
        if code:
            cell = with_sheet(sheet, place)
            return Result(CellError(code), None, self._roots.get(cell) or self._reason(sheet, place))
        spill = self._engine.inspect_cell(with_sheet(sheet, place), include_values=False).cell.spill
        extent = Area.parse(split_sheet(spill.extent)[1]) if spill is not None and spill.extent else None
        return Result(self.value(sheet, place), extent)

    def value(self, sheet: str, place: Place) -> Value:
        """The value that now stands in any cell; "" where a spill leaves it empty."""
        found = self._engine.get_value(sheet, place.row, place.column)
        if isinstance(found, Mapping):
            return CellError(error_code(found))
        return "" if found is None else found

    def put(self, cells: Mapping[str, Mapping[Place, Value]]) -> None:
        """Let cells hold values, by sheet, and calculate what hangs on them."""
        for sheet, placed in cells.items():
            for place, value in placed.items():
                self._engine.set_value(sheet, place.row, place.column, _literal(value))
        self._engine.evaluate_all()

    def ask(self, formula: str, sheet: str) -> Asked:
        """What a formula comes to that stands in no cell; `sheet` is a new name for the sheet it is asked on."""
        place, cell = Place(1, 1), with_sheet(sheet, Place(1, 1))
        pieces = parse(formula)
        text = self._translator.translate(formula.removeprefix("="), sheet, place)
        try:
            formualizer.parse(f"={text}")
        except formualizer.ParserError as error:
            raise BadArgument(f"The formula “{formula}” cannot be read: {error}.") from error
        self._whole[cell] = None
        self._engine.add_sheet(sheet)
        self._engine.set_formula(sheet, place.row, place.column, f"={text}")
        self._engine.evaluate_cell(sheet, place.row, place.column)
        self._check_ledger()
        if _is_one_call(pieces) and self._whole[cell] is not None:
            return Asked(_rows(self._whole[cell]))
        result = self.result(sheet, place)
        area = result.extent or Area(place, place)
        rows = [
            [self.value(sheet, Place(row, column)) for column in range(area.first.column, area.last.column + 1)]
            for row in range(area.first.row, area.last.row + 1)
        ]
        return Asked(rows, result.reason)

    def explained(self, sheet: str, place: Place) -> list[list[Any]]:
        """What the first function of ours in a cell was made of; raises MedOfficeError."""
        cell = with_sheet(sheet, place)
        self._engine.evaluate_cell(sheet, place.row, place.column)
        self._check_ledger()
        if cell not in self._heard:
            raise NoData(f"{cell} holds no formula of ours that could be worked out.")
        function, arguments = self._heard[cell]
        return function.explain(*arguments)

    def _cells(self) -> list[tuple[str, FormulaCell]]:
        return [(sheet, cell) for sheet, found in self.formulas.items() for cell in found]

    def _values_only(self, book: Book) -> bytes:
        stripped = {}
        for table in self._read_past.values():
            if table.sheet:
                stripped[self._layout.sheets[table.sheet]] = _NO_CELLS
        for sheet, found in self.formulas.items():
            if not found:
                continue
            part = self._layout.sheets[sheet]
            taken = {place for cell in found for place in [cell.place, *(cell.extent.places() if cell.extent else [])]}
            stripped[part] = without_values(book.package.read(part), frozenset(taken), part)
        return book.package.bytes_with(stripped)

    def _tables_read_past(self, book: Book, questions: Sequence[str]) -> dict[str, "_ReadPast"]:
        """The tables that need not be handed to the engine, by the cell that loads each."""
        loads = {
            with_sheet(sheet, cell.place): match
            for sheet, cell in self._cells()
            if (match := _LOADS.fullmatch(cell.text)) is not None
        }
        known = {formula for match in loads.values() for formula in _counts_asked(match["name"])}
        others = [
            cell.text
            for sheet, cell in self._cells()
            if with_sheet(sheet, cell.place) not in loads and cell.text not in known
        ]
        said = [*others, *questions, *self._layout.names.values(), *self._layout.of_sheets]
        seen = looks_at(said, self._layout.tables.values())
        found = {}
        for cell, match in loads.items():
            table, part = TABLES.get(match["name"]), self._layout.tables.get(match["table"])
            if table is None or part is None or part.name != table.excel_name:
                continue
            looked_at = part.sheet.casefold() in seen or bool(self.formulas[part.sheet]) or part.has_totals
            in_ledger = bool(match["ledger"]) and book.lake is not None and table.name in book.lake
            if looked_at and not in_ledger:
                continue
            with suppress(MedOfficeError):  # said by the cell itself, which then loads it
                place = f"{self._book}|{cell}"
                if in_ledger and book.lake is not None:
                    typed = len(book.typed_beside(table.name))
                    found[cell] = _ReadPast("", load_beside(book.lake.shelved(table.name), place, typed))
                    continue
                handle = load_read(table, part.headers, partial(_read, book, table.name), place)
                is_told = self._tell_counts(book, table, part, handle)
                found[cell] = _ReadPast(part.sheet if is_told else "", handle)
        return found

    def _tell_counts(self, book: Book, table: Table, part: TablePart, handle: str) -> bool:
        """Keep what the workbook's own formulas come to of a table that was read; False where its cells must tell."""
        if not book.was_read_plainly(table.name):
            return False
        self._counts |= counts_of(table, part, frame_of(handle))
        return True

    def _set_formulas(self) -> None:
        for sheet, found in self.formulas.items():
            masters = {cell.shared: cell for cell in found if cell.shared and cell.text}
            for cell in found:
                try:
                    text = self._known(cell, sheet) or self._translate(cell, masters, sheet)
                except MedOfficeError as error:
                    self._reasons[with_sheet(sheet, cell.place)] = str(error)
                    text = "#VALUE!"
                self._engine.set_formula(sheet, cell.place.row, cell.place.column, f"={text}")

    def _known(self, cell: FormulaCell, sheet: str) -> str:
        """What a formula comes to that was worked out past the engine; empty where it was not."""
        past = self._read_past.get(with_sheet(sheet, cell.place))
        known = past.handle if past else self._counts.get(cell.text, "")
        return f'"{known}"' if isinstance(known, str) and known else str(known)

    def _translate(self, cell: FormulaCell, masters: Mapping[str, FormulaCell], sheet: str) -> str:
        return self._translator.translate(_full_text(cell, masters), sheet, cell.place)

    def _register(self, function: CellFunction) -> None:
        def called(cell: str, *arguments: Any) -> Any:
            passed_on = next((argument for argument in arguments if isinstance(argument, Mapping)), None)
            if passed_on is not None:
                return passed_on
            if not function.loads:
                self._heard.setdefault(cell, (function, arguments))
            value, reason = self._called(function, arguments, f"{self._book}|{cell}")
            if reason:
                self._reasons[cell] = reason
            if cell in self._whole:
                self._whole[cell] = None if reason else value
            return value if reason else _for_engine(value)

        def why(cell: str, asked: str, value: Any) -> str:
            if not error_code(value):
                return ""
            known = self._roots.get(self._cell_meant(asked)) or self._reasons.get(cell)
            return known or str(function.call(value))

        asks = function.name == "WHY"
        self._engine.register_function(function.name, why if asks else called, volatile=asks)

    def _called(self, function: CellFunction, arguments: tuple[Any, ...], place: str) -> tuple[Any, str]:
        """The function's value or, if it is an error, the engine's error and the reason.

        Where the ledger is found unusable nothing more is asked of it: a run over it would only be longer.
        """
        try:
            if self._unusable:
                raise self._unusable
            return function.call(*arguments, place=place), ""
        except MedOfficeError as error:
            if isinstance(error, LedgerError):
                self._unusable = error
            return formualizer.LiteralValue.error(_KINDS[error.excel_code], str(error)), str(error)
        except Exception as error:  # a fault of ours must not stop the other cells
            reason = f"{function.name} failed ({type(error).__name__}). This is a fault of medoffice_xl; report it."
            return formualizer.LiteralValue.error("Value", reason), reason

    def _check_ledger(self) -> None:
        if self._unusable:
            raise self._unusable

    def _cell_meant(self, asked: str) -> str:
        """The cell that a reference or a defined name means, as the reasons know it."""
        sheet, address = split_sheet(self._layout.names.get(asked.lower(), asked))
        try:
            return with_sheet(sheet, Place.parse(address))
        except ValueError:
            return asked

    def _error(self, sheet: str, place: Place) -> str:
        return error_code(self._engine.get_value(sheet, place.row, place.column))

    def _reason(self, sheet: str, place: Place) -> str:
        """Why a cell shows an error: its own reason, or that of the nearest cell it was passed on from."""
        waiting, seen = [with_sheet(sheet, place)], set()
        while waiting:
            cell = waiting.pop(0)
            if cell in seen:
                continue
            seen.add(cell)
            if cell in self._reasons:
                return self._reasons[cell]
            waiting += self._failed_precedents(cell)
        raw: Any = self._engine.get_value(sheet, place.row, place.column)
        return _BEYOND.get(raw["kind"]) or str(CATALOGUE["WHY"].call(raw))

    def _failed_precedents(self, cell: str) -> list[str]:
        found = []
        for precedent in self._engine.precedents(cell).precedents:
            reference = precedent.reference
            name = reference.resolution
            meant = reference.address or reference.resolved or (name and (name.address or name.resolved))
            if not meant:
                continue
            sheet, address = split_sheet(meant)
            area = _area(address)
            places = area.places() if area and _is_small(area) else []
            found += [with_sheet(sheet, place) for place in places if self._error(sheet, place)]
        return found


def _counts_asked(name: str) -> tuple[str, ...]:
    """The workbook's own formulas that count a table, without =."""
    table = TABLES.get(name)
    return (sums_of(table)[1:], rows_of(table)[1:]) if table else ()


def _read(book: Book, name: str) -> tuple[pd.DataFrame, int]:
    return book.read(name), book.left_out(name)


def _literal(value: Value) -> Any:
    return (
        formualizer.LiteralValue.error(_KINDS.get(value.code, "Value"), "") if isinstance(value, CellError) else value
    )


def _is_one_call(pieces: Pieces) -> bool:
    """Whether a formula is one call of ours and nothing else, so that what the call gives is what it comes to."""
    called = [piece for piece in pieces if not isinstance(piece, str) or piece.strip()]
    return len(called) == 1 and isinstance(called[0], Call) and called[0].name.upper() in CATALOGUE


def _rows(value: Any) -> list[list[Any]]:
    return value if isinstance(value, list) else [[value]]


_MOST_PLACES = 10_000


def _is_small(area: Area) -> bool:
    height = area.last.row - area.first.row + 1
    return height * (area.last.column - area.first.column + 1) <= _MOST_PLACES


def _area(address: str) -> Area | None:
    try:
        return Area.parse(address)
    except ValueError:
        return None


def _full_text(cell: FormulaCell, masters: Mapping[str, FormulaCell]) -> str:
    """The cell's formula; of a filled-down one, the first cell's moved to here."""
    if cell.text or not cell.shared:
        return cell.text
    master = masters[cell.shared]
    moved: str = FillDown(f"={master.text}", origin=str(master.place)).translate_formula(str(cell.place))
    return moved.removeprefix("=")


def _for_engine(value: Any) -> Any:
    """A function's value as the engine takes it: an empty cell within a block is empty text, not zero."""
    if isinstance(value, list):
        return [["" if cell is None else _for_engine(cell) for cell in row] for row in value]
    if isinstance(value, float) and value != value:  # noqa: PLR0124  (not a number)
        return formualizer.LiteralValue.error("Num", "not a number")
    return "" if value is None else value
