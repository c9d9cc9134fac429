"""Amounts as exports write them, to whole cents, exactly.

`$1,234.50`, `(45.00)`, `45.00-`, `-$45`, and, where a whole column writes them so, `1.234,50`.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from medoffice_xl.money import MOST_CENTS, NANOS_A_DOLLAR, nanos_of
from medoffice_xl.readers.sheets import Cell

_POINT = re.compile(r"(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?")
_COMMA = re.compile(r"(\d{1,3}([. ]\d{3})+|\d+)?(,\d*)?")
_PLAIN = re.compile(r"-?\d+\.\d\d", re.ASCII)
"""How most exports write nearly all amounts: worth a way of its own, as it is read a hundred thousand times."""
_MOST_DIGITS = 14
"""Digits after the first: numbers of fifteen digits are exact in a cell."""
_A_FLOATS_FIGURES = 10
"""Figures behind the point that nobody types."""
_SIDE = re.compile(r"(?i)([\d$,. ]*\d) *(cr|dr)\.?")
_DRESS = re.compile(r"(?i)\$|€|\bUSD\b")


def decimal_comma(cells: Iterable[Cell]) -> bool:
    """Whether a column writes its cents after a comma: some of its amounts can only be read so, none only otherwise."""
    texts = {cell for cell in cells if isinstance(cell, str)}
    if any(map(_PLAIN.fullmatch, texts)):
        return False
    bare = {_undress(cell)[1] for cell in texts}
    only_point = any(_POINT.fullmatch(text) and not _COMMA.fullmatch(text) for text in bare)
    only_comma = any(_COMMA.fullmatch(text) and not _POINT.fullmatch(text) for text in bare)
    return only_comma and not only_point


def cents(cell: Cell, comma: bool = False) -> int | None:
    """Whole cents of one cell; None for an empty one. Raises ValueError where it is no amount in whole cents.

    >>> cents("$1,234.50"), cents("(45.00)"), cents("45.00-"), cents("1.234,50", comma=True)
    (123450, -4500, -4500, 123450)
    >>> cents("30.000000000000004")
    3000
    """
    if not comma and isinstance(cell, str) and _PLAIN.fullmatch(cell):
        return _within(int(cell.replace(".", "")))
    amount = number(cell, comma)
    if amount is None:
        return None
    scaled = amount * 100
    nearest = scaled.quantize(Decimal(1))
    # A float such as 45.1 is a whole number of cents up to its own precision, also one that a program wrote out as
    # text with all its figures; any other text has to be exact.
    written_out = isinstance(cell, float) or -int(amount.as_tuple().exponent) >= _A_FLOATS_FIGURES
    if abs(scaled - nearest) > (Decimal("0.0001") if written_out else 0):
        raise ValueError(cell)
    return _within(int(nearest))


def nanos(cell: Cell, comma: bool = False) -> int | None:
    """The price of one unit in whole nano-dollars; None for an empty cell. Raises ValueError where it is none.

    >>> nanos("$0.054"), nanos(0.1 + 0.2)
    (54000000, 300000000)
    """
    amount = number(cell, comma)
    if amount is None:
        return None
    # A float's own digits go on behind the ninth decimal, where a formula made it; text has to be exact.
    exact = round(amount * NANOS_A_DOLLAR) if isinstance(cell, float) else nanos_of(amount)
    if abs(exact) >= 2**62:
        raise ValueError(cell)
    return exact


def number(cell: Cell, comma: bool = False) -> Decimal | None:
    """One cell as a number; None for an empty one. Raises ValueError where it is none, or too large to be exact."""
    if isinstance(cell, bool):
        raise ValueError(cell)
    if isinstance(cell, int | float):
        value = Decimal(str(cell))
        if not value.is_finite() or value.adjusted() > _MOST_DIGITS:
            raise ValueError(cell)
        return value
    if not isinstance(cell, str):
        raise ValueError(cell)
    if not cell.strip() or cell.strip() in {"-", "$ -", "$-", "–"}:
        return None
    negative, bare = _undress(cell)
    if not (_COMMA if comma else _POINT).fullmatch(bare) or not any(sign.isdigit() for sign in bare):
        raise ValueError(cell)
    plain = bare.replace(".", "").replace(" ", "").replace(",", ".") if comma else bare.replace(",", "")
    value = Decimal(plain)
    if value.adjusted() > _MOST_DIGITS:
        raise ValueError(cell)
    return -value if negative else value


def side_as_sign(cell: Cell) -> Cell:
    """The amount of a ledger with its side before it: a credit (CR behind it) is negative. All else as it is.

    >>> side_as_sign("$93.60 CR"), side_as_sign("10.00DR"), side_as_sign("CR")
    ('-$93.60', '10.00', 'CR')
    """
    found = _SIDE.fullmatch(cell.strip()) if isinstance(cell, str) and cell[-1:] in "rR." else None
    if found is None:
        return cell
    return f"-{found[1].strip()}" if found[2].casefold() == "cr" else found[1].strip()


def _within(cents: int) -> int:
    if abs(cents) >= MOST_CENTS:
        raise ValueError(cents)
    return cents


def _undress(cell: str) -> tuple[bool, str]:
    """Whether the amount is negative, and its digits without currency, sign and brackets."""
    text = _DRESS.sub("", cell.replace("\u00a0", " ").replace("\u202f", " ").replace("−", "-")).strip()
    bracketed = text.startswith("(") and text.endswith(")")
    if bracketed:
        text = text[1:-1].strip()
    signed = text.startswith("-") or text.endswith("-")
    if bracketed and signed:
        return False, cell
    return bracketed or signed, re.sub(r"^[-+]|-$", "", text).strip()
