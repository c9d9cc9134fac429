"""From what a host hands over to what a function declares.

Hosts differ: an empty cell is None or "", a date is a datetime or a serial number, a range is a list or a
tuple of rows, a single cell is bare or 1 × 1. Here they all become the same thing.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import pandas as pd

from medoffice_xl.cells.handles import table_from
from medoffice_xl.errors import BadArgument, MedOfficeError, NoData, OutOfRange
from medoffice_xl.tables import TABLES
from medoffice_xl.tables.frames import EPOCH

_CODES = {
    "na": "#N/A",
    "value": "#VALUE!",
    "num": "#NUM!",
    "name": "#NAME?",
    "ref": "#REF!",
    "div": "#DIV/0!",
    "div0": "#DIV/0!",
    "null": "#NULL!",
    "spill": "#SPILL!",
    "calc": "#CALC!",
}
"""Errors as cells show them, by the names hosts give them."""

_RAISED: Mapping[str, type[MedOfficeError]] = {"#N/A": NoData, "#NUM!": OutOfRange}


class Takes(StrEnum):
    """What an argument takes."""

    TABLE = "table"
    DATE = "date"
    NUMBER = "number"
    WHOLE = "whole number"
    TEXT = "text"
    COLUMN = "column"
    ANY = "anything"


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a cell function. `table` names the schema where a table is taken."""

    name: str
    doc: str
    takes: Takes
    optional: bool
    default: Any = None
    table: str = ""

    def read(self, value: Any) -> Any:
        """The host's value as the function wants it; raises BadArgument with the argument's name.

        An argument that shows an error hands that error on, as Excel's own functions do.
        """
        if self.takes is Takes.ANY:
            # A left-out argument is None in one host and "" in another.
            return self.default if isinstance(value, str) and not value.strip() else value
        if code := error_code(value):
            raise _RAISED.get(code, BadArgument)(f"“{self.name}” shows {code}. Mend that cell first.")
        if self.takes is Takes.TABLE:
            return table_from(value, TABLES[self.table])
        if self.takes is Takes.COLUMN:
            return _column(value)
        cell = _single(value, self.name)
        if cell is None:
            if self.optional:
                return self.default
            raise BadArgument(f"“{self.name}” is empty; give {_ASKS[self.takes]}.")
        try:
            return _READ[self.takes](cell)
        except (ValueError, TypeError, OverflowError) as error:
            raise BadArgument(f"“{self.name}” is {cell!r}; give {_ASKS[self.takes]}.") from error


def error_code(value: Any) -> str:
    """The Excel error a cell shows, such as #N/A; empty where it shows none.

    Hosts hand an error over as its text, or (formualizer) as a mapping of type, kind and message.
    """
    while isinstance(value, list | tuple) and len(value) == 1:
        value = value[0]
    if isinstance(value, Mapping) and value.get("type") == "Error":
        return _CODES.get(str(value.get("kind", "")).casefold(), "#VALUE!")
    if isinstance(value, str) and value in _CODES.values():
        return value
    return ""


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
    return (EPOCH + pd.Timedelta(days=int(cell))).date()


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
