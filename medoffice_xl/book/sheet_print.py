"""How a sheet comes to paper, in its part: the heights of rows, where it is cut, and what stands at the foot."""

import re
from collections.abc import Collection, Mapping, Sequence
from html import escape, unescape

from medoffice_xl.book.sheet_part import split

_ROW_TAG = re.compile(rb'<row\b[^>]*?\br="(\d+)"[^>]*>')
_HEIGHT = re.compile(rb' (?:ht|customHeight)="[^"]*"')
_BREAKS = re.compile(rb"<rowBreaks\b.*?</rowBreaks>", re.DOTALL)
_BREAK = re.compile(rb'<brk\b[^>]*?\bid="(\d+)"')
_FOOTER = re.compile(rb"(?<=<oddFooter>).*?(?=</oddFooter>)", re.DOTALL)
_SET_UP = re.compile(rb"</sheetData>.*(?:</headerFooter>|<(?:headerFooter|pageSetup|pageMargins)\b[^>]*/>)", re.DOTALL)
_LAST_COLUMN = 16_383


def with_heights(part: bytes, heights: Mapping[int, float], name: str) -> bytes:
    """The part with some of its rows as high as told, by number, in points; rows that are not there stay so."""
    sheet = split(part, name)

    def set_right(match: re.Match[bytes]) -> bytes:
        height = heights.get(int(match[1]))
        if height is None:
            return match[0]
        closing = b"/>" if match[0].endswith(b"/>") else b">"
        tag = _HEIGHT.sub(b"", match[0].removesuffix(closing))
        return tag + f' ht="{height:g}" customHeight="1"'.encode() + closing

    return sheet.head + _ROW_TAG.sub(set_right, sheet.rows) + sheet.tail


def with_breaks(part: bytes, before: Sequence[int], among: Collection[int], name: str) -> bytes:
    """The part cut for the printer before these rows, counted from 0.

    A part that is cut elsewhere than `among` some rows was cut by its user, and stays as it is; so does one whose
    paper nobody set up.
    """
    sheet = split(part, name)
    found = _BREAKS.search(sheet.tail)
    if found and not {int(number) for number in _BREAK.findall(found[0])} <= set(among):
        return part
    tail = _BREAKS.sub(b"", sheet.tail)
    set_up = _SET_UP.match(tail)
    if set_up is None:
        return part
    return sheet.head + sheet.rows + tail[: set_up.end()] + _breaks(before) + tail[set_up.end() :]


def _breaks(before: Sequence[int]) -> bytes:
    if not before:
        return b""
    each = "".join(f'<brk id="{row}" max="{_LAST_COLUMN}" man="1"/>' for row in before)
    return f'<rowBreaks count="{len(before)}" manualBreakCount="{len(before)}">{each}</rowBreaks>'.encode()


def footer(part: bytes, name: str) -> str:
    """What stands at the foot of each page, in Excel's codes; empty where nothing does."""
    found = _FOOTER.search(split(part, name).tail)
    return unescape(found[0].decode()) if found else ""


def with_footer(part: bytes, text: str, name: str) -> bytes:
    """The part with another footer; one that has none stays so."""
    sheet = split(part, name)
    return sheet.head + sheet.rows + _FOOTER.sub(lambda _: escape(text).encode(), sheet.tail)
