"""The text of a cell, wherever the file keeps it."""

import re
from collections.abc import Sequence
from html import unescape

from medoffice_xl.book.package import Package
from medoffice_xl.book.sheet_part import Cell

_PART = "xl/sharedStrings.xml"
_ITEM = re.compile(rb"<si\b[^>]*?(?:/>|>(.*?)</si>)", re.DOTALL)
_TEXT = re.compile(rb"<t\b[^>]*?(?:/>|>(.*?)</t>)", re.DOTALL)
_PHONETIC = re.compile(rb"<rPh\b.*?</rPh>", re.DOTALL)


def shared_items(package: Package) -> list[bytes]:
    """What is inside each shared text, in order, as it stands in the part."""
    return _ITEM.findall(package.read(_PART)) if _PART in package else []


def shown_text(cell: Cell, package: Package) -> str:
    """What a cell holds, as text; its number for a number, "" when it is empty."""
    shared = cell.attributes.get("t") == "s"
    return text_of(cell, shared_items(package) if shared else ())


def text_of(cell: Cell, items: Sequence[bytes]) -> str:
    """The same, with the shared texts at hand: for many cells."""
    if cell.attributes.get("t") == "inlineStr":
        return _plain(cell.inner)
    value = cell.inner.partition(b"<v>")[2].partition(b"</v>")[0]
    if cell.attributes.get("t") != "s":
        return unescape(value.decode())
    return _plain(items[int(value)]) if int(value) < len(items) else ""


def _plain(xml: bytes) -> str:
    return unescape(b"".join(_TEXT.findall(_PHONETIC.sub(b"", xml))).decode())
