"""The workbook in formualizer: values, tables and names loaded, our functions registered, formulas set.

Formulas are set one by one after the tables are known, with their former values out of the way: a stored spill
would block the new one. What a function of ours raises becomes its Excel error, and its message is kept by cell.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

import formualizer
from openpyxl.formula.translate import Translator as FillDown

import udfs
from medoffice_xl.book import Book
from medoffice_xl.book.places import Area, Place, split_sheet, with_sheet
from medoffice_xl.book.sheet_part import FormulaCell, without_values
from medoffice_xl.book.values import CellError, Value
from medoffice_xl.cells import CATALOGUE, CellFunction
from medoffice_xl.cells.error_cells import error_code
from medoffice_xl.cells.formula import Call, Pieces, parse
from medoffice_xl.errors import BadArgument, LedgerError, MedOfficeError, NoData
from medoffice_xl.files.limits import MOST_UNPACKED
from medoffice_xl.hosts.headless.read_past import read_past
from medoffice_xl.hosts.headless.reasons import Reasons
from medoffice_xl.hosts.headless.translation import Translator

assert udfs  # importing it fills the catalogue

_LIMITS = dict.fromkeys(("max_input_bytes", "max_expanded_bytes", "max_part_bytes"), MOST_UNPACKED)
"""The engine's own limits are below a table of 200,000 rows; the book has checked the file against ours."""

_NO_CELLS = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'

_CALLS = re.compile(r"([A-Z][A-Z0-9_]*)\(")
_MOST_ROUNDS = 5
"""Lists that hang on lists that hang on lists: more than this many never were seen."""

_KINDS = {"#N/A": "Na", "#VALUE!": "Value", "#NUM!": "Num", "#NAME?": "Name", "#REF!": "Ref", "#DIV/0!": "Div"}


@dataclass(frozen=True, slots=True)
class Result:
    """What a formula came to: its value, the area it fills if it spills, and the reason if it is an error."""

    value: Value
    extent: Area | None = None
    reason: str = ""


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

    `questions` are formulas that will be asked, and may look at more than the workbook's own (see `read_past`).
    """

    def __init__(self, book: Book, today: date | None = None, questions: Sequence[str] = ()) -> None:
        """Load the book as it now stands, saved or not."""
        self._layout = book.layout
        self._book = str(book.path)
        self.formulas = {sheet: book.formulas(sheet) for sheet in self._layout.sheets}
        self._heard: dict[str, tuple[CellFunction, tuple[Any, ...]]] = {}
        self._whole: dict[str, Any] = {}
        self._unusable: LedgerError | None = None
        self._past = read_past(book, self.formulas, questions)
        self._engine = formualizer.Workbook.from_bytes(self._values_only(book), load_limits=_LIMITS)
        self._engine.set_temporal_egress("serial")
        self._reasons = Reasons(self._engine, self._layout.names)
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
        self._reasons.gather(with_sheet(sheet, cell.place) for sheet, cell in self._cells())
        self._engine.evaluate_all()

    def _settle(self) -> None:
        """Calculate again what calls none of our functions, until no list changes by it, or nothing else does.

        Of a list that has just spilled, the engine tells the cells that show it, but not all that hang on those.
        """
        plain = [(sheet, cell.place) for sheet, cell in self._cells() if not self._calls_ours(cell.text)]
        lists = [(sheet, cell.place) for sheet, cell in self._cells() if cell.extent is not None]
        for _ in range(_MOST_ROUNDS):
            spilled, before = self._spilled(lists), self._values(plain)
            for sheet, place in plain:
                formula = self._engine.get_formula(sheet, place.row, place.column)
                with suppress(RuntimeError):  # of a formula that refers to itself, which is known by now
                    self._engine.set_formula(sheet, place.row, place.column, formula or "")
            self._engine.evaluate_all()
            if spilled == self._spilled(lists) or before == self._values(plain):
                return

    def _values(self, cells: Iterable[tuple[str, Place]]) -> list[Any]:
        return [self._engine.get_value(sheet, place.row, place.column) for sheet, place in cells]

    def _spilled(self, lists: Iterable[tuple[str, Place]]) -> list[list[Any]]:
        """What each list now fills, from top left."""
        areas = [(sheet, self._extent(sheet, place) or Area(place, place)) for sheet, place in lists]
        return [[str(area), *self._values((sheet, place) for place in area.places())] for sheet, area in areas]

    @staticmethod
    def _calls_ours(text: str) -> bool:
        return any(call in CATALOGUE for call in _CALLS.findall(text.upper()))

    def result(self, sheet: str, place: Place) -> Result:
        """What the formula in a cell came to."""
        code = self._error(sheet, place)
        if code:
            return Result(CellError(code), None, self._reasons.of(with_sheet(sheet, place)))
        return Result(self.value(sheet, place), self._extent(sheet, place))

    def _extent(self, sheet: str, place: Place) -> Area | None:
        """What the list in a cell fills; None where it is a single value."""
        spill = self._engine.inspect_cell(with_sheet(sheet, place), include_values=False).cell.spill
        return Area.parse(split_sheet(spill.extent)[1]) if spill is not None and spill.extent else None

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
        stripped = {self._layout.sheets[sheet]: _NO_CELLS for sheet in self._past.sheets}
        for sheet, found in self.formulas.items():
            if not found:
                continue
            part = self._layout.sheets[sheet]
            taken = {place for cell in found for place in [cell.place, *(cell.extent.places() if cell.extent else [])]}
            stripped[part] = without_values(book.package.read(part), frozenset(taken), part)
        return book.package.bytes_with(stripped)

    def _set_formulas(self) -> None:
        for sheet, found in self.formulas.items():
            masters = {cell.shared: cell for cell in found if cell.shared and cell.text}
            for cell in found:
                try:
                    text = self._past.known(with_sheet(sheet, cell.place), cell.text) or self._translate(
                        cell, masters, sheet
                    )
                except MedOfficeError as error:
                    self._reasons.say(with_sheet(sheet, cell.place), str(error))
                    text = "#VALUE!"
                self._engine.set_formula(sheet, cell.place.row, cell.place.column, f"={text}")

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
                self._reasons.say(cell, reason)
            if cell in self._whole:
                self._whole[cell] = None if reason else value
            return value if reason else _for_engine(value)

        def why(cell: str, asked: str, value: Any) -> str:
            if not error_code(value):
                return ""
            return self._reasons.known(asked, cell) or str(function.call(value))

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

    def _error(self, sheet: str, place: Place) -> str:
        return error_code(self._engine.get_value(sheet, place.row, place.column))


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
