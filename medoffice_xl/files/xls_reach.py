"""How far the sheets of an old Excel workbook (.xls) reach, told from its records ([MS-XLS] 2.4).

All its sheets become cells as soon as it is opened, and room is made for as many as each sheet says it has.
"""

import struct
from collections import Counter
from collections.abc import Iterator
from io import BytesIO

import olefile

from medoffice_xl.errors import CannotRead
from medoffice_xl.files.limits import MOST_CHARACTERS
from medoffice_xl.files.ole_chains import chains_end
from medoffice_xl.files.reach import Reach
from medoffice_xl.files.xls_texts import lengths_of_texts

_RECORD = struct.Struct("<HH")
_CELL = struct.Struct("<HH")
_SHARED_CELL = struct.Struct("<HHHI")
_AREAS = {14: struct.Struct("<IIHH2x"), 10: struct.Struct("<HHHH2x")}
"""First row, row after the last, first column, column after the last: since Excel 97 and before it."""

_SHEET_BEGINS = frozenset({0x0009, 0x0209, 0x0409, 0x0809})
_SHEET_ENDS, _AREA, _TEXTS, _TEXTS_GO_ON, _SHARED, _RUN_OF_CELLS = 0x000A, 0x0200, 0x00FC, 0x003C, 0x00FD, 0x00BD
_CELLS = frozenset({0x0002, 0x0003, 0x0004, 0x0005, 0x0006, 0x0203, 0x0204, 0x0205, 0x0206, 0x027E, 0x00D6, 0x0406})
_LAST_ROW, _LAST_COLUMN = 65_536, 256
_LONGEST = 65_535


def reach_of_xls(data: bytes, name: str) -> Reach:
    """The rows of all sheets together and the widest of them; raises CannotRead for what is no such workbook."""
    try:
        look = _look(_stream(data, name))
        characters = look.characters()
    except (struct.error, IndexError) as error:
        raise _damaged(name) from error
    if characters > MOST_CHARACTERS:
        raise CannotRead(f"{name} holds more text than any export. Export it again, in parts if it is large.")
    return look.whole


class _Look:
    """What the records of a workbook tell, one after the other."""

    def __init__(self) -> None:
        self.whole, self._sheet = Reach(), Reach()
        self._texts: list[bytes] = []
        self._shared: Counter[int] = Counter()
        self._before = 0

    def at(self, kind: int, record: bytes) -> None:
        if kind in _CELLS:
            self._include(*_CELL.unpack_from(record))
        elif kind == _SHARED:
            row, column, _, text = _SHARED_CELL.unpack_from(record)
            self._include(row, column)
            self._shared[text] += 1
        elif kind == _RUN_OF_CELLS:
            row, column = _CELL.unpack_from(record)
            self._include(row, max(column, int.from_bytes(record[-2:], "little")))
        elif kind == _AREA and len(record) in _AREAS:
            _, rows, _, columns = _AREAS[len(record)].unpack(record)
            if rows > _LAST_ROW or columns > _LAST_COLUMN:
                raise IndexError
        elif kind == _TEXTS or (kind == _TEXTS_GO_ON and self._before == _TEXTS):
            self._texts.append(record)
        elif kind in _SHEET_BEGINS or kind == _SHEET_ENDS:
            self.end_sheet()
        self._before = self._before if kind == _TEXTS_GO_ON else kind

    def end_sheet(self) -> None:
        self.whole.include(self.whole.rows + self._sheet.rows, self._sheet.columns)
        self._sheet = Reach()

    def characters(self) -> int:
        """Characters of all cells that share texts, or more: counted one by one only where there may be too many."""
        most = self._shared.total() * min(_LONGEST, sum(map(len, self._texts)))
        if most <= MOST_CHARACTERS:
            return most
        return sum(length * self._shared[place] for place, length in enumerate(lengths_of_texts(self._texts)))

    def _include(self, row: int, column: int) -> None:
        self._sheet.include(row + 1, column + 1)


def _look(stream: bytes) -> _Look:
    look = _Look()
    for kind, record in _records(stream):
        look.at(kind, record)
    look.end_sheet()
    return look


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + _RECORD.size <= len(stream):
        kind, length = _RECORD.unpack_from(stream, place)
        place += _RECORD.size
        yield kind, stream[place : place + length]
        place += length


def _stream(data: bytes, name: str) -> bytes:
    try:
        with olefile.OleFileIO(BytesIO(data)) as compound:
            if not chains_end(compound, data):
                raise _damaged(name)
            for stream in ("Workbook", "Book"):
                if compound.exists(stream):
                    return bytes(compound.openstream(stream).read())
    except CannotRead:
        raise
    except Exception as error:
        raise _damaged(name) from error
    raise CannotRead(f"{name} is an Office file, but no workbook. Export what is in it as CSV or .xlsx.")


def _damaged(name: str) -> CannotRead:
    return CannotRead(f"{name} is damaged and cannot be read as a workbook. Get or save the file again.")
