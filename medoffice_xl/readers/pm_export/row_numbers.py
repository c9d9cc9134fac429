"""A column that numbers the rows of the file over all claims: no line of a claim, and another in the next file."""

from collections.abc import Sequence
from itertools import pairwise

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.body import Body
from medoffice_xl.readers.heading_words import words
from medoffice_xl.readers.sheets import Cell
from medoffice_xl.readers.typed import text

_SAYS_A_NUMBER = frozenset({"line", "number", "sequence", "row", "item"})
"""Headings of nothing else may number rows; one that says whose number it is (`Charge ID`) is believed."""


def without_row_numbers(body: Body) -> tuple[Body, list[Problem]]:
    """The body without what looks like line numbers and counts its rows from one claim to the next."""
    heading = body.match.heading("line_id")
    if "line_id" not in body.cells or not {*words(heading)} <= _SAYS_A_NUMBER:
        return body, []
    if not _counts_on(body.cells["line_id"]) or not _of_several_claims(body):
        return body, []
    cells = {name: column for name, column in body.cells.items() if name != "line_id"}
    found = f"“{heading}” numbers the rows of the file, not the lines of a claim; it was left aside."
    told = Problem(Severity.NOTE, found, "Nothing to do.", body.file, column=heading)
    return Body(body.file, body.match, body.lines, cells, body.problems), [told]


def _counts_on(cells: Sequence[Cell]) -> bool:
    """Whether the cells are 1, 2, 3 and so on (or from 0); rows that a report leaves out in between leave gaps."""
    numbers = [text(cell).removesuffix(".0") for cell in cells]
    if not all(map(str.isdecimal, numbers)):
        return False
    counted = [int(number) for number in numbers]
    rises = all(after > before for before, after in pairwise(counted))
    return rises and counted[:1] in ([0], [1]) and counted[-1] < 2 * len(counted)


def _of_several_claims(body: Body) -> bool:
    named = [name for name in ("claim_id", "visit", "patient_acct") if name in body.cells]
    return any(len({*map(text, body.cells[name])} - {""}) > 1 for name in named[:1])
