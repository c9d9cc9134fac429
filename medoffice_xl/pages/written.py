"""Values as words, in the number formats of the pages: for paper, where no program applies them."""

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from medoffice_xl.pages.shown import Shown
from medoffice_xl.tables.frames import EPOCH

MINUS = "−"
NOTHING = "–"
"""Stands where there is no figure."""

_COLOR = re.compile(r"\[[A-Za-z]+ ?\d*\]")
_PATTERN = re.compile(r'(?P<before>(?:"[^"]*"|\\.|[^#0"\\])*)(?P<digits>[#0][#0,.]*)(?P<after>.*)', re.DOTALL)
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')

_DATES = {"mm/dd/yyyy": "%m/%d/%Y", "mmm yyyy": "%b %Y", "mmm yy": "%b %y", "mmmm yyyy": "%B %Y"}


def written(value: Shown, number_format: str) -> str:
    """A value as a page of the workbook shows it.

    >>> written(-1234.5, "$#,##0.00;[Color18]-$#,##0.00")
    '−$1,234.50'
    >>> written(0.1234, "0.0%;[Color18]-0.0%")
    '12.3%'
    """
    if value is None:
        return NOTHING
    if isinstance(value, date):
        return value.strftime(_DATES.get(number_format, "%m/%d/%Y"))
    if isinstance(value, str):
        return value
    if number_format in _DATES:
        return written((EPOCH + timedelta(days=int(value))).date(), number_format)
    return _number(value, number_format)


def _number(value: float, number_format: str) -> str:
    above, _, below = (_COLOR.sub("", section) for section in (*number_format.partition(";"),))
    exact = Decimal(repr(value))
    found = _PATTERN.fullmatch(below if exact < 0 and below else above)
    if found is None:
        return f"{exact:,f}".replace("-", MINUS)
    whole, _, decimals = found["digits"].rstrip(",").partition(".")
    thousands = len(found["digits"]) - len(found["digits"].rstrip(","))
    counted = abs(exact) / 1000**thousands * (100 if "%" in found["after"] else 1)
    rounded = counted.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    if exact < 0 and not rounded:
        return _number(0, number_format)
    shown = f"{rounded:,f}" if "," in whole else f"{rounded:f}"
    before = _literal(found["before"])
    sign = MINUS if exact < 0 else ""
    return f"{sign}{before.removeprefix('-')}{shown}{_literal(found['after'])}"


def _literal(text: str) -> str:
    return _LITERAL.sub(lambda found: found[1] if found[1] is not None else found[2], text)
