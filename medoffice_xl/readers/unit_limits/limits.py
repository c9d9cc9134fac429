"""The sheet of unit limits by code: how it is told from those of hospitals and suppliers, and its rows.

A notice of copyright, then the headings. What a code is and why it has its limit (the rationale) is not taken.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from medoffice_xl.errors import CannotRead
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.amounts import number
from medoffice_xl.readers.cms_limits import Limits
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.headers import LOOKED_AT, normalised
from medoffice_xl.readers.sheets import Cell, Grid
from medoffice_xl.readers.typed import text
from medoffice_xl.readers.unit_limits.quarter import quarter
from medoffice_xl.tables import UNIT_LIMITS, frame_from_cells

_CODES = ("hcpcscptcode", "cpthcpcscode", "hcpcscode", "hcpcs")
_CODE = re.compile(r"[A-Z0-9]\d{3}[A-Z0-9]")
_INDICATOR = re.compile(r"([123])(?!\d)")
_OTHERS = {
    "hospitals": ("hospital", "outpatient", "facility"),
    "suppliers of equipment": ("dme", "supplier", "equipment"),
}
_PRACTITIONERS = "practitioner"
_TAKE = "Of CMS's MUE files, give the one of practitioner services, such as “MCR_MUE_PractitionerServices_Eff_…”."
_AGAIN = "Take the file from CMS again, as it is; or type the row on the sheet Unit limits."


def is_limits(grid: Grid) -> bool:
    """True for a sheet of unit limits by code, whoever they are for."""
    return _header(grid.rows) is not None


def meant_for(grid: Grid) -> str:
    """Whom a sheet of unit limits is for: "practitioners", "hospitals", "suppliers of equipment", or "" if unsaid.

    The heading of the limits says it; where it does not, the file's name.
    """
    found = _header(grid.rows)
    assert found is not None
    for said in (normalised(grid.rows[found.row][found.units]), normalised(grid.file)):
        if _PRACTITIONERS in said:
            return "practitioners"
        for whom, words in _OTHERS.items():
            if any(word in said for word in words):
                return whom
    return ""


def refuse_others(grid: Grid) -> None:
    """Raise CannotRead, in clear words, for limits that are not a practitioner's."""
    whom = meant_for(grid)
    if whom != "practitioners":
        of = f"are those of {whom}, not of practitioners" if whom else "do not say whom they are for"
        raise CannotRead(f"The unit limits in {grid.file} {of}. {_TAKE}")


def read_limits(grid: Grid, archive: str = "") -> Limits:
    """The rows of a sheet of unit limits; `archive` is the name of the zip it came in.

    Raises CannotRead where they are not a practitioner's, or a column or the quarter is missing.
    """
    refuse_others(grid)
    found = _header(grid.rows)
    assert found is not None
    if found.indicator < 0:
        raise CannotRead(
            f"{grid.file} has no column “MUE Adjudication Indicator”, which says whether a limit counts by the line or "
            f"by the day. Medicaid's files have none. {_TAKE}"
        )
    title = " ".join(text(cell) for row in grid.rows[: found.row] for cell in row)
    first, last = quarter(title, grid.file, archive)
    days = [datetime(each.year, each.month, each.day) for each in (first, last)]
    body: list[list[object]] = []
    seen: set[str] = set()
    wrong: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for line, row in zip(grid.lines[found.row + 1 :], grid.rows[found.row + 1 :], strict=True):
        code, limit, kind = (
            row[place] if place < len(row) else "" for place in (found.code, found.units, found.indicator)
        )
        code = text(code).upper()
        if not text(limit) and not text(kind):
            continue  # a footnote
        if code.isdigit() and len(code) < 5:
            wrong["zeros"].append((line, code))
            code = code.zfill(5)
        units, indicator = _units(limit), _INDICATOR.match(text(kind))
        if not _CODE.fullmatch(code):
            wrong["code"].append((line, code))
        elif units is None:
            wrong["units"].append((line, text(limit)))
        elif indicator is None:
            wrong["indicator"].append((line, text(kind)))
        elif code in seen:
            wrong["twice"].append((line, code))
        else:
            seen.add(code)
            body.append([code, units, indicator[1], *days])
    frame, typed = frame_from_cells(UNIT_LIMITS, UNIT_LIMITS.headers, body, grid.file, found.row + 2)
    read_so = [problem for problem in grid.problems if problem.severity is not Severity.NOTE]
    headings = [text(cell) for cell in grid.rows[found.row]]
    return Limits(frame, first, [*read_so, *_told(wrong, grid.file, headings, found), *typed])


@dataclass(frozen=True, slots=True)
class _Header:
    """The row of headings, and the columns; `indicator` is −1 where the file has none."""

    row: int
    code: int
    units: int
    indicator: int


def _header(rows: Sequence[Sequence[Cell]]) -> _Header | None:
    for index, row in enumerate(rows[:LOOKED_AT]):
        labels = [normalised(cell) for cell in row]
        code = next((labels.index(name) for name in _CODES if name in labels), -1)
        units = [place for place, label in enumerate(labels) if "muevalue" in label and len(label) < 60]
        kinds = [place for place, label in enumerate(labels) if label == "mai" or "adjudicationindicator" in label]
        if code >= 0 and len(units) == 1:
            return _Header(index, code, units[0], kinds[0] if kinds else -1)
    return None


def _units(cell: Cell) -> int | None:
    """A whole number of units, 0 or more; None where the cell holds none."""
    try:
        amount = number(cell)
    except (ValueError, ArithmeticError):
        return None
    return int(amount) if amount is not None and 0 <= amount <= 1_000_000 and amount == int(amount) else None


def _told(
    wrong: Mapping[str, list[tuple[int, str]]], file: str, headings: Sequence[str], found: _Header
) -> list[Problem]:
    """What is wrong with the rows that were left out, and the codes that were mended."""
    kinds = (
        ("zeros", found.code, Severity.NOTE, "The code lost its leading zeros; it is taken with them, as five "
         "characters.", "Give the file as CMS publishes it, not re-saved by a spreadsheet."),
        ("code", found.code, Severity.DATA, "This is no HCPCS code; the row is left out.", _AGAIN),
        ("units", found.units, Severity.DATA, "This is no whole number of units; the row is left out.", _AGAIN),
        ("indicator", found.indicator, Severity.DATA, "This is no adjudication indicator (1, 2 or 3); the row is left "
         "out.", _AGAIN),
        ("twice", found.code, Severity.DATA, "The code stands further up already; this row is left out.", _AGAIN),
    )  # fmt: skip
    told = [
        problem
        for kind, place, severity, said, advice in kinds
        for problem in row_problems(severity, said, advice, file, wrong.get(kind, []), headings[place])
    ]
    return sorted(told, key=lambda problem: problem.line or 0)
