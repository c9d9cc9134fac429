"""Blanks around the elements of a remittance: payers pad their fields, and mean nothing by it.

A trace number with a blank behind it would be another check, a padded reason no denial. The envelope's own header keeps
its blanks, for its elements have fixed widths.
"""

import re

import numpy as np

from medoffice_xl.blanks import bytes_as_seen
from medoffice_xl.readers.era.columns import Array
from medoffice_xl.readers.era.separators import Separators


def unpadded(data: bytes, separators: Separators) -> bytes:
    """The bytes of an interchange without blanks beside a separator."""
    header = _header_length(data, separators)
    plain = data if data.isascii() else data[:header] + bytes_as_seen(data[header:])
    codes = np.frombuffer(plain, dtype=np.uint8)
    places = _blanks(codes, separators)
    places = places[places >= header]
    if not len(places):
        return plain
    first = np.concatenate(([True], np.diff(places) != 1))
    starts, stops = places[first], places[np.concatenate((first[1:], [True]))] + 1
    after = _among(codes[np.maximum(starts - 1, 0)], separators.element, separators.component, separators.repetition)
    before = _among(codes.take(stops, mode="clip"), *_parts(separators))
    padding = (after & (starts > 0)) | before
    if not padding.any():
        return plain
    kept = np.ones(len(codes), dtype=bool)
    kept[places[padding[np.cumsum(first) - 1]]] = False
    return codes[kept].tobytes()


def _parts(separators: Separators) -> tuple[bytes, ...]:
    return separators.segment, separators.element, separators.component, separators.repetition


def _blanks(codes: Array, separators: Separators) -> Array:
    """Where blanks, tabs and control characters are; line breaks may end segments, and are seen to with those."""
    places = np.flatnonzero(codes <= ord(" "))
    return places[~_among(codes[places], b"\r", b"\n", *_parts(separators))]


def _among(codes: Array, *bytes_: bytes) -> Array:
    found = np.zeros(len(codes), dtype=bool)
    for each in b"".join(bytes_):
        found |= codes == each
    return found


def _header_length(data: bytes, separators: Separators) -> int:
    """The bytes of the ISA segment, which has sixteen elements; 0 where the data does not begin with one."""
    element = re.escape(separators.element)
    found = re.match(rb"\s*ISA(?:%b[^%b]*){15}%b" % (element, element, element), data)
    return data.find(separators.segment, found.end()) + 1 if found else 0
