"""The user's colours and formats in our columns of a table: which cells they are, so that they go with their rows."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import islice

from medoffice_xl.book.places import column_number
from medoffice_xl.book.sheet_part import Split, cells, rows

LOOKED_AT = 200
"""Rows from which it is told how a column usually looks."""

Formats = Mapping[int, Mapping[int, str]]
"""Of some rows the formats of some cells, by their columns' numbers."""


def usual_styles(sheet: Split, columns: Collection[int], body: bytes) -> dict[int, str]:
    """The format that most cells of each column have; where as many have another, that of the sheet's column.

    These `columns`, and those of the user's that stand among them.
    """
    of_sheet: dict[int, str] = {}
    for minimum, maximum, style in _column_styles(sheet.head):
        of_sheet.update(dict.fromkeys(range(minimum, maximum + 1), style))
    counted: dict[int, Counter[str]] = {column: Counter() for column in columns}
    for _, row in islice(rows(body), LOOKED_AT):
        for cell in cells(row):
            counted.setdefault(cell.place.column, Counter())[cell.attributes.get("s", "0")] += 1
    return {column: _most(styles, of_sheet.get(column, "0")) for column, styles in counted.items()}


def _most(styles: Counter[str], otherwise: str) -> str:
    if not styles:
        return otherwise
    most = max(styles.values())
    return otherwise if styles[otherwise] == most else next(style for style in styles if styles[style] == most)


def marked(body: bytes, usual: Mapping[int, str], columns: Collection[int], last: int) -> dict[int, dict[int, str]]:
    """The formats of cells of these columns that look otherwise than their column does, in rows up to `last`."""
    # Looked for without the cell around it, which is some times as quick; a false find costs only a closer look.
    unusual = re.compile(rf' s="(?!(?:{"|".join(sorted(set(usual.values())))})")'.encode())
    if not unusual.search(body):
        return {}
    found: dict[int, dict[int, str]] = {}
    for number, row in rows(body):
        if number > last or not unusual.search(row):
            continue
        for cell in cells(row):
            style = cell.attributes.get("s", "0")
            if cell.place.column in columns and style != usual[cell.place.column]:
                found.setdefault(number, {})[cell.place.column] = style
    return found


def _column_styles(head: bytes) -> Iterator[tuple[int, int, str]]:
    for tag in re.findall(rb"<col\b[^>]*>", head):
        found = dict(re.findall(r'(\w+)="([^"]*)"', tag.decode()))
        if "style" in found:
            last = min(int(found["max"]), column_number("ZZ"))
            yield int(found["min"]), last, found["style"]
