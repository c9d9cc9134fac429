"""The one way to open a workbook for its cells: looked at first, so that reading it cannot take all memory.

What reads workbooks makes all cells from the first to the last, and a text of its own for each cell.
"""

import hashlib
import re
import zipfile
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from medoffice_xl.errors import CannotRead
from medoffice_xl.files.fault_log import is_rust_fault
from medoffice_xl.files.inflate import pieces
from medoffice_xl.files.limits import CELLS_A_BYTE, CELLS_ANYWAY, LARGEST_PARSED, MOST_CELLS, MOST_CHARACTERS
from medoffice_xl.files.ods_reach import reach_of_ods
from medoffice_xl.files.reach import Reach
from medoffice_xl.files.sheet_reach import (
    NotPlain,
    characters_between_tags,
    characters_of_shared,
    lengths_of_shared,
    reach_of_any,
    reach_of_plain,
    whole_tags,
)
from medoffice_xl.files.xls_reach import reach_of_xls
from medoffice_xl.files.zips import opened_zip

OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ODS, _XLSB = "content.xml", "xl/workbook.bin"

_COMMON_TEXTS = re.compile(rb"[<:]sst\b")

_MOST_GOOD = 16
_GOOD: OrderedDict[tuple[bytes, int], Mapping[str, Reach]] = OrderedDict()

Pieces = Callable[[], Iterator[bytes]]
"""Unpacks a part from its beginning."""


def opened_workbook(data: bytes, name: str, most_cells: int = MOST_CELLS) -> CalamineWorkbook:
    """A workbook (xlsx, xlsm, xls, ods), open; raises CannotRead where it is none, damaged, locked or too much."""
    check_workbook(data, name, most_cells)
    with refused_in_words(name):
        return CalamineWorkbook.from_filelike(BytesIO(data))


@contextmanager
def refused_in_words(name: str) -> Iterator[None]:
    """Whatever the library says of a damaged workbook as CannotRead, its own faults included."""
    try:
        yield
    except PasswordError as error:
        raise _locked(name) from error
    except CalamineError as error:
        raise CannotRead(f"{name} cannot be read as a workbook ({error}). Save it as .xlsx.") from error
    except BaseException as error:
        if not is_rust_fault(error):
            raise
        raise CannotRead(f"{name} is damaged and cannot be read as a workbook. Export it again, as .xlsx.") from error


def check_workbook(data: bytes, name: str, most_cells: int = MOST_CELLS) -> Mapping[str, Reach]:
    """Raise CannotRead where opening and reading a workbook would make too much of it, or where it is locked.

    Returns how far each part reaches that is written as spreadsheet programs write it, and its marks. A file that is
    brought in is opened several times; one that was found good is not looked at again.
    """
    seen = (hashlib.sha256(data).digest(), most_cells)
    if seen not in _GOOD:
        _GOOD[seen] = _check(data, name, most_cells)
        if len(_GOOD) > _MOST_GOOD:
            _GOOD.popitem(last=False)
    return _GOOD[seen]


def _check(data: bytes, name: str, most_cells: int) -> Mapping[str, Reach]:
    if data.startswith(OLE):
        if is_encrypted(data):
            raise _locked(name)
        _check_cells(reach_of_xls(data, name), _allowed(len(data), most_cells), most_cells, name)
        return {}
    try:
        archive = opened_zip(data, name)
    except zipfile.BadZipFile as error:
        raise CannotRead(f"{name} is damaged and cannot be read as a workbook. Get or save the file again.") from error
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise _locked(name)
    if any(part.filename == _XLSB for part in parts):
        raise CannotRead(f"{name} is an Excel binary workbook (.xlsb). Save it as .xlsx and try again.")
    look = _Look(data, parts, name, most_cells)
    look.check()
    return look.plain


def _allowed(size: int, most_cells: int) -> int:
    """The cells over which so many bytes may stretch."""
    return min(most_cells, max(CELLS_ANYWAY, CELLS_A_BYTE * size))


def is_encrypted(data: bytes) -> bool:
    """Whether a file is a workbook (or another Office file) that was locked with a password."""
    return data.startswith(OLE) and _ENCRYPTED in data


class _Look:
    """A look at every part of a zipped workbook; `plain` are the parts written as spreadsheet programs write them."""

    def __init__(self, data: bytes, parts: list[zipfile.ZipInfo], name: str, most_cells: int) -> None:
        self._data, self._parts, self._name, self._most = data, parts, name, most_cells
        self.plain: dict[str, Reach] = {}

    def check(self) -> None:
        cells, counted = 0, {}
        shared: list[tuple[zipfile.ZipInfo, int]] = []
        for part in self._parts:
            allowed = _allowed(part.compress_size, self._most)
            reach = self._reach(part, allowed)
            _check_cells(reach, allowed, self._most, self._name)
            cells += reach.cells
            counted[part.filename] = reach.characters
            if reach.shared:
                shared.append((part, reach.shared))
        if cells > self._most:
            raise CannotRead(_too_many(self._name, cells, self._most))
        if self._characters(shared, counted) > MOST_CHARACTERS:
            raise CannotRead(
                f"{self._name} holds more text than any export ({MOST_CHARACTERS:,} characters are read). Export it "
                "again, in parts if it is large."
            )

    def _reach(self, part: zipfile.ZipInfo, allowed: int) -> Reach:
        if part.filename == _ODS:
            return reach_of_ods(self._pieces(part)(), self._name)
        unpacked = self._pieces(part)
        try:
            reach = self.plain[part.filename] = reach_of_plain(unpacked())
        except NotPlain:
            if not any(b"sheetData" in piece for piece in whole_tags(unpacked())):
                return Reach()
            return self._reach_parsed(part)
        # Cells that only have a format may stand far out in an honest workbook, and are not read.
        return reach if reach.cells <= allowed or part.file_size > LARGEST_PARSED else self._reach_parsed(part)

    def _reach_parsed(self, part: zipfile.ZipInfo) -> Reach:
        try:
            if part.file_size > LARGEST_PARSED:
                raise NotPlain
            return reach_of_any(self._pieces(part)())
        except NotPlain as error:
            raise CannotRead(
                f"The part {part.filename} of {self._name} is not as spreadsheet programs write it. Open the file in "
                "Excel or LibreOffice, save it as .xlsx, and try again."
            ) from error

    def _characters(self, shared: list[tuple[zipfile.ZipInfo, int]], counted: Mapping[str, int]) -> int:
        """Characters of all cells, or more; what was not counted is only where there may be too many."""
        inline = sum(part.file_size for part in self._parts)
        if inline > MOST_CHARACTERS:
            inline = sum(
                counted[part.filename] or characters_between_tags(self._pieces(part)()) for part in self._parts
            )
        lengths = [
            length
            for part in self._parts
            if shared and _COMMON_TEXTS.search(next(self._pieces(part)(), b""))
            for length in lengths_of_shared(self._pieces(part)())
        ]
        most = sum(times for _, times in shared) * max(lengths, default=0)
        if most > MOST_CHARACTERS:
            with suppress(NotPlain):
                most = sum(characters_of_shared(self._pieces(part)(), lengths) for part, _ in shared)
        return inline + most

    def _pieces(self, part: zipfile.ZipInfo) -> Pieces:
        return partial(pieces, self._data, part, self._name)


def _check_cells(reach: Reach, allowed: int, most: int, name: str) -> None:
    if reach.cells > allowed:
        raise CannotRead(
            f"{name} has a cell as far out as {reach}, which makes {reach.cells:,} cells of a sheet. Delete what "
            f"stands far out and save it, or export it in parts: {most:,} cells of a file are read."
        )


def _too_many(name: str, cells: int, most: int) -> str:
    return f"{name} has {cells:,} cells; {most:,} of a file are read. Export it in parts, by month for example."


def _locked(name: str) -> CannotRead:
    return CannotRead(f"{name} is locked with a password. Save it without one and try again.")
