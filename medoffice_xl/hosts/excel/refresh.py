"""Refresh: every figure from the tables as they stand now.

Windows refreshes in the workbook's own VBA, and LibreOffice calculates by itself. On a Mac a formula cannot reach
Python: each of our cells is computed here, by the same functions, and handed its answer.
"""

import sys
from dataclasses import dataclass
from typing import Any

import xlwings

from medoffice_xl.cells import CellFunction
from medoffice_xl.cells.formula import Call, parse, text
from medoffice_xl.cells.windows import answer
from medoffice_xl.errors import MedOfficeError
from medoffice_xl.hosts.excel.live_formula import arguments, our_call, place_of
from medoffice_xl.hosts.excel.progress import Progress

PASSES = 4
"""A figure may depend on another one; the workbook's own formulas are two deep."""


@dataclass(frozen=True, slots=True, eq=False)
class OwnCell:
    """A cell whose formula is one call of ours."""

    sheet: xlwings.Sheet
    address: str
    function: CellFunction
    call: Call

    @property
    def loads(self) -> bool:
        """Whether it loads tables for other cells."""
        return self.function.loads


def run(book: xlwings.Book, say: Progress) -> None:
    """Bring every figure up to date."""
    say("calculating every figure")
    if sys.platform == "darwin":
        hand_out_answers(book)
    book.app.calculate()


def hand_out_answers(book: xlwings.Book) -> None:
    """Give each cell that holds one call of ours its answer: handles first, then what is made of them."""
    cells = [cell for sheet in book.sheets for cell in _own_cells(sheet)]
    for loads in (True, False):
        _hand_out(book, [cell for cell in cells if cell.loads is loads])


def _hand_out(book: xlwings.Book, cells: list[OwnCell]) -> None:
    """Give each of these cells its answer, until no answer changes any more."""
    keep = book.macro("KeepAnswer")
    given: dict[OwnCell, Any] = {}
    for _ in range(PASSES):
        found = {cell: _answer(cell) for cell in cells}
        changed = [cell for cell in cells if cell not in given or given[cell] != found[cell]]
        if not changed:
            return
        for cell in changed:
            keep(cell.sheet.name, cell.address, found[cell])
        given |= found
        book.app.calculate()


def _own_cells(sheet: xlwings.Sheet) -> list[OwnCell]:
    """Each cell that is one call of ours and nothing else."""
    used = sheet.used_range
    formulas = used.formula
    found = []
    for down, row in enumerate(formulas if isinstance(formulas, list | tuple) else [[formulas]]):
        for right, formula in enumerate(row):
            ours = our_call(str(formula))
            if ours and text(parse(str(formula))) == text((ours[1],)):
                found.append(OwnCell(sheet, used[down, right].address, *ours))
    return found


def _answer(cell: OwnCell) -> Any:
    """The call's answer as the workbook takes it: a value, rows, or an error's code and reason as one text."""
    try:
        given = arguments(cell.call, cell.sheet)
    except MedOfficeError as error:
        return f"{error.excel_code}|{error}"
    return answer(cell.function, tuple(given), place_of(cell.sheet, cell.address))
