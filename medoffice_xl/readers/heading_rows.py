"""Whether a row is one of headings, which may be shown, or data already, which may name a patient.

An export without headings begins with somebody's name and birth date. What is quoted as its “headings” would stand on
the screen, and the row would be lost as one of headings.
"""

import re
from collections.abc import Sequence
from contextlib import suppress

from medoffice_xl.errors import CannotRead
from medoffice_xl.readers.dates import Order, day
from medoffice_xl.readers.heading_words import says_something_known
from medoffice_xl.readers.sheets import Cell

_AMOUNT = re.compile(r"[-+($€\s]*[\d.,]*\d[.,]\d\d[)\-\s]*")
_NUMBER = re.compile(r"\d+")
_OF_HEADINGS = re.compile(r"\d{1,4}")
"""Numbers that headings have: a year, a modifier, a place in a list."""
_LOOKED_AT = 20
_ENOUGH = 2
"""Cells with a word that headings have: one alone may be anybody's text."""


def are_headings(row: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> bool:
    """True where a row says what stands under it: in known words, or in words over days, amounts and numbers.

    >>> are_headings(["Claim", "Fecha"], []), are_headings(["Doe", "Jane", "Main Street"], [])
    (False, False)
    >>> are_headings(["Reclamo", "Fecha"], [["1", "11/05/2026"]]), are_headings(["DOE", "11/05/2026"], [])
    (True, False)
    """
    filled = [cell for cell in row if _text(cell)]
    known = [cell for cell in filled if says_something_known(_text(cell))]
    like_data = [cell for cell in filled if cell not in known and _is_data(cell)]
    if like_data:
        return len(known) >= _ENOUGH and len(known) + len(like_data) == len(filled)
    return len(known) >= _ENOUGH or _stand_over_data(row, below[:_LOOKED_AT])


def no_headings(file: str) -> CannotRead:
    """The error for a table that begins with data; nothing of it is quoted."""
    return CannotRead(
        f"{file} seems to have no row of headings: its rows hold data already. Export it again with the names of its "
        "columns in the first row, or write them above the data."
    )


def _stand_over_data(row: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> bool:
    worded = [place for place, cell in enumerate(row) if _text(cell) and not _NUMBER.fullmatch(_text(cell))]
    return any(
        place < len(under) and (_is_data(under[place]) or _NUMBER.fullmatch(_text(under[place])) is not None)
        for under in below
        for place in worded
    )


def _is_data(cell: Cell) -> bool:
    text = _text(cell)
    if text and not isinstance(cell, str):
        return True
    if not text or _OF_HEADINGS.fullmatch(text):
        return False
    if _AMOUNT.fullmatch(text) or _NUMBER.fullmatch(text):
        return True
    for order in (Order.MONTH_FIRST, Order.DAY_FIRST):
        with suppress(ValueError):
            return day(text, order) is not None
    return False


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell).strip()
