"""The zips that CMS offers for download: what is in them, read within limits."""

import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from medoffice_xl.errors import CannotRead
from medoffice_xl.readers.sheets import HEAD_BYTES, HEAD_ROWS, Grid, grid_of_head, grids_of

LARGEST = 200_000_000
"""Bytes a file of the zip may unpack to; CMS's largest is a tenth of it."""

_WORKBOOKS = frozenset({"[Content_Types].xml", "content.xml"})
"""What tells a workbook (Excel's, OpenDocument's), which is a zip inside, from a zip of files."""

_UNREADABLE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, RuntimeError)
"""What a damaged zip or member raises, and one that is locked or packed in an unknown way (RuntimeError)."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an open zip."""

    archive: zipfile.ZipFile
    info: zipfile.ZipInfo

    @property
    def name(self) -> str:
        """Its name without folders."""
        return PurePosixPath(self.info.filename).name

    @property
    def suffix(self) -> str:
        """Its ending in small letters, such as `.csv`."""
        return PurePosixPath(self.info.filename).suffix.lower()

    @property
    def is_table(self) -> bool:
        """True for a CSV file or a workbook of a size that is read."""
        return self.suffix in (".csv", ".xlsx") and self.info.file_size <= LARGEST

    def read(self, most: int = -1) -> bytes:
        """Its bytes, or the first `most`; raises CannotRead where it is damaged or locked."""
        try:
            with self.archive.open(self.info) as file:
                return file.read(most)
        except _UNREADABLE as error:
            raise CannotRead(f"{self.name} in the zip is damaged or locked. Download the zip again.") from error


@contextmanager
def members_of(path: Path) -> Iterator[list[Member] | None]:
    """The files of a zip while it is open; None for anything that is no zip, and for a workbook, which is one inside.

    Raises CannotRead where the zip is damaged.
    """
    if not zipfile.is_zipfile(path):
        yield None
        return
    try:
        archive = zipfile.ZipFile(path)
    except _UNREADABLE as error:
        raise CannotRead(f"{path.name} is a damaged zip. Download it again.") from error
    with archive:
        inside = [Member(archive, info) for info in archive.infolist() if not info.is_dir()]
        if any(member.info.filename in _WORKBOOKS for member in inside):
            yield None
        else:
            yield [member for member in inside if not member.name.startswith(".")]


def tables_of(members: Iterable[Member]) -> list[Member]:
    """The CSV files, and the workbooks whose CSV file is missing."""
    by_stem: dict[str, Member] = {}
    for member in sorted(members, key=lambda member: member.suffix == ".csv"):
        if member.is_table:
            by_stem[PurePosixPath(member.name).stem.upper()] = member
    return sorted(by_stem.values(), key=lambda member: member.suffix != ".csv")


def members_with(members: Iterable[Member], known: Callable[[Grid], bool]) -> list[Member]:
    """The members with a sheet that is `known`: CSV files; workbooks only where no CSV file has one, for they say the
    same."""
    tables = tables_of(members)
    return [member for member in tables if member.suffix == ".csv" and _begins_with(member, known)] or [
        member
        for member in tables
        if member.suffix == ".xlsx" and any(map(known, grids_of(member.read(), member.name, HEAD_ROWS)))
    ]


def sheet_of(member: Member, known: Callable[[Grid], bool]) -> Grid:
    """The sheet of a member that is `known`."""
    return next(filter(known, grids_of(member.read(), member.name)))


def _begins_with(member: Member, known: Callable[[Grid], bool]) -> bool:
    grid = grid_of_head(member.read(HEAD_BYTES), member.name)
    return grid is not None and known(grid)
