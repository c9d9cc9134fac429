"""Refresh: every figure from the tables as they stand now.

Windows refreshes in the workbook's own VBA, and LibreOffice calculates by itself. On a Mac a formula cannot reach
Python: each of our cells is computed here, by the same functions, and handed its answer.
"""

import sys
from typing import Any

import xlwings

from medoffice_xl.cells.formula import parse, text
from medoffice_xl.cells.handles import load_table
from medoffice_xl.cells.windows import answer
from medoffice_xl.errors import MedOfficeError
from medoffice_xl.hosts.excel.live_formula import arguments, our_call
from medoffice_xl.hosts.excel.progress import Progress

PASSES = 4
"""A figure may depend on another one; the workbook's own formulas are two deep."""


def run(book: xlwings.Book, say: Progress) -> None:
    """Bring every figure up to date."""
    say("calculating every figure")
    if sys.platform == "darwin":
        hand_out_answers(book)
    book.app.calculate()


def hand_out_answers(book: xlwings.Book) -> None:
    """Give each cell that holds one call of ours its answer, until no answer changes any more."""
    keep = book.macro("KeepAnswer")
    given: dict[tuple[str, str], Any] = {}
    for _ in range(PASSES):
        changed = False
        for sheet in book.sheets:
            for address, formula in _own_formulas(sheet):
                found = _answer(formula, sheet)
                if given.get((sheet.name, address)) != found:
                    keep(sheet.name, address, found)
                    given[sheet.name, address] = found
                    changed = True
        if not changed:
            return
        book.app.calculate()


def _own_formulas(sheet: xlwings.Sheet) -> list[tuple[str, str]]:
    """Address and formula of each cell that is one call of ours and nothing else."""
    used = sheet.used_range
    formulas = used.formula
    found = []
    for down, row in enumerate(formulas if isinstance(formulas, list | tuple) else [[formulas]]):
        for right, formula in enumerate(row):
            ours = our_call(str(formula))
            if ours and text(parse(str(formula))) == text((ours[1],)):
                found.append((used[down, right].address, str(formula)))
    return found


def _answer(formula: str, sheet: xlwings.Sheet) -> Any:
    """The call's answer as the workbook takes it: a value, rows, or an error's code and reason as one text."""
    found = our_call(formula)
    assert found is not None
    function, call = found
    try:
        given = arguments(call, sheet)
    except MedOfficeError as error:
        return f"{error.excel_code}|{error}"
    return load_table(given[0]) if function.name == "LOAD_TABLE" else answer(function, tuple(given))
