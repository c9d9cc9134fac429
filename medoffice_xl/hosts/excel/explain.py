"""Explain this cell: what the selected figure was made of, its definition, and the rows behind it."""

import re

import xlwings

from medoffice_xl.errors import BadArgument
from medoffice_xl.hosts.excel.live_formula import arguments, our_call
from medoffice_xl.hosts.excel.progress import Progress
from medoffice_xl.measure import Breakdown, Measure
from medoffice_xl.render.live import show
from medoffice_xl.reports import explanation

_ELSEWHERE = re.compile(r"(?P<sheet>'(?:[^']|'')+'|[^\W\d]\w*)!(?P<place>\$?[A-Z]{1,3}\$?\d+)")
"""A cell of another sheet."""


def run(book: xlwings.Book, say: Progress) -> None:
    """Explain the first cell of the selection."""
    cell = book.app.selection
    if cell is None or cell.sheet.book.name != book.name:
        raise BadArgument("Select a cell of this workbook with one of its figures first.")
    cell = cell[0, 0]
    place = f"{cell.sheet.name}!{cell.address.replace('$', '')}"
    source = source_of(cell)
    found = our_call(str(source.formula))
    if found is None:
        raise BadArgument(
            f"{place} holds none of this workbook's formulas. Select a cell with one, such as days in A/R."
        )
    function, call = found
    say("reading what it was given")
    given = arguments(call, source.sheet)
    say("computing it again")
    result = function.measure(*given)
    if not isinstance(result, Measure | Breakdown):
        raise BadArgument(f"{function.name} in {place} has no parts to explain. {function.summary}")
    report = explanation.build(result, str(source.formula), place)
    say("writing the sheet")
    show(report, book)


def source_of(cell: xlwings.Range) -> xlwings.Range:
    """The cell whose formula of ours a cell shows: itself, the cell it points at, or the corner of a list there.

    The visible lists show the cells of the hidden sheet where they spill; a spilled cell has no formula of its own.
    """
    formula = str(cell.formula)
    pointed_at = _ELSEWHERE.search(formula) if formula.startswith("=") and our_call(formula) is None else None
    if pointed_at is None:
        return cell
    name = pointed_at["sheet"].strip("'").replace("''", "'")
    sheets = {sheet.name: sheet for sheet in cell.sheet.book.sheets}
    if name not in sheets:
        return cell
    target = sheets[name].range(pointed_at["place"].replace("$", ""))
    corner = sheets[name].range((1, 1), (target.row, target.column))
    formulas = corner.formula
    rows = formulas if isinstance(formulas, list | tuple) else [[formulas]]
    for down in reversed(range(len(rows))):
        for right in reversed(range(len(rows[down]))):
            if our_call(str(rows[down][right])):
                return corner[down, right]
    return cell
