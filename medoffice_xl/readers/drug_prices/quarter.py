"""Which days the limits of a file are for."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from medoffice_xl.errors import CannotRead
from medoffice_xl.readers.dates import day

_EFFECTIVE = re.compile(
    r"\beffective\s+([a-z]+\.?\s+\d{1,2},?\s+\d{4})\s*(?:through|thru|to|-|–)\s*([a-z]+\.?\s+\d{1,2},?\s+\d{4})",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"(?<![a-z])(jan|apr|jul|oct)(?:uary|il|y|ober)?[\s_.,-]*(20\d\d)(?!\d)", re.IGNORECASE)
_MONTHS = {"jan": 1, "apr": 4, "jul": 7, "oct": 10}


@dataclass(frozen=True, slots=True)
class Quarter:
    """First and last day of service that a file is for."""

    first: date
    last: date

    def __str__(self) -> str:
        return f"{self.first} to {self.last}"


def quarter(title: str, *names: str) -> Quarter:
    """The days that the line “Effective … through …” states; else the quarter that the title or a file name says.

    Raises CannotRead where none of them says one, or where what the line states is no period.

    >>> str(quarter("Effective January 1, 2026 through March 31, 2026"))
    '2026-01-01 to 2026-03-31'
    >>> str(quarter("", "jul_2019_asp_pricing_file.csv"))
    '2019-07-01 to 2019-09-30'
    """
    title = " ".join(title.split())
    stated = _EFFECTIVE.search(title)
    if stated:
        return _period(stated)
    for text in (title, *names):
        said = set(_quarters(text))
        if len(said) == 1:
            return said.pop()
    raise CannotRead(
        f"{names[0] if names else 'The file'} does not say for which quarter its payment limits are. Keep CMS's title "
        "lines (“Effective January 1, 2026 through March 31, 2026”), or its file name, such as "
        "“January 2026 ASP Pricing File.csv”."
    )


def _period(stated: re.Match[str]) -> Quarter:
    try:
        first, last = day(stated[1].replace(".", "")), day(stated[2].replace(".", ""))
    except ValueError:
        first = last = None
    if first is None or last is None or last < first:
        raise CannotRead(
            f"“{stated[0]}” is no period. Take the file from CMS again, or correct this line of its title."
        )
    return Quarter(first, last)


def _quarters(text: str) -> Iterator[Quarter]:
    for said in _QUARTER.finditer(text):
        year, month = int(said[2]), _MONTHS[said[1].lower()]
        end = month + 2
        yield Quarter(date(year, month, 1), date(year, end, calendar.monthrange(year, end)[1]))
