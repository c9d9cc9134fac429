"""An index of a file's segments: what each one is and in which part of the remittance it stands.

It is made from the bytes alone, before the parser works, so that what the parser took can be checked against it.
"""

from collections.abc import Collection
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

_QUALIFIED = frozenset({"REF", "DTM", "AMT", "NM1", "N1", "LQ"})
_GARBLED = "?"
_BREAK = 10


@dataclass(frozen=True, slots=True)
class SegmentIndex:
    """One row a segment: `kind` is a place in `names`, `level` its part, `opener` the segment that opened the part
    and `transaction` the ST before it (by position), all as numpy arrays. Positions count from 0 in the interchange.

    `names` are ids with their qualifier, such as "REF*6R"; "" for an empty segment, "?" for one without a proper id.
    """

    kind: Array
    names: list[str]
    level: Array
    opener: Array
    transaction: Array

    def __len__(self) -> int:
        return len(self.kind)


_NOTHING: Array = np.zeros(0, dtype=np.int32)
NO_INDEX = SegmentIndex(_NOTHING, [], _NOTHING, _NOTHING, _NOTHING)
"""Of segments that are counted elsewhere."""


def index_segments(interchange: Interchange) -> SegmentIndex:
    """Index an interchange."""
    data = np.frombuffer(interchange.data, dtype=np.uint8)
    ends = np.flatnonzero(data == interchange.separators.segment[0])
    if not len(ends) or ends[-1] != len(data) - 1:
        ends = np.append(ends, len(data))
    starts = _past_blanks(data, np.concatenate(([0], ends[:-1] + 1)), ends)
    stops = (interchange.separators.element[0], interchange.separators.segment[0])
    word, ids = _words(interchange.data, starts, stops)
    kind, names = _qualified(interchange.data, starts, word, ids, stops)
    level, opener = _levels(word, ids)
    return SegmentIndex(kind, names, level, opener, _last(_among(ids, {"ST"})[word]))


def _qualified(
    data: bytes, starts: Array, word: Array, ids: list[str], stops: tuple[int, int]
) -> tuple[Array, list[str]]:
    """The kind of each segment: its id, with its qualifier where the id alone does not say what it is."""
    places = np.flatnonzero(_among(ids, _QUALIFIED)[word])
    of = word[places]
    after = starts[places] + np.array([len(each) + 1 for each in ids], dtype=np.int64)[of]
    qualifier, said = _words(data, after, stops)
    kind = word * (len(said) + 1)
    kind[places] += qualifier + 1
    present = np.flatnonzero(np.bincount(kind, minlength=1))
    names = []
    for id_place, qualifier_place in (divmod(each, len(said) + 1) for each in present.tolist()):
        more = said[qualifier_place - 1] if qualifier_place else ""
        names.append(f"{ids[id_place]}*{more}" if more else ids[id_place])
    place = np.zeros(int(present[-1]) + 1 if len(present) else 1, dtype=np.int32)
    place[present] = np.arange(len(present))
    return place[kind], names


def _among(ids: list[str], wanted: Collection[str]) -> Array:
    return np.array([each in wanted for each in ids], dtype=bool)


def _past_blanks(data: Array, starts: Array, ends: Array) -> Array:
    """The starts without line breaks and blanks before them; most files have one break after every segment."""
    if not len(data):
        return starts
    breaks = data.take(starts[1:], mode="clip") == _BREAK
    if len(breaks) > 1 and breaks[:-1].all():
        starts = starts + np.concatenate(([False], breaks & (starts[1:] < ends[1:])))
    while True:
        blank = (data[np.minimum(starts, len(data) - 1)] <= 32) & (starts < ends)
        if not blank.any():
            return starts
        starts = starts + blank


def _words(data: bytes, at: Array, stops: tuple[int, int]) -> tuple[Array, list[str]]:
    """The one to three bytes up to a separator, as places in a list of words; "?" for a longer one.

    Few different runs of four bytes occur, so each is taken apart once. `at` ascends.
    """
    runs: Array = np.ndarray(max(len(data) - 3, 0), dtype="<u4", buffer=data, strides=(1,))
    whole = int(np.searchsorted(at, len(runs)))
    last = [(data[place : place + 4] + bytes([stops[1]]) * 4)[:4] for place in at[whole:].tolist()]
    four = np.concatenate((runs[at[:whole]], np.frombuffer(b"".join(last), dtype="<u4")))
    codes, different = pd.factorize(four)
    words = [_word(int(each).to_bytes(4, "little"), stops) for each in different]
    places = {word: place for place, word in enumerate(dict.fromkeys(words))}
    return np.array([places[word] for word in words], dtype=np.int32)[codes], list(places)


def _word(four: bytes, stops: tuple[int, int]) -> str:
    length = next((place for place, byte in enumerate(four) if byte in stops), 4)
    return _GARBLED if length == 4 else four[:length].decode("latin-1")


def _levels(word: Array, ids: list[str]) -> tuple[Array, Array]:
    level = np.array([_OPENERS.get(each, -1) for each in ids], dtype=np.int8)[word]
    opener = _last(level >= 0)
    level = level[opener]
    if len(level) and level[0] < 0:
        level[level < 0] = Level.HEADER
    return level, opener


def _last(marked: Array) -> Array:
    """The position of the last marked one up to each place; 0 before the first."""
    places = np.flatnonzero(marked)
    runs = np.diff(np.concatenate(([0], places, [len(marked)])))
    return np.repeat(np.concatenate(([0], places)).astype(np.int32), runs)
