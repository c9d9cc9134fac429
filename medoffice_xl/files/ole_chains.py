"""The chains of sectors in a compound file ([MS-CFB] 2.3): each must end, or following it never does."""

from collections.abc import Sequence

import olefile

_NEXT_DIFAT = slice(68, 72)
_SECTOR_SHIFT = slice(30, 32)
_LAST_SECTOR = 0xFFFFFFFA
"""Numbers from here on are marks, such as the end of a chain."""


def chains_end(compound: olefile.OleFileIO, data: bytes) -> bool:
    """Whether no chain of the file comes back to where it was."""
    compound.loadminifat()
    return _ends(list(compound.fat)) and _ends(list(compound.minifat)) and _tables_end(data)


def _ends(follows: Sequence[int]) -> bool:
    """Whether no way through the table of who follows whom goes round."""
    walked = [0] * len(follows)
    for walk, start in enumerate(range(len(follows)), 1):
        place = start
        while place < len(follows) and not walked[place]:
            walked[place] = walk
            place = follows[place]
        if place < len(follows) and walked[place] == walk:
            return False
    return True


def _tables_end(data: bytes) -> bool:
    """The same for the chain of sectors that say where the table itself is."""
    size = 1 << int.from_bytes(data[_SECTOR_SHIFT], "little")
    place, left = int.from_bytes(data[_NEXT_DIFAT], "little"), len(data) // size
    while place < _LAST_SECTOR and left >= 0:
        end = (place + 2) * size
        place, left = int.from_bytes(data[end - 4 : end], "little"), left - 1
    return left >= 0
