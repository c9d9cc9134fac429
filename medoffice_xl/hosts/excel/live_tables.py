"""The practice's tables as they stand in the live workbook."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import xlwings
from xlwings.main import Table as XlTable

from medoffice_xl.cells.arguments import read_date
from medoffice_xl.errors import BookError
from medoffice_xl.problems import Problem
from medoffice_xl.tables import TABLES, Table
from medoffice_xl.tables.frames import read_cells


@dataclass(frozen=True, slots=True)
class LiveTable:
    """A table of the workbook: where it stands, what its cells hold, and the frame they make.

    `lines` says which line under the headings, from 0, each row of the frame is of.
    """

    place: XlTable
    cells: list[list[Any]]
    frame: pd.DataFrame
    lines: list[int]
    problems: list[Problem]


def find_table(book: xlwings.Book, name: str) -> XlTable | None:
    """The Excel table of this name, on whatever sheet it stands: on the sheet it was delivered on, most often."""
    for sheet in _likeliest_first(book, name):
        for place in sheet.tables:
            if place.name.casefold() == name.casefold():
                return place
    return None


def _likeliest_first(book: xlwings.Book, name: str) -> Iterator[xlwings.Sheet]:
    """Every sheet: a workbook has scores of them, and each costs a call of Excel or more."""
    delivered = [table.sheet for table in TABLES.values() if table.excel_name.casefold() == name.casefold()]
    yield from (book.sheets[sheet] for sheet in delivered if sheet in book.sheets)
    yield from book.sheets


def read_table(book: xlwings.Book, table: Table) -> LiveTable:
    """Read a table in one go; raises BookError when it is not there."""
    place = find_table(book, table.excel_name)
    if place is None:
        raise BookError(
            f"The table {table.excel_name} is missing from the sheet {table.sheet}. Take a fresh workbook with "
            "“medoffice init”, or put the table back under its name."
        )
    cells = values(place.range)
    first = place.range.row + 1
    read = read_cells(table, cells[0], cells[1:], table.told_as, first)
    return LiveTable(place, cells, read.frame, [number - first for number in read.numbers], read.problems)


def values(cells: xlwings.Range) -> list[list[Any]]:
    """The rows of a range; an error is its text, such as #N/A, never an empty cell."""
    rows: list[list[Any]] = cells.options(ndim=2, err_to_str=True).value
    return rows


def named_value(book: xlwings.Book, name: str) -> Any:
    """What the named cell holds; raises BookError when there is no such name."""
    if name not in book.names:
        raise BookError(f"The name {name} is missing from this workbook; it belongs to a cell of the sheet Settings.")
    return values(book.names[name].refers_to_range)[0][0]


def as_of(book: xlwings.Book) -> date:
    """The day the figures are of, from the sheet Settings."""
    value = named_value(book, "AsOf")
    try:
        return read_date(value)
    except (TypeError, ValueError) as error:
        raise BookError(f"“Figures as of” on the sheet Settings is {value!r}; type a date.") from error
