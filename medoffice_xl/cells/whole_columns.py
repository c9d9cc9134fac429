"""Arguments that are filled down: a whole column, or one cell that counts for every row."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import pandas as pd

from medoffice_xl.cells.arguments import read_date
from medoffice_xl.errors import BadArgument

T = TypeVar("T")


def as_long(columns: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """The columns in one length: single cells are repeated; raises BadArgument where lengths differ."""
    longest = max(len(column) for column in columns.values())
    for name, column in columns.items():
        if len(column) not in (1, longest):
            raise BadArgument(
                f"“{name}” has {len(column)} rows, another argument {longest}. Give columns of one length."
            )
    return {name: column if len(column) == longest else column * longest for name, column in columns.items()}


def side_by_side(argument: str, rows: list[list[Any]], names: Sequence[str]) -> dict[str, list[Any]]:
    """One argument's columns by their names, as many as it has; the others are empty in every row."""
    width = max((len(row) for row in rows), default=0)
    if width > len(names):
        raise BadArgument(f"“{argument}” has {width} columns; give at most {len(names)}: {', '.join(names)}.")
    padded = [[*row, *[None] * (len(names) - len(row))] for row in rows]
    return {name: [row[place] for row in padded] for place, name in enumerate(names)}


def texts(column: Sequence[Any]) -> list[str]:
    """Cells as text: 99 for 99.0, "" for an empty cell."""
    return [_text(cell) for cell in column]


def days(name: str, column: Sequence[Any]) -> list[pd.Timestamp]:
    """Cells as days."""
    return [pd.Timestamp(_each(name, cell, read_date, "a date")) for cell in column]


def numbers(name: str, column: Sequence[Any], empty: float) -> list[float]:
    """Cells as numbers; `empty` for an empty cell."""
    return [empty if cell is None else _each(name, cell, _number, "a number") for cell in column]


def cents(name: str, column: Sequence[Any]) -> list[int]:
    """Dollars as whole cents; 0 for an empty cell."""
    return [round(dollars * 100) for dollars in numbers(name, column, 0.0)]


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()


def _number(cell: Any) -> float:
    if isinstance(cell, bool | str):
        raise ValueError(cell)
    return float(cell)


def _each(name: str, cell: Any, read: Callable[[Any], T], what: str) -> T:
    try:
        return read(cell)
    except (ValueError, TypeError, OverflowError) as error:
        raise BadArgument(f"“{name}” has {cell!r}; give {what}.") from error
