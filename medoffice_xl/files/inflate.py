"""The parts of a zip, unpacked piece by piece and never beyond what the zip says they are.

A zip may lie about the size of what is in it. A library that believes its end, and not its directory, would unpack
all of it; here a part that goes on is refused before it has.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator

from medoffice_xl.errors import CannotRead

PIECE = 1024**2
"""Bytes unpacked at a time."""

_FED = 1024**2
"""Packed bytes given at a time: what a piece has no room for is copied, and given again for the next."""

_LOCAL_HEADER = struct.Struct("<4s22xHH")


def pieces(data: bytes, part: zipfile.ZipInfo, name: str) -> Iterator[bytes]:
    """The content of a part of the zip `data`; raises CannotRead where it is damaged or not what its entry says."""
    packed = _packed(data, part, name)
    if part.compress_type == zipfile.ZIP_STORED:
        unpacked = _cut(packed)
    elif part.compress_type == zipfile.ZIP_DEFLATED:
        unpacked = inflated(packed)
    else:
        raise _damaged(part, name)
    size = 0
    try:
        for piece in unpacked:
            size += len(piece)
            if size > part.file_size:
                break
            yield piece
    except zlib.error as error:
        raise _damaged(part, name) from error
    if size != part.file_size:
        raise _damaged(part, name)


def _packed(data: bytes, part: zipfile.ZipInfo, name: str) -> memoryview:
    header = data[part.header_offset : part.header_offset + _LOCAL_HEADER.size]
    if len(header) < _LOCAL_HEADER.size:
        raise _damaged(part, name)
    signature, name_length, extra_length = _LOCAL_HEADER.unpack(header)
    start = part.header_offset + _LOCAL_HEADER.size + name_length + extra_length
    if signature != b"PK\x03\x04" or start + part.compress_size > len(data):
        raise _damaged(part, name)
    return memoryview(data)[start : start + part.compress_size]


def _cut(packed: memoryview) -> Iterator[bytes]:
    for start in range(0, len(packed), PIECE):
        yield bytes(packed[start : start + PIECE])


def inflated(packed: memoryview) -> Iterator[bytes]:
    """Deflated bytes unpacked, piece by piece; raises zlib.error."""
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    for start in range(0, len(packed), _FED):
        waiting: bytes | memoryview = packed[start : start + _FED]
        is_more = True
        while is_more:
            piece = inflate.decompress(waiting, PIECE)
            if piece:
                yield piece
            if inflate.eof:
                return
            waiting = inflate.unconsumed_tail
            is_more = bool(waiting) or len(piece) == PIECE
    raise zlib.error("the end is missing")


def _damaged(part: zipfile.ZipInfo, name: str) -> CannotRead:
    return CannotRead(f"{name} is damaged: {part.filename} in it cannot be unpacked. Get or save the file again.")
