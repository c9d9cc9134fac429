"""How far a sheet part reaches, told from its addresses before any program makes cells of it.

A sheet with one value in its last cell is a kilobyte on the disk, and seventeen thousand million cells once it is
read. What spreadsheet programs write is looked at quickly, by what each cell begins with; anything else is parsed.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from xml.parsers import expat

from medoffice_xl.files.columns import column_number
from medoffice_xl.files.not_xml import NOT_XML
from medoffice_xl.files.reach import Reach
from medoffice_xl.files.tag_scan import Tags

FORMULA = (b"<f>", b"<f ", b"<f/")
ERROR = (b't="e"',)
MARKS = FORMULA + ERROR
"""What is looked for in a sheet before it is taken apart: most large ones have neither formulas nor errors."""


_ADDRESS = re.compile(r"([A-Za-z]+)([0-9]+)")
_SHARED = b't="s"'
_SHARED_PLACE = re.compile(rb't="s"[^<>]*><v>(\d{1,9})</v>')
_SHARED_TEXT = re.compile(rb"<(?:\w+:)?si[ >]")
_FILLED = frozenset({"v", "is"})


class NotPlain(Exception):
    """The part is not written as spreadsheet programs write it."""


def reach_of_plain(pieces: Iterable[bytes]) -> Reach:
    """How far the cells of a part reach, empty ones included, its characters and marks; raises NotPlain."""
    reach = Reach()
    for data in whole_tags(pieces):
        tags = Tags(data)
        last = tags.reach_of_cells()
        if last is None or tags.may_have_prefixed() or not tags.rows_begin_with_numbers():
            raise NotPlain
        reach.include(*last)
        reach.shared += data.count(_SHARED) if last[0] else 0
        reach.characters += tags.characters()
        reach.marks |= {mark for mark in ERROR if mark in data}
        if tags.any_begins_with("f"):
            reach.marks |= {mark for mark in FORMULA if mark in data}
    return reach


def reach_of_any(pieces: Iterable[bytes]) -> Reach:
    """How far the cells of a part that hold something reach; raises NotPlain for what is no XML or has a DTD."""
    walk = _Walk()
    parser = expat.ParserCreate()
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    parser.StartDoctypeDeclHandler = _refuse
    try:
        for data in pieces:
            parser.Parse(data, False)
        parser.Parse(b"", True)
    except NOT_XML as error:
        raise NotPlain from error
    return walk.reach


def characters_between_tags(pieces: Iterable[bytes]) -> int:
    """Bytes of text in a part."""
    return sum(Tags(data).characters() for data in whole_tags(pieces))


def lengths_of_shared(pieces: Iterable[bytes]) -> list[int]:
    """Bytes of each text of the common list, its tags included."""
    lengths: list[int] = []
    for data in whole_tags(pieces, b"<si"):
        begins = [found.start() for found in _SHARED_TEXT.finditer(data)]
        lengths += [end - begin for begin, end in pairwise([*begins, len(data)])]
    return lengths


def characters_of_shared(pieces: Iterable[bytes], lengths: list[int]) -> int:
    """Bytes of text that the cells of a part take from the common list; raises NotPlain."""
    total = 0
    for data in whole_tags(pieces, b"<c "):
        places = Counter(_SHARED_PLACE.findall(data))
        if places.total() != data.count(_SHARED):
            raise NotPlain
        total += sum(times * lengths[int(place)] for place, times in places.items() if int(place) < len(lengths))
    return total


def whole_tags(pieces: Iterable[bytes], tag: bytes = b"<") -> Iterator[bytes]:
    """The pieces, cut anew so that each but the first begins with this tag and none ends in the middle of one."""
    rest = b""
    for piece in pieces:
        data = rest + piece
        end = data.rfind(tag)
        rest = data[end:] if end > 0 else b""
        yield data[:end] if end > 0 else data
    yield rest


def _refuse(*_: object) -> None:
    raise NotPlain


class _Walk:
    """Goes through a part's elements as programs that read sheets do: a cell without an address is the next one."""

    def __init__(self) -> None:
        self.reach = Reach()
        self._row = self._cell_row = self._column = 0
        self._in_cell = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "row":
            number = attributes.get("r", "")
            self._row = int(number) if number.isdecimal() else self._row + 1
            self._column = 0
        elif name == "c":
            self._in_cell = True
            self._column += 1
            address = _ADDRESS.fullmatch(attributes.get("r", ""))
            self._cell_row = int(address[2]) if address else self._row
            self._column = column_number(address[1]) if address else self._column
            self.reach.shared += attributes.get("t") == "s"
        elif self._in_cell and name in _FILLED:
            self.reach.include(self._cell_row, self._column)

    def end(self, tag: str) -> None:
        if tag.rpartition(":")[2] == "c":
            self._in_cell = False
