"""The hidden sheet where each table is loaded once; the names Charges, Payments … point at its cells."""

from medoffice_xl.build.sheets.page import Page
from medoffice_xl.tables import Table

SHEET = "Handles"


def handle_name(table: Table) -> str:
    """The name formulas use for a table: `FeeSchedules` for `fee_schedules`."""
    return "".join(part.capitalize() for part in table.name.split("_"))


def write_handles(page: Page, tables: list[Table]) -> None:
    """One row a table: its name, and the formula that loads it."""
    sheet, look = page.sheet, page.look
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 50)
    sheet.write_string(0, 0, "Table", look.header)
    sheet.write_string(0, 1, "Handle", look.header)
    for row, table in enumerate(tables, start=1):
        sheet.write_string(row, 0, handle_name(table), look())
        page.formula(row, 1, f"=LOAD_TABLE({table.excel_name}[#All])", look())
        page.workbook.define_name(handle_name(table), f"={page.name}!$B${row + 1}")
    sheet.hide()
