"""The hidden sheet where each table is loaded once, and the sets of them: the names Charges, Practice … point there."""

from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from medoffice_xl.book.cell_counts import sums_of
from medoffice_xl.book.told_names import LEDGER_FOLDER
from medoffice_xl.build.sheets.freshness import write_freshness
from medoffice_xl.build.sheets.sheets import Sheets
from medoffice_xl.pages.contents import NOT_YET
from medoffice_xl.pages.placed import Dress, Role
from medoffice_xl.sets import SETS, TableSet
from medoffice_xl.tables import Table

SHEET = "Handles"


def handle_name(table: Table) -> str:
    """The name formulas use for a table: `FeeSchedules` for `fee_schedules`."""
    return "".join(part.capitalize() for part in table.name.split("_"))


def load_formula(table: Table) -> str:
    """What loads a table: from its sheet, or from the ledger beside the workbook where one has it."""
    ledger = f",{LEDGER_FOLDER}" if table.by_month else ""
    return f'=LOAD_TABLE("{table.name}",{table.excel_name}[#All]{ledger})'


def write_handles(sheets: Sheets) -> None:
    """One row a table, those of one set together, and then the set: its name, and the formula that loads it."""
    sheet = sheets.add(SHEET)
    heading = sheets.formats.dressed(Dress(Role.HEADER))
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 50)
    sheet.write_string(0, 0, "Table or set", heading)
    sheet.write_string(0, 1, "Handle", heading)
    row = 1
    for each in SETS.values():
        first = row
        for table in each.own:
            _write(sheets, sheet, row, handle_name(table), load_formula(table))
            sheet.write_formula(row, 2, sums_of(table), sheets.formats(), "")
            row += 1
        _write(sheets, sheet, row, each.name, _of_set(each, first, row - 1))
        row += 1
    write_freshness(sheets, sheet, row)
    sheet.hide()


def _of_set(each: TableSet, first: int, last: int) -> str:
    """The formula of a set over the handles of its own tables, which stand above it, and of the sets it includes.

    PRACTICE would do as well, but Excel takes a function and a defined name of one spelling for the same thing.
    """
    given = [xl_range_abs(first, 1, last, 1), *(other.name for other in each.includes)]
    return f'=LOAD_SET("{each.name}",{",".join(given)})'


def _write(sheets: Sheets, sheet: Worksheet, row: int, name: str, formula: str) -> None:
    sheet.write_string(row, 0, name, sheets.formats())
    sheet.write_formula(row, 1, formula, sheets.formats(), NOT_YET)
    sheets.workbook.define_name(name, f"={SHEET}!$B${row + 1}")
