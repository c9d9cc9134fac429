"""The hidden sheet where each table is loaded once, and the sets of them: the names Charges, Practice … point there."""

from xlsxwriter.utility import xl_range_abs

from medoffice_xl.build.sheets.page import Page
from medoffice_xl.sets import SETS, TableSet
from medoffice_xl.tables import Table

SHEET = "Handles"


def handle_name(table: Table) -> str:
    """The name formulas use for a table: `FeeSchedules` for `fee_schedules`."""
    return "".join(part.capitalize() for part in table.name.split("_"))


def write_handles(page: Page) -> None:
    """One row a table, those of one set together, and then the set: its name, and the formula that loads it."""
    sheet, look = page.sheet, page.look
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 50)
    sheet.write_string(0, 0, "Table or set", look.header)
    sheet.write_string(0, 1, "Handle", look.header)
    row = 1
    for each in SETS.values():
        first = row
        for table in each.own:
            _write(page, row, handle_name(table), f'=LOAD_TABLE("{table.name}",{table.excel_name}[#All])')
            row += 1
        _write(page, row, each.name, _of_set(each, first, row - 1))
        row += 1
    sheet.hide()


def _of_set(each: TableSet, first: int, last: int) -> str:
    """The formula of a set over the handles of its own tables, which stand above it, and of the sets it includes.

    PRACTICE would do as well, but Excel takes a function and a defined name of one spelling for the same thing.
    """
    given = [xl_range_abs(first, 1, last, 1), *(other.name for other in each.includes)]
    return f'=LOAD_SET("{each.name}",{",".join(given)})'


def _write(page: Page, row: int, name: str, formula: str) -> None:
    page.sheet.write_string(row, 0, name, page.look())
    page.formula(row, 1, formula, page.look())
    page.workbook.define_name(name, f"={page.name}!$B${row + 1}")
