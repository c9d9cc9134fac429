"""Replacing a table's rows: the sheet part, the table part, and what reaches to the table's end."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

import pandas as pd

from medoffice_xl.book.layout import TablePart
from medoffice_xl.book.package import Package
from medoffice_xl.book.places import LAST_ROW, Area, Place, letters
from medoffice_xl.book.shared_strings import shown_text
from medoffice_xl.book.sheet_part import formulas, rows, split
from medoffice_xl.book.table_rows import Extra, blank_row, row_chunks
from medoffice_xl.book.user_cells import OldRows, find, follow, follow_unread, moved, no_moves
from medoffice_xl.book.user_formats import marked, usual_styles
from medoffice_xl.errors import BookError
from medoffice_xl.problems import Problem
from medoffice_xl.tables import Table

_ROW_TAG = re.compile(rb'<row\b([^>]*?)\br="(\d+)"([^>]*?)/?>')
_NOT_KEPT = re.compile(r'\s*\b(?:spans|hidden)="[^"]*"')
_RANGED = re.compile(
    rb'(?P<open><(?:dataValidation|conditionalFormatting)\b[^>]*\bsqref="|<xm:sqref>)(?P<ranges>[^"<]*)'
)
_ALPHABET = 26
_SORT = re.compile(rb"<sortState\b[^>]*?(?:/>|>.*?</sortState>)", re.DOTALL)


def write_rows(
    package: Package,
    sheet_part: str,
    part: TablePart,
    table: Table,
    frame: pd.DataFrame,
    old_rows: OldRows,
    unread: Sequence[int] = (),
) -> tuple[TablePart, list[Problem]]:
    """Put `frame` in the place of the table's rows; returns the table as it now is, and problems.

    The rows of the numbers `unread`, of which nobody can say what they are, stay as they are and follow the others.
    Every row looks as most rows do; colours and formats of the user's go with their row. Raises BookError, before
    anything is replaced, when a column of ours is missing, the rows do not fit, or something stands in their way.
    """
    columns = _columns(part, table)
    ours = frozenset(columns.values())
    if part.has_totals:
        raise BookError(
            f"The table on the sheet “{part.sheet}” has a totals row. Switch it off (Table Design, Total Row) and try "
            "again; nothing was changed."
        )
    filled = part.area.first.row + len(frame)
    new_last = max(filled + len(unread), part.body.first.row)
    if new_last > LAST_ROW:
        raise BookError(
            f"{len(frame) + len(unread):,} rows do not fit on the sheet “{part.sheet}”: Excel holds {LAST_ROW:,}. "
            "Keep the large tables in a folder beside the workbook (medoffice ledger BOOK --make FOLDER), or import "
            "a shorter period; nothing was changed."
        )
    content = package.read(sheet_part)
    sheet = split(content, sheet_part)
    above, body, below = _parted(sheet.rows, part.body.first.row, max(new_last, part.body.last.row))
    reach = _foreign_rows(body, ours, part.body.last.row)
    found = find(reach, part, ours, new_last)
    usual = usual_styles(sheet, ours, body)
    formats, attributes = marked(body, usual, ours, part.body.last.row), _row_attributes(body)
    moves = no_moves()
    if found.own_columns or formats or attributes:
        moves = moved(table, frame, old_rows, part.body.first.row)
    placed, problems = follow(found, table, part, moves, partial(shown_text, package=package))
    for number, row in follow_unread(body, unread, part, filled + 1):
        placed[number] = placed.get(number, {}) | row
    beyond = {number: said for number, said in attributes.items() if number > part.body.last.row}
    extra = Extra(placed, beyond | moves.taken_along(attributes), moves.taken_along(formats))
    styles = {name: "" if usual[place] == "0" else f' s="{usual[place]}"' for name, place in columns.items()}
    area = Area(part.area.first, Place(new_last, part.area.last.column))

    def chunks() -> Iterator[bytes]:
        yield _dimension(sheet.head, part.area, area)
        yield above
        if new_last > filled + len(unread):
            yield blank_row(table, new_last, columns, styles, extra)
        else:
            yield from row_chunks(table, frame, part.body.first.row, columns, styles, extra)
        for number in sorted(number for number in placed if number > (filled if unread else new_last)):
            inside = "".join(placed[number][column] for column in sorted(placed[number]))
            yield f'<row r="{number}"{extra.attributes.get(number, "")}>{inside}</row>'.encode()
        yield below
        yield _reaching(sheet.tail, part.area, area)

    had_formulas = {formula.place for formula in formulas(body)}
    package.replace(sheet_part, chunks())
    _replace_table_part(package, part, area)
    if had_formulas or any("<f" in text for row in placed.values() for text in row.values()):
        drop_calculation_chain(package)
    return _with_area(part, area), problems


def _columns(part: TablePart, table: Table) -> dict[str, int]:
    """Where each of our columns stands, by field name."""
    places = {header.strip().casefold(): part.area.first.column + index for index, header in enumerate(part.headers)}
    columns = {
        column.name: places.get(column.header.casefold(), places.get(column.name.casefold(), 0)) for column in table
    }
    missing = [table[name].header for name, place in columns.items() if not place]
    if missing:
        raise BookError(
            f"The table on the sheet “{part.sheet}” lacks the column {', '.join(missing)}. Put it back, with this "
            "heading; nothing was changed."
        )
    return columns


def _parted(data: bytes, first: int, last: int) -> tuple[bytes, bytes, bytes]:
    """The rows before `first`, from there to `last`, and after. Looks from both ends: the middle may be long."""
    start = next((match.start() for match in _ROW_TAG.finditer(data) if int(match[2]) >= first), len(data))
    end = len(data)
    while (tag := data.rfind(b"<row", start, end)) >= 0:
        match = _ROW_TAG.match(data, tag)
        if match is None or int(match[2]) <= last:
            break
        end = tag
    return data[:start], data[start:end], data[end:]


def _foreign_rows(body: bytes, ours: frozenset[int], old_last: int) -> Iterable[tuple[int, bytes]]:
    """The rows that hold a cell outside our columns, or lie beyond the table's old end."""
    foreign = _foreign_cell(ours)
    if not foreign.search(body):
        return rows(_parted(body, old_last + 1, LAST_ROW)[1])
    return ((number, row) for number, row in rows(body) if number > old_last or foreign.search(row))


def _foreign_cell(ours: frozenset[int]) -> re.Pattern[bytes]:
    """Matches a cell outside our columns; when these are A, B, C … by a plain set of letters, which is fast."""
    if max(ours) == len(ours) < _ALPHABET:
        return re.compile(rf'<c (?:r="(?:[{letters(len(ours) + 1)}-Z]|[A-Z][A-Z])|[^r])'.encode())
    names = "|".join(sorted((letters(column) for column in ours), key=len, reverse=True))
    return re.compile(rf'<c\b[^>]*?\br="(?!(?:{names})\d)'.encode())


def _row_attributes(body: bytes) -> dict[int, str]:
    """Heights and the like. A row hidden by a filter is shown again: it holds something else now."""
    if b" ht=" not in body and b"customFormat" not in body:
        return {}
    kept: dict[int, str] = {}
    for match in _ROW_TAG.finditer(body):
        if b" ht=" in match[0] or b"customFormat" in match[0]:
            kept[int(match[2])] = _NOT_KEPT.sub("", (match[1] + match[3]).decode().rstrip()).rstrip()
    return {number: f" {attributes.strip()}" for number, attributes in kept.items() if attributes.strip()}


def _dimension(head: bytes, old: Area, new: Area) -> bytes:
    match = re.search(rb'<dimension ref="([A-Z]+\d+(?::[A-Z]+\d+)?)"', head)
    if match is None:
        return head
    known = Area.parse(match[1].decode())
    last_row = new.last.row if known.last.row <= old.last.row else max(known.last.row, new.last.row)
    whole = Area(known.first, Place(last_row, max(known.last.column, new.last.column)))
    return head[: match.start(1)] + str(whole).encode() + head[match.end(1) :]


def _reaching(tail: bytes, old: Area, new: Area) -> bytes:
    """Validations and conditional formats of the table's columns that end where it ended now end where it ends."""

    def follow_end(match: re.Match[bytes]) -> bytes:
        ranges = [_stretched(text, old, new) for text in match["ranges"].decode().split()]
        return match["open"] + " ".join(ranges).encode()

    return _RANGED.sub(follow_end, tail)


def _stretched(text: str, old: Area, new: Area) -> str:
    try:
        area = Area.parse(text)
    except ValueError:
        return text
    within = area.first.column >= old.first.column and area.last.column <= old.last.column
    if not within or area.last.row != old.last.row or area.first.row > new.last.row or area.last.row == new.last.row:
        return text
    return str(Area(area.first, Place(new.last.row, area.last.column)))


def _replace_table_part(package: Package, part: TablePart, area: Area) -> None:
    """The table's area, and its filter's. An order that it was sorted in no longer holds and is taken off."""
    content = package.read(part.part)
    moved = content.replace(f'ref="{part.area}"'.encode(), f'ref="{area}"'.encode())
    moved = _SORT.sub(b"", moved)
    if moved != content:
        package.replace(part.part, moved)


def _with_area(part: TablePart, area: Area) -> TablePart:
    return TablePart(part.name, part.part, part.sheet, area, part.headers, part.calculated, part.has_totals)


def drop_calculation_chain(package: Package) -> None:
    """Excel's list of formula cells, once it may be wrong; Excel makes a new one and asks for no repair."""
    chain = "xl/calcChain.xml"
    if chain not in package:
        return
    for part, tag in (("[Content_Types].xml", rb"<Override\b"), ("xl/_rels/workbook.xml.rels", rb"<Relationship\b")):
        content = package.read(part)
        package.replace(part, re.sub(tag + rb'[^>]*calcChain\.xml"[^>]*/>', b"", content))
    package.remove(chain)
