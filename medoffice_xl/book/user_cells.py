"""What a user has put into and beside a table: kept when the table's rows are replaced.

Cells beside the table stay where they are. Cells of the user's own columns within the table follow their row,
known by the table's key. Nothing is dropped in silence: a value whose row is gone is reported.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from typing import TypeVar

import pandas as pd
from openpyxl.formula.translate import Translator

from medoffice_xl.book.layout import TablePart
from medoffice_xl.book.places import Place, letters
from medoffice_xl.book.sheet_part import Cell, cells, formulas, rows
from medoffice_xl.errors import BookError
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.tables import Table

Key = tuple[object, ...]
OldRows = Callable[[], tuple[Sequence[int], pd.DataFrame]]
"""Gives the row numbers and the frame of what the table held."""

Kept = TypeVar("Kept")


@dataclass(slots=True)
class Found:
    """Cells that are not ours, in and beside a table's rows."""

    beside: dict[int, dict[int, str]] = field(default_factory=dict)
    own_columns: dict[int, dict[int, Cell]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.beside or self.own_columns)


def find(reach: Iterable[tuple[int, bytes]], part: TablePart, ours: frozenset[int], new_last: int) -> Found:
    """The cells that are not ours; raises BookError when the growing table would cover one.

    `reach` are the rows from the table's first one on that may hold such cells; `ours` our columns' numbers.
    """
    found = Found()
    width = range(part.area.first.column, part.area.last.column + 1)
    for number, row in reach:
        for cell in cells(row):
            column = cell.place.column
            if column not in width:
                found.beside.setdefault(number, {})[column] = cell.raw.decode()
            elif number <= part.body.last.row:
                if column not in ours:
                    found.own_columns.setdefault(number, {})[column] = cell
            elif number <= new_last and cell.inner:
                raise BookError(
                    f"The table on the sheet “{part.sheet}” grows to row {new_last:,} and would cover what stands in "
                    f"{cell.place}. Move that below or beside the table and try again; nothing was changed."
                )
    return found


@dataclass(frozen=True, slots=True)
class RowMoves:
    """Which former row each row now is, by their `numbers`; the former rows that are `gone`."""

    came: Mapping[int, int]
    gone: Sequence[int]
    numbers: range

    def taken_along(self, by_row: Mapping[int, Kept]) -> dict[int, Kept]:
        """What was said of former rows, by their numbers now."""
        return {now: by_row[before] for now, before in self.came.items() if before in by_row}


def no_moves() -> RowMoves:
    """Where nothing goes with a row, nobody needs to know where rows went."""
    return RowMoves({}, (), range(0))


def moved(table: Table, frame: pd.DataFrame, old_rows: OldRows, first_row: int) -> RowMoves:
    """Former rows and rows of now are one by the table's key; of equal keys the first is the first."""
    waiting: dict[Key, deque[int]] = defaultdict(deque)
    numbers, old_frame = old_rows()
    for number, key in zip(numbers, _keys(table, old_frame), strict=True):
        waiting[key].append(number)
    came = {
        number: waiting[key].popleft() for number, key in enumerate(_keys(table, frame), first_row) if waiting.get(key)
    }
    gone = sorted(number for left in waiting.values() for number in left)
    return RowMoves(came, gone, range(first_row, first_row + len(frame)))


def follow(
    found: Found, table: Table, part: TablePart, moves: RowMoves, shown: Callable[[Cell], str]
) -> tuple[dict[int, dict[int, str]], list[Problem]]:
    """Further cells by their new row, and a problem for each user's value (as `shown`) whose row is gone."""
    placed = {number: dict(row) for number, row in found.beside.items()}
    if not found.own_columns:
        return placed, []
    calculated = [part.area.first.column + part.headers.index(header) for header in part.calculated]
    pattern = _first_cells(found, calculated)
    for number in moves.numbers:
        former = found.own_columns.get(moves.came.get(number, 0), {})
        for column in {*former, *pattern}:
            cell = former.get(column) or _without_value(pattern[column])
            placed.setdefault(number, {})[column] = _moved(cell, number)
    return placed, [
        Problem(
            Severity.DATA,
            f"The row of this entry of yours is no longer in the table {table.sheet}; the entry went with it.",
            "Note it elsewhere if it still matters.",
            line=number,
            column=part.headers[column - part.area.first.column],
            value=shown(cell),
        )
        for number in moves.gone
        for column, cell in found.own_columns.get(number, {}).items()
        if cell.inner and column not in calculated
    ]


def follow_unread(
    body: bytes, unread: Collection[int], part: TablePart, first: int
) -> Iterator[tuple[int, dict[int, str]]]:
    """The cells of the table's rows of these numbers, moved to the rows from `first` on, as they are."""
    width = range(part.area.first.column, part.area.last.column + 1)
    kept = (row for number, row in rows(body) if number in unread) if unread else ()
    for number, row in enumerate(kept, first):
        yield number, {cell.place.column: _moved(cell, number) for cell in cells(row) if cell.place.column in width}


def _keys(table: Table, frame: pd.DataFrame) -> Iterable[Key]:
    return zip(*(frame[name].astype("str") for name in table.key), strict=True)


def _first_cells(found: Found, columns: Sequence[int]) -> dict[int, Cell]:
    """For each calculated column the first cell that holds its formula, the pattern of new rows."""
    pattern: dict[int, Cell] = {}
    for number in sorted(found.own_columns):
        for column, cell in found.own_columns[number].items():
            if column in columns and column not in pattern and b"<f>" in cell.inner:
                pattern[column] = cell
        if len(pattern) == len(columns):
            break
    return pattern


def _without_value(cell: Cell) -> Cell:
    end = cell.inner.index(b"</f>") + len(b"</f>")
    attributes = {name: value for name, value in cell.attributes.items() if name != "t"}
    return replace(cell, inner=cell.inner[:end], attributes=attributes)


def _moved(cell: Cell, row: int) -> str:
    """The cell in another row; relative references of its formula move along, as when it is copied."""
    target = Place(row, cell.place.column)
    attributes = " ".join(f'{name}="{value}"' for name, value in {**cell.attributes, "r": str(target)}.items())
    inner = cell.inner.decode()
    if target != cell.place and "<f" in inner:
        formula = next(formulas(cell.raw))
        if formula.shared or formula.extent is not None:
            raise BookError(
                f"Your column {letters(cell.place.column)} holds a formula in {cell.place} that cannot be moved with "
                "its row. Type it again as a column of the table and save the workbook in Excel; nothing was changed."
            )
        written = Translator(f"={formula.text}", origin=str(cell.place)).translate_formula(str(target))
        inner = f"<f>{escape(written[1:], quote=False)}</f>{inner.partition('</f>')[2]}"
    return f"<c {attributes}>{inner}</c>" if inner else f"<c {attributes}/>"
