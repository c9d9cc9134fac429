"""How a formula of a page names what stands on a page: by block and field, never by a cell.

A reference is put into a formula's text as it is written, `f"={total('mix', 'Charges')}/12"`; the engine puts the cell
in its place when all pages have theirs.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

_MARK = re.compile("⟦([^⟧]*)⟧")


class Part(StrEnum):
    """Which cells of a field are meant."""

    FIGURE = "figure"
    ROW = "row"
    TOTAL = "total"
    COLUMN = "column"
    THIS = "this"


@dataclass(frozen=True, slots=True)
class Reference:
    """A figure, or some cells of a list's field. An empty page is the page that the formula stands on."""

    part: Part
    block: str
    field: str
    page: str = ""
    row: int = 0

    def __str__(self) -> str:
        return f"⟦{self.part}|{self.page}|{self.block}|{self.field}|{self.row}⟧"

    def on(self, page: str) -> "Reference":
        """The same, with its page said."""
        return Reference(self.part, self.block, self.field, self.page or page, self.row)

    def __format__(self, _: str) -> str:
        return str(self)


def figure(block: str, label: str, page: str = "") -> Reference:
    """The figure of this label."""
    return Reference(Part.FIGURE, block, label, page)


def row(number: int, block: str, field: str, page: str = "") -> Reference:
    """A field in a row of a list; the first row under the headings is 1."""
    return Reference(Part.ROW, block, field, page, number)


def total(block: str, field: str, page: str = "") -> Reference:
    """A field in the total of a list."""
    return Reference(Part.TOTAL, block, field, page)


def column(block: str, field: str, page: str = "") -> Reference:
    """A field in all rows that a list has room for, without its total."""
    return Reference(Part.COLUMN, block, field, page)


def this(field: str) -> Reference:
    """Within a list: another field of the same row."""
    return Reference(Part.THIS, "", field)


def resolved(text: str, cell_of: Callable[[Reference], str]) -> str:
    """The formula with a cell in place of every reference."""

    def cell(mark: re.Match[str]) -> str:
        part, page, block, field, number = mark[1].split("|")
        return cell_of(Reference(Part(part), block, field, page, int(number)))

    return _MARK.sub(cell, text)


def references(text: str) -> list[Reference]:
    """Every reference of a formula."""
    found: list[Reference] = []

    def note(reference: Reference) -> str:
        found.append(reference)
        return ""

    resolved(text, note)
    return found
