"""A sheet part taken apart into rows and cells by position, so that what is not changed stays byte for byte.

A real XML parser would lose the very bytes to be kept, and is some thirty times slower on a large sheet. What
spreadsheet programs write is regular enough; anything else (entities, comments, a prefix on every tag, cells
without an address) is refused.
"""

import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from medoffice_xl.book.places import Area, Place
from medoffice_xl.book.values import Value, cell_xml
from medoffice_xl.errors import BookError

_ROW = re.compile(rb"<row\b[^>]*?(?:/>|>.*?</row>)", re.DOTALL)
_CELL = re.compile(rb"<c\b([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
_FORMULA = re.compile(rb"<f\b([^>]*?)(?:/>|>(.*?)</f>)", re.DOTALL)
_FORMULA_TAG = re.compile(rb"<f[ />]")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_ROW_NUMBER = re.compile(rb'<row\b[^>]*?\br="(\d+)"')
_HIDDEN = re.compile(rb' hidden="[^"]*"')
_SPANS = re.compile(rb' spans="[^"]*"')  # a hint that new cells may make wrong
_ADDRESS = re.compile(rb'\br="([A-Z]{1,3}\d{1,7})"')


@dataclass(frozen=True, slots=True)
class Split:
    """A sheet part: what stands before its rows, the rows, and what stands after them."""

    head: bytes
    rows: bytes
    tail: bytes


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it stands in the part. `inner` is what is between its tags."""

    place: Place
    attributes: Mapping[str, str]
    inner: bytes
    raw: bytes

    @property
    def kept_attributes(self) -> str:
        """Address, style and the like: all but what describes the present value."""
        return " ".join(f'{name}="{value}"' for name, value in self.attributes.items() if name not in ("t", "vm"))


@dataclass(frozen=True, slots=True)
class FormulaCell:
    """A formula: its place, its text without =, and how it spills.

    `extent` is the area that an array formula's values now stand in; `dynamic` says that it may grow.
    `shared` numbers the group that a filled-down formula belongs to; only its first cell has the text.
    """

    place: Place
    text: str
    extent: Area | None
    dynamic: bool
    shared: str


def split(part: bytes, name: str) -> Split:
    """Head, rows and tail; raises BookError for a part that no spreadsheet program writes."""
    if b"<!" in part or b"<worksheet" not in part[:4000]:
        raise BookError(f"The sheet part {name} is not as spreadsheet programs write it. Save the workbook in Excel.")
    start, end = part.find(b"<sheetData>"), part.rfind(b"</sheetData>")
    if start < 0 or end < 0:
        empty = part.find(b"<sheetData/>")
        if empty < 0:
            raise BookError(f"The sheet part {name} has no cells. Save the workbook in Excel.")
        return Split(part[:empty] + b"<sheetData>", b"", b"</sheetData>" + part[empty + len(b"<sheetData/>") :])
    start += len(b"<sheetData>")
    return Split(part[:start], part[start:end], part[end:])


def rows(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each row with its number."""
    for match in _ROW.finditer(data):
        number = _ROW_NUMBER.match(match[0])
        if number is None:
            raise BookError("A row of the sheet has no number. Save the workbook in Excel and try again.")
        yield int(number[1]), match[0]


def cells(row: bytes) -> Iterator[Cell]:
    """Each cell of a row, or of many rows."""
    for match in _CELL.finditer(row):
        address = _ADDRESS.search(match[1])
        if address is None:
            raise BookError("A cell of the sheet has no address. Save the workbook in Excel and try again.")
        attributes = {name.decode(): value.decode() for name, value in _ATTRIBUTE.findall(match[1])}
        yield Cell(Place.parse(address[1].decode()), attributes, match[2] or b"", match[0])


def formulas(part: bytes) -> Iterator[FormulaCell]:
    """Every formula of a sheet part. Looks for formulas, not at cells: a large table has few or none."""
    for tag in _FORMULA_TAG.finditer(part):
        start, end = part.rfind(b"<c ", 0, tag.start()), part.find(b"</c>", tag.start())
        cell = next(cells(part[start : end + len(b"</c>")]))
        found = _FORMULA.search(cell.inner)
        assert found is not None
        attributes = dict(_ATTRIBUTE.findall(found[1]))
        kind = attributes.get(b"t", b"")
        reference = attributes.get(b"ref", b"").decode()
        yield FormulaCell(
            cell.place,
            unescape((found[2] or b"").decode()),
            Area.parse(reference) if kind == b"array" and reference else None,
            "cm" in cell.attributes,
            attributes.get(b"si", b"").decode() if kind == b"shared" else "",
        )


def patch_values(part: bytes, values: Mapping[Place, Value], extents: Mapping[Place, Area], name: str) -> bytes:
    """The part with other values in some cells; formulas, styles and everything else stay as they are.

    A cell that holds a formula keeps it; `extents` gives array formulas the area their values now fill. None
    empties a cell. Cells and rows that are not there yet are put in where they belong.
    """
    sheet = split(part, name)
    by_row: dict[int, dict[Place, Value]] = {}
    for place, value in sorted(values.items()):
        by_row.setdefault(place.row, {})[place] = value
    waiting = deque(by_row)
    out: list[bytes] = []
    position = 0
    for match in _ROW.finditer(sheet.rows):
        number = _ROW_NUMBER.match(match[0])
        assert number is not None
        out.append(sheet.rows[position : match.start()])
        while waiting and waiting[0] < int(number[1]):
            missing = waiting.popleft()
            out.append(_new_row(missing, by_row[missing]))
        if waiting and waiting[0] == int(number[1]):
            out.append(_patched_row(match[0], by_row[waiting.popleft()], extents))
        else:
            out.append(match[0])
        position = match.end()
    out.append(sheet.rows[position:])
    out += [_new_row(missing, by_row[missing]) for missing in waiting]
    return sheet.head + b"".join(out) + sheet.tail


def with_rows_shown(part: bytes, shown: Mapping[int, bool], name: str) -> bytes:
    """The part with some of its rows shown or hidden, by number; rows that are not there stay so."""
    sheet = split(part, name)

    def set_right(match: re.Match[bytes]) -> bytes:
        number = _ROW_NUMBER.match(match[0])
        assert number is not None
        if int(number[1]) not in shown:
            return match[0]
        end = match[0].index(b">")
        tag, rest = _HIDDEN.sub(b"", match[0][:end]), match[0][end:]
        if shown[int(number[1])]:
            return tag + rest
        closes = tag.endswith(b"/")
        return (tag[:-1] if closes else tag) + b' hidden="1"' + (b"/" if closes else b"") + rest

    return sheet.head + _ROW.sub(set_right, sheet.rows) + sheet.tail


def without_values(part: bytes, places: frozenset[Place], name: str) -> bytes:
    """The part without these cells."""
    sheet = split(part, name)

    def keep(match: re.Match[bytes]) -> bytes:
        address = _ADDRESS.search(match[1])
        return b"" if address and Place.parse(address[1].decode()) in places else match[0]

    return sheet.head + _CELL.sub(keep, sheet.rows) + sheet.tail


def _new_row(number: int, values: Mapping[Place, Value]) -> bytes:
    filled = b"".join(_new_cell(place, value) for place, value in values.items())
    return b'<row r="%d">%s</row>' % (number, filled) if filled else b""


def _patched_row(row: bytes, values: Mapping[Place, Value], extents: Mapping[Place, Area]) -> bytes:
    if row.endswith(b"/>"):
        row = row[:-2] + b"></row>"
    start, end = row.index(b">") + 1, row.rindex(b"</row>")
    waiting = deque(values)
    out: list[bytes] = []
    position = start
    for match in _CELL.finditer(row, start):
        cell = next(cells(match[0]))
        out.append(row[position : match.start()])
        while waiting and waiting[0] < cell.place:
            missing = waiting.popleft()
            out.append(_new_cell(missing, values[missing]))
        if waiting and waiting[0] == cell.place:
            out.append(_patched_cell(cell, values[waiting.popleft()], extents.get(cell.place)))
        else:
            out.append(match[0])
        position = match.end()
    out.append(row[position:end])
    out += [_new_cell(place, values[place]) for place in waiting]
    return _SPANS.sub(b"", row[:start]) + b"".join(out) + row[end:]


def _new_cell(place: Place, value: Value) -> bytes:
    return b"" if value is None else cell_xml(f'r="{place}"', value).encode()


def _patched_cell(cell: Cell, value: Value, extent: Area | None) -> bytes:
    found = _FORMULA.search(cell.inner)
    formula = found[0].decode() if found else ""
    if found and extent is not None:
        formula = re.sub(r'\bref="[^"]*"', f'ref="{extent}"', formula, count=1)
    if value is None and not formula and "s" not in cell.attributes:
        return b""
    return cell_xml(cell.kept_attributes, value, formula).encode()
