"""The zips that CMS offers for download: what is in them, read within limits."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeVar

from medoffice_xl.errors import CannotRead
from medoffice_xl.files.limits import LARGEST_TEXT
from medoffice_xl.files.reading import read_whole
from medoffice_xl.files.zips import opened_zip
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.sheets import HEAD_BYTES, HEAD_ROWS, Grid, grid_of_head, grids_of

Found = TypeVar("Found")

_WORKBOOKS = frozenset({"[Content_Types].xml", "content.xml"})
"""What tells a workbook (Excel's, OpenDocument's), which is a zip inside, from a zip of files."""

_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError, RuntimeError,
    MemoryError,
)  # fmt: skip
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
        return self.suffix in (".csv", ".xlsx") and self.info.file_size <= LARGEST_TEXT

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
        archive = opened_zip(read_whole(path), path.name)
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


def read_each(
    members: Iterable[Member], read: Callable[[Member], Found], archive: str
) -> tuple[list[Found], list[Problem]]:
    """What `read` makes of each member; one that cannot be read is a problem, and the others go on.

    Raises CannotRead where nothing can be read.
    """
    found: list[Found] = []
    refused: list[CannotRead] = []
    for member in members:
        try:
            found.append(read(member))
        except CannotRead as error:
            refused.append(error)
    if refused and not any(each is not None for each in found):
        raise refused[0]
    return found, [_left_out(error, archive) for error in refused]


def _left_out(error: CannotRead, archive: str) -> Problem:
    found = f"One file of the zip was left out: {error}"
    return Problem(Severity.DATA, found, "The others were taken in.", archive)


def members_with(
    members: Iterable[Member], known: Callable[[Grid], bool], archive: str
) -> tuple[list[Member], list[Problem]]:
    """The members with a sheet that is `known`: CSV files; workbooks only where no CSV file has one, for they say the
    same.

    One that cannot be opened is a problem; raises CannotRead where that leaves none.
    """
    tables = tables_of(members)
    refused: list[CannotRead] = []

    def is_known(member: Member) -> bool:
        try:
            return _begins_with(member, known)
        except CannotRead as error:
            refused.append(error)
            return False

    found = [member for member in tables if member.suffix == ".csv" and is_known(member)] or [
        member for member in tables if member.suffix == ".xlsx" and is_known(member)
    ]
    if refused and not found:
        raise refused[0]
    return found, [_left_out(error, archive) for error in refused]


def sheet_of(member: Member, known: Callable[[Grid], bool]) -> Grid:
    """The sheet of a member that is `known`; raises CannotRead where none is, as in one of two members of one name."""
    for grid in grids_of(member.read(), member.name):
        if known(grid):
            return grid
    raise CannotRead(f"{member.name} has no table that is known here. Get the zip from CMS again.")


def _begins_with(member: Member, known: Callable[[Grid], bool]) -> bool:
    if member.suffix == ".xlsx":
        return any(map(known, grids_of(member.read(), member.name, HEAD_ROWS)))
    grid = grid_of_head(member.read(HEAD_BYTES), member.name)
    return grid is not None and known(grid)
