"""The file of payment limits, alone or among the others of CMS's zip."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from medoffice_xl.errors import CannotRead
from medoffice_xl.files.reading import read_whole
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.cms_limits import Limits
from medoffice_xl.readers.cms_zip import Member, members_of, members_with, read_each, sheet_of
from medoffice_xl.readers.drug_prices.limits import is_limits, is_titled, read_limits
from medoffice_xl.readers.file import File
from medoffice_xl.readers.reader import CERTAIN, NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.sheets import grids_of

KIND = "Medicare drug prices"


def recognises(file: File) -> int:
    """Certain of CMS's payment limits of drugs, of a zip of them, and of a file that says so in its title.

    Reading a file that only says so tells what it lacks.
    """
    if file.is_zip:
        with members_of(file.path) as members:
            return CERTAIN if members_with(members or (), is_limits, file.name)[0] else NO
    return CERTAIN if is_limits(file.grid) or is_titled(file.grid) else NO


def read(path: Path) -> Reading:
    """Read the CSV, the workbook or CMS's zip; raises CannotRead where it holds no payment limits by code."""
    problems: list[Problem] = []
    with members_of(path) as members:
        if members is None:
            sheet = next(filter(is_limits, grids_of(read_whole(path), path.name)), None)
            found = [] if sheet is None else [read_limits(sheet)]
        else:
            chosen, unopened = members_with(members, is_limits, path.name)
            pairs, left_out = read_each(chosen, lambda member: (member, _of_member(member, path.name)), path.name)
            chosen = [member for member, _ in pairs]
            found, problems = _once_each([each for _, each in pairs], [member.name for member in chosen], path.name)
            problems += [*unopened, *left_out, *(_left_alone(members, chosen, path.name) if found else [])]
    if not found:
        raise CannotRead(
            f"{path.name} holds no payment limits by HCPCS code: no row of headings has “HCPCS Code”, “HCPCS Code "
            "Dosage” and “Payment Limit”. Of CMS's files for Part B drugs, give the zip as it is, or its “Payment "
            "Limit File” (before 2025 “ASP Pricing File”); not the crosswalks, nor the files of drugs that are not "
            "otherwise classified (NOC) or not payable."
        )
    problems = [problem for each in found for problem in each.problems] + problems
    frame = pd.concat([each.frame for each in found], ignore_index=True)
    if frame.empty:
        problems.append(Problem(Severity.DATA, "The file has no payment limits.", "Take it from CMS again.", path.name))
    return Reading(path.name, KIND, {"drug_prices": frame}, problems)


def _of_member(member: Member, archive: str) -> Limits:
    return read_limits(sheet_of(member, is_limits), archive).of_zip(archive)


def _once_each(found: list[Limits], names: list[str], archive: str) -> tuple[list[Limits], list[Problem]]:
    """One file a quarter: the first. Another of the same quarter that says otherwise is reported, never mixed in."""
    first: dict[object, tuple[str, Limits]] = {}
    problems = []
    for name, limits in zip(names, found, strict=True):
        taken, known = first.setdefault(limits.first, (name, limits))
        differing = [] if known is limits else _differing(known.frame, limits.frame)
        if differing:
            problems.append(
                Problem(
                    Severity.MONEY,
                    f"“{name}” is of the same quarter as “{taken}” and says otherwise for {len(differing):,} codes, "
                    f"such as {differing[0]}; it was left out.",
                    "Find out from CMS which of them is right, and import that file by itself.",
                    archive,
                )
            )
    return [limits for _, limits in first.values()], problems


def _differing(one: pd.DataFrame, other: pd.DataFrame) -> list[str]:
    """Codes that only one of two files has, or that they price differently."""
    pairs = [set(zip(frame["code"], frame["payment_limit"], strict=True)) for frame in (one, other)]
    return sorted({code for code, _ in pairs[0] ^ pairs[1]})


def _left_alone(members: Sequence[Member], chosen: Sequence[Member], archive: str) -> list[Problem]:
    """A note of what was read from the zip and what was not."""
    taken, left = (
        ", ".join(f"“{member.name}”" for member in members if (member in chosen) is read) for read in (True, False)
    )
    if not left:
        return []
    return [
        Problem(
            Severity.NOTE,
            f"The payment limits by code were read from {taken}. Left alone in the zip: {left}.",
            "Nothing to do: crosswalks, drugs without a code of their own (NOC) and drugs that are not payable have no "
            "price by code.",
            archive,
        )
    ]


READER = Reader(KIND, recognises, lambda file: read(file.path))
