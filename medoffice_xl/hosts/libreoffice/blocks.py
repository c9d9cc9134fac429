"""Blocks that a formula fills, made to work in LibreOffice.

A formula such as =AR_AGING(…) is an array formula over the cells that the file names, and two things about it are not
as in Excel. LibreOffice does not let it grow: with more payers than rows, the last would be cut off without a word. And
the texts of an add-in's block are equal to no other text, so that =B8="Total" and SUMIFS pass over them, until they are
joined with an empty one. Both are set right when a workbook is opened and after each action.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import xlwings

from medoffice_xl.cells.formula import text
from medoffice_xl.errors import MedOfficeError
from medoffice_xl.hosts.excel.live_formula import arguments, our_call
from medoffice_xl.hosts.libreoffice.engine.contents import CONTENTS, FORMULAS
from medoffice_xl.hosts.libreoffice.engine.ranges import Range
from medoffice_xl.hosts.libreoffice.values import block_to_uno

COMPARABLE = '=_xlfn.LET(_xlpm.block,{call},IF(ISTEXT(_xlpm.block),_xlpm.block&"",_xlpm.block))'
"""The block of a call, with texts that other formulas find."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """What a block should be: its formula, and how many rows and columns."""

    formula: str
    shape: tuple[int, int]


def fit_blocks(book: xlwings.Book) -> list[str]:
    """Set every block of our functions right; returns the places where other cells are in the way."""
    in_the_way: list[str] = []
    for sheet in book.sheets:
        for block in list(_blocks(sheet)):
            fitted = _fitted(block)
            if fitted is None or (fitted.shape == block.shape and _same(str(block.formula_array), fitted.formula)):
                continue
            target = Range(block.sheet, block.row, block.column, *fitted.shape)
            if not _free(target, block):
                in_the_way.append(f"{sheet.name}!{target.get_address(False, False)}")
                target = block
            block.api.clearContents(CONTENTS)
            target.formula_array = fitted.formula
    return in_the_way


def _blocks(sheet: xlwings.Sheet) -> Iterator[Range]:
    """The array formulas of a sheet, each once."""
    api = sheet.impl.api
    seen: set[tuple[int, int]] = set()
    for place in api.queryContentCells(FORMULAS).getRangeAddresses():
        formulas = api.getCellRangeByPosition(
            place.StartColumn, place.StartRow, place.EndColumn, place.EndRow
        ).getFormulaArray()
        for row, line in enumerate(formulas, place.StartRow):
            for column, formula in enumerate(line, place.StartColumn):
                if (row, column) in seen or not formula.startswith("{="):
                    continue
                cursor = api.createCursorByRange(api.getCellByPosition(column, row))
                cursor.collapseToCurrentArray()
                block = Range.at(sheet.impl, cursor.RangeAddress)
                seen |= {
                    (row + down, column + right) for down in range(block.shape[0]) for right in range(block.shape[1])
                }
                yield block


def _fitted(block: Range) -> Fitted | None:
    """What the block should be; None when it is not simply one of our functions, or has no result to fit."""
    formula = str(block.formula_array)
    found = our_call(formula)
    if found is None or not found[0].spills:
        return None
    function, call = found
    inner = text((call,))
    comparable = COMPARABLE.format(call=inner)
    if not any(_same(formula, known) for known in (f"={inner}", comparable)):
        return None
    try:
        result = block_to_uno(function.call(*arguments(call, xlwings.Sheet(impl=block.sheet))))
    except MedOfficeError:
        return Fitted(comparable, block.shape)
    return Fitted(comparable, (len(result), len(result[0])))


def _same(one: str, other: str) -> bool:
    return "".join(one.split()).casefold() == "".join(other.split()).casefold()


def _free(target: Range, block: Range) -> bool:
    """Whether the cells that the block needs beyond its own are empty."""
    own_rows, own_columns = block.shape
    return all(
        not formula
        for row, line in enumerate(target.api.getFormulaArray())
        for column, formula in enumerate(line)
        if row >= own_rows or column >= own_columns
    )
