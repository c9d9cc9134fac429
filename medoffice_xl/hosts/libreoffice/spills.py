"""Blocks that a formula fills: LibreOffice does not let them grow, so they are fitted to their results.

A formula such as =AR_AGING(…) is an array formula over the cells that the file names. When there are more payers than
those cells have rows, the last ones would be cut off without a word.
"""

from collections.abc import Iterator

import xlwings

from medoffice_xl.errors import MedOfficeError
from medoffice_xl.hosts.excel.live_formula import arguments, our_call
from medoffice_xl.hosts.libreoffice.engine.ranges import CONTENTS, Range
from medoffice_xl.hosts.libreoffice.values import block_to_uno

FORMULAS = 16  # com.sun.star.sheet.CellFlags


def fit_blocks(book: xlwings.Book) -> list[str]:
    """Make every block of our functions as large as its result; the places where other cells are in the way."""
    in_the_way: list[str] = []
    for sheet in book.sheets:
        for block in list(_blocks(sheet)):
            size = _size(xlwings.Range(impl=block))
            if size is None or size == block.shape:
                continue
            target = Range(block.sheet, block.row, block.column, *size)
            if _free(target, block):
                _move(block, target)
            else:
                in_the_way.append(f"{sheet.name}!{target.get_address(False, False)}")
    return in_the_way


def _blocks(sheet: xlwings.Sheet) -> Iterator[Range]:
    """The array formulas of a sheet, each once."""
    seen: set[tuple[int, int]] = set()
    api = sheet.impl.api
    for place in api.queryContentCells(FORMULAS).getRangeAddresses():
        for row in range(place.StartRow, place.EndRow + 1):
            for column in range(place.StartColumn, place.EndColumn + 1):
                if (row, column) in seen or not api.getCellByPosition(column, row).Formula.startswith("{="):
                    continue
                cursor = api.createCursorByRange(api.getCellByPosition(column, row))
                cursor.collapseToCurrentArray()
                block = Range.at(sheet.impl, cursor.RangeAddress)
                seen |= {
                    (block.row - 1 + r, block.column - 1 + c)
                    for r in range(block.shape[0])
                    for c in range(block.shape[1])
                }
                yield block


def _size(block: xlwings.Range) -> tuple[int, int] | None:
    """Rows and columns of the result; None when the formula is not simply one of our functions, or fails."""
    formula = str(block.impl.formula_array)
    found = our_call(formula)
    if found is None or not found[0].spills or not formula.upper().startswith(f"={found[0].name}("):
        return None
    function, call = found
    try:
        result = block_to_uno(function.call(*arguments(call, block.sheet)))
    except MedOfficeError:
        return None
    return len(result), len(result[0])


def _free(target: Range, block: Range) -> bool:
    """Whether the cells that the block needs beyond its own are empty."""
    own_rows, own_columns = block.shape
    return all(
        value in ("", None)
        for row, values in enumerate(target.api.getFormulaArray())
        for column, value in enumerate(values)
        if row >= own_rows or column >= own_columns
    )


def _move(block: Range, target: Range) -> None:
    formula = block.formula_array
    block.api.clearContents(CONTENTS)
    target.formula_array = str(formula)
