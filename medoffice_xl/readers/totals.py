"""Rows of a report that sum others up. They are none of what the report lists."""

import re
from collections.abc import Sequence

import numpy as np

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.amounts import cents, decimal_comma
from medoffice_xl.readers.body import Body
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.typed import text

_LABEL = re.compile(r"(?i)(grand|sub|report|page|practice|running)?[\s-]*totals?\b.*|.*\b(sub)?totals?:?")


def total_rows(
    body: Body, what: str, lacks: Sequence[str], numbered_by: str, amount: str
) -> tuple[set[int], list[Problem]]:
    """Positions of the totals rows, with a note for each that it is not `what`.

    A row is one when it has nothing in the columns that a total `lacks`, and either says “total” or has no number in
    `numbered_by` and an `amount` that is the sum of the amounts since the last total, or since the top.
    """
    number, figures = body.column(numbered_by), body.column(amount)
    comma = decimal_comma(figures.distinct())
    amounts = [_amount(cell, comma) for cell in figures.values]
    running = np.cumsum(np.array([amount or 0 for amount in amounts], dtype=np.int64)[figures.codes])
    bare = np.logical_and.reduce([body.column(name).where(_blank_or_label) for name in lacks])
    found: set[int] = set()
    of_totals = last = 0
    for row in bare.nonzero()[0].tolist():
        own = amounts[figures.codes[row]]
        since_top = int(running[row - 1]) - of_totals if row else 0
        sums_up = own is not None and own in (since_top, since_top - last) and row and not _numbered(number[row])
        if sums_up or _says_total(body, row):
            found.add(row)
            of_totals += own or 0
            last = since_top
    notes = row_problems(
        Severity.NOTE,
        f"This row is a total, not {what}; it was left out.",
        "Nothing to do.",
        body.file,
        [(body.lines[row], text(figures[row])) for row in sorted(found)],
        body.match.heading(amount),
    )
    return found, notes


def is_total(cell: str) -> bool:
    """Whether a cell says that its row is a total."""
    return _LABEL.fullmatch(cell.strip()) is not None


def _numbered(claim: object) -> bool:
    return any(sign.isdigit() for sign in text(claim))


def _says_total(body: Body, row: int) -> bool:
    return any(isinstance(column[row], str) and is_total(column[row]) for column in body.cells.values())


def _blank_or_label(cell: object) -> bool:
    return not text(cell) or (isinstance(cell, str) and is_total(cell))


def _amount(cell: object, comma: bool) -> int | None:
    try:
        return cents(cell, comma)
    except ValueError:
        return None
