"""Days as exports write them.

ISO, `20260131`, `1/31/2026`, `1-31-26`, `31-Jan-2026`, `Jan 31, 2026`, each with or without a time of day, and a
spreadsheet's own dates and serial numbers. Whether `3/4/2026` is March or April is never decided cell by cell:
a file's columns are month first unless one of them can only be read day first, as a whole.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from enum import Enum

from medoffice_xl.blanks import as_seen, trimmed
from medoffice_xl.day_limits import FIRST_DAY, LAST_DAY
from medoffice_xl.readers.sheets import Cell

_EPOCH = date(1899, 12, 30)
SERIALS = range((FIRST_DAY - _EPOCH).days, (LAST_DAY - _EPOCH).days + 1)
"""Serial numbers taken as days."""

_ZONE = r"(?:\s?(?:Z|UTC|GMT|[ECMPAH][SD]?T|[+-]\d{2}:?\d{2}))?"
_TIME = re.compile(rf"(?i)(?:[T ]\s*|\s+)\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:\.\d+)?)?\s*(?:[AP]\.?M\.?)?{_ZONE}$")
_WEEKDAY = re.compile(r"(?i)^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+")
_LAST_DAY = re.compile(r"(?i)(?<=\d)\s*(?:-|–|—|to|thru|through)\s*(\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))$")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_COMPACT_NUMERIC = re.compile(r"(\d{2})(\d{2})(\d{4})")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_DAY_NAME_FIRST = re.compile(r"(\d{1,2})[- ]?([A-Za-z]{3,9})[-., ]*(\d{4}|\d{2})")
_NAME_DAY_FIRST = re.compile(r"([A-Za-z]{3,9})\.?[- ](\d{1,2})[-, ]+(\d{4}|\d{2})")
_MONTHS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)  # noqa: SIM905
}
_MONTH_NAMES = (
    frozenset(
        "january february march april may june july august september october november december sept".split()  # noqa: SIM905
    )
    | _MONTHS.keys()
)

_NOTHING = frozenset({"", "null", "none", "n/a", "nat"})
"""What databases write where there is no day."""

_THIS_CENTURY = range(69)
"""Years of two figures that are of this century, as POSIX reads them: 68 is 2068, 69 is 1969."""


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
        found = _NUMERIC.fullmatch(_bare(cell)) if isinstance(cell, str) else None
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


def day(cell: Cell, order: Order = Order.MONTH_FIRST, first: date = FIRST_DAY) -> date | None:
    """The day of one cell, of a span of days the first; None for an empty one. Raises ValueError where it is none that
    books can hold. `first` is the first that may stand there, for days of which there are older ones.

    >>> day("3/4/2026"), day("04-Mar-26"), day("2026-03-04T08:30:00")
    (datetime.date(2026, 3, 4), datetime.date(2026, 3, 4), datetime.date(2026, 3, 4))
    """
    found = _of_cell(cell, order, first)
    if found is not None and not first <= found <= LAST_DAY:
        raise ValueError(cell)
    return found


def _of_cell(cell: Cell, order: Order, first: date) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return _of_serial(cell, first)
    if not isinstance(cell, str):
        raise ValueError(cell)
    text = _bare(cell)
    return None if text.casefold() in _NOTHING else _of_text(text, order, first)


def _of_serial(number: float, first: date) -> date:
    if not (first - _EPOCH).days <= number < SERIALS.stop:
        raise ValueError(number)
    return _EPOCH + timedelta(days=int(number))


def _of_text(text: str, order: Order, first: date) -> date:
    if found := _ISO.fullmatch(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMERIC.fullmatch(text):
        return _numeric(_year(found[4]), int(found[1]), int(found[3]), order)
    if text[0].isdigit() and text.replace(".", "", 1).isdigit():
        return _of_figures(text, order, first)
    if found := _DAY_NAME_FIRST.fullmatch(text):
        return date(_year(found[3]), _month(found[2]), int(found[1]))
    if found := _NAME_DAY_FIRST.fullmatch(text):
        return date(_year(found[3]), _month(found[1]), int(found[2]))
    raise ValueError(text)


def _of_figures(text: str, order: Order, first: date) -> date:
    """Eight figures, the year first or last, or a spreadsheet's serial number."""
    if _SERIAL.fullmatch(text):
        return _of_serial(float(text), first)
    if (found := _COMPACT.fullmatch(text)) and int(found[1]) >= first.year and _is_day(*map(int, found.groups())):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _COMPACT_NUMERIC.fullmatch(text):
        return _numeric(int(found[3]), int(found[1]), int(found[2]), order)
    raise ValueError(text)


def _numeric(year: int, first: int, second: int, order: Order) -> date:
    month, of_month = (second, first) if order is Order.DAY_FIRST else (first, second)
    return date(year, month, of_month)


def _bare(text: str) -> str:
    """The day alone: without what cannot be seen, the time of day, the name of the weekday, the last day of a span."""
    bare = _TIME.sub("", trimmed(as_seen(text))).strip()
    return _LAST_DAY.sub("", _WEEKDAY.sub("", bare))


def _year(text: str) -> int:
    if len(text) == 4:
        return int(text)
    return (2000 if int(text) in _THIS_CENTURY else 1900) + int(text)


def _month(name: str) -> int:
    if name.casefold() not in _MONTH_NAMES:
        raise ValueError(name)
    return _MONTHS[name[:3].casefold()]


def _is_day(year: int, month: int, of_month: int) -> bool:
    try:
        date(year, month, of_month)
    except ValueError:
        return False
    return True
