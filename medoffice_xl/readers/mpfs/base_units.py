"""CMS's list of anesthesia base units by code: a title, then a column of codes and one of base units.

CMS publishes it as a workbook or CSV file of its own, outside the quarterly zip, and seldom anew: the units in
force are those of the latest year that is loaded. Its CSV files write the codes as numbers, without leading zeros.
"""

import re
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from medoffice_xl.errors import CannotRead
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.mpfs.cms_file import CmsFile
from medoffice_xl.readers.mpfs.grid import Grid
from medoffice_xl.readers.mpfs.headings import squeezed
from medoffice_xl.tables import BASE_UNITS, frame_from_cells

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_CODE = re.compile(r"[A-Z0-9]\d{3}[A-Z0-9]")
_AGAIN = "Compare it with the list on cms.gov; type it on the sheet Anesthesia units if it is paid."


def _is_code(label: str) -> bool:
    return "CODE" in label or label in ("CPT", "HCPCS")


@dataclass(frozen=True, slots=True)
class _Headings:
    """The headings of a list, read downwards where they are written over several rows, and the last of those rows."""

    row: int
    first_row: int
    texts: list[str]

    @property
    def labels(self) -> list[str]:
        return [squeezed(text) for text in self.texts]


def _headings(rows: Grid) -> _Headings | None:
    """The row or rows that have a column of codes, one or more of base units, and else descriptions at most.

    A charge export may have base units too; it has much else besides. CMS stacks `2022`, `BASE` and `UNIT`.
    """
    for depth in range(1, 5):
        for last in range(depth - 1, min(40, len(rows))):
            found = _Headings(last, last - depth + 1, _stacked(rows[last - depth + 1 : last + 1]))
            labels = [label for label in found.labels if label]
            units = [label for label in labels if "BASEUNIT" in label]
            rest = [label for label in labels if label not in units and "DESC" not in label]
            if units and len(rest) == 1 and _is_code(rest[0]):
                return found
    return None


def _stacked(rows: Grid) -> list[str]:
    width = max(map(len, rows), default=0)
    return [" ".join(row[place] for row in rows if place < len(row) and row[place]) for place in range(width)]


def is_base_units(rows: Grid) -> bool:
    """True for a list of anesthesia base units."""
    return _headings(rows) is not None


def read_base_units(file: CmsFile) -> tuple[pd.DataFrame, list[Problem]]:
    """The list as the table `base_units`, in force from the first day of its year; descriptions are not taken.

    The year is that of the column's heading, else of the title, else of the file's name, else of the zip's. Raises
    CannotRead where none of them says it.
    """
    rows, name = file.rows, file.name
    headings = _headings(rows)
    assert headings is not None
    header = headings.row
    code = next(place for place, label in enumerate(headings.labels) if _is_code(label) and "BASEUNIT" not in label)
    title = " ".join(cell for row in rows[: headings.first_row] for cell in row)
    body: list[list[object]] = []
    problems: list[Problem] = []
    lost: list[tuple[int, str]] = []
    columns = [place for place, label in enumerate(headings.labels) if "BASEUNIT" in label]
    for column in columns:
        heading = headings.texts[column]
        said = next(filter(None, map(_YEAR.search, (heading, title, name, *file.beside))), None)
        if said is None:
            raise CannotRead(
                f"{name} does not say which year it is of. Keep CMS's file name, or write the year into it, such as "
                "“2024 Anesthesia Base Units by CPT Code.xlsx”."
            )
        numbered = [
            (line, row[code].upper(), row[column])
            for line, row in enumerate(rows[header + 1 :], header + 2)
            if len(row) > max(code, column) and row[code] and (row[column] or len(columns) == 1)
        ]
        lost = [(line, text) for line, text, _ in numbered if text.isdigit() and len(text) < 5]
        kept, found = _taken(numbered, name, headings.texts[code], heading)
        body += [[text, units, datetime(int(said[1]), 1, 1)] for text, units in kept]
        problems += found
    frame, typed = frame_from_cells(BASE_UNITS, BASE_UNITS.headers, body, name, header + 2)
    return frame, [*_zeros_lost(lost, name, headings.texts[code]), *problems, *typed]


def _taken(
    numbered: list[tuple[int, str, str]], name: str, code_heading: str, units_heading: str
) -> tuple[list[tuple[str, float]], list[Problem]]:
    """The codes with their units, and what is wrong with the rows that are left out."""
    kept: dict[str, float] = {}
    strange: list[tuple[int, str]] = []
    unread: list[tuple[int, str]] = []
    blank: list[tuple[int, str]] = []
    twice: list[tuple[int, str]] = []
    for line, text, cell in numbered:
        code = text.zfill(5) if text.isdigit() else text
        units = _units(cell)
        if not _CODE.fullmatch(code):
            strange += [(line, text)] if units is not None else []  # else it is a footnote
        elif units is None:
            unread += [(line, cell)] if cell else []
            blank += [] if cell else [(line, code)]
        elif code in kept:
            twice.append((line, code))
        else:
            kept[code] = units
    told = [
        ("This is no procedure code; the row is left out.", code_heading, strange),
        ("This is no number of base units; the row is left out.", units_heading, unread),
        ("The code has no base units here; the row is left out.", code_heading, blank),
        ("The code stands further up already; this row is left out.", code_heading, twice),
    ]
    return list(kept.items()), [
        problem
        for found, column, places in told
        for problem in row_problems(Severity.DATA, found, _AGAIN, name, places, column)
    ]


def _units(cell: str) -> float | None:
    """Base units of a cell; None where it is no such number."""
    return float(cell) if re.fullmatch(r"\d{1,3}(\.\d+)?", cell) else None


def _zeros_lost(lost: list[tuple[int, str]], name: str, heading: str) -> list[Problem]:
    """One note for the file: CMS's own CSV files have lost the zeros of nearly every code."""
    if not lost:
        return []
    line, first = lost[0]
    return [
        Problem(
            Severity.NOTE,
            f"{len(lost):,} codes lost their leading zeros; they are taken with them, such as "
            f"{first} as {first.zfill(5)}.",
            "Nothing to do.",
            name,
            line,
            heading,
            first,
        )
    ]
