"""Which days the limits of a file are for: from the day it is effective to the end of that quarter."""

import calendar
import re
from collections.abc import Iterator
from datetime import date

from medoffice_xl.errors import CannotRead
from medoffice_xl.readers.dates import day

_EFFECTIVE = re.compile(
    r"(?<![a-z])eff(?:ective)?(?:\s+date)?[\s_.:-]*"
    r"(\d{1,2}[-_/.]\d{1,2}[-_/.]20\d\d|[a-z]{3,9}\.?\s+\d{1,2},?\s+20\d\d)(?!\d)",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"(?<!\d)(20\d\d)[\s_.-]*q([1-4])(?!\d)", re.IGNORECASE)


def quarter(*texts: str) -> tuple[date, date]:
    """First and last day, of the first text that says one: the title, the file's name, the name of its zip.

    Raises CannotRead where none does.

    >>> [str(day) for day in quarter("Effective January 1, 2026")]
    ['2026-01-01', '2026-03-31']
    >>> [str(day) for day in quarter("", "MCR_MUE_PractitionerServices_Eff_07-01-2026.csv")]
    ['2026-07-01', '2026-09-30']
    >>> [str(day) for day in quarter("medicare-ncci-2026-q2-practitioner-services-mue-table.zip")]
    ['2026-04-01', '2026-06-30']
    """
    for text in texts:
        said = set(_firsts(" ".join(text.split())))
        if len(said) == 1:
            first = said.pop()
            month = (first.month + 2) // 3 * 3
            return first, date(first.year, month, calendar.monthrange(first.year, month)[1])
    raise CannotRead(
        f"{next(filter(None, texts[1:]), 'The file')} does not say from which day its unit limits are in force. Keep "
        "CMS's file name, such as “MCR_MUE_PractitionerServices_Eff_01-01-2026.csv”, or write “Effective January 1, "
        "2026” into the line above the headings."
    )


def _firsts(text: str) -> Iterator[date]:
    for stated in _EFFECTIVE.finditer(text):
        try:
            first = day(re.sub(r"(?<=\d)[_.](?=\d)", "-", stated[1]).replace(".", ""))
        except ValueError:
            continue
        if first is not None:
            yield first
    for year, number in _QUARTER.findall(text):
        yield date(int(year), 3 * int(number) - 2, 1)
