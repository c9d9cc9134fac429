"""The workbook as the zip it is: parts in and out, untouched ones copied byte for byte.

A part that nobody replaced keeps its compressed bytes, its place and its time stamp, so that a macro, a chart
or another program's extension leaves as it came.
"""

import copy
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import IO

from medoffice_xl.errors import BookError, CannotRead
from medoffice_xl.files.inflate import inflated, pieces
from medoffice_xl.files.sheet_reach import ERROR, FORMULA, MARKS
from medoffice_xl.files.workbooks import OLE, is_encrypted
from medoffice_xl.files.zips import opened_zip

_BEGINS = b"<f"
_FAST = 1
_WORKBOOK = "xl/workbook.xml"
_OTHERS = {
    "xl/workbook.bin": "an Excel binary workbook (.xlsb)",
    "content.xml": "an OpenDocument file",
    "word/document.xml": "a Word document",
}


class Package:
    """The parts of a workbook file, read into memory once."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raise BookError when `data` is no workbook; `name` is the file's name for messages."""
        self._data = data
        self._replaced: dict[str, _Packed] = {}
        self._removed: set[str] = set()
        self._marked: dict[str, frozenset[bytes]] = {}
        self._added: set[str] = set()
        self._name = name
        if is_encrypted(data):
            raise self._locked()
        try:
            self._zip = opened_zip(data, name)
        except CannotRead as error:
            raise BookError(str(error)) from error
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise self._no_workbook(_kind(data)) from error
        if _WORKBOOK not in self._zip.NameToInfo:
            raise self._no_workbook(next((kind for part, kind in _OTHERS.items() if part in self._zip.NameToInfo), ""))
        if any(entry.flag_bits & 1 for entry in self._zip.infolist()):
            raise self._locked()

    def __contains__(self, part: str) -> bool:
        return part not in self._removed and (part in self._zip.NameToInfo or part in self._added)

    @property
    def parts(self) -> list[str]:
        """The names of all parts."""
        return [*(name for name in self._zip.namelist() if name not in self._removed), *sorted(self._added)]

    @property
    def changed(self) -> bool:
        """Whether any part was replaced or removed."""
        return bool(self._replaced or self._removed)

    def read(self, part: str) -> bytes:
        """A part's content as it now is."""
        packed = self._replaced.get(part)
        if packed is not None:
            return packed.unpacked()
        try:
            return self._zip.read(part)
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise self._damaged(part) from error

    def holds(self, part: str, marks: Iterable[bytes]) -> bool:
        """Whether the part's content has any of `MARKS`; a large part is unpacked piece by piece, and once."""
        if part not in self._marked:
            self._marked[part] = self._marks_in(part)
        return not self._marked[part].isdisjoint(marks)

    def know_marks(self, found: Mapping[str, frozenset[bytes]]) -> None:
        """Take it from a look at the file which of `MARKS` its parts hold."""
        self._marked |= {part: marks for part, marks in found.items() if part not in self._replaced}

    def replace(self, part: str, content: bytes | Iterable[bytes]) -> None:
        """Put other content in the place of an existing part; an iterable is packed as it comes."""
        self._replaced[part] = _Packed([content] if isinstance(content, bytes) else content)
        self._marked.pop(part, None)

    def add(self, part: str, content: bytes) -> None:
        """Put in a part that was not there; its content type and who points to it are the caller's to say."""
        if part in self:
            raise ValueError(f"{part} is there already")
        self._added.add(part)
        self._replaced[part] = _Packed([content])

    def remove(self, part: str) -> None:
        """Leave a part out."""
        self._removed.add(part)

    def bytes_with(self, parts: Mapping[str, bytes], without: Iterable[str] = ()) -> bytes:
        """The whole workbook with some parts other than they are here, and without some, as bytes."""
        other = copy.copy(self)
        other._removed = self._removed | set(without)
        other._replaced = self._replaced | {part: _Packed([content]) for part, content in parts.items()}
        stream = io.BytesIO()
        other.write(stream)
        return stream.getvalue()

    def write(self, target: IO[bytes]) -> None:
        """The whole workbook, parts in their former order."""
        entries = self._zip.infolist()
        ends = self._ends(entries)
        with zipfile.ZipFile(target, "w") as out:
            for entry in entries:
                if entry.filename in self._removed:
                    continue
                packed = self._replaced.get(entry.filename)
                if packed is None:
                    _append(out, entry, self._data[entry.header_offset : ends[entry.header_offset]])
                else:
                    header, content = packed.entry(entry)
                    _append(out, header, header.FileHeader() + content)
            for name in sorted(self._added):
                header, content = self._replaced[name].entry(zipfile.ZipInfo(name))
                _append(out, header, header.FileHeader() + content)

    def _marks_in(self, part: str) -> frozenset[bytes]:
        packed, found, rest = self._replaced.get(part), set(), b""
        try:
            plain = packed.pieces() if packed else pieces(self._data, self._zip.getinfo(part), self._name)
            for piece in plain:
                seen = rest + piece
                found |= {mark for mark in ERROR if mark in seen}
                if _BEGINS in seen:
                    found |= {mark for mark in FORMULA if mark in seen}
                rest = seen[1 - max(map(len, MARKS)) :]
        except (KeyError, CannotRead) as error:
            raise self._damaged(part) from error
        return frozenset(found)

    def _damaged(self, part: str) -> BookError:
        return BookError(f"{self._name} is damaged: {part} cannot be read. Restore it from a backup.")

    def _locked(self) -> BookError:
        return BookError(f"{self._name} is protected by a password. Save it without one and try again.")

    def _no_workbook(self, kind: str) -> BookError:
        found = f"{self._name} is {kind}, " if kind else f"{self._name} is "
        return BookError(f"{found}not an Excel workbook (.xlsx or .xlsm). Choose another file.")

    def _ends(self, entries: list[zipfile.ZipInfo]) -> dict[int, int]:
        """Where the bytes of each entry end: where the next one, or the directory, begins."""
        starts = sorted(entry.header_offset for entry in entries)
        return dict(zip(starts, [*starts[1:], self._zip.start_dir], strict=True))


class _Packed:
    """A part's new content, deflated as it is made, so that a large sheet is never held whole."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        deflate = zlib.compressobj(_FAST, zlib.DEFLATED, -zlib.MAX_WBITS)
        pieces: list[bytes] = []
        self._crc = self._size = 0
        for chunk in chunks:
            self._crc = zlib.crc32(chunk, self._crc)
            self._size += len(chunk)
            pieces.append(deflate.compress(chunk))
        pieces.append(deflate.flush())
        self._content = b"".join(pieces)

    def unpacked(self) -> bytes:
        return zlib.decompress(self._content, -zlib.MAX_WBITS)

    def pieces(self) -> Iterator[bytes]:
        return inflated(memoryview(self._content))

    def entry(self, former: zipfile.ZipInfo) -> tuple[zipfile.ZipInfo, bytes]:
        """A directory entry for the new content that else says what the former one said."""
        entry = zipfile.ZipInfo(former.filename, former.date_time)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.create_system = former.create_system
        entry.external_attr = former.external_attr
        entry.CRC, entry.file_size, entry.compress_size = self._crc, self._size, len(self._content)
        return entry, self._content


def _kind(data: bytes) -> str:
    """What a file that is no zip is, as far as it helps to know."""
    if not data:
        return "empty"
    return "an old Excel workbook (.xls) or another old Office file" if data.startswith(OLE) else ""


def _append(out: zipfile.ZipFile, entry: zipfile.ZipInfo, raw: bytes) -> None:
    """Add an entry whose header and packed bytes are ready; zipfile itself can only pack anew."""
    stream = out.fp
    assert stream is not None
    placed = copy.copy(entry)
    placed.header_offset = stream.tell()
    stream.write(raw)
    out.filelist.append(placed)
    out.NameToInfo[placed.filename] = placed
    out.start_dir = stream.tell()
    out._didModify = True  # type: ignore[attr-defined]
