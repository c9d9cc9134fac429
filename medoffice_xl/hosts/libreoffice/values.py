"""Between what LibreOffice hands a function and what a cell function takes and returns.

In: numbers and days are floats, TRUE is 1, an empty cell is "" within a range, a range is a tuple of tuples, an
argument left out is None. Out: floats, texts, tuples of tuples; a day as its serial number; an error as the one float
that a spreadsheet cell shows as that error.
"""

import math
from collections.abc import Mapping
from datetime import date, datetime
from struct import pack, unpack
from typing import Any

from medoffice_xl.errors import MedOfficeError

EPOCH = datetime(1899, 12, 30)
SECONDS_A_DAY = 86_400

ERROR_NUMBERS: Mapping[str, int] = {
    "#NULL!": 521,
    "#DIV/0!": 532,
    "#VALUE!": 519,
    "#REF!": 524,
    "#NAME?": 525,
    "#NUM!": 503,
    "#N/A": 32767,
}
"""LibreOffice's numbers for Excel's errors."""

_ERROR_TEXTS = {number: text for text, number in ERROR_NUMBERS.items()}


def error_float(code: str) -> float:
    """The not-a-number in whose low bits LibreOffice reads an error."""
    number = ERROR_NUMBERS[code]
    return float(unpack("<d", pack("<Q", 0x7FF8_0000_0000_0000 | number))[0])


def error_text(number: int) -> str:
    """What a cell with LibreOffice's error shows, in Excel's words."""
    return _ERROR_TEXTS.get(number, "#VALUE!")


def from_uno(value: Any) -> Any:
    """An argument as LibreOffice hands it over."""
    if hasattr(value, "getDataArray"):
        return cells_of(value)
    if isinstance(value, float) and math.isnan(value):
        return error_text(unpack("<Q", pack("<d", value))[0] & 0xFFFF)
    return value


def cells_of(cells: Any) -> tuple[tuple[Any, ...], ...]:
    """A range's values; an error cell is the error's text, such as `#N/A`."""
    rows: tuple[tuple[Any, ...], ...] = cells.getDataArray()
    if not any(None in row for row in rows):
        return rows
    return tuple(
        tuple(
            value if value is not None else error_text(cells.getCellByPosition(column, row).getError())
            for column, value in enumerate(values)
        )
        for row, values in enumerate(rows)
    )


def to_uno(value: Any) -> Any:
    """A result as LibreOffice takes it; a missing value is an empty text, as in Excel's own cells."""
    if value is None:
        return ""
    if isinstance(value, bool | int | float):
        return float(value)
    if isinstance(value, datetime):
        return (value - EPOCH).total_seconds() / SECONDS_A_DAY
    if isinstance(value, date):
        return float((value - EPOCH.date()).days)
    return str(value)


def block_to_uno(value: Any) -> tuple[tuple[Any, ...], ...]:
    """A spilling function's result; a single value becomes one cell."""
    if not isinstance(value, list | tuple):
        return ((to_uno(value),),)
    return tuple(tuple(to_uno(cell) for cell in row) for row in value)


def error_value(error: MedOfficeError) -> float:
    """The error that the cell shows."""
    return error_float(error.excel_code)
