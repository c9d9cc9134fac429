"""The compression of VBA streams: a signature byte, then chunks of 4,096 bytes, each compressed by itself.

Source: [MS-OVBA] 2.4.1, Compression and Decompression.
"""

from collections.abc import Iterator
from itertools import islice

SIGNATURE = b"\x01"
CHUNK = 4096
_COMPRESSED = 0xB000
_RAW = 0x3000
_SHORTEST = 3
_CANDIDATES = 64


def compress(data: bytes) -> bytes:
    """The compressed container of some bytes; `b""` gives the bare signature.

    Raises ValueError where the last, short chunk cannot be made smaller: the format can store only full
    chunks raw, and padding would add bytes. Text never comes near that.
    """
    return SIGNATURE + b"".join(_chunk(data[start : start + CHUNK]) for start in range(0, len(data), CHUNK))


def _chunk(plain: bytes) -> bytes:
    tokens = b"".join(_token_groups(plain))
    if len(tokens) <= CHUNK:
        return (_COMPRESSED | len(tokens) - 1).to_bytes(2, "little") + tokens
    if len(plain) == CHUNK:
        return (_RAW | CHUNK - 1).to_bytes(2, "little") + plain
    raise ValueError(f"{len(plain)} bytes at the end cannot be compressed, and the format has no other way for them")


def _token_groups(plain: bytes) -> Iterator[bytes]:
    """Groups of a flag byte and up to eight tokens; a set flag marks a copy, a clear one a literal byte."""
    tokens = _tokens(plain)
    while group := list(islice(tokens, 8)):
        flags = sum(1 << place for place, token in enumerate(group) if len(token) == 2)
        yield bytes([flags]) + b"".join(group)


def _tokens(plain: bytes) -> Iterator[bytes]:
    seen: dict[bytes, list[int]] = {}
    at = 0
    while at < len(plain):
        length_bits = 16 - max(4, (at - 1).bit_length()) if at else 12
        longest = min((1 << length_bits) - 1 + _SHORTEST, len(plain) - at)
        start, length = _longest_match(plain, at, longest, seen)
        if length < _SHORTEST:
            yield plain[at : at + 1]
            length = 1
        else:
            yield ((at - start - 1) << length_bits | length - _SHORTEST).to_bytes(2, "little")
        for passed in range(at, at + length):
            seen.setdefault(plain[passed : passed + _SHORTEST], []).append(passed)
        at += length


def _longest_match(plain: bytes, at: int, longest: int, seen: dict[bytes, list[int]]) -> tuple[int, int]:
    """Where an earlier run of the same bytes starts, and how long it is; the run may reach into itself."""
    best = (0, 0)
    for start in reversed(seen.get(plain[at : at + _SHORTEST], [])[-_CANDIDATES:]):
        length = 0
        while length < longest and plain[start + length] == plain[at + length]:
            length += 1
        if length > best[1]:
            best = (start, length)
        if length == longest:
            break
    return best
