"""The hidden sheet from which the add-in IntelliSense of Excel-DNA, where a user has it, shows tips while he types.

Excel itself shows none for functions of a workbook. The layout is the add-in's: a mark in A1, then a row for each
function with its name, what it is, a help topic, and two cells an argument.
"""

from medoffice_xl.build.sheets.sheets import Sheets
from medoffice_xl.build.wrappers import argument_name, functions_in_order
from medoffice_xl.cells import CellFunction

SHEET = "_IntelliSense_"
MARK, VERSION = "FunctionInfo", 1


def write_intellisense(sheets: Sheets) -> None:
    """One row a cell function."""
    sheet = sheets.add(SHEET)
    sheet.write_string(0, 0, MARK)
    sheet.write_number(0, 1, VERSION)
    for row, cell in enumerate(functions_in_order(), start=1):
        for column, text in enumerate(told(cell)):
            if text:
                sheet.write_string(row, column, text)
    sheet.hide()


def told(cell: CellFunction) -> list[str]:
    """What the row of a function holds; an argument that may be left out says so by its brackets."""
    row = [cell.name, cell.summary, ""]
    for argument in cell.arguments:
        name = argument_name(argument)
        row += [f"[{name}]" if argument.optional else name, argument.doc]
    return row
