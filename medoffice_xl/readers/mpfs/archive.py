"""One file of CMS's release, or the whole zip."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd

from medoffice_xl.errors import CannotRead
from medoffice_xl.files.reading import read_whole
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.cms_zip import members_of, tables_of
from medoffice_xl.readers.file import File
from medoffice_xl.readers.mpfs.anesthesia import is_anesthesia, read_anesthesia
from medoffice_xl.readers.mpfs.base_units import is_base_units, read_base_units
from medoffice_xl.readers.mpfs.counties import is_counties, read_counties
from medoffice_xl.readers.mpfs.gpci import is_gpci, read_gpci
from medoffice_xl.readers.mpfs.grid import Grid, grid, grids
from medoffice_xl.readers.mpfs.headings import squeezed
from medoffice_xl.readers.mpfs.imaging_caps import is_imaging_caps, read_imaging_caps
from medoffice_xl.readers.mpfs.rvu import is_rvu, read_rvu
from medoffice_xl.readers.reader import CERTAIN, NO, Reader
from medoffice_xl.readers.reading import Reading

KIND = "Medicare fee schedule"

Read = Callable[[Grid, str], tuple[pd.DataFrame, list[Problem]]]

_FILES: tuple[tuple[str, Callable[[Grid], bool], Read], ...] = (
    ("mpfs", is_rvu, read_rvu),
    ("gpci", is_gpci, read_gpci),
    ("conversion_factors", is_anesthesia, read_anesthesia),
    ("localities", is_counties, read_counties),
    ("opps_caps", is_imaging_caps, read_imaging_caps),
    ("base_units", is_base_units, read_base_units),
)


def recognises(file: File) -> int:
    """Certain of CMS's fee schedule files, as CSV or as tab-separated text, and of the zip that CMS makes of them."""
    if file.is_zip:
        return CERTAIN if _is_release(file.path) else NO
    head = file.head
    known = b"\x00" not in head and _found([grid(head, file.name), grid(head, file.name, "\t")]) is not None
    return CERTAIN if known else NO


def _is_release(path: Path) -> bool:
    """True for a zip with a file named as CMS names its fee schedule files; a workbook is no such zip.

    Raises CannotRead where the zip is damaged.
    """
    with members_of(path) as members:
        names = [squeezed(member.name) for member in members or ()]
    return any(name.startswith("PPRRVU") or "GPCI" in name or "BASEUNIT" in name for name in names)


def read(path: Path) -> Reading:
    """Read a CSV, an XLSX or CMS's zip; raises CannotRead where nothing in it is a CMS fee schedule file."""
    tables: dict[str, list[pd.DataFrame]] = {}
    problems: list[Problem] = []
    for name, sheets in _sheets(path):
        found = _found(sheets)
        if found is None:
            continue
        table, reader, rows = found
        frame, noted = reader(rows, name)
        tables.setdefault(table, []).append(frame)
        problems += noted
    if not tables:
        raise CannotRead(
            f"{path.name} is none of CMS's physician fee schedule files (PPRRVU, GPCI, ANES, LOCCO, OPPSCAP, "
            "anesthesia base units), nor its file of drug payment limits. Give a zip from cms.gov as it is, "
            "such as “PFS Relative Value Files”, or one of its CSV files."
        )
    problems += [
        Problem(Severity.DATA, f"The file has no rows of {table}.", "Take it from the CMS zip again.", path.name)
        for table, frames in tables.items()
        if all(frame.empty for frame in frames)
    ]
    return Reading(
        path.name, KIND, {name: pd.concat(frames, ignore_index=True) for name, frames in tables.items()}, problems
    )


def _sheets(path: Path) -> Iterator[tuple[str, list[Grid]]]:
    """Each file of a zip with its sheets, or the one file that it is."""
    with members_of(path) as members:
        if members is None:
            yield path.name, grids(read_whole(path), path.name)
            return
        for member in tables_of(members):
            yield member.name, grids(member.read(), member.name)


def _found(sheets: list[Grid]) -> tuple[str, Read, Grid] | None:
    """The first sheet that is one of the files: its table, its reader and its rows."""
    for rows in sheets:
        for table, known, reader in _FILES:
            if known(rows):
                return table, reader, rows
    return None


READER = Reader(KIND, recognises, lambda file: read(file.path))
