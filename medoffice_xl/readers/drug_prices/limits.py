"""The sheet of payment limits by HCPCS code: how it is told from its neighbours, and its rows.

Eight or so lines of title and disclaimers, then the headings, of which columns came and went over the years. Short
descriptions are not taken: those of vaccines and the like are the American Medical Association's.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.amounts import number
from medoffice_xl.readers.cms_limits import Limits
from medoffice_xl.readers.drug_prices.quarter import quarter
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.headers import LOOKED_AT, normalised
from medoffice_xl.readers.sheets import Cell, Grid
from medoffice_xl.readers.typed import text
from medoffice_xl.tables import DRUG_PRICES, frame_from_cells

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "code": ("hcpcscode", "hcpcs"),
    "dosage": ("hcpcscodedosage", "hcpcsdosage", "dosage"),
    "limit": ("paymentlimit",),
}
_TITLE = "paymentallowancelimitsformedicarepartb"
_CODE = re.compile(r"[A-Z0-9]\d{3}[A-Z0-9]")
_NO_AMOUNT = frozenset({"", "na", "none"})
_AGAIN = "Take the file from CMS again, as it is; or type the row on the sheet Drug prices."


def is_limits(grid: Grid) -> bool:
    """True for a sheet of payment limits by code; not for CMS's list of drugs that are not payable."""
    first = " ".join(text(cell) for cell in grid.rows[0]) if grid.rows else ""
    unpaid = any("notpayable" in normalised(title) for title in (grid.file, first))
    return not unpaid and _header(grid) is not None


def is_titled(grid: Grid) -> bool:
    """True for a sheet with the title of CMS's payment limits, be it the one by code or one of its neighbours."""
    return any(_TITLE in normalised(cell) for row in grid.rows[:LOOKED_AT] for cell in row)


def read_limits(grid: Grid, archive: str = "") -> Limits:
    """The rows of a sheet of payment limits; `archive` is the name of the zip it came in.

    Raises CannotRead where nothing says the quarter.
    """
    found = _header(grid)
    assert found is not None
    header, places = found
    title = " ".join(text(cell) for row in grid.rows[:header] for cell in row)
    of = quarter(title, grid.file, archive)
    days = [datetime(each.year, each.month, each.day) for each in (of.first, of.last)]
    headings = {field: text(grid.rows[header][place]) for field, place in places.items()}
    body: list[list[object]] = []
    seen: set[str] = set()
    wrong: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for line, row in zip(grid.lines[header + 1 :], grid.rows[header + 1 :], strict=True):
        cells = {field: row[place] if place < len(row) else "" for field, place in places.items()}
        code, limit = text(cells["code"]).upper(), cells["limit"]
        if code.isdigit() and len(code) < 5:
            wrong["zeros"].append((line, code))
            code = code.zfill(5)
        amount = _amount(limit)
        if not _CODE.fullmatch(code):
            if _said(limit):  # else it is a footnote
                wrong["code"].append((line, code))
        elif not _said(limit):
            wrong["none"].append((line, code))
        elif amount is None:
            wrong["amount"].append((line, text(limit)))
        elif code in seen:
            wrong["twice"].append((line, code))
        else:
            seen.add(code)
            body.append([code, text(cells["dosage"]), float(amount), *days])
    frame, typed = frame_from_cells(DRUG_PRICES, DRUG_PRICES.headers, body, grid.file, header + 2)
    read_so = [problem for problem in grid.problems if problem.severity is not Severity.NOTE]
    return Limits(frame, of.first, [*read_so, *_told(wrong, grid.file, headings), *typed])


def _header(grid: Grid) -> tuple[int, dict[str, int]] | None:
    """The row of headings and the column of each field, from what the headings say."""
    for index, row in enumerate(grid.rows[:LOOKED_AT]):
        labels = [normalised(cell) for cell in row]
        places = {
            field: next(labels.index(name) for name in names if name in labels)
            for field, names in _HEADINGS.items()
            if any(name in labels for name in names)
        }
        if len(places) == len(_HEADINGS):
            return index, places
    return None


def _said(cell: Cell) -> bool:
    """False for an empty cell and for “N/A”."""
    return normalised(text(cell)) not in _NO_AMOUNT


def _amount(cell: Cell) -> Decimal | None:
    """A limit above zero, in dollars; None where the cell holds none."""
    try:
        amount = number(cell)
    except (ValueError, ArithmeticError):
        return None
    return amount if amount is not None and amount > 0 else None


def _told(wrong: Mapping[str, list[tuple[int, str]]], file: str, headings: Mapping[str, str]) -> list[Problem]:
    """What is wrong with the rows that were left out, and the codes that were mended."""
    kinds = (
        ("zeros", "code", Severity.NOTE, "The code lost its leading zeros; it is taken with them, as five characters.",
         "Give the file as CMS publishes it, not re-saved by a spreadsheet."),
        ("code", "code", Severity.DATA, "This is no HCPCS code; the row is left out.", _AGAIN),
        ("none", "code", Severity.DATA, "The code has no payment limit in this file; it has no price for the quarter.",
         "If you bill it, type its price on the sheet Drug prices, or a rate on Fee schedules."),
        ("amount", "limit", Severity.MONEY, "This is no amount above zero; the row is left out.", _AGAIN),
        ("twice", "code", Severity.DATA, "The code stands further up already; this row is left out.", _AGAIN),
    )  # fmt: skip
    told = [
        problem
        for kind, field, severity, found, advice in kinds
        for problem in row_problems(severity, found, advice, file, wrong.get(kind, []), headings[field])
    ]
    return sorted(told, key=lambda problem: problem.line or 0)
