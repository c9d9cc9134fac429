"""Rows that a comma in a name has moved to the right: their names would stand under payer, place or provider."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.sheets import Cell

_MOST = 0.5
"""A column that more of the rows reach is one of the table's own."""
_COMMAS = 2
"""Commas in a name: ROE, RICHARD, JR."""

_FIGURES = re.compile(r"\d+")


def shifted_rows(columns: Sequence[Sequence[Cell]]) -> list[int]:
    """The rows that alone reach the last column used, with what the others have one or two columns before it.

    From the last column back every cell must stand so, up to words that are none of their column's own: the name. A
    payment that is as high as another's charge, or a second payer that is another's first, moves nothing.
    """
    last = next((place for place in reversed(range(len(columns))) if any(map(_said, columns[place]))), 0)
    reaching = [row for row, cell in enumerate(columns[last]) if _said(cell)] if last else []
    if not reaching or len(reaching) > _MOST * len(columns[last]):
        return []
    usual = _Usual(columns, frozenset(reaching))
    return [row for row in reaching if any(_is_moved(columns, usual, row, last, by) for by in range(1, _COMMAS + 1))]


class _Usual:
    """What the rows that are not under suspicion have in each column; looked at once and only where it is asked."""

    def __init__(self, columns: Sequence[Sequence[Cell]], alone: frozenset[int]) -> None:
        self._columns, self._alone = columns, alone
        self._looked_at = cache(self._look_at)
        self.is_filled = cache(self._is_filled)

    def has(self, place: int, cell: Cell) -> bool:
        """Whether the column has the cell, or one of the same figures and signs."""
        return cell in self._looked_at(place)[0] or (_figured(cell) and _shape(cell) in self._looked_at(place)[1])

    def _is_filled(self, place: int) -> bool:
        return any(map(_said, self._columns[place]))

    def _look_at(self, place: int) -> tuple[set[Cell], set[str]]:
        cells = {cell for row, cell in enumerate(self._columns[place]) if row not in self._alone}
        return {"" if cell is None else cell for cell in cells}, {_shape(cell) for cell in cells if _figured(cell)}


def _is_moved(columns: Sequence[Sequence[Cell]], usual: _Usual, row: int, last: int, by: int) -> bool:
    moved = list(_moved(columns, usual, row, last, by))
    end = last - len(moved)
    if not moved or end < by:
        return False
    name = range(end - by, end + 1)
    return all(_is_word(columns[place][row]) for place in name) and not usual.has(end, columns[end][row])


def _moved(columns: Sequence[Sequence[Cell]], usual: _Usual, row: int, last: int, by: int) -> Iterator[int]:
    """From the last column back, those whose cell is as usual in the column that many places before it."""
    for place in range(last, by - 1, -1):
        cell = columns[place][row]
        if not usual.has(place - by, "" if cell is None else cell):
            return
        if not _said(cell) and usual.is_filled(place - by):
            return
        yield place


def _is_word(cell: Cell) -> bool:
    return isinstance(cell, str) and bool(cell.strip()) and not _figured(cell)


def _figured(cell: Cell) -> bool:
    return cell is not None and _FIGURES.search(str(cell)) is not None


def _shape(cell: Cell) -> str:
    """
    >>> _shape("11/05/2026"), _shape("150.00")
    ('9/9/9', '9.9')
    """
    return _FIGURES.sub("9", str(cell))


def shifted_problems(file: str, lines: Sequence[int]) -> list[Problem]:
    """A problem for each, that quotes nothing: a name may stand in any cell."""
    return row_problems(
        Severity.DATA,
        "The cells of this row stand further to the right than those of the others; it was not taken in.",
        "A name or note with a comma in it may not be quoted. Correct the row and import the file again.",
        file,
        [(line, "") for line in lines],
    )


def _said(cell: Cell) -> bool:
    return cell not in ("", None)
