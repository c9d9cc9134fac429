"""An index of a file's segments: what each one is and in which part of the remittance it stands.

It is made from the bytes alone, beside the parser, so that what the parser took can be checked against it.
"""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import pandas as pd

from medoffice_xl.readers.era.columns import Array
from medoffice_xl.readers.era.envelope import Interchange


class Level(IntEnum):
    """Part of a remittance: outside any transaction, its header, a claim, a service line, or its end."""

    OUTSIDE = 0
    HEADER = 1
    CLAIM = 2
    LINE = 3
    TRAILER = 4


_OPENERS = {
    "ISA": Level.OUTSIDE,
    "GS": Level.OUTSIDE,
    "ST": Level.HEADER,
    "LX": Level.HEADER,
    "CLP": Level.CLAIM,
    "SVC": Level.LINE,
    "PLB": Level.TRAILER,
    "SE": Level.TRAILER,
    "GE": Level.OUTSIDE,
    "IEA": Level.OUTSIDE,
}

_QUALIFIED = ("REF", "DTM", "AMT", "NM1", "N1", "LQ")
_EMPTY, _GARBLED = 0, 1


@dataclass(frozen=True, slots=True)
class SegmentIndex:
    """One row a segment: `key` names id and qualifier (see `name`), `level` its part, `opener` the segment that
    opened the part and `transaction` the ST before it (by position), all as numpy arrays. Positions count from 0 in
    the interchange."""

    key: Array
    level: Array
    opener: Array
    transaction: Array

    def __len__(self) -> int:
        return len(self.key)


def key(segment: str, qualifier: str = "") -> int:
    """The number that stands for a segment id with its qualifier, such as REF, 6R."""
    return _packed(segment) << 24 | _packed(qualifier)


def name(number: int) -> str:
    """The segment id and qualifier of a key: "REF*6R"; "" for an empty segment, "?" for one without a proper id."""
    if number >> 24 in (_EMPTY, _GARBLED):
        return "" if number >> 24 == _EMPTY else "?"
    segment, qualifier = (_unpacked(part) for part in (number >> 24, number & 0xFFFFFF))
    return f"{segment}*{qualifier}" if qualifier else segment


def index_segments(interchange: Interchange) -> SegmentIndex:
    """Index an interchange."""
    data = np.frombuffer(interchange.data + interchange.separators.segment * 8, dtype=np.uint8)
    size = len(interchange.data)
    ends = np.flatnonzero(data[:size] == interchange.separators.segment[0])
    if not len(ends) or ends[-1] != size - 1:
        ends = np.append(ends, size)
    starts = _past_blanks(data, np.concatenate(([0], ends[:-1] + 1)), ends)
    stops = (interchange.separators.element[0], interchange.separators.segment[0])
    ids, lengths = _words(data, starts, stops)
    qualifiers = np.zeros(len(ids), dtype=np.int32)
    qualified = np.flatnonzero(np.isin(ids, [_packed(each) for each in _QUALIFIED]))
    qualifiers[qualified], _ = _words(data, starts[qualified] + lengths[qualified] + 1, stops)
    level, opener = _levels(ids)
    return SegmentIndex(ids.astype(np.int64) << 24 | qualifiers, level, opener, _last(ids == _packed("ST")))


def _packed(word: str) -> int:
    return int.from_bytes(word.encode().ljust(3, b"\0"), "big")


def _unpacked(number: int) -> str:
    return int(number).to_bytes(3, "big").rstrip(b"\0").decode("latin-1")


def _past_blanks(data: Array, starts: Array, ends: Array) -> Array:
    while True:
        blank = (data[starts] <= 32) & (starts < ends)
        if not blank.any():
            return starts
        starts = starts + blank


def _words(data: Array, at: Array, stops: tuple[int, int]) -> tuple[Array, Array]:
    """The one to three bytes up to a separator as a number, and their length; 1 for a longer word.

    Few different runs of four bytes occur, so each is taken apart once.
    """
    runs: Array = np.ndarray(len(data) - 3, dtype=">u4", buffer=data, strides=(1,))
    codes, different = pd.factorize(runs[at].astype(np.uint32))
    words = [_word(int(each).to_bytes(4, "big"), stops) for each in different]
    numbers = np.array([number for number, _ in words], dtype=np.int32)
    lengths = np.array([length for _, length in words], dtype=np.int8)
    return numbers[codes], lengths[codes]


def _word(four: bytes, stops: tuple[int, int]) -> tuple[int, int]:
    length = next((place for place, byte in enumerate(four) if byte in stops), 4)
    if length == 4:
        return _GARBLED, 3
    return int.from_bytes(four[:length].ljust(3, b"\0"), "big"), length


def _levels(ids: Array) -> tuple[Array, Array]:
    level = np.full(len(ids), -1, dtype=np.int8)
    for segment, opened in _OPENERS.items():
        level[ids == _packed(segment)] = opened
    opener = _last(level >= 0)
    level = level[opener]
    if len(level) and level[0] < 0:
        level[level < 0] = Level.HEADER
    return level, opener


def _last(marked: Array) -> Array:
    """The position of the last marked one up to each place; 0 before the first."""
    places: Array = np.maximum.accumulate(np.where(marked, np.arange(len(marked), dtype=np.int32), np.int32(0)))
    return places
