"""Cells by their addresses, as formulas call them. Only the engine and what draws its pages need them."""

from medoffice_xl.book.places import letters, with_sheet
from medoffice_xl.pages.placed import Box, Spot


def in_any_row(spot: Spot) -> str:
    """A cell as a rule over rows calls it: the column stays, the row moves down with the rows.

    >>> in_any_row(Spot(4, 1))
    '$B5'
    """
    return f"${letters(spot.column + 1)}{spot.row + 1}"


def address(place: Spot | Box, sheet: str = "") -> str:
    """A cell or a rectangle as a formula calls it, with its sheet where that is said.

    >>> address(Spot(4, 1), "Fee review")
    "'Fee review'!$B$5"
    """
    if isinstance(place, Spot):
        cells = _cell(place.row, place.column)
    else:
        cells = f"{_cell(place.top, place.left)}:{_cell(place.bottom, place.right)}"
    return with_sheet(sheet, cells) if sheet else cells


def _cell(row: int, column: int) -> str:
    return f"${letters(column + 1)}${row + 1}"
