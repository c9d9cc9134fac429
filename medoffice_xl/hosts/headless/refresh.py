"""Recalculating a workbook with no Excel: every formula's value is written back, nothing else.

A formula that could not be computed shows an Excel error and is listed with its reason; no former value stays in
its place, because what it was computed from may have changed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from time import perf_counter
from typing import Any

from medoffice_xl.book import Book, edit_book, open_book
from medoffice_xl.book.places import Area, Place, split_sheet, with_sheet
from medoffice_xl.book.sheet_part import FormulaCell, patch_values, with_rows_shown
from medoffice_xl.book.values import CellError, Value
from medoffice_xl.cells.handles import rows_left_out, table_name
from medoffice_xl.errors import BadArgument
from medoffice_xl.hosts.headless.engine import Engine, Result
from medoffice_xl.hosts.headless.fitted import fit_pages
from medoffice_xl.hosts.headless.noted import note_refreshed
from medoffice_xl.intake.general_ledger import renewed_costs
from medoffice_xl.pages.placed import PAGE_MARK
from medoffice_xl.problems import Problem
from medoffice_xl.tables import TABLES

Progress = Callable[[str], None]

_NOON = time(12)

_SEVERAL_VALUES = (
    "The formula gives several values but was not typed as one that spills. Type it again in Excel, in a cell with "
    "room below and beside it."
)


@dataclass(frozen=True, slots=True)
class CellFailure:
    """A formula that shows an error: where, which, and why in words."""

    cell: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a recalculation came to. `figures` holds every formula's value by cell, such as 'A R'!B5.

    `unread` tells of the cells of tables that cannot be read, whose rows count nowhere.
    """

    figures: Mapping[str, Value]
    errors: tuple[CellFailure, ...]
    seconds: float
    unread: tuple[Problem, ...] = ()


def refresh(path: Path | str, *, progress: Progress | None = None, today: date | None = None) -> Refreshed:
    """Recalculate the workbook at `path` and save it; raises BookError and leaves it as it was.

    Costs are made anew from Ledger and Accounts first.

    `today` is what TODAY() gives; left out, it is this machine's day.
    """
    say = progress or _silent
    started = perf_counter()
    say("Reading the workbook")
    with edit_book(path) as book:
        _renew(book)
        refreshed = refresh_book(book, progress=say, today=today)
        say("Saving")
        book.save()
    return replace(refreshed, seconds=perf_counter() - started)


def _renew(book: Book) -> None:
    """Make anew what follows from tables the user fills: Costs, from Ledger and Accounts."""
    names = [name for name in ("accounts", "ledger", "costs") if TABLES[name].excel_name in book.layout.tables]
    renewed = renewed_costs({name: book.read(name) for name in names})
    if renewed:
        book.write(renewed)


def refresh_book(book: Book, *, progress: Progress | None = None, today: date | None = None) -> Refreshed:
    """The same for an open book, with what was written to it; the caller saves it."""
    say = progress or _silent
    started = perf_counter()
    say("Loading tables and formulas")
    engine = Engine(book, today)
    say("Calculating")
    engine.evaluate()
    noted = note_refreshed(engine, book.layout, datetime.combine(today, _NOON) if today else datetime.now())
    say("Writing the values back")
    figures: dict[str, Value] = {}
    errors: list[CellFailure] = []
    for sheet, cells in engine.formulas.items():
        results = {cell.place: _checked(cell, engine.result(sheet, cell.place)) for cell in cells}
        for place, result in results.items():
            figures[with_sheet(sheet, place)] = result.value
            if isinstance(result.value, CellError):
                errors.append(CellFailure(with_sheet(sheet, place), result.value.code, result.reason))
        if cells:
            _write_back(book, engine, sheet, cells, results)
            _show_rows(book, engine, sheet, results)
    fit_pages(book, engine)
    for sheet, values in noted.items():
        part = book.layout.sheets[sheet]
        book.package.replace(part, patch_values(book.package.read(part), values, {}, part))
    return Refreshed(figures, tuple(errors), perf_counter() - started, _unread(book, figures))


def _unread(book: Book, figures: Mapping[str, Value]) -> tuple[Problem, ...]:
    """What of the tables cannot be read; a table that the engine was handed is read here again where it says so."""
    for handle in figures.values():
        if isinstance(handle, str) and rows_left_out(handle):
            book.read(table_name(handle))
    return tuple(book.unread)


def _show_rows(book: Book, engine: Engine, sheet: str, results: Mapping[Place, Result]) -> None:
    """On a page that says so: rows that no list needs are hidden, the others shown."""
    if engine.value(sheet, Place(1, 1)) != PAGE_MARK:
        return
    shown = {
        place.row: bool(result.value)
        for place, result in results.items()
        if place.column == 1 and isinstance(result.value, int | float)
    }
    part = book.layout.sheets[sheet]
    book.package.replace(part, with_rows_shown(book.package.read(part), shown, part))


def explain_cell(path: Path | str, cell: str, *, today: date | None = None) -> list[list[Any]]:
    """What the figure in a cell was made of, as rows of label, value and unit.

    `cell` says its sheet: Dashboard!B5, or 'A R'!B5. Raises MedOfficeError when it holds no formula of ours, and
    the formula's own error when it failed.
    """
    book = open_book(path)
    sheet, address = split_sheet(cell)
    try:
        place = Place.parse(address)
    except ValueError:
        raise BadArgument(f"“{cell}” is no cell. Name it with its sheet, such as Dashboard!B5.") from None
    if sheet not in book.layout.sheets:
        raise BadArgument(f"There is no sheet “{sheet}” in {book.path.name}.")
    return Engine(book, today).explained(sheet, place)


def _silent(_: str) -> None:
    """Tell nobody."""


def _checked(cell: FormulaCell, result: Result) -> Result:
    """Only a formula that was entered to spill may: elsewhere Excel would show one value of the several."""
    if result.extent is not None and cell.extent is None:
        return Result(CellError("#VALUE!"), None, _SEVERAL_VALUES)
    return result


def _write_back(
    book: Book, engine: Engine, sheet: str, cells: list[FormulaCell], results: Mapping[Place, Result]
) -> None:
    values: dict[Place, Value] = {}
    extents: dict[Place, Area] = {}
    for cell in cells:
        if cell.extent is None:
            continue
        values |= dict.fromkeys(cell.extent.places())
        if cell.dynamic:
            extents[cell.place] = results[cell.place].extent or Area(cell.place, cell.place)
    for cell in cells:
        area = extents.get(cell.place, cell.extent)
        if area is not None and not isinstance(results[cell.place].value, CellError):
            values |= {place: engine.value(sheet, place) for place in area.places()}
    values |= {place: result.value for place, result in results.items()}
    part = book.layout.sheets[sheet]
    book.package.replace(part, patch_values(book.package.read(part), values, extents, part))
