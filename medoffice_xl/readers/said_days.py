"""Days that stand in a heading, a title or a sheet's name: from when to when something counts.

`Rate Effective 01/01/2026-03/31/2026`, `Q1 2026`, `Jan-Mar 2026`, `January 1-31, 2026`, `Fee 7/1/26`, `2026 Fee`. A
fiscal year says no day, as they begin in different months.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from medoffice_xl.readers.dates import day

LAST_YEAR = 2099
"""Nobody agrees on anything so far ahead: a last day in or after this year stands for none."""

_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905

_M = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = (
    r"(?:\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})|\d{1,2}-\d{1,2}-(?:\d{4}|\d{2})|\d{1,2}\.\d{1,2}\.\d{4}"
    r"|\d{4}[/-]\d{1,2}[/-]\d{1,2}|(?<!\d)20\d{6}(?!\d)"
    rf"|{_M}\s*\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}}|,\s*\d{{2}})|\d{{1,2}}[ -]{_M}[ ,-]*\d{{4}})"
)
_TO = r"\s*(?:-|–|—|\bto\b|\bthru\b|\bthrough\b|\buntil\b|\.\.)\s*"
_NO_END = r"(?:present|current|open|forward|further notice|9+[/-]9+[/-]9+|99999999)"
_YEAR = r"(20\d\d)"
_SHORT_YEAR = r"(20\d\d|['’]?\d\d)"


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last; None is open."""

    first: date
    last: date | None = None

    def __str__(self) -> str:
        return f"{self.first:%m/%d/%Y}" + (f"–{self.last:%m/%d/%Y}" if self.last else " on")


@dataclass(frozen=True, slots=True)
class Said:
    """A period that a text says, the text without it, and whether it says no more than a year."""

    period: Period
    rest: str
    year_alone: bool


def said_period(text: str) -> Said | None:
    """The first period that a text says, in the most exact form; None where it says none.

    >>> said_period("Rate Effective 01/01/2026-03/31/2026").period
    Period(first=datetime.date(2026, 1, 1), last=datetime.date(2026, 3, 31))
    """
    for pattern, read in _FORMS:
        for found in pattern.finditer(text):
            try:
                period = read(found)
            except ValueError:
                continue
            rest = f"{text[: found.start()]} {text[found.end() :]}"
            return Said(period, " ".join(rest.split()), pattern is _FORMS[-1][0])
    return None


def _span(first: date | None, last: date | None) -> Period:
    if first is None or (last is not None and last < first):
        raise ValueError(first)
    return Period(first, None if last is None or last.year >= LAST_YEAR else last)


def _day(text: str) -> date | None:
    return day(re.sub(r"(?i)(?<=\d)(?:st|nd|rd|th)\b", "", text))


def _months(first_year: str, first: str, last_year: str, last: str) -> Period:
    """From the first day of one month to the last of another."""
    year, month = _year(last_year), _month(last)
    return _span(date(_year(first_year), _month(first), 1), date(year, month, monthrange(year, month)[1]))


def _quarter(number: str, year: str) -> Period:
    last = int(number) * 3
    return _span(date(_year(year), last - 2, 1), date(_year(year), last, monthrange(_year(year), last)[1]))


def _month(name: str) -> int:
    return _MONTH_NAMES.index(name[:3].casefold()) + 1


def _year(text: str) -> int:
    figures = text.strip("'’")
    return int(figures) if len(figures) == 4 else 2000 + int(figures)


def _form(pattern: str, read: Callable[[re.Match[str]], Period]) -> tuple[re.Pattern[str], Callable[..., Period]]:
    return re.compile(rf"(?i)(?<![A-Za-z0-9]){pattern}(?![A-Za-z0-9])"), read


_FORMS = (
    _form(rf"({_DAY}){_TO}({_DAY})", lambda m: _span(_day(m[1]), _day(m[2]))),
    _form(rf"({_DAY}){_TO}{_NO_END}", lambda m: _span(_day(m[1]), None)),
    _form(
        rf"({_M}\s*\d{{1,2}}){_TO}({_M}\s*\d{{1,2}}),?\s+{_YEAR}",
        lambda m: _span(_day(f"{m[1]}, {m[3]}"), _day(f"{m[2]}, {m[3]}")),
    ),
    _form(
        rf"({_M})\s*(\d{{1,2}}){_TO}(\d{{1,2}}),\s*{_SHORT_YEAR}",
        lambda m: _span(_day(f"{m[1]} {m[2]}, {_year(m[4])}"), _day(f"{m[1]} {m[3]}, {_year(m[4])}")),
    ),
    _form(rf"({_DAY})", lambda m: _span(_day(m[1]), None)),
    _form(rf"(?:q|qtr\.?|quarter)\s*([1-4])\s*[-/,]?\s*(?:cy\s*)?{_SHORT_YEAR}", lambda m: _quarter(m[1], m[2])),
    _form(rf"{_YEAR}\s*[-/,]?\s*(?:q|qtr\.?|quarter)\s*([1-4])", lambda m: _quarter(m[2], m[1])),
    _form(rf"([1-4])\s*q\s*[-/,]?\s*{_SHORT_YEAR}", lambda m: _quarter(m[1], m[2])),
    _form(rf"([1-4])(?:st|nd|rd|th)\s+(?:qtr\.?|quarter),?\s*(?:of\s*)?{_YEAR}", lambda m: _quarter(m[1], m[2])),
    _form(rf"({_M})\s*{_YEAR}{_TO}({_M})\s*{_YEAR}", lambda m: _months(m[2], m[1], m[4], m[3])),
    _form(rf"({_M}){_TO}({_M}),?\s*{_YEAR}", lambda m: _months(m[3], m[1], m[3], m[2])),
    _form(rf"({_M})\s*[-/, ]?\s*{_SHORT_YEAR}", lambda m: _span(date(_year(m[2]), _month(m[1]), 1), None)),
    _form(rf"(?<!fy)(?<!fy )(?<!fiscal year )(?:cy\s*)?{_YEAR}", lambda m: _span(date(_year(m[1]), 1, 1), None)),
)
"""The forms, the most exact first."""
