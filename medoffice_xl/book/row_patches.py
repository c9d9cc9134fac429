"""Cells put into rows that stand already, and formats into cells, in a sheet part of any length."""

import re
from collections.abc import Mapping

from medoffice_xl.book.places import Place
from medoffice_xl.book.sheet_part import cells, split

_ROW = re.compile(rb'<row\b[^>]*?\br="(\d+)"[^>]*?(?:/>|>.*?</row>)', re.DOTALL)
_STYLE = re.compile(r'\bs="\d+"')


def put_cells(part: bytes, placed: Mapping[Place, str], formats: Mapping[Place, int], name: str) -> bytes:
    """The part with further cells (as XML, by place) and other formats for cells that are there."""
    sheet = split(part, name)
    by_row: dict[int, dict[int, str]] = {}
    for place, xml in placed.items():
        by_row.setdefault(place.row, {})[place.column] = xml
    styled: dict[int, dict[int, int]] = {}
    for place, style in formats.items():
        styled.setdefault(place.row, {})[place.column] = style
    waiting = sorted(by_row)
    out: list[bytes] = []
    position = 0
    for match in _ROW.finditer(sheet.rows):
        number = int(match[1])
        out.append(sheet.rows[position : match.start()])
        while waiting and waiting[0] < number:
            out.append(_row(waiting[0], by_row[waiting.pop(0)]))
        if waiting and waiting[0] == number:
            waiting.pop(0)
        if number in by_row or number in styled:
            out.append(_patched(match[0], by_row.get(number, {}), styled.get(number, {})))
        else:
            out.append(match[0])
        position = match.end()
    out.append(sheet.rows[position:])
    out += [_row(number, by_row[number]) for number in waiting]
    return sheet.head + b"".join(out) + sheet.tail


def _row(number: int, placed: Mapping[int, str]) -> bytes:
    return f'<row r="{number}">{"".join(placed[column] for column in sorted(placed))}</row>'.encode()


def _patched(row: bytes, placed: Mapping[int, str], styled: Mapping[int, int]) -> bytes:
    opening = row[: row.index(b">") + 1].replace(b"/>", b">")
    found = {}
    for cell in cells(row):
        raw = cell.raw.decode()
        if cell.place.column in styled:
            raw = _styled(raw, styled[cell.place.column])
        found[cell.place.column] = raw
    found |= placed
    inside = "".join(found[column] for column in sorted(found)).encode()
    return re.sub(rb' spans="[^"]*"', b"", opening) + inside + b"</row>"


def _styled(raw: str, style: int) -> str:
    opening, end, rest = raw.partition(">")
    if _STYLE.search(opening):
        return _STYLE.sub(f's="{style}"', opening, count=1) + end + rest
    return opening.replace("<c ", f'<c s="{style}" ', 1) + end + rest
