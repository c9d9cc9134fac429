"""Rows that a comma in a name has moved to the right: their names would stand under payer, place or provider."""

from collections.abc import Sequence

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.sheets import Cell

_MOST = 0.5
"""A column that more of the rows reach is one of the table's own."""
_COMMAS = 2
"""Commas in a name: ROE, RICHARD, JR."""


def shifted_rows(columns: Sequence[Sequence[Cell]]) -> list[int]:
    """The rows that alone reach the last column used, with what the others have one or two columns before it."""
    last = next((place for place in reversed(range(len(columns))) if any(map(_said, columns[place]))), 0)
    reaching = [row for row, cell in enumerate(columns[last]) if _said(cell)] if last else []
    if not reaching or len(reaching) > _MOST * len(columns[last]):
        return []
    alone = {*reaching}
    found: set[int] = set()
    for before in range(max(last - _COMMAS, 0), last):
        usual = {cell for row, cell in enumerate(columns[before]) if row not in alone and _said(cell)}
        found.update(row for row in reaching if columns[last][row] in usual)
    return sorted(found)


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
