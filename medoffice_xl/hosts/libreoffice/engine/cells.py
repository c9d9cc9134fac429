"""Values between Python and LibreOffice's cells.

LibreOffice's cells hold floats and texts; a day is a float that is shown as a day, TRUE a float that is shown as TRUE.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import pandas as pd

from medoffice_xl.hosts.libreoffice.values import EPOCH, SECONDS_A_DAY

DAY, MOMENT, BOOLEAN = "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss", "BOOLEAN"

Rows = Sequence[Sequence[Any]]


class ErrorCell(str):
    """What an error cell shows, such as #N/A; no text that a user typed."""

    __slots__ = ()


def prepared(value: Any, options: Any) -> Any:
    """A value on its way to a cell, as xlwings' conversion asks for it."""
    if value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, np.generic):
        return value.item() if not isinstance(value, np.datetime64) else pd.Timestamp(value).to_pydatetime()
    if isinstance(value, pd.Timestamp):
        return value.to_pydatetime()
    if isinstance(value, bool | int | float | str | date):
        return value
    return float(value) if hasattr(value, "__float__") else str(value)


def cleaned(
    rows: Rows,
    make_date: Callable[..., Any],
    empty_as: Any,
    make_number: Callable[[float], Any] | None,
    err_to_str: bool,
) -> list[list[Any]]:
    """Values from cells, as xlwings' conversion asks for them."""

    def clean(value: Any) -> Any:
        if value is None or value == "":
            return empty_as
        if isinstance(value, ErrorCell):
            return str(value) if err_to_str else None
        if isinstance(value, datetime):
            return make_date(
                month=value.month,
                day=value.day,
                year=value.year,
                hour=value.hour,
                minute=value.minute,
                second=value.second,
                microsecond=value.microsecond,
                tzinfo=None,
            )
        if make_number is not None and isinstance(value, float):
            return make_number(value)
        return value

    return [[clean(value) for value in row] for row in rows]


def moment(serial: float) -> datetime:
    """The moment of a serial number."""
    return EPOCH + timedelta(seconds=round(serial * SECONDS_A_DAY, 3))


@dataclass(slots=True)
class Written:
    """Rows as LibreOffice takes them, with what has to be done to single cells afterwards."""

    rows: list[tuple[float | str, ...]] = field(default_factory=list)
    formulas: list[tuple[int, int, str]] = field(default_factory=list)
    formats: dict[tuple[int, str], list[int]] = field(default_factory=dict)
    """Rows, by column and number format."""


def written(rows: Iterable[Sequence[Any]]) -> Written:
    """What to write for rows of Python values."""
    result = Written()
    for row, values in enumerate(rows):
        out: list[float | str] = []
        for column, value in enumerate(values):
            plain, shown_as = _plain(value)
            if shown_as:
                result.formats.setdefault((column, shown_as), []).append(row)
            if isinstance(plain, str) and plain.startswith("=") and len(plain) > 1:
                result.formulas.append((row, column, plain))
                plain = ""
            out.append(plain)
        result.rows.append(tuple(out))
    return result


def _plain(value: Any) -> tuple[float | str, str]:
    """A value as LibreOffice holds it, and the format without which it would show as a bare number."""
    if value is None or isinstance(value, float | str):
        return "" if value is None else value, ""
    if isinstance(value, bool):
        return float(value), BOOLEAN
    if isinstance(value, datetime):
        serial = (value.replace(tzinfo=None) - EPOCH).total_seconds() / SECONDS_A_DAY
        return serial, DAY if serial.is_integer() else MOMENT
    if isinstance(value, date):
        return float((value - EPOCH.date()).days), DAY
    return float(value), ""
