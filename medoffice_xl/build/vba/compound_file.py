"""A compound file, version 3: streams of bytes in folders, in sectors of 512 bytes.

Source: [MS-CFB], Compound File Binary File Format. All times and class ids are zero, so that the same
streams always give the same bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

SECTOR = 512
MINI_SECTOR = 64
MINI_CUTOFF = 4096
_FREE, _END, _FAT_SECTOR, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_RED, _BLACK = 0, 1
_HEADER_FAT_SLOTS = 109
_NUMBERS = SECTOR // 4


@dataclass(slots=True)
class _Entry:
    """One directory entry; a storage has `members`, a stream `content`."""

    name: str
    kind: int
    content: bytes = b""
    members: list[int] = field(default_factory=list)
    colour: int = _BLACK
    left: int = _NONE
    right: int = _NONE
    child: int = _NONE
    start: int = _END
    size: int = 0

    def packed(self) -> bytes:
        name = self.name.encode("utf-16-le") + b"\0\0"
        links = b"".join(_u32(link) for link in (self.left, self.right, self.child))
        return (
            name.ljust(64, b"\0")
            + len(name).to_bytes(2, "little")
            + bytes([self.kind, self.colour])
            + links
            + bytes(16 + 4 + 8 + 8)  # class id, state bits, created, modified
            + _u32(self.start)
            + self.size.to_bytes(8, "little")
        )


def compound_file(streams: Mapping[str, bytes]) -> bytes:
    """The file that holds these streams, by path: `{"PROJECT": b"…", "VBA/dir": b"…"}`.

    Raises ValueError for a name of more than 31 characters and for a file beyond 6.8 MB.
    """
    entries = _directory(streams)
    root, mini_stream, mini_fat = entries[0], bytearray(), list[int]()
    big: list[bytes] = []
    for entry in entries[1:]:
        entry.size = len(entry.content)
        if 0 < entry.size < MINI_CUTOFF:
            entry.start = _append_chain(mini_fat, -(-entry.size // MINI_SECTOR))
            mini_stream += _padded(entry.content, MINI_SECTOR)
    root.size = len(mini_stream)

    fat: list[int] = []
    for entry, content in [(root, bytes(mini_stream)), *((entry, entry.content) for entry in entries[1:])]:
        if entry is root or entry.size >= MINI_CUTOFF:
            entry.start = _append_chain(fat, -(-len(content) // SECTOR))
            big.append(_padded(content, SECTOR))
    mini_fat_bytes = _padded(b"".join(map(_u32, mini_fat)), SECTOR, b"\xff")
    mini_fat_start = _append_chain(fat, len(mini_fat_bytes) // SECTOR)
    directory = _padded(b"".join(entry.packed() for entry in entries), SECTOR, _unused_entry())
    # The directory is placed last: its own start is needed by the header alone.
    directory_start = _append_chain(fat, len(directory) // SECTOR)

    fat_sectors = _fat_sectors(len(fat))
    first_fat = len(fat)
    fat += [_FAT_SECTOR] * fat_sectors
    header = _header(
        fat_sectors=list(range(first_fat, first_fat + fat_sectors)),
        directory_start=directory_start,
        mini_fat_start=mini_fat_start,
        mini_fat_sectors=len(mini_fat_bytes) // SECTOR,
    )
    fat_bytes = _padded(b"".join(map(_u32, fat)), SECTOR, b"\xff")
    return header + b"".join(big) + mini_fat_bytes + directory + fat_bytes


def _directory(streams: Mapping[str, bytes]) -> list[_Entry]:
    """The entries, root first, with each folder's members tied into a tree."""
    entries = [_Entry("Root Entry", _ROOT)]
    folders = {"": 0}
    for path, content in streams.items():
        parent, _, name = path.rpartition("/")
        if parent not in folders:
            folders[parent] = _add(entries, 0, _Entry(parent, _STORAGE, start=0))
        _add(entries, folders[parent], _Entry(name, _STREAM, content))
    for number in folders.values():
        ordered = sorted(entries[number].members, key=lambda member: _sort_key(entries[member].name))
        for one, other in pairwise(ordered):
            if _sort_key(entries[one].name) == _sort_key(entries[other].name):
                raise ValueError(f"two streams are called {entries[one].name}")
        entries[number].child = _tree(entries, ordered, depth=1, full_depth=(len(ordered) + 1).bit_length() - 1)
    return entries


def _add(entries: list[_Entry], parent: int, entry: _Entry) -> int:
    if len(entry.name) > 31:
        raise ValueError(f"“{entry.name}” is longer than 31 characters")
    entries.append(entry)
    entries[parent].members.append(len(entries) - 1)
    return len(entries) - 1


def _sort_key(name: str) -> tuple[int, str]:
    return len(name), name.upper()


def _tree(entries: list[_Entry], ordered: list[int], depth: int, full_depth: int) -> int:
    """A red-black tree of sorted entries: black, but for the last level where that is not full."""
    if not ordered:
        return _NONE
    middle = len(ordered) // 2
    entry = entries[ordered[middle]]
    entry.colour = _RED if depth > full_depth else _BLACK
    entry.left = _tree(entries, ordered[:middle], depth + 1, full_depth)
    entry.right = _tree(entries, ordered[middle + 1 :], depth + 1, full_depth)
    return ordered[middle]


def _append_chain(table: list[int], length: int) -> int:
    """Chain so many sectors at the table's end; returns the first, or the end mark for none."""
    if not length:
        return _END
    first = len(table)
    table.extend(range(first + 1, first + length))
    table.append(_END)
    return first


def _fat_sectors(others: int) -> int:
    """How many sectors the allocation table needs, itself included."""
    needed = 1
    while needed * _NUMBERS < others + needed:
        needed += 1
    if needed > _HEADER_FAT_SLOTS:
        raise ValueError("the project is too big for a compound file without extension sectors")
    return needed


def _header(*, fat_sectors: list[int], directory_start: int, mini_fat_start: int, mini_fat_sectors: int) -> bytes:
    slots = fat_sectors + [_FREE] * (_HEADER_FAT_SLOTS - len(fat_sectors))
    shorts = (0x003E, 3, 0xFFFE, 9, 6)  # minor and major version, byte order, sector and mini sector shift
    numbers = (
        0,  # directory sectors: always 0 in version 3
        len(fat_sectors),
        directory_start,
        0,  # transaction
        MINI_CUTOFF,
        mini_fat_start,
        mini_fat_sectors,
        _END,  # no extension sectors
        0,
        *slots,
    )
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + b"".join(short.to_bytes(2, "little") for short in shorts)
        + bytes(6)
        + b"".join(map(_u32, numbers))
    )


def _unused_entry() -> bytes:
    return bytes(68) + _u32(_NONE) * 3 + bytes(48)


def _padded(content: bytes, unit: int, filler: bytes = b"\0") -> bytes:
    missing = -len(content) % unit
    return content + filler * (missing // len(filler))


def _u32(number: int) -> bytes:
    return number.to_bytes(4, "little")
