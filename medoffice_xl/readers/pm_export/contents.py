"""What the cells of a column are like, from a sample: days, amounts, codes, NPIs, identifiers, words."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from medoffice_xl.readers.amounts import number, side_as_sign
from medoffice_xl.readers.dates import Order, day
from medoffice_xl.readers.pm_export.fields import Holds
from medoffice_xl.readers.sheets import Cell

_CODE = re.compile(r"(?i)\W*(?:(?:cpt|hcpcs)[ :\-4]*)?[a-z]?\d{4}[a-z0-9]?\b|[a-z]\d{4}|\d{5}")
_HCPCS = re.compile(r"(?i)[a-z]\d{4}\b|\d{4}[a-z]\b|\d{5}\b")
_OWN_CODE = re.compile(r"(?i)[a-z0-9._\-]{2,10}")
_MODIFIER = re.compile(r"(?i)([a-z0-9]{2}|none)\b|([a-z0-9]{2}){2,4}$|[a-z0-9]{1,2}\.0$")
_NPI = re.compile(r"[12]\d{9}")
_WORDS = re.compile(r"[A-Za-z]{2}")
_CENTS = re.compile(r"[.,]\d\d\)?$")
_BARE_NUMBER = re.compile(r"-?\d+(\.\d+)?")

_NEARLY_ALL = 0.9

_A_MARK = 0.3
UNKNOWN = 0.8
"""How well an empty column fits whatever its heading says."""


def fit(cells: Sequence[Cell], holds: Holds) -> float:
    """From 0 to 1: how well the cells (a sample; empty ones say nothing) are what a field must hold."""
    filled = [cell for cell in cells if _said(cell)]
    if not filled:
        return UNKNOWN
    return _FITS[holds](filled)


def is_empty(cells: Iterable[Cell]) -> bool:
    """Whether none of the cells says anything."""
    return not any(map(_said, cells))


def looks_like_days(cells: Sequence[Cell]) -> bool:
    """Whether nearly all cells are days, written as such: a bare number is none here."""
    return _nearly_all(cells, lambda cell: not _BARE_NUMBER.fullmatch(str(cell).strip()), _days)


def looks_like_codes(cells: Sequence[Cell]) -> bool:
    """Whether nearly all cells are procedure codes of five signs."""
    return _nearly_all(cells, lambda cell: _HCPCS.match(str(cell).strip()) is not None, lambda _: 1.0)


def looks_like_amounts(cells: Sequence[Cell]) -> bool:
    """Whether nearly all cells are amounts with cents."""
    return _nearly_all(cells, lambda cell: _CENTS.search(str(cell).strip()) is not None, _amounts)


def _nearly_all(cells: Sequence[Cell], test: Callable[[Cell], bool], also: Callable[[Sequence[Cell]], float]) -> bool:
    filled = [cell for cell in cells if _said(cell)]
    return bool(filled) and _share(filled, test) >= _NEARLY_ALL and also(filled) >= _NEARLY_ALL


def _said(cell: Cell) -> bool:
    return cell is not None and str(cell).strip() not in ("", "-", "–", "NULL", "null", "N/A", "n/a")


def _share(filled: Sequence[Cell], test: Callable[[Cell], bool]) -> float:
    return sum(map(test, filled)) / len(filled)


def _reads(read: Callable[[Cell], object]) -> Callable[[Cell], bool]:
    def test(cell: Cell) -> bool:
        try:
            return read(cell) is not None
        except (ValueError, ArithmeticError):
            return False

    return test


def _amount(said: Cell) -> bool:
    cell = side_as_sign(said)
    return _reads(number)(cell) or _reads(lambda each: number(each, True))(cell)


def _days(filled: Sequence[Cell]) -> float:
    orders = (Order.MONTH_FIRST, Order.DAY_FIRST)
    return _mostly(max(_share(filled, _reads(partial(day, order=order))) for order in orders))


def _amounts(filled: Sequence[Cell]) -> float:
    return _mostly(_share(filled, _amount))


def _money(filled: Sequence[Cell]) -> float:
    """Amounts, and not the marks of a column that says yes (1) or no."""
    said = {str(cell).strip() for cell in filled}
    return _A_MARK if "1" in said and said <= {"0", "1"} else _amounts(filled)


def _codes(filled: Sequence[Cell]) -> float:
    said = _share(filled, lambda cell: _CODE.match(str(cell).strip()) is not None)
    if said >= 0.5:
        return 1.0
    own = _share(filled, lambda cell: _OWN_CODE.fullmatch(str(cell).strip()) is not None)
    return 0.75 if own >= 0.5 and _share(filled, _reads(day)) < 0.5 else 0.3 * (said + own)


def _modifiers(filled: Sequence[Cell]) -> float:
    return _mostly(_share(filled, lambda cell: _MODIFIER.match(str(cell).strip()) is not None))


def _npis(filled: Sequence[Cell]) -> float:
    return _mostly(_share(filled, lambda cell: _NPI.fullmatch(str(cell).strip().removesuffix(".0")) is not None))


def _ids(filled: Sequence[Cell]) -> float:
    """Identifiers: short, with a figure in most of them, and no days."""
    figures = _share(filled, lambda cell: any(sign.isdigit() for sign in str(cell)) and len(str(cell)) <= 40)
    other = _share(
        filled, lambda cell: _CENTS.search(str(cell)) is not None or ("/" in str(cell) and _reads(day)(cell))
    )
    return 0.0 if other > 0.5 else (1.0 if figures >= 0.5 else 0.6)


def _words(filled: Sequence[Cell]) -> float:
    """Words: not days nor amounts with cents; bare numbers may be codes of a list."""
    plain = _share(filled, lambda cell: _WORDS.search(str(cell)) is not None and not _amount(cell))
    bare = _share(filled, lambda cell: _BARE_NUMBER.fullmatch(str(cell).strip()) is not None)
    return 1.0 if plain >= 0.5 else (0.85 if bare >= 0.5 else 0.7)


def _mostly(share: float) -> float:
    """Most cells must be right; a few that are not are problems to report, not another kind of column."""
    return 0.5 + share / 2 if share else 0.0


_FITS: dict[Holds, Callable[[Sequence[Cell]], float]] = {
    Holds.DAY: _days,
    Holds.AMOUNT: _money,
    Holds.COUNT: _amounts,
    Holds.CODE: _codes,
    Holds.MODIFIERS: _modifiers,
    Holds.NPI: _npis,
    Holds.ID: _ids,
    Holds.TEXT: _words,
    Holds.ANYTHING: lambda _: 1.0,
}
