"""One file of CMS's release, or the whole zip."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd

from medoffice_xl.errors import CannotRead
from medoffice_xl.files.reading import read_whole
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.cms_zip import Member, members_of, read_each, tables_of
from medoffice_xl.readers.file import File
from medoffice_xl.readers.mpfs.anesthesia import is_anesthesia, read_anesthesia
from medoffice_xl.readers.mpfs.base_units import is_base_units, read_base_units
from medoffice_xl.readers.mpfs.cms_file import CmsFile
from medoffice_xl.readers.mpfs.counties import is_counties, read_counties
from medoffice_xl.readers.mpfs.fixed_width import is_fixed_width
from medoffice_xl.readers.mpfs.gpci import is_gpci, read_gpci
from medoffice_xl.readers.mpfs.grid import Grid, grid, grids, is_workbook
from medoffice_xl.readers.mpfs.headings import squeezed
from medoffice_xl.readers.mpfs.imaging_caps import is_imaging_caps, read_imaging_caps
from medoffice_xl.readers.mpfs.locality_amounts import WHAT_TO_TAKE, is_locality_amounts, named_so
from medoffice_xl.readers.mpfs.rvu import is_rvu, read_rvu
from medoffice_xl.readers.reader import CERTAIN, NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.sheets import HEAD_BYTES

KIND = "Medicare fee schedule"

Read = Callable[[CmsFile], tuple[pd.DataFrame, list[Problem]]]

_FILES: tuple[tuple[str, Callable[[Grid], bool], Read], ...] = (
    ("mpfs", is_rvu, read_rvu),
    ("gpci", is_gpci, read_gpci),
    ("conversion_factors", is_anesthesia, read_anesthesia),
    ("localities", is_counties, read_counties),
    ("opps_caps", is_imaging_caps, read_imaging_caps),
    ("base_units", is_base_units, read_base_units),
)

_NAMED = re.compile(r"(?i)PPRRVU|GPCI|ANES|LOCCO|OPPSCAP|BASE.?UNIT")
"""What CMS calls the files of its fee schedule."""


def recognises(file: File) -> int:
    """Certain of CMS's fee schedule files, as CSV or as tab-separated text, and of the zip that CMS makes of them.

    Its fixed-width text and its amounts by locality are recognised too: reading them says what to take instead.
    """
    if file.is_zip:
        return CERTAIN if _is_release(file.path) else NO
    head = file.head
    known = b"\x00" not in head and _found(_grids(head, file.name)) is not None
    return CERTAIN if known or is_fixed_width(head, file.name) or is_locality_amounts(head) else NO


def _is_release(path: Path) -> bool:
    """True for a zip with a file named as CMS names its fee schedule files; a workbook is no such zip.

    Raises CannotRead where the zip is damaged.
    """
    with members_of(path) as members:
        inside = [member.name for member in members or ()]
    names = list(map(squeezed, inside))
    return named_so(inside) or any(name.startswith("PPRRVU") or "GPCI" in name or "BASEUNIT" in name for name in names)


def read(path: Path) -> Reading:
    """Read a CSV, an XLSX or CMS's zip; raises CannotRead where nothing in it is a CMS fee schedule file.

    A file of a zip that cannot be read is left out and said; the others are taken in.
    """
    with members_of(path) as members:
        if members is None:
            return _reading(path.name, [_one(path.name, read_whole(path), _beside(path))])
        chosen = tables_of(members)
        if not chosen and named_so(member.name for member in members):
            raise CannotRead(f"{path.name} {WHAT_TO_TAKE}")
        beside = (path.stem, *(member.name for member in chosen))
        found, problems = read_each(chosen, lambda member: _member(member, beside), path.name)
        return _reading(path.name, found, problems)


def _member(member: Member, beside: tuple[str, ...]) -> tuple[str, pd.DataFrame, list[Problem]] | None:
    """The table that a file of the zip is; None where CMS puts something else into it."""
    found = _one(member.name, member.read(), beside)
    if found is None and _NAMED.search(member.name):
        raise CannotRead(f"{member.name} has none of the headings that are known of such a file.")
    return found


def _beside(path: Path) -> tuple[str, ...]:
    """The names of a file's folder and of CMS's files in it: an unpacked zip says what the zip said."""
    names = sorted(other.name for other in path.parent.iterdir() if _NAMED.search(other.name))
    return (path.resolve().parent.name, *names)


def _one(name: str, content: bytes, beside: tuple[str, ...]) -> tuple[str, pd.DataFrame, list[Problem]] | None:
    """The table that one file is; None where it is another of CMS's files. Raises CannotRead."""
    if is_fixed_width(content, name):
        raise CannotRead(
            f"{name} is CMS's fixed-width text, without columns. Take the .csv or .xlsx file of the same name from the "
            "CMS zip, or give the zip as it is."
        )
    if is_locality_amounts(content):
        raise CannotRead(f"{name} {WHAT_TO_TAKE}")
    found = _found(_grids(content, name))
    if found is None:
        return None
    table, reader, rows = found
    return table, *reader(CmsFile(rows, name, beside))


def _reading(
    name: str, found: Sequence[tuple[str, pd.DataFrame, list[Problem]] | None], problems: Sequence[Problem] = ()
) -> Reading:
    read_ones = [each for each in found if each is not None]
    if not read_ones:
        raise CannotRead(
            f"{name} is none of CMS's physician fee schedule files (PPRRVU, GPCI, ANES, LOCCO, OPPSCAP, "
            "anesthesia base units), nor its file of drug payment limits. Give a zip from cms.gov as it is, "
            "such as “PFS Relative Value Files”, or one of its CSV files."
        )
    tables: dict[str, list[pd.DataFrame]] = {}
    for table, frame, _ in read_ones:
        tables.setdefault(table, []).append(frame)
    told = [*problems, *(problem for _, _, noted in read_ones for problem in noted)]
    told += [
        Problem(Severity.DATA, f"The file has no rows of {table}.", "Take it from the CMS zip again.", name)
        for table, frames in tables.items()
        if all(frame.empty for frame in frames)
    ]
    return Reading(name, KIND, {table: pd.concat(frames, ignore_index=True) for table, frames in tables.items()}, told)


def _grids(content: bytes, name: str) -> list[Grid]:
    """The sheets of a workbook, or a text file parted at tabs, where it has any, and at commas."""
    if is_workbook(content):
        return grids(content, name)
    signs = ("\t", ",") if b"\t" in content[:HEAD_BYTES] else (",",)
    return [grid(content, name, sign) for sign in signs]


def _found(sheets: list[Grid]) -> tuple[str, Read, Grid] | None:
    """The first sheet that is one of the files: its table, its reader and its rows."""
    for rows in sheets:
        for table, known, reader in _FILES:
            if known(rows):
                return table, reader, rows
    return None


READER = Reader(KIND, recognises, lambda file: read(file.path))
