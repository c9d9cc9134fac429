"""Explain this cell: what the selected figure was made of, its definition, and the rows behind it."""

import xlwings

from medoffice_xl.errors import BadArgument
from medoffice_xl.hosts.excel.live_formula import arguments, our_call
from medoffice_xl.hosts.excel.progress import Progress
from medoffice_xl.measure import Breakdown, Measure
from medoffice_xl.render.live import show
from medoffice_xl.reports import explanation


def run(book: xlwings.Book, say: Progress) -> None:
    """Explain the first cell of the selection."""
    cell = book.app.selection
    if cell is None or cell.sheet.book.name != book.name:
        raise BadArgument("Select a cell of this workbook with one of its figures first.")
    cell = cell[0, 0]
    place = f"{cell.sheet.name}!{cell.address.replace('$', '')}"
    found = our_call(str(cell.formula))
    if found is None:
        raise BadArgument(
            f"{place} holds none of this workbook's formulas. Select a cell with one, such as days in A/R; of figures "
            "that fill several cells, the first."
        )
    function, call = found
    say("reading what it was given")
    given = arguments(call, cell.sheet)
    say("computing it again")
    result = function.measure(*given)
    if not isinstance(result, Measure | Breakdown):
        raise BadArgument(f"{function.name} in {place} has no parts to explain. {function.summary}")
    report = explanation.build(result, str(cell.formula), place)
    say("writing the sheet")
    show(report, book)
