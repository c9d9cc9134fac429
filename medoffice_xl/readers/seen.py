"""The columns of an export as they were seen and understood: for the user to look at, and to say otherwise."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from medoffice_xl.errors import CannotRead
from medoffice_xl.readers.headers import normalised
from medoffice_xl.readers.quoting import quotable
from medoffice_xl.readers.sheets import Cell, Grid
from medoffice_xl.tables.export_columns import OF_EXPORTS

SAMPLES = 3
WORDS = "(words)"
"""Stands for a cell of words alone: they may be somebody's name."""


@dataclass(frozen=True, slots=True)
class SeenColumn:
    """One column: its heading, the field it was taken for ("" for none), and its first cells as they may be shown."""

    heading: str
    taken_as: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """The columns of an export, and what stands for its headings all together."""

    layout: str
    columns: tuple[SeenColumn, ...]


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the user said of exports with the same headings: their kind ("" for as recognised), their columns."""

    kind: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)


class Unclear(CannotRead):
    """A file of which the user has to say something before it can be read.

    `kinds` are those it may be, if there are several; `lacking` the fields that no column is; `seen` its columns;
    `unsaid` what holds for the whole file and stands nowhere in it: `payer`, `effective`.
    """

    def __init__(
        self,
        message: str,
        seen: Seen | None = None,
        kinds: Sequence[str] = (),
        lacking: Sequence[str] = (),
        unsaid: Sequence[str] = (),
    ) -> None:
        super().__init__(message)
        self.seen = seen
        self.kinds = tuple(kinds)
        self.lacking = tuple(lacking)
        self.unsaid = tuple(unsaid)

    @property
    def question(self) -> str:
        """What the user has to say, in words."""
        if self.kinds:
            return f"which it is: {' or '.join(self.kinds)}"
        headers = {column.name: column.header for column in OF_EXPORTS}
        return f"which column is {', which '.join(headers.get(name, name) for name in self.lacking)}"


def told_apart(headings: Sequence[str]) -> list[str]:
    """A heading that stands again gets its number: Charge, Charge (2)."""
    counted: Counter[str] = Counter()
    told = []
    for heading in headings:
        counted[normalised(heading)] += 1
        again = counted[normalised(heading)]
        told.append(f"{heading} ({again})" if heading and again > 1 else heading)
    return told


def layout_of_headings(headings: Sequence[str]) -> str:
    """What stands for these headings, all together: the same however they are written in capitals and signs."""
    plain = [normalised(heading) for heading in headings]
    while plain and not plain[-1]:
        plain.pop()
    return hashlib.sha256("\x1f".join(plain).encode()).hexdigest()[:12]


def seen_columns(headings: Sequence[str], fields: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Seen:
    """The columns under their headings, with the first cells that say something."""
    columns = []
    for place, (heading, name) in enumerate(zip(headings, fields, strict=True)):
        cells = (row[place] for row in rows if place < len(row))
        filled = [cell for cell in cells if cell is not None and str(cell).strip()]
        shown = [quotable(" ".join(str(cell).split())) or WORDS for cell in filled[:SAMPLES]]
        if heading:
            columns.append(SeenColumn(heading, name, tuple(shown + [""] * (SAMPLES - len(shown)))))
    return Seen(layout_of_headings(headings), tuple(columns))


def remembered_of(grid: Grid, layouts: Mapping[str, Remembered], looked_at: int = 40) -> Remembered | None:
    """What is remembered of a grid: of the first row, or two rows together, that are headings known from before."""
    if not layouts:
        return None
    for headings in _candidates(grid, looked_at):
        found = layouts.get(layout_of_headings(headings))
        if found is not None:
            return found
    return None


def _candidates(grid: Grid, looked_at: int) -> Iterator[list[str]]:
    rows = grid.rows[:looked_at]
    for index, row in enumerate(rows):
        yield told_apart([stacked([row], place) for place in range(len(row))])
        if index + 1 < len(rows):
            width = max(len(row), len(rows[index + 1]))
            yield told_apart([stacked(rows[index : index + 2], place) for place in range(width)])


def stacked(rows: Sequence[Sequence[Cell]], place: int) -> str:
    """The heading of a column over one or more rows."""
    parts = (row[place] if place < len(row) else "" for row in rows)
    return " ".join(filter(None, (" ".join(str("" if part is None else part).split()) for part in parts)))
