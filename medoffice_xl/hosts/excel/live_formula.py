"""What one of our formulas was given: its argument texts, read from the live workbook.

References, names and literals are read, nested calls of ours are made, and small sums are done.
"""

import re
from typing import Any

import xlwings
from xlwings.main import Table as XlTable

from medoffice_xl.cells import CATALOGUE, CellFunction
from medoffice_xl.cells.formula import Call, calls, parse, text
from medoffice_xl.cells.handles import is_lost
from medoffice_xl.errors import BadArgument, BookError
from medoffice_xl.hosts.excel.arithmetic import calculated
from medoffice_xl.hosts.excel.live_tables import find_table, values

_LITERAL = re.compile(r"""|[-+]?\d+(\.\d*)?([eE][-+]?\d+)?|"(?:[^"]|"")*"|(?i:true|false)""")
_CELLS = re.compile(
    r"(?:(?P<sheet>'(?:[^']|'')+'|[^'!]+)!)?(?P<place>\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?)"
)
_TABLE = re.compile(r"(?P<table>[^\W\d]\w*)(?:\[(?P<inner>.*)\])?", re.DOTALL)
_NAME = re.compile(r"[^\W\d][\w.\\]*")

MOST_HANDLES = 64
"""Cells of a range up to which handles are looked for in it: no set has more tables."""


def our_call(formula: str) -> tuple[CellFunction, Call] | None:
    """The first of our functions that a formula calls."""
    if not formula.startswith("="):
        return None
    for call in calls(parse(formula)):
        if call.name.upper() in CATALOGUE:
            return CATALOGUE[call.name.upper()], call
    return None


def place_of(sheet: xlwings.Sheet, address: str) -> str:
    """A cell as those know it that load tables: its workbook, sheet and address."""
    return f"[{sheet.book.name}]{sheet.name}!{address}"


def arguments(call: Call, sheet: xlwings.Sheet) -> list[Any]:
    """The values of a call's arguments, as a host would hand them over."""
    return [_value(text(argument).strip(), sheet) for argument in call.arguments]


def _value(argument: str, sheet: xlwings.Sheet) -> Any:
    if _LITERAL.fullmatch(argument):
        return _literal(argument)
    nested = our_call("=" + argument)
    if nested and text(parse("=" + argument)) == text((nested[1],)):
        return nested[0].call(*arguments(nested[1], sheet))
    cells = _referred(argument, sheet)
    if cells is None:
        return calculated(argument, lambda name: _single(name, sheet))
    return _cell_values(cells)


def _literal(argument: str) -> Any:
    if argument.startswith('"'):
        return argument[1:-1].replace('""', '"')
    if argument.upper() in ("TRUE", "FALSE"):
        return argument.upper() == "TRUE"
    return float(argument) if argument else None


def _single(name: str, sheet: xlwings.Sheet) -> Any:
    cells = _referred(name, sheet)
    if cells is None or cells.shape != (1, 1):
        raise BadArgument(f"“{name}” within a formula's calculation is no single cell.")
    return _cell_values(cells)


def _cell_values(cells: xlwings.Range) -> Any:
    """The cells' values; what a handle stands for that this session does not know is loaded first."""
    rows = values(cells)
    if len(rows) * len(rows[0]) <= MOST_HANDLES:
        rows = [
            [_loaded(cells[down, right]) if is_lost(value) else value for right, value in enumerate(row)]
            for down, row in enumerate(rows)
        ]
    return rows if len(rows) > 1 or len(rows[0]) > 1 else rows[0][0]


def _loaded(cell: xlwings.Range) -> Any:
    """The cell's handle, after what it stands for was loaded anew; a handle that was typed stays as it is."""
    found = our_call(str(cell.formula))
    if found is None or not found[0].loads:
        return values(cell)[0][0]
    return found[0].call(*arguments(found[1], cell.sheet), place=place_of(cell.sheet, cell.address))


def _referred(argument: str, sheet: xlwings.Sheet) -> xlwings.Range | None:
    """The range that a reference, a name or a table stands for; None for anything else."""
    book = sheet.book
    if place := _CELLS.fullmatch(argument):
        where = place["sheet"]
        name = where.strip("'").replace("''", "'") if where else sheet.name
        if name not in {each.name for each in book.sheets}:
            raise BookError(f"The sheet {name} is missing from this workbook.")
        return book.sheets[name].range(place["place"].replace("$", ""))
    if _NAME.fullmatch(argument) and argument in book.names:
        return book.names[argument].refers_to_range
    if (found := _TABLE.fullmatch(argument)) and (table := find_table(book, found["table"])):
        return _of_table(table, found["inner"])
    return None


def _of_table(table: XlTable, inner: str | None) -> xlwings.Range | None:
    """A structured reference's range: the whole table, its body, or one column of it."""
    body = table.data_body_range
    if inner is None:
        return body
    if inner.casefold() == "#all":
        return table.range
    headers = [str(cell).casefold() for cell in values(table.header_row_range)[0]]
    if body is None or inner.casefold() not in headers:
        return None
    place = headers.index(inner.casefold())
    return body[:, place]
