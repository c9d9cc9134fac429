"""How payers write that a rate has no last day yet: 12/31/9999, 99/99/9999, `Open`, 00/00/0000."""

import re
from datetime import date, datetime

from medoffice_xl.blanks import trimmed
from medoffice_xl.readers.dates import day
from medoffice_xl.readers.said_days import LAST_YEAR
from medoffice_xl.readers.sheets import Cell

_LAST_SERIAL = 72_686
"""1 January 2099 as a spreadsheet counts days."""

_WORDS = frozenset(
    {"open", "current", "present", "none", "n/a", "na", "no end", "no end date", "ongoing", "active", "indefinite",
     "until further notice", "forward", "-", "--", "–"}
)  # fmt: skip
_FILLED = re.compile(r"([09])(?:[-/. ]?\1)*")
_FAR = re.compile(r"(.*\D)?(2099|2[1-9]\d\d|[3-9]\d{3})|(2099|2[1-9]\d\d|[3-9]\d{3})(\D.*|\d{4})")
_LAST_OF_99 = re.compile(r"12[-/]31[-/]99|31[- ]dec(ember)?[- ]99")


def is_open(cell: Cell, first: Cell = "") -> bool:
    """Whether a last day stands for none. 12/31/99 or 31-Dec-99 does where the `first` day is of this century.

    >>> is_open("12/31/9999"), is_open("99/99/9999"), is_open("12/31/99", "1/1/2026"), is_open("12/31/2026")
    (True, True, True, False)
    """
    if isinstance(cell, datetime | date):
        return cell.year >= LAST_YEAR
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return cell in (0, 99_999_999) or _LAST_SERIAL <= cell <= 2_958_465 or 20_990_000 < cell < 100_000_000
    text = trimmed(str(cell)).split(" 00:00")[0].casefold()
    if not text or text in _WORDS or _FILLED.fullmatch(text) or _FAR.fullmatch(text):
        return True
    return bool(_LAST_OF_99.fullmatch(text)) and _of_this_century(first)


def _of_this_century(first: Cell) -> bool:
    try:
        found = day(first)
    except ValueError:
        return False
    return found is not None and found.year >= 2000
