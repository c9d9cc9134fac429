"""A zip is looked at before it is opened: how many files are in it, and what they unpack to."""

import zipfile
from collections.abc import Sequence
from io import BytesIO

from medoffice_xl.errors import CannotRead
from medoffice_xl.files.limits import MOST_MEMBERS, MOST_RATIO, MOST_UNPACKED, UNPACKED_ANYWAY

_ENTRY = b"PK\x01\x02"
"""How an entry of a zip's directory begins."""


def opened_zip(data: bytes, name: str) -> zipfile.ZipFile:
    """A zip, open; raises CannotRead where it holds too many files or unpacks to too much, BadZipFile for no zip.

    Entries are counted before the directory is read: of a million of them it would take a gigabyte.
    """
    if data.count(_ENTRY) > MOST_MEMBERS:
        raise CannotRead(f"{name} is a zip of more than {MOST_MEMBERS:,} files; it was not opened.")
    archive = zipfile.ZipFile(BytesIO(data))
    _check_unpacked(archive.infolist(), len(data), name)
    return archive


def _check_unpacked(parts: Sequence[zipfile.ZipInfo], packed: int, name: str) -> None:
    unpacked = sum(part.file_size for part in parts)
    if unpacked > min(max(UNPACKED_ANYWAY, MOST_RATIO * packed), MOST_UNPACKED):
        raise CannotRead(f"{name} unpacks to {unpacked:,} bytes, far more than its size; it was not opened.")
    if len({part.filename for part in parts}) < len(parts):
        raise CannotRead(f"{name} holds two files of one name, so it cannot be said which is meant; it was not opened.")
    if not all(part.filename for part in parts):
        raise CannotRead(f"{name} is damaged: a file in it has no name. Download or save it again.")
