"""What is looked for in hundreds of megabytes of markup, as arrays of bytes: addresses of cells, and text between tags.

A workbook of three years has 25 million cells. A regular expression makes an object of each; here none is made.
"""

import re

import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
Places = npt.NDArray[np.int64]

_BEYOND = bytes(20)
"""So that what is read past the last tag is there."""

_SPACE, _QUOTE, _SLASH, _LESS, _GREATER, _C = (ord(sign) for sign in ' "/<>c')
_ENDS_A_NAME = np.isin(np.arange(256), [*b" \t\r\n", _SLASH, _GREATER])
_MOST_LETTERS, _MOST_DIGITS = 3, 7
_TEXT = re.compile(rb">[^<]+")


def reach_of_cells(data: bytes) -> tuple[int, int] | None:
    """The last row and column of the cells in `data`, (0, 0) where there are none.

    None where a cell does not begin with its address, as `<c r="A1"`. No tag may be cut at the end.
    """
    text = np.frombuffer(data + _BEYOND, dtype="uint8")
    starts = np.flatnonzero((text[:-1] == _LESS) & (text[1:] == _C))
    starts = starts[_ENDS_A_NAME[text[starts + 2]]]
    if not starts.size:
        return 0, 0
    if not all((text[starts + place] == sign).all() for place, sign in enumerate(b' r="', start=2)):
        return None
    rows, columns, starts = 0, 0, starts + 6
    for length in range(1, _MOST_LETTERS + 1):
        longer = _is_letter(text[starts + length])
        found = _last_of(text, starts[~longer], length)
        if found is None:
            return None
        rows, columns, starts = max(rows, found[0]), max(columns, found[1]), starts[longer]
    return None if starts.size else (rows, columns)


def characters_between_tags(data: bytes) -> int:
    """Bytes of text between the tags in `data`, which begins and ends with a whole tag or with text."""
    text = np.frombuffer(data, dtype="uint8")
    opens, closes = np.flatnonzero(text == _LESS), np.flatnonzero(text == _GREATER)
    in_turn = opens.size == closes.size and (opens < closes).all() and (closes[:-1] < opens[1:]).all()
    if not in_turn:  # a > may stand in a text
        return sum(len(found) - 1 for found in _TEXT.findall(data))
    return int((opens[1:] - closes[:-1] - 1).sum()) + (len(data) - 1 - int(closes[-1]) if closes.size else 0)


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
    row, digits = np.zeros(len(starts), dtype="int64"), starts + letters
    going = np.ones(len(starts), dtype=bool)
    for place in range(_MOST_DIGITS + 1):
        signs = text[digits + place]
        digit = signs - ord("0")
        ended = going & (signs == _QUOTE)
        if (going & ~ended & (digit > 9)).any() or (ended.any() and place == 0):
            return None
        going &= ~ended
        if not going.any():
            break
        row = np.where(going, row * 10 + digit, row)
    return None if going.any() else (int(row.max()), int(column.max()))
