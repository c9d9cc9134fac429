"""Rows of a report that sum others up. They are no charges."""

import re

import numpy as np

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.amounts import cents, decimal_comma
from medoffice_xl.readers.body import Body
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.typed import text

_LABEL = re.compile(r"(?i)(grand|sub|report|page|practice|running)?[\s-]*totals?\b.*|.*\b(sub)?totals?:?")


def total_rows(body: Body) -> tuple[set[int], list[Problem]]:
    """Positions of the totals rows, with a note for each.

    A row is one when it has no date of service and no code, and either says “total” or has no claim and a
    charge that is the sum of the charges since the last total, or since the top.
    """
    dos, code, claim, charge = (body.column(name) for name in ("dos", "code", "claim_id", "charge"))
    comma = decimal_comma(charge.distinct())
    amounts = [_amount(cell, comma) for cell in charge.values]
    running = np.cumsum(np.array([amount or 0 for amount in amounts], dtype=np.int64)[charge.codes])
    no_service = dos.where(_blank_or_label) & code.where(_blank_or_label)
    found: set[int] = set()
    of_totals = last = 0
    for row in no_service.nonzero()[0].tolist():
        amount = amounts[charge.codes[row]]
        since_top = int(running[row - 1]) - of_totals if row else 0
        sums_up = amount is not None and amount in (since_top, since_top - last) and row and not _numbered(claim[row])
        if sums_up or _says_total(body, row):
            found.add(row)
            of_totals += amount or 0
            last = since_top
    notes = row_problems(
        Severity.NOTE,
        "This row is a total, not a charge; it was left out.",
        "Nothing to do.",
        body.file,
        [(body.lines[row], text(charge[row])) for row in sorted(found)],
        body.match.heading("charge"),
    )
    return found, notes


def _numbered(claim: object) -> bool:
    return any(sign.isdigit() for sign in text(claim))


def _says_total(body: Body, row: int) -> bool:
    return any(
        isinstance(column[row], str) and _LABEL.fullmatch(column[row].strip()) is not None
        for column in body.cells.values()
    )


def _blank_or_label(cell: object) -> bool:
    return not text(cell) or (isinstance(cell, str) and _LABEL.fullmatch(cell.strip()) is not None)


def _amount(cell: object, comma: bool) -> int | None:
    try:
        return cents(cell, comma)
    except ValueError:
        return None
