"""From what a host hands over to what a function declares.

Hosts differ: an empty cell is None or "", a date is a datetime or a serial number, a range is a list or a
tuple of rows, a single cell is bare or 1 × 1. Here they all become the same thing.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from medoffice_xl.cells.error_cells import hand_on
from medoffice_xl.cells.handles import tables_of
from medoffice_xl.errors import BadArgument
from medoffice_xl.tables.frames import EPOCH


class Takes(StrEnum):
    """What an argument takes."""

    SET = "set of tables"
    DATE = "date"
    NUMBER = "number"
    WHOLE = "whole number"
    TEXT = "text"
    COLUMN = "column"
    ROWS = "rows"
    ANY = "anything"


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a cell function. Where it takes a set of tables, its name is the set's.

    One that `repeats` is the last, and is given as often as the user likes.
    """

    name: str
    doc: str
    takes: Takes
    optional: bool
    default: Any = None
    repeats: bool = False

    def read(self, value: Any) -> Any:
        """The host's value as the function wants it; raises BadArgument with the argument's name.

        An argument that shows an error hands that error on, as Excel's own functions do.
        """
        if self.takes is Takes.ANY:
            # A left-out argument is None in one host and "" in another.
            return self.default if isinstance(value, str) and not value.strip() else value
        hand_on(value, self.name)
        if self.takes is Takes.SET:
            return tables_of(value, self.name)
        if self.takes is Takes.COLUMN:
            return _column(value)
        if self.takes is Takes.ROWS:
            return _rows(value)
        cell = _single(value, self.name)
        if cell is None:
            if self.optional:
                return self.default
            raise BadArgument(f"“{self.name}” is empty; give {_ASKS[self.takes]}.")
        try:
            return _READ[self.takes](cell)
        except (ValueError, TypeError, OverflowError) as error:
            raise BadArgument(f"“{self.name}” is {cell!r}; give {_ASKS[self.takes]}.") from error


def _single(value: Any, name: str) -> Any:
    """A bare cell value; None for empty."""
    while isinstance(value, list | tuple):
        if len(value) != 1:
            raise BadArgument(f"“{name}” takes one cell, not a range.")
        value = value[0]
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    return value


def _column(value: Any) -> list[Any]:
    """A single cell, a row or a column as a flat list; None for empty cells."""
    if not isinstance(value, list | tuple):
        return [value if value != "" else None]
    flat: list[Any] = []
    for row in value:
        flat.extend(row if isinstance(row, list | tuple) else [row])
    return [cell if cell != "" else None for cell in flat]


def _rows(value: Any) -> list[list[Any]]:
    """A single cell or a range as rows of cells; None for empty cells."""
    rows = value if isinstance(value, list | tuple) else [value]
    return [_column(list(row) if isinstance(row, list | tuple) else row) for row in rows]


def read_date(cell: Any) -> date:
    """A day from a datetime, a date, a serial number or ISO text."""
    if isinstance(cell, bool):
        raise ValueError(cell)
    if isinstance(cell, datetime):
        return date(cell.year, cell.month, cell.day)
    if isinstance(cell, date):
        return cell
    if isinstance(cell, str):
        return date.fromisoformat(cell.strip())
    try:
        return EPOCH.date() + timedelta(days=int(cell))
    except OverflowError as error:
        raise ValueError(cell) from error


def _read_number(cell: Any) -> float:
    if isinstance(cell, bool | date):
        raise ValueError(cell)
    value = float(cell)
    if not math.isfinite(value):
        raise ValueError(cell)
    return value


def _read_whole(cell: Any) -> int:
    value = _read_number(cell)
    if not value.is_integer():
        raise ValueError(cell)
    return int(value)


def _read_text(cell: Any) -> str:
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


_READ: dict[Takes, Callable[[Any], Any]] = {
    Takes.DATE: read_date,
    Takes.NUMBER: _read_number,
    Takes.WHOLE: _read_whole,
    Takes.TEXT: _read_text,
}

_ASKS = {
    Takes.DATE: "a date",
    Takes.NUMBER: "a number",
    Takes.WHOLE: "a whole number",
    Takes.TEXT: "text",
}
