"""The file of unit limits, alone or in CMS's zip."""

from pathlib import Path

import pandas as pd

from medoffice_xl.errors import CannotRead
from medoffice_xl.files.reading import read_whole
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.cms_limits import Limits
from medoffice_xl.readers.cms_zip import members_of, members_with, read_each, sheet_of
from medoffice_xl.readers.file import File
from medoffice_xl.readers.reader import CERTAIN, NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.sheets import Grid, grids_of
from medoffice_xl.readers.unit_limits.limits import is_limits, meant_for, read_limits

KIND = "Medicare unit limits"


def recognises(file: File) -> int:
    """Certain of CMS's unit limits, alone or in a zip, be they of practitioners, hospitals or suppliers.

    Reading those of the others says which file to take.
    """
    if file.is_zip:
        with members_of(file.path) as members:
            return CERTAIN if members_with(members or (), is_limits, file.name)[0] else NO
    return CERTAIN if is_limits(file.grid) else NO


def read(path: Path) -> Reading:
    """Read the CSV, the workbook or CMS's zip; raises CannotRead where it holds no practitioner's unit limits."""
    problems: list[Problem] = []
    with members_of(path) as members:
        if members is None:
            sheets = [grid for grid in grids_of(read_whole(path), path.name) if is_limits(grid)][:1]
            found = [read_limits(sheet) for sheet in sheets]
        else:
            chosen, unopened = members_with(members, is_limits, path.name)
            sheets, left_out = read_each(chosen, lambda member: sheet_of(member, is_limits), path.name)
            own = _of_practitioners(sheets)
            found = [read_limits(sheet, path.name).of_zip(path.name) for sheet in own]
            found, problems = _once_each(found, [sheet.file for sheet in own], path.name)
            problems += [*unopened, *left_out]
    if not found:
        raise CannotRead(
            f"{path.name} holds no unit limits by code: no row of headings has “HCPCS/CPT Code” and “Practitioner "
            "Services MUE Values”. Give CMS's zip of the practitioner services MUE table as it is, or its CSV or XLSX "
            "file."
        )
    problems = [problem for each in found for problem in each.problems] + problems
    frame = pd.concat([each.frame for each in found], ignore_index=True)
    if frame.empty:
        problems.append(Problem(Severity.DATA, "The file has no unit limits.", "Take it from CMS again.", path.name))
    return Reading(path.name, KIND, {"unit_limits": frame}, problems)


def _of_practitioners(sheets: list[Grid]) -> list[Grid]:
    """Those of practitioners; all of them where none is, so that reading says whom they are for."""
    return [sheet for sheet in sheets if meant_for(sheet) == "practitioners"] or sheets


def _once_each(found: list[Limits], names: list[str], archive: str) -> tuple[list[Limits], list[Problem]]:
    """One file a quarter: the first. Another of the same quarter is reported, never mixed in."""
    first: dict[object, tuple[str, Limits]] = {}
    problems = []
    for name, limits in zip(names, found, strict=True):
        taken, known = first.setdefault(limits.first, (name, limits))
        if known is not limits:
            problems.append(
                Problem(
                    Severity.DATA,
                    f"“{name}” is of the same quarter as “{taken}”; it was left out.",
                    "Find out from CMS which of them is right, and import that file by itself.",
                    archive,
                )
            )
    return [limits for _, limits in first.values()], problems


READER = Reader(KIND, recognises, lambda file: read(file.path))
