"""Excel's way of naming a place: B2, $B$2:D9, A:C, 3:7, Sheet!B2."""

import re

from xlwings.utils import col_name

SHEET_ROWS = 1_048_576

_PLACE = re.compile(r"(?:(?P<sheet>'(?:[^']|'')+'|[^'!]+)!)?(?P<where>.+)", re.DOTALL)
_CELLS = re.compile(r"([A-Za-z]{1,3})(\d+)(?::([A-Za-z]{1,3})(\d+))?")
_COLUMNS = re.compile(r"([A-Za-z]{1,3}):([A-Za-z]{1,3})")
_ROWS = re.compile(r"(\d+):(\d+)")

Corners = tuple[int, int, int, int]
"""First row and column, from 1; number of rows and columns."""


def read_place(place: str, columns: int) -> tuple[str, Corners | None]:
    """The sheet a place names ("" for none) and its corners; None for what is a defined name.

    >>> read_place("'My sheet'!$B$2:C5", 16384)
    ('My sheet', (2, 2, 4, 2))
    """
    match = _PLACE.fullmatch(place)
    if match is None:
        return "", None
    sheet = (match["sheet"] or "").removeprefix("'").removesuffix("'").replace("''", "'")
    where = match["where"].replace("$", "")
    if cells := _CELLS.fullmatch(where):
        left, top, right, bottom = cells.groups()
        return sheet, _corners(int(top), column_number(left), int(bottom or top), column_number(right or left))
    if whole := _COLUMNS.fullmatch(where):
        return sheet, _corners(1, column_number(whole[1]), SHEET_ROWS, column_number(whole[2]))
    if whole := _ROWS.fullmatch(where):
        return sheet, _corners(int(whole[1]), 1, int(whole[2]), columns)
    return sheet, None


def address(corners: Corners, row_absolute: bool = True, column_absolute: bool = True) -> str:
    """The place of corners, such as $B$2:$C$5.

    >>> address((2, 2, 4, 2), row_absolute=False)
    '$B2:$C5'
    """
    row, column, rows, columns = corners

    def cell(down: int, right: int) -> str:
        return f"{'$' * column_absolute}{col_name(right)}{'$' * row_absolute}{down}"

    first = cell(row, column)
    return first if rows == columns == 1 else f"{first}:{cell(row + rows - 1, column + columns - 1)}"


def column_number(letters: str) -> int:
    """The number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _corners(row: int, column: int, last_row: int, last_column: int) -> Corners:
    top, bottom = sorted((row, last_row))
    left, right = sorted((column, last_column))
    return top, left, bottom - top + 1, right - left + 1
