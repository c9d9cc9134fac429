"""One file of CMS's release, or the whole zip."""

import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath

import pandas as pd

from medoffice_xl.errors import CannotRead
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.mpfs.anesthesia import is_anesthesia, read_anesthesia
from medoffice_xl.readers.mpfs.counties import is_counties, read_counties
from medoffice_xl.readers.mpfs.gpci import is_gpci, read_gpci
from medoffice_xl.readers.mpfs.grid import Grid, grid
from medoffice_xl.readers.mpfs.imaging_caps import is_imaging_caps, read_imaging_caps
from medoffice_xl.readers.mpfs.rvu import is_rvu, read_rvu
from medoffice_xl.readers.reading import Reading

KIND = "Medicare fee schedule"
LARGEST = 200_000_000
"""Bytes a file of the zip may unpack to; CMS's largest is a tenth of it."""

Read = Callable[[Grid, str], tuple[pd.DataFrame, list[Problem]]]

_FILES: tuple[tuple[str, Callable[[Grid], bool], Read], ...] = (
    ("mpfs", is_rvu, read_rvu),
    ("gpci", is_gpci, read_gpci),
    ("conversion_factors", is_anesthesia, read_anesthesia),
    ("localities", is_counties, read_counties),
    ("opps_caps", is_imaging_caps, read_imaging_caps),
)


def recognises(head: bytes, name: str = "") -> bool:
    """True where the first bytes are those of one of CMS's fee schedule files, as CSV or as tab-separated text."""
    text = head.replace(b"\t", b",") if b"," not in head else head
    return b"\x00" not in head and any(known(grid(text, name)) for _, known, _ in _FILES)


def is_zip(path: Path) -> bool:
    """True for a zip with a file named as CMS names its fee schedule files; a workbook is no such zip."""
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        names = [PurePosixPath(name).name.upper() for name in archive.namelist()]
    return any(name.startswith("PPRRVU") or "GPCI" in name for name in names) and "[CONTENT_TYPES].XML" not in names


def read(path: Path) -> Reading:
    """Read a CSV, an XLSX or CMS's zip; raises CannotRead where nothing in it is a CMS fee schedule file."""
    content = path.read_bytes()
    tables: dict[str, list[pd.DataFrame]] = {}
    problems: list[Problem] = []
    for name, rows in _grids(content, path.name):
        found = next(((table, reader) for table, known, reader in _FILES if known(rows)), None)
        if found is None:
            continue
        table, reader = found
        frame, noted = reader(rows, name)
        tables.setdefault(table, []).append(frame)
        problems += noted
    if not tables:
        raise CannotRead(
            f"{path.name} is none of CMS's physician fee schedule files (PPRRVU, GPCI, ANES, LOCCO, OPPSCAP). "
            "Give the zip from cms.gov, “PFS Relative Value Files”, or one of its CSV files."
        )
    problems += [
        Problem(Severity.DATA, f"The file has no rows of {table}.", "Take it from the CMS zip again.", path.name)
        for table, frames in tables.items()
        if all(frame.empty for frame in frames)
    ]
    return Reading(
        path.name, KIND, {name: pd.concat(frames, ignore_index=True) for name, frames in tables.items()}, problems
    )


def _grids(content: bytes, name: str) -> Iterator[tuple[str, Grid]]:
    members = _members(content, name)
    if members is None:
        yield name, grid(content, name)
        return
    for member, data in members:
        yield member, grid(data, member)


def _members(content: bytes, name: str) -> list[tuple[str, bytes]] | None:
    """The CSV files of a zip, and a workbook where its CSV is missing; None for anything but such a zip."""
    if content[:4] != b"PK\x03\x04":
        return None
    try:
        archive = zipfile.ZipFile(BytesIO(content))
        inside = [info for info in archive.infolist() if not info.is_dir()]
    except zipfile.BadZipFile as error:
        raise CannotRead(f"{name} is a damaged zip. Download it again.") from error
    if any(info.filename == "[Content_Types].xml" for info in inside):
        return None
    by_stem: dict[str, zipfile.ZipInfo] = {}
    for info in sorted(inside, key=lambda info: info.filename.lower().endswith(".csv")):
        path = PurePosixPath(info.filename)
        if path.suffix.lower() in (".csv", ".xlsx") and info.file_size <= LARGEST:
            by_stem[path.stem.upper()] = info
    return [(PurePosixPath(info.filename).name, archive.read(info)) for info in by_stem.values()]
