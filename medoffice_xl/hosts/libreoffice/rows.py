"""Rows of a page that no list needs, hidden as in Excel, where a macro of the workbook does it at each calculation."""

from itertools import groupby

import xlwings

from medoffice_xl.pages.placed import PAGE_MARK


def fit_rows(book: xlwings.Book) -> None:
    """On each page that says so in its first cell: hide the rows that say 0 in theirs, show those that say 1."""
    for sheet in book.sheets:
        api = sheet.impl.api
        if api.getCellByPosition(0, 0).Formula != PAGE_MARK:  # its text is drawn as nothing
            continue
        last = sheet.used_range.last_cell.row - 1
        marks = [cell for (cell,) in api.getCellRangeByPosition(0, 0, 0, last).getDataArray()]
        for mark, rows in groupby(range(1, last + 1), key=lambda row: marks[row]):
            if isinstance(mark, float):
                top, *others = rows
                bottom = others[-1] if others else top
                api.getCellRangeByPosition(0, top, 0, bottom).Rows.IsVisible = mark != 0
