"""What a figure was made of, and why a formula failed."""

from typing import Annotated, Any

from medoffice_xl.cells import CATALOGUE, cell_function
from medoffice_xl.cells.error_cells import error_code
from medoffice_xl.cells.results import Block
from medoffice_xl.errors import BadArgument

Given = Annotated[Any, "The arguments of that function, in the same order."]

_GENERAL = {
    "#N/A": "There is nothing to compute from, or a table has not been loaded. Press Refresh.",
    "#VALUE!": "An argument is not what the function takes.",
    "#NUM!": "A number is outside what the definition allows.",
    "#NAME?": "The function or name is unknown here. Enable the macros of this workbook, then press Refresh.",
    "#REF!": "The formula refers to a cell, sheet or table that is gone.",
    "#DIV/0!": "The formula divides by zero.",
    "#SPILL!": "There is no room below or beside the cell for the result. Clear the cells it needs.",
}


@cell_function("Explain", spills=True)
def EXPLAIN(
    function: Annotated[str, 'The name of the function, such as "AR_DAYS".'],
    *arguments: Given,
) -> Block:
    """Shows what a figure was made of: its parts, what was left out and why, the formula and where it is from.

    Takes the function's name and the same arguments: =EXPLAIN("AR_DAYS", Practice, AsOf, 90). Spills rows of
    label, value and unit.
    """
    cell = CATALOGUE.get(function.upper())
    if cell is None:
        raise BadArgument(f"“{function}” is no function of this workbook. There are: {', '.join(sorted(CATALOGUE))}.")
    given = list(arguments)
    while given and given[-1] in (None, ""):
        given.pop()
    return cell.explain(*given)


@cell_function("Explain")
def WHY(cell: Annotated[Any, "The cell that shows an error."]) -> str:
    """Says in words why a cell shows an error; empty when it shows none.

    In a workbook the reason is the one that the failed formula gave. Where none is known, it is what the error means
    in general.
    """
    code = error_code(cell)
    if not code:
        return ""
    return _GENERAL.get(code, f"The cell shows {code}.")
