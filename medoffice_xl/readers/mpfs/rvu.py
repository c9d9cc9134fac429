"""PPRRVU: the relative values and payment indicators of every code."""

from datetime import datetime

import pandas as pd

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.mpfs.cms_file import CmsFile
from medoffice_xl.readers.mpfs.grid import Grid
from medoffice_xl.readers.mpfs.headings import header_line, is_code, places
from medoffice_xl.tables import MPFS, frame_from_cells

_COLUMNS = {
    "code": "HCPCS",
    "mod": "MOD",
    "status": "STATUSCODE",
    "work": "WORKRVU",
    "pe_nf": "NONFACPERVU",
    "na_nf": "NONFACNAINDICATOR",
    "pe_f": "FACILITYPERVU",
    "na_f": "FACILITYNAINDICATOR",
    "mp": "MPRVU",
    "total_nf": "NONFACILITYTOTAL",
    "total_f": "FACILITYTOTAL",
    "pctc": "PCTCIND",
    "global_days": "GLOBDAYS",
    "pre": "PREOP",
    "intra": "INTRAOP",
    "post": "POSTOP",
    "mult": "MULTPROC",
    "bilat": "BILATSURG",
    "asst": "ASSTSURG",
    "cosurg": "COSURG",
    "team": "TEAMSURG",
    "endo_base": "ENDOBASE",
    "cf": "CONVFACTOR",
    "imaging": "DIAGNOSTICIMAGINGFAMILYINDICATOR",
}
_OPTIONAL = frozenset({"na_nf", "na_f", "endo_base", "imaging", "total_nf", "total_f"})
_NUMBERS = {"work", "pe_nf", "pe_f", "mp", "pre", "intra", "post", "cf", "total_nf", "total_f"}


def is_rvu(rows: Grid) -> bool:
    """True for a PPRRVU file."""
    return header_line(rows, "HCPCS", "MOD", "DESCRIPTION") is not None


def read_rvu(file: CmsFile) -> tuple[pd.DataFrame, list[Problem]]:
    """The file's rows as the table `mpfs`; descriptions are not taken, they are the AMA's."""
    rows, name = file.rows, file.name
    header = header_line(rows, "HCPCS", "MOD", "DESCRIPTION")
    assert header is not None
    at = places(rows, header, _COLUMNS, name, _OPTIONAL)
    said = file.release(header)
    problems: list[Problem] = []
    if not said.stated:
        problems.append(
            Problem(
                Severity.NOTE,
                f"The file does not say of which quarter of {said.year} it is; it is taken as January's.",
                "Keep CMS's file name, such as PPRRVU2025_Oct.csv.",
                name,
            )
        )
    effective = datetime(said.year, said.effective.month, 1)
    body: list[list[object]] = []
    seen: dict[tuple[str, str], int] = {}
    last = max(column for field, column in at.items() if field not in _OPTIONAL)
    for line, row in file.under(header, last, lambda row: is_code(row[at["code"]] if at["code"] < len(row) else "")):
        cells = {field: row[column] if column < len(row) else "" for field, column in at.items()}
        if not cells["status"]:
            continue
        code = cells["code"].upper()
        if len(code) < 5 and code.isdigit():
            problems.append(_zeros_lost(code, name, line))
            code = code.zfill(5)
        first = seen.setdefault((code, cells["mod"]), line)
        if first != line:
            problems.append(_twice(code, first, name, line))
            continue
        numbers = _numbers(cells, name, line, problems)
        if numbers is None:
            continue
        _check_totals(numbers, name, line, code, problems)
        program = said.program if said.year >= 2026 else ""
        values: dict[str, object] = {**cells, **numbers, "code": code, "year": said.year, "effective": effective}
        values["program"] = program
        body.append([values.get(column.name, "") for column in MPFS])
    frame, typed = frame_from_cells(MPFS, MPFS.headers, body, name, header + 2)
    return frame, [*problems, *typed]


def _numbers(cells: dict[str, str], name: str, line: int, problems: list[Problem]) -> dict[str, float] | None:
    """The numeric fields of a row; None, and a problem, where one of them is no number."""
    numbers: dict[str, float] = {}
    for field in _NUMBERS & cells.keys():
        try:
            numbers[field] = float(cells[field] or 0)
        except ValueError:
            problems.append(
                Problem(
                    Severity.MONEY,
                    f"The row of {cells['code']} is left out: this is not a number.",
                    "Take the file from the CMS zip again.",
                    name,
                    line,
                    field,
                    cells[field],
                )
            )
            return None
    return numbers


def _check_totals(numbers: dict[str, float], name: str, line: int, code: str, problems: list[Problem]) -> None:
    for setting in ("nf", "f"):
        total = numbers.get(f"total_{setting}")
        if total is None:
            continue
        parts = numbers["work"] + numbers[f"pe_{setting}"] + numbers["mp"]
        if round(parts * 100) != round(total * 100):
            problems.append(
                Problem(
                    Severity.MONEY,
                    f"The parts of {code} add up to {parts:.2f}, the total says {total:.2f}. The parts are used.",
                    "Compare the row with CMS's own file.",
                    name,
                    line,
                    f"total_{setting}",
                    f"{total:.2f}",
                )
            )


def _zeros_lost(code: str, name: str, line: int) -> Problem:
    return Problem(
        Severity.NOTE,
        f"The code lost its leading zeros; it is taken as {code.zfill(5)}.",
        "Give the file as CMS publishes it, not re-saved by a spreadsheet.",
        name,
        line,
        "HCPCS",
        code,
    )


def _twice(code: str, first: int, name: str, line: int) -> Problem:
    return Problem(
        Severity.DATA,
        f"The code stands twice, first in line {first}; the second row is left out.",
        "Take the file from the CMS zip again.",
        name,
        line,
        "HCPCS",
        code,
    )
