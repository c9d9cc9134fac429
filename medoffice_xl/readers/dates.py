"""Days as exports write them.

ISO, `20260131`, `1/31/2026`, `1-31-26`, `31-Jan-2026`, `Jan 31, 2026`, each with or without a time of day, and a
spreadsheet's own dates and serial numbers. Whether `3/4/2026` is March or April is never decided cell by cell:
a file's columns are month first unless one of them can only be read day first, as a whole.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from enum import Enum

from medoffice_xl.readers.sheets import Cell

SERIALS = range(18_264, 73_051)
"""Serial numbers taken as days: 1950 to 2099."""

_EPOCH = date(1899, 12, 30)
_TIME = re.compile(
    r"(?i)(?:[T ]\s*|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AP]\.?M\.?)?(?:Z|\s?[+-]\d{2}:?\d{2})?$"
)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
_DAY_NAME_FIRST = re.compile(r"(\d{1,2})[- ]([A-Za-z]{3,9})[-., ]+(\d{4}|\d{2})")
_NAME_DAY_FIRST = re.compile(r"([A-Za-z]{3,9})\.?[- ](\d{1,2})[-, ]+(\d{4}|\d{2})")
_MONTHS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)  # noqa: SIM905
}


class Order(Enum):
    """How a column writes its days in figures."""

    MONTH_FIRST = "month first"
    DAY_FIRST = "day first"
    EITHER = "either"
    MIXED = "mixed"


def order_of(cells: Iterable[Cell]) -> Order:
    """What the column's own cells say about their order, all of them taken together."""
    month = day = either = True
    for cell in cells:
        found = _NUMERIC.fullmatch(_without_time(cell)) if isinstance(cell, str) else None
        if not found:
            continue
        first, second, year = int(found[1]), int(found[3]), _year(found[4])
        fits_month, fits_day = _is_day(year, first, second), _is_day(year, second, first)
        if fits_month or fits_day:
            month, day, either = month and fits_month, day and fits_day, either and fits_month and fits_day
    if either:
        return Order.EITHER
    if month:
        return Order.MONTH_FIRST
    return Order.DAY_FIRST if day else Order.MIXED


def orders_of(columns: Mapping[str, Iterable[Cell]]) -> dict[str, Order]:
    """The order of each date column; one without evidence follows the others, else month first."""
    orders = {name: order_of(cells) for name, cells in columns.items()}
    others = set(orders.values()) - {Order.EITHER}
    rest = Order.DAY_FIRST if others == {Order.DAY_FIRST} else Order.MONTH_FIRST
    return {name: rest if order is Order.EITHER else order for name, order in orders.items()}


def day(cell: Cell, order: Order = Order.MONTH_FIRST) -> date | None:
    """The day of one cell; None for an empty one. Raises ValueError where it is none.

    >>> day("3/4/2026"), day("04-Mar-26"), day("2026-03-04T08:30:00")
    (datetime.date(2026, 3, 4), datetime.date(2026, 3, 4), datetime.date(2026, 3, 4))
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        if int(cell) not in SERIALS:
            raise ValueError(cell)
        return _EPOCH + timedelta(days=int(cell))
    if not isinstance(cell, str):
        raise ValueError(cell)
    text = _without_time(cell)
    return _of_text(text, order) if text else None


def _of_text(text: str, order: Order) -> date:
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMERIC.fullmatch(text):
        first, second = int(found[1]), int(found[3])
        month, of_month = (second, first) if order is Order.DAY_FIRST else (first, second)
        return date(_year(found[4]), month, of_month)
    if found := _DAY_NAME_FIRST.fullmatch(text):
        return date(_year(found[3]), _month(found[2]), int(found[1]))
    if found := _NAME_DAY_FIRST.fullmatch(text):
        return date(_year(found[3]), _month(found[1]), int(found[2]))
    raise ValueError(text)


def _without_time(text: str) -> str:
    return _TIME.sub("", text.strip()).strip()


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _month(name: str) -> int:
    month = _MONTHS.get(name[:3].casefold())
    if month is None:
        raise ValueError(name)
    return month


def _is_day(year: int, month: int, of_month: int) -> bool:
    try:
        date(year, month, of_month)
    except ValueError:
        return False
    return True
