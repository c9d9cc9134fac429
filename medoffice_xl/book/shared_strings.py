"""The text of a cell, wherever the file keeps it."""

import re
from html import unescape

from medoffice_xl.book.package import Package
from medoffice_xl.book.sheet_part import Cell

_PART = "xl/sharedStrings.xml"
_ITEM = re.compile(rb"<si\b[^>]*?(?:/>|>(.*?)</si>)", re.DOTALL)
_TEXT = re.compile(rb"<t\b[^>]*?(?:/>|>(.*?)</t>)", re.DOTALL)
_PHONETIC = re.compile(rb"<rPh\b.*?</rPh>", re.DOTALL)


def shown_text(cell: Cell, package: Package) -> str:
    """What a cell holds, as text; its number for a number, "" when it is empty."""
    if cell.attributes.get("t") == "inlineStr":
        return _plain(cell.inner)
    value = cell.inner.partition(b"<v>")[2].partition(b"</v>")[0]
    if cell.attributes.get("t") != "s" or _PART not in package:
        return unescape(value.decode())
    items = _ITEM.findall(package.read(_PART))
    return _plain(items[int(value)]) if int(value) < len(items) else ""


def _plain(xml: bytes) -> str:
    return unescape(b"".join(_TEXT.findall(_PHONETIC.sub(b"", xml))).decode())
