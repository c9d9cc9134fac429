"""Rows of a report that sum others up. They are no charges."""

import re

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
    comma = decimal_comma(set(charge))
    amounts = {cell: _amount(cell, comma) for cell in set(charge)}
    no_service = {cell for cell in {*dos, *code} if _blank_or_label(cell)}
    found: set[int] = set()
    since_top = since_last = 0
    for row, cell in enumerate(charge):
        amount = amounts[cell]
        if dos[row] in no_service and code[row] in no_service:
            sums_up = amount is not None and amount in (since_top, since_last) and row > 0 and not _numbered(claim[row])
            if sums_up or _says_total(body, row):
                found.add(row)
                since_last = 0
                continue
        since_top += amount or 0
        since_last += amount or 0
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
