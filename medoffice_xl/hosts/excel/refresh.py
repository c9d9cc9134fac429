"""Refresh: every figure from the tables as they stand now.

The tables are loaded first, then everything else, in every host. On Windows the workbook's own VBA does it, and
LibreOffice calculates by itself. On a Mac a formula cannot reach Python: each question that a formula asks is answered
here, by the same functions, and its answer handed to the workbook.
"""

import sys
from typing import Any

import xlwings

from medoffice_xl.cells import CATALOGUE
from medoffice_xl.cells.windows import ERRORS, answer
from medoffice_xl.errors import BadArgument
from medoffice_xl.hosts.excel.live_tables import values
from medoffice_xl.hosts.excel.noted import note_refreshed
from medoffice_xl.hosts.excel.progress import Progress

PASSES = 8
"""A figure may depend on another one; the workbook's own formulas are four deep: table, set, list, figure."""


def run(book: xlwings.Book, say: Progress) -> None:
    """Bring every figure up to date."""
    say("calculating every figure")
    if sys.platform == "darwin":
        book.macro("ForgetAnswers")()
        answer_questions(book)
    elif sys.platform == "win32":
        book.macro("LoadAndCalculate")()
    else:
        book.app.calculate()
    note_refreshed(book)


def answer_questions(book: xlwings.Book) -> None:
    """Let the workbook calculate and answer what its formulas ask, until they ask nothing new."""
    keep, calculate, waiting = (book.macro(name) for name in ("KeepAnswer", "CalculateEverything", "WaitingQuestions"))
    for _ in range(PASSES):
        calculate()
        questions = [line for line in str(waiting() or "").split("\n") if line]
        if not questions:
            return
        for question in questions:
            keep(question, _answer(question, book))


def _answer(question: str, book: xlwings.Book) -> Any:
    """The answer as the workbook takes it: a value, rows, or an error's code and reason as one text."""
    name, *written = question.split("\t")
    if name not in CATALOGUE:
        return f"#VALUE!|This version of medoffice_xl has no function {name}. Update it, or the workbook."
    cell, given = CATALOGUE[name], _given(written, book)
    # Functions that load tables hear first which cell calls.
    place = str(given.pop(0)) if cell.loads else ""
    return answer(cell, tuple(given), place)


def _given(written: list[str], book: xlwings.Book) -> list[Any]:
    """The arguments of a question; several cells come as `a`, their rows and columns, then a value each."""
    given: list[Any] = []
    left = iter(written)
    for one in left:
        if one.startswith("a"):
            rows, columns = map(int, one[1:].split())
            given.append([[_value(next(left), book) for _ in range(columns)] for _ in range(rows)])
        else:
            given.append(_value(one, book))
    return given


def _value(written: str, book: xlwings.Book) -> Any:
    kind, text = written[:1], written[1:]
    if kind == "e":
        return None
    if kind == "n":
        return float(text)
    if kind == "b":
        return text == "1"
    if kind == "x":
        return ERRORS.get(int(text) - _FIRST_ERROR, "#VALUE!")
    if kind == "r":
        return _cells(text, book)
    if kind == "t":
        return text.replace("%0A", "\n").replace("%09", "\t").replace("%25", "%")
    raise BadArgument(f"A formula asked in words that this version does not know ({kind}). Update medoffice_xl.")


_FIRST_ERROR = 2146828288
"""What VBA's error numbers are short of those that arrive over COM: 2042 there is -2146826246 here."""


def _cells(address: str, book: xlwings.Book) -> list[list[Any]]:
    """The values of a range named as '[Book]Sheet'!$A$1:$B$9."""
    sheet, _, place = address.rpartition("!")
    name = sheet.strip("'").replace("''", "'").rpartition("]")[2]
    return values(book.sheets[name].range(place.replace("$", "")))
