"""What is looked for in hundreds of megabytes of markup, as arrays of bytes: where tags begin, and what they are.

A workbook of three years has 25 million cells. A regular expression makes an object of each; here none is made.
"""

import re

import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
Places = npt.NDArray[np.int64]

_BEYOND = bytes(20)
"""So that what is read past the last tag is there."""

_QUOTE, _SLASH, _LESS, _GREATER, _COLON = (ord(sign) for sign in '"/<>:')
_FIRST_LETTERS = np.frombuffer(b"cr", dtype="uint8")
"""Of cells and rows."""
_R = b' r="'
_ENDS_A_NAME = np.isin(np.arange(256), [*b" \t\r\n", _SLASH, _GREATER])
_MOST_LETTERS, _MOST_DIGITS = 3, 7
_TEXT = re.compile(rb">[^<]+")
_PREFIXED = re.compile(rb":(?:c|row)[\s/>]")


class Tags:
    """The tags of some markup, found once for all that is asked of them. None may be cut at the end."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._text = np.frombuffer(data + _BEYOND, dtype="uint8")
        self._opens = np.flatnonzero(self._text == _LESS)
        self._letters = self._text[self._opens + 1]

    def any_begins_with(self, letter: str) -> bool:
        """Whether the name of any tag begins with this letter."""
        return bool((self._letters == ord(letter)).any())

    def may_have_prefixed(self) -> bool:
        """Whether there may be cells or rows whose names have a prefix, as `<x:c>`; a text may look so as well."""
        after = self._text[np.flatnonzero(self._text == _COLON) + 1]
        return bool(np.isin(after, _FIRST_LETTERS).any()) and _PREFIXED.search(self._data) is not None

    def rows_begin_with_numbers(self) -> bool:
        """Whether each row begins with its number, as `<row r="1"`."""
        found = self._attribute_r(b"row")
        return found is not None and _numbers(self._text, found) is not None

    def reach_of_cells(self) -> tuple[int, int] | None:
        """The last row and column of the cells, (0, 0) where there are none.

        None where a cell does not begin with its address, as `<c r="A1"`.
        """
        starts = self._attribute_r(b"c")
        if starts is None:
            return None
        rows = columns = 0
        for length in range(1, _MOST_LETTERS + 1):
            longer = _is_letter(self._text[starts + length])
            found = _last_of(self._text, starts[~longer], length)
            if found is None:
                return None
            rows, columns, starts = max(rows, found[0]), max(columns, found[1]), starts[longer]
        return None if starts.size else (rows, columns)

    def characters(self) -> int:
        """Bytes of text between the tags, where the markup begins and ends with a whole tag or with text."""
        opens, closes = self._opens, np.flatnonzero(self._text == _GREATER)
        in_turn = opens.size == closes.size and (opens < closes).all() and (closes[:-1] < opens[1:]).all()
        if not in_turn:  # a > may stand in a text
            return sum(len(found) - 1 for found in _TEXT.findall(self._data))
        return int((opens[1:] - closes[:-1] - 1).sum()) + (len(self._data) - 1 - int(closes[-1]) if closes.size else 0)

    def _attribute_r(self, name: bytes) -> Places | None:
        """Where the value of `r` begins in each tag of this name; None where one does not begin with `r`."""
        starts = self._opens[self._letters == name[0]]
        for place, sign in enumerate(name[1:], start=2):
            starts = starts[self._text[starts + place] == sign]
        ends = starts + 1 + len(name)
        ends = ends[_ENDS_A_NAME[self._text[ends]]]
        begin_so = all((self._text[ends + place] == sign).all() for place, sign in enumerate(_R))
        return ends + len(_R) if begin_so else None


def _is_letter(signs: Bytes) -> npt.NDArray[np.bool_]:
    return (signs >= ord("A")) & (signs <= ord("Z"))


def _last_of(text: Bytes, starts: Places, letters: int) -> tuple[int, int] | None:
    """The last row and column of addresses with so many letters; None where one of them is none."""
    if not starts.size:
        return 0, 0
    column = np.zeros(len(starts), dtype="int64")
    for place in range(letters):
        signs = text[starts + place]
        if not _is_letter(signs).all():
            return None
        column = column * 26 + (signs - (ord("A") - 1))
    rows = _numbers(text, starts + letters)
    return None if rows is None else (int(rows.max()), int(column.max()))


def _numbers(text: Bytes, starts: Places) -> Places | None:
    """The numbers that begin in these places and end with a quote; None where one is none, or too long."""
    row = np.zeros(len(starts), dtype="int64")
    going = np.ones(len(starts), dtype=bool)
    for place in range(_MOST_DIGITS + 1):
        signs = text[starts + place]
        digit = signs - ord("0")
        ended = going & (signs == _QUOTE)
        if (going & ~ended & (digit > 9)).any() or (ended.any() and place == 0):
            return None
        going &= ~ended
        if not going.any():
            break
        row = np.where(going, row * 10 + digit, row)
    return None if going.any() else row
