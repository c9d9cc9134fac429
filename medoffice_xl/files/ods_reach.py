"""How far the sheets of an OpenDocument spreadsheet reach, whose rows and cells say how often they are repeated."""

from collections.abc import Iterable
from xml.parsers import expat

from medoffice_xl.errors import CannotRead
from medoffice_xl.files.columns import LAST_COLUMN, LAST_ROW
from medoffice_xl.files.limits import MOST_CHARACTERS
from medoffice_xl.files.reach import Reach

_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})


def reach_of_ods(pieces: Iterable[bytes], name: str) -> Reach:
    """The rows of all sheets together and the widest of them, as far as cells hold something; raises CannotRead."""
    walk = _Walk()
    parser = expat.ParserCreate()
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    parser.CharacterDataHandler = walk.text
    parser.StartDoctypeDeclHandler = walk.refuse
    try:
        for data in pieces:
            parser.Parse(data, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError) as error:
        raise CannotRead(f"{name} is damaged and cannot be read as a spreadsheet. Save it as .xlsx.") from error
    if walk.characters > MOST_CHARACTERS:
        raise CannotRead(f"{name} repeats its cells to {walk.characters:,} characters. Save it as .xlsx.")
    return walk.whole


class _Walk:
    """Counts rows and cells, with their repetitions, up to the last one of each that holds something."""

    def __init__(self) -> None:
        self.whole = Reach()
        self.characters = 0
        self._row_characters = self._cell_characters = 0
        self._before = self._row = self._column = self._last_column = 0
        self._row_times = self._cell_times = 1
        self._in_cell = self._filled = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table:table":
            self._before, self._row = self.whole.rows, 0
        elif tag == "table:table-row":
            self._column = self._last_column = self._row_characters = 0
            self._row_times = min(int(attributes.get("table:number-rows-repeated", "1")), LAST_ROW)
        elif tag in _CELLS:
            self._in_cell, self._cell_characters = True, 0
            self._filled = any(name.startswith("office:") for name in attributes) or "table:formula" in attributes
            self._cell_times = min(int(attributes.get("table:number-columns-repeated", "1")), LAST_COLUMN)

    def text(self, text: str) -> None:
        self._filled = self._filled or self._in_cell
        self._cell_characters += len(text)

    def end(self, tag: str) -> None:
        if tag in _CELLS:
            self._in_cell = False
            self._column += self._cell_times
            self._row_characters += self._cell_characters * self._cell_times
            if self._filled:
                self._last_column = self._column
        elif tag == "table:table-row":
            self._row += self._row_times
            self.characters += self._row_characters * self._row_times
            if self._last_column:
                self.whole.include(self._before + self._row, self._last_column)

    def refuse(self, *_: object) -> None:
        raise ValueError("a document type")
