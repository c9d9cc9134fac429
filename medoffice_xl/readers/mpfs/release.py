"""Which release a file is: its year, the first day of its quarter, and which of the two programs from 2026 on."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from medoffice_xl.errors import CannotRead
from medoffice_xl.readers.mpfs.grid import Grid

_QUARTERS = {"JAN": 1, "APR": 4, "JUL": 7, "OCT": 10}
_LETTERS = {"A": 1, "B": 4, "C": 7, "D": 10}


@dataclass(frozen=True, slots=True)
class Release:
    """A quarterly release. `stated` is False where neither title nor file name says the quarter."""

    effective: date
    program: str
    stated: bool

    @property
    def year(self) -> int:
        """Calendar year."""
        return self.effective.year


def release(rows: Grid, name: str, beside: Sequence[str] = ()) -> Release:
    """The release from the title lines, else from the file's name, else from the names of what came with it.

    Raises CannotRead where none says the year, or where several are said beside it.
    """
    title = " ".join(cell for row in rows[:12] for cell in row if cell)
    year = _year(title, name) or _only(_year("", other) for other in beside)
    if year is None:
        raise CannotRead(
            f"{name} does not say which year it is of. Keep CMS's file name, such as PPRRVU2025_Oct.csv, or give the "
            "zip as it is."
        )
    month = _month(title, name) or _only(_month("", other) for other in beside if _year("", other) == year)
    return Release(date(year, month or 1, 1), _program(name), month is not None)


def _year(title: str, name: str) -> int | None:
    found = (
        re.search(r"\b(20\d\d)\s+National Physician Fee Schedule", title, re.IGNORECASE)
        or re.search(r"(?:PPRRVU|GPCI|ANES|OPPSCAP|LOCCO)_?(20\d\d)", name, re.IGNORECASE)
        or re.search(r"(?:PPRRVU|GPCI|ANES|OPPSCAP|LOCCO|RVU)_?(\d\d)(?!\d)", name, re.IGNORECASE)
        or re.search(r"(?<!\d)(\d\d)(?:LOCCO|GPCI|ANES)", name, re.IGNORECASE)
        or re.search(r"\b(20\d\d)\b", title)
    )
    return int(found[1][-2:]) + 2000 if found else None


def _only(said: Iterable[int | None]) -> int | None:
    """What the others say, where they say one thing."""
    values = {value for value in said if value is not None}
    return values.pop() if len(values) == 1 else None


def _month(title: str, name: str) -> int | None:
    said = re.search(r"\b(Jan|Apr|Jul|Oct)[a-z]*\s+Release", title, re.IGNORECASE) or re.search(
        r"(?<![A-Z])_?(Jan|Apr|Jul|Oct)", name, re.IGNORECASE
    )
    if said:
        return _QUARTERS[said[1].upper()]
    letter = re.search(r"RVU\d\d([A-D])", name, re.IGNORECASE)
    return _LETTERS[letter[1].upper()] if letter else None


def _program(name: str) -> str:
    if re.search(r"non[-_ ]?QP", name, re.IGNORECASE):
        return "non-QP"
    return "QP" if re.search(r"QPP?(?![A-Z])", name, re.IGNORECASE) else ""
