"""A table of the live workbook brought to what it shall hold, cell by cell where it must, row by row where it can.

Rows are known by the table's key. A row that stays the same is not touched, so the user's own columns, formulas,
notes and formats beside and within it stay what they are. Text is formatted as text before it is written.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from itertools import chain
from typing import Any

import pandas as pd
import xlwings
from xlwings.main import Table as XlTable

from medoffice_xl.errors import BookError
from medoffice_xl.tables import Table, cells_from_frame
from medoffice_xl.tables.number_formats import NUMBER_FORMATS

Undo = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Step:
    """What has to be done to one table; line 0 is its first row under the headings."""

    place: XlTable
    table: Table
    columns: list[int]
    changed: dict[int, list[Any]]
    former: dict[int, list[Any]]
    removed: list[int]
    new: list[list[Any]]
    end: int
    """How many lines are filled or stand between filled ones."""
    height: int


def plan(
    place: XlTable,
    table: Table,
    cells: Sequence[Sequence[Any]],
    held: pd.DataFrame,
    lines: Sequence[int],
    wanted: pd.DataFrame,
) -> Step:
    """The way from `held` (the frame of `cells`, headings first) to `wanted`; nothing is written yet.

    `lines` are those of the rows of `held`; others, which could not be read, stay as they are. Raises BookError when
    a column is missing, or when the growing table would cover other cells.
    """
    columns = _columns(table, cells[0])
    body = [list(row) for row in cells[1:]]
    filled = [line for line, row in enumerate(body) if any(row[column] not in (None, "") for column in columns)]
    before, after = _rows(table, held), _rows(table, wanted)
    by_key: dict[Any, deque[int]] = defaultdict(deque)
    for number, key in enumerate(_keys(table, held)):
        by_key[key].append(number)
    changed, new, stays = {}, [], set()
    for row, key in zip(after, _keys(table, wanted), strict=True):
        if not by_key[key]:
            new.append(row)
            continue
        number = by_key[key].popleft()
        stays.add(number)
        if row != before[number]:
            changed[lines[number]] = [
                old_raw if value == old else value
                for value, old, old_raw in zip(
                    row, before[number], (body[lines[number]][column] for column in columns), strict=True
                )
            ]
    removed = [line for number, line in enumerate(lines) if number not in stays]
    end = filled[-1] + 1 if filled else 0
    former = {line: [body[line][column] for column in columns] for line in changed}
    step = Step(place, table, columns, changed, former, removed, new, end, len(body))
    _check_room(step)
    return step


def carry_out(steps: Sequence[Step]) -> None:
    """Do all steps; if one fails, what was done before is taken back."""
    undo: list[Undo] = []
    try:
        for step in steps:
            # One by one: each way back is known before its step is done.
            for back in chain(_grow(step), _change(step)):
                undo.append(back)  # noqa: PERF402
        # Last, because a removed row cannot be put back with all that hung on it.
        for step in steps:
            _remove(step)
    except Exception:
        for back in reversed(undo):
            back()
        raise


def _columns(table: Table, header: Sequence[Any]) -> list[int]:
    places = {str(cell).strip().casefold(): column for column, cell in enumerate(header)}
    missing = [column.header for column in table if column.header.casefold() not in places]
    if missing:
        raise BookError(
            f"The table on the sheet {table.sheet} lacks the column {', '.join(missing)}. Put it back, with this "
            "heading; nothing was changed."
        )
    return [places[column.header.casefold()] for column in table]


def _rows(table: Table, frame: pd.DataFrame) -> list[list[Any]]:
    return [
        [datetime(cell.year, cell.month, cell.day) if isinstance(cell, date) else cell for cell in row]
        for row in cells_from_frame(table, frame)
    ]


def _keys(table: Table, frame: pd.DataFrame) -> list[tuple[Any, ...]]:
    columns = [frame[name].astype("object").where(frame[name].notna(), None).tolist() for name in table.key]
    return list(zip(*columns, strict=True))


def _check_room(step: Step) -> None:
    """The rows under the table that it needs must be empty."""
    needed = step.end + len(step.new) - step.height
    if needed <= 0:
        return
    under = _block(step, step.height, needed, 0, step.place.range.shape[1])
    for row in under.options(ndim=2).value:
        if any(cell not in (None, "") for cell in row):
            raise BookError(
                f"The table on the sheet {step.table.sheet} needs {needed:,} more rows, and there is something below "
                "it. Move that beside the table and try again; nothing was changed."
            )


def _grow(step: Step) -> Iterator[Undo]:
    if not step.new:
        return
    if not step.end:  # hidden until it holds rows
        step.place.range.sheet.visible = True
    whole = step.place.range
    height = max(step.height, step.end + len(step.new))
    for number, column in enumerate(step.columns):
        cells = _block(step, step.end, len(step.new), column, 1)
        cells.number_format = NUMBER_FORMATS[step.table.columns[number].kind]
    if height > step.height:
        yield partial(step.place.resize, whole)
        step.place.resize(whole.resize(height + 1, whole.shape[1]))
    for first, last in _runs(step.columns):
        block = _block(step, step.end, len(step.new), step.columns[first], last - first + 1)
        yield block.clear_contents
        block.value = [row[first : last + 1] for row in step.new]


def _change(step: Step) -> Iterator[Undo]:
    for line, row in step.changed.items():
        for first, last in _runs(step.columns):
            cells = _block(step, line, 1, step.columns[first], last - first + 1)
            yield partial(setattr, cells, "value", [step.former[line][first : last + 1]])
            cells.value = [row[first : last + 1]]


def _remove(step: Step) -> None:
    """Take rows out of the table, the lowest first; the last row of a table is emptied, for a table has one."""
    left = max(step.height, step.end + len(step.new))
    for line in reversed(step.removed):
        cells = _block(step, line, 1, 0, step.place.range.shape[1])
        if left == 1:
            cells.clear_contents()
            continue
        cells.delete("up")
        left -= 1


def _runs(columns: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Stretches of our columns that stand side by side, as first and last number."""
    first = 0
    for number in range(1, len(columns) + 1):
        if number == len(columns) or columns[number] != columns[number - 1] + 1:
            yield first, number - 1
            first = number


def _block(step: Step, line: int, lines: int, column: int, width: int) -> xlwings.Range:
    """Cells of the table's body, or right under it."""
    corner = step.place.range
    row, left = corner.row + 1 + line, corner.column + column
    return corner.sheet.range((row, left), (row + lines - 1, left + width - 1))
