"""The way between a sheet's cells and a frame of a table's columns.

Cells are what hosts hand over: None or "" for empty, float for every number, datetime or serial number for a
day. A frame holds a table's fields with the types that `Kind` names. A row with a cell that cannot be read as its kind
is left out and reported with its place; nothing is guessed.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

import pandas as pd

from medoffice_xl.blanks import trimmed
from medoffice_xl.day_limits import FIRST_DAY, LAST_DAY, NO_END, within_limits
from medoffice_xl.money import MOST_CENTS, NANOS_A_DOLLAR
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.tables.plain_columns import EXACT, LARGEST_PRICE, plain_column
from medoffice_xl.tables.schema import Column, Kind, Table

EPOCH = pd.Timestamp(1899, 12, 30)
"""Day 0 of a spreadsheet's serial numbers (right from 1 March 1900 on)."""

Cells = Sequence[Sequence[Any]]


def empty_frame(table: Table) -> pd.DataFrame:
    """A frame of the table's columns and types, with no rows; it is the caller's own."""
    return _empty(table).copy()


@cache
def _empty(table: Table) -> pd.DataFrame:
    return pd.DataFrame({column.name: _series(column, []) for column in table})


@dataclass(frozen=True, slots=True)
class CellsRead:
    """What a table's cells hold: a frame with the row number of each of its rows, and what was found.

    `left_out` are the numbers of rows with a cell that cannot be read, of which no figure can be made. `plainly` says
    that every column was there and every cell of its kind, so that the frame adds up to what the cells do.
    """

    frame: pd.DataFrame
    numbers: Sequence[int]
    left_out: Sequence[int]
    problems: list[Problem]
    plainly: bool = False


def frame_from_cells(
    table: Table, header: Sequence[Any], rows: Cells, file: str = "", first_line: int = 2
) -> tuple[pd.DataFrame, list[Problem]]:
    """Cells under `header` as a frame of `table`, with a problem for each value that is not of its kind.

    Columns are found by heading (or field name), in any order; further columns are left alone. Rows with
    nothing in any of the table's columns are skipped, rows with a cell that cannot be read are left out. A missing
    optional column is empty; a missing required one is a problem. `first_line` is the row number of the first of
    `rows`.
    """
    read = read_cells(table, header, rows, file, first_line)
    return read.frame, read.problems


def read_cells(table: Table, header: Sequence[Any], rows: Cells, file: str = "", first_line: int = 2) -> CellsRead:
    """The same, with which row of the frame stood where, and which rows were left out."""
    places = {str(cell).strip().casefold(): index for index, cell in enumerate(header) if cell not in (None, "")}
    found = {column.name: places.get(column.header.casefold(), places.get(column.name.casefold())) for column in table}
    used = [index for index in found.values() if index is not None]
    by_position, lines = _by_position(rows, used, first_line)

    problems: list[Problem] = []
    bad: set[int] = set()
    plainly = True
    data: dict[str, pd.Series[Any]] = {}
    for column in table:
        place = found[column.name]
        if place is None and column.required:
            problems.append(
                Problem(
                    Severity.DATA,
                    f"The column “{column.header}” is missing.",
                    "Put the column back, with this heading.",
                    file,
                    first_line - 1,
                    column.header,
                )
            )
        if place is None:
            plainly = False
            data[column.name] = _series(column, [None] * len(lines))
            continue
        cells = by_position[place] if lines else []
        plain = plain_column(column, cells)
        plainly &= plain is not None
        data[column.name] = _convert(column, cells, lines, file, problems, bad) if plain is None else plain
    frame = pd.DataFrame(data)
    if not bad:
        return CellsRead(frame, lines, (), problems, plainly)
    kept = [line not in bad for line in lines]
    numbers = [line for line in lines if line not in bad]
    return CellsRead(frame[kept].reset_index(drop=True), numbers, sorted(bad), problems)


def cells_from_frame(table: Table, frame: pd.DataFrame) -> list[list[Any]]:
    """The frame's rows as cells, in the order of the table's columns: str, float, int, date or None."""
    if frame.empty:
        return []
    columns = [_TO_CELLS[column.kind](frame[column.name]) for column in table]
    return [list(row) for row in zip(*columns, strict=True)]


def _by_position(rows: Cells, used: Sequence[int], first_line: int) -> tuple[list[Sequence[Any]], Sequence[int]]:
    """The cells of each position and the row numbers, of the rows with anything in a position that is used."""
    positions: list[Sequence[Any]] = list(zip(*rows, strict=True))
    if any(None not in positions[place] and "" not in positions[place] for place in used if positions):
        return positions, range(first_line, first_line + len(rows))
    kept = [(line, row) for line, row in enumerate(rows, first_line) if any(_filled(row[i]) for i in used)]
    return list(zip(*(row for _, row in kept), strict=True)), [line for line, _ in kept]


def _filled(cell: Any) -> bool:
    return cell is not None and cell != ""


def _convert(
    column: Column, cells: Sequence[Any], lines: Sequence[int], file: str, problems: list[Problem], bad: set[int]
) -> "pd.Series[Any]":
    """The column's values; the rows of cells that cannot be read, or are empty where none may be, are `bad`.

    A text or a day that is missing is no wrong one; a missing amount would count as nothing. A column that does not
    count makes no figure wrong.
    """
    read = _reader(column)
    values: list[Any] = []
    for line, cell in zip(lines, cells, strict=True):
        if isinstance(cell, str):
            cell = trimmed(cell)  # noqa: PLW2901
        value, told = None, None
        if _filled(cell):
            try:
                value = read(_no_error(cell))
            except (ValueError, TypeError, ArithmeticError):
                told = f"This is not {_EXPECTED[column.kind]}", f"Correct it to {_EXPECTED[column.kind]}.", str(cell)
        elif column.required:
            told = f"“{column.header}” is empty", "Fill it in.", ""
        values.append(value)
        if told:
            left_out = column.counts and (_filled(cell) or column.kind in _COUNT_AS_NOTHING)
            what = f"{told[0]}; the row counts nowhere until then." if left_out else f"{told[0]}."
            problems.append(Problem(Severity.DATA, what, told[1], file, line, column.header, told[2]))
            bad.update([line] if left_out else ())
    return _series(column, values)


def _reader(column: Column) -> Callable[[Any], Any]:
    return _read_last_day if column.ends else _READ[column.kind]


_ERRORS = ("#N/A", "#VALUE!", "#NUM!", "#NAME?", "#REF!", "#DIV/0!", "#NULL!", "#SPILL!", "#CALC!")


def _no_error(cell: Any) -> Any:
    """The cell, unless it shows an error: as its text, or as a mapping that tells of it."""
    if isinstance(cell, Mapping) or (isinstance(cell, str) and cell in _ERRORS):
        raise ValueError(cell)
    return cell


def _read_text(cell: Any) -> str:
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _read_number(cell: Any) -> float:
    if isinstance(cell, bool | date):
        raise ValueError(cell)
    value = float(cell)
    if not math.isfinite(value) or abs(value) >= EXACT:
        raise ValueError(cell)
    return value


def _read_cents(cell: Any) -> int:
    cents = _read_number(cell) * 100
    nearest = round(cents)
    if abs(cents - nearest) > 1e-4 + abs(nearest) * 1e-12 or abs(nearest) >= MOST_CENTS:
        raise ValueError(cell)
    return nearest


def _read_nanos(cell: Any) -> int:
    """A price as nano-dollars. What a formula left behind the ninth decimal is below what a unit can cost."""
    if isinstance(cell, bool | date):
        raise ValueError(cell)
    dollars = Decimal(str(cell))
    if not dollars.is_finite() or abs(dollars) >= LARGEST_PRICE:
        raise ValueError(cell)
    return round(dollars * NANOS_A_DOLLAR)


def _read_whole(cell: Any) -> int:
    value = _read_number(cell)
    if not value.is_integer():
        raise ValueError(cell)
    return int(value)


def _read_day(cell: Any) -> pd.Timestamp:
    day = _day(cell)
    if not within_limits(day):
        raise ValueError(cell)
    return pd.Timestamp(day)


def _read_last_day(cell: Any) -> pd.Timestamp:
    return pd.Timestamp(NO_END) if _day(cell) == NO_END else _read_day(cell)


def _day(cell: Any) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, str):
        return date.fromisoformat(cell)
    return EPOCH.date() + timedelta(days=int(_read_number(cell)))


_READ: dict[Kind, Callable[[Any], Any]] = {
    Kind.TEXT: _read_text,
    Kind.MONEY: _read_cents,
    Kind.PRICE: _read_nanos,
    Kind.DATE: _read_day,
    Kind.NUMBER: _read_number,
    Kind.WHOLE: _read_whole,
    Kind.RATE: _read_number,
}

_COUNT_AS_NOTHING = (Kind.MONEY, Kind.PRICE, Kind.WHOLE)
"""Kinds of which a frame has no missing value where they are required."""

_EXPECTED = {
    Kind.TEXT: "text",
    Kind.MONEY: "an amount in whole cents",
    Kind.PRICE: "an amount",
    Kind.DATE: f"a date of the years {FIRST_DAY.year} to {LAST_DAY.year}",
    Kind.NUMBER: "a number",
    Kind.WHOLE: "a whole number",
    Kind.RATE: "a percentage",
}


def _series(column: Column, values: Sequence[Any]) -> "pd.Series[Any]":
    """Values (None where missing) as the column's type in a frame."""
    if column.kind is Kind.TEXT:
        return pd.Series(["" if value is None else value for value in values], dtype="str")
    if column.kind is Kind.DATE:
        return pd.Series(values, dtype="datetime64[us]")
    if column.kind in (Kind.NUMBER, Kind.RATE):
        return pd.Series(values, dtype="float64")
    if column.required:
        return pd.Series([0 if value is None else value for value in values], dtype="int64")
    return pd.Series(values, dtype="Int64")


def _optional(series: "pd.Series[Any]") -> list[Any]:
    return [None if missing else value for value, missing in zip(series.tolist(), series.isna(), strict=True)]


_TO_CELLS: dict[Kind, Callable[["pd.Series[Any]"], list[Any]]] = {
    Kind.TEXT: lambda series: series.fillna("").tolist(),
    Kind.MONEY: lambda series: [None if cents is None else cents / 100 for cents in _optional(series)],
    Kind.PRICE: lambda series: [None if nanos is None else nanos / NANOS_A_DOLLAR for nanos in _optional(series)],
    Kind.DATE: lambda series: [None if stamp is None else stamp.date() for stamp in _optional(series)],
    Kind.NUMBER: _optional,
    Kind.WHOLE: _optional,
    Kind.RATE: _optional,
}
