"""Which of a file's columns is which field: by heading, by synonym, or by the user's own mapping.

Headings are compared without case, blanks and punctuation, so that `Claim #`, `CLAIM_NO` and `claim no.` meet
where the schema says so.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from medoffice_xl.tables import Column

if TYPE_CHECKING:
    # Cell functions compare headings, too, and are imported where nothing reads workbooks.
    from medoffice_xl.readers.sheets import Cell, Grid

LOOKED_AT = 40
"""Rows among which the heading row is looked for."""


@dataclass(frozen=True, slots=True)
class Match:
    """The heading row of a grid: where it is, which column is which field, and what stays unused.

    `rivals` are headings that could also be a field that another column already is: (field, heading). `height` is how
    many rows the headings are written over; `row` is the last of them.
    """

    row: int
    headings: list[str]
    places: dict[str, int]
    rivals: list[tuple[str, str]] = field(default_factory=list)
    height: int = 1

    def heading(self, name: str) -> str:
        """The file's own heading of a field; the field's name where the file has none."""
        return self.headings[self.places[name]] if name in self.places else name

    @property
    def unused(self) -> list[str]:
        """Headings that are no field, rivals left out."""
        taken = {self.headings[place] for place in self.places.values()} | {heading for _, heading in self.rivals}
        return [heading for heading in self.headings if heading and heading not in taken]


def normalised(heading: object) -> str:
    """A heading without case, blanks and punctuation; `#` reads as “no”.

    >>> normalised(" Claim_# ")
    'claimno'
    """
    return _normalised(str(heading))


@lru_cache(maxsize=10_000)
def _normalised(heading: str) -> str:
    return re.sub(r"[\W_]+", "", heading.casefold().replace("#", " no "))


@lru_cache(maxsize=1_000)
def _ranks(names: tuple[str, ...]) -> dict[str, int]:
    """Each name of a column, normalised, with its place among them; the last of two that are alike."""
    return {normalised(name): rank for rank, name in enumerate(names)}


def match_row(row: "Sequence[Cell]", columns: Iterable[Column], mapping: Mapping[str, str] | None = None) -> Match:
    """The fields of one row, were it the heading row. The user's mapping goes first, then the earliest synonym."""
    headings = ["" if cell is None else str(cell).strip() for cell in row]
    normal = [normalised(heading) for heading in headings]
    asked = {normalised(theirs): name for theirs, name in (mapping or {}).items()}
    places: dict[str, int] = {}
    rivals: list[tuple[str, str]] = []
    for column in columns:
        mapped = [place for place, heading in enumerate(normal) if asked.get(heading) == column.name]
        known = _ranks((column.name, column.header, *column.synonyms))
        by_name = sorted(
            (known[heading], place) for place, heading in enumerate(normal) if heading in known and heading not in asked
        )
        found = mapped or [place for _, place in by_name]
        if found:
            places[column.name] = found[0]
            rivals += [(column.name, headings[place]) for place in found[1:]]
    return Match(0, headings, places, rivals)


def find_header(grid: "Grid", columns: Sequence[Column], mapping: Mapping[str, str] | None = None) -> Match:
    """The row that names the most fields among the first ones of the grid; the first such row."""
    best = Match(0, [], {})
    for index, row in enumerate(grid.rows[:LOOKED_AT]):
        match = match_row(row, columns, mapping)
        if len(match.places) > len(best.places):
            best = Match(index, match.headings, match.places, match.rivals)
    if not best.headings and grid.rows:
        widest = max(range(len(grid.rows[:LOOKED_AT])), key=lambda index: len(grid.rows[index]))
        return match_row(grid.rows[widest], columns, mapping)
    return best
