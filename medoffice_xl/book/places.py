"""Cell addresses: B5, $B$5, A4:K120."""

import re
from dataclasses import dataclass

from medoffice_xl.files.columns import LAST_COLUMN, LAST_ROW, column_number, letters

__all__ = ["LAST_COLUMN", "LAST_ROW", "Area", "Place", "column_number", "letters", "split_sheet", "with_sheet"]

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One cell, 1-based. Places sort by row, then column, as cells stand in a sheet part."""

    row: int
    column: int

    @classmethod
    def parse(cls, address: str) -> "Place":
        """B5 or $B$5; raises ValueError."""
        match = _CELL.fullmatch(address)
        if match is None:
            raise ValueError(address)
        return cls(int(match[2]), column_number(match[1]))

    def __str__(self) -> str:
        return f"{letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, both corners included."""

    first: Place
    last: Place

    @classmethod
    def parse(cls, address: str) -> "Area":
        """A4:K120, or one cell; raises ValueError."""
        first, _, last = address.partition(":")
        return cls(Place.parse(first), Place.parse(last or first))

    def __str__(self) -> str:
        return f"{self.first}:{self.last}"

    def __contains__(self, place: Place) -> bool:
        return self.first.row <= place.row <= self.last.row and self.first.column <= place.column <= self.last.column

    def places(self) -> list[Place]:
        """Every cell, row by row."""
        return [
            Place(row, column)
            for row in range(self.first.row, self.last.row + 1)
            for column in range(self.first.column, self.last.column + 1)
        ]


def split_sheet(reference: str) -> tuple[str, str]:
    """A reference's sheet and address.

    >>> split_sheet("'O''Brien, A R'!$B$5")
    ("O'Brien, A R", '$B$5')
    """
    sheet, _, address = reference.rpartition("!")
    if sheet.startswith("'"):
        sheet = sheet[1:-1].replace("''", "'")
    return sheet, address


def with_sheet(sheet: str, address: object) -> str:
    """A reference that any formula can use.

    >>> with_sheet("A R", "B5")
    "'A R'!B5"
    """
    plain = re.fullmatch(r"[A-Za-z_]\w*", sheet) and not _CELL.fullmatch(sheet)
    return f"{sheet}!{address}" if plain else f"'{sheet.replace(chr(39), chr(39) * 2)}'!{address}"
