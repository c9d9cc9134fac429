"""What a chart of a shown list draws: its rows without the total, in cells beside the printed page."""

from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell

from medoffice_xl.build.look import MUTED
from medoffice_xl.build.sheets.page import Page


@dataclass(frozen=True, slots=True)
class ChartData:
    """Names and values of a list on a sheet; series are numbered from 1."""

    sheet: str
    row: int
    rows: int
    column: int

    def series(self, number: int) -> dict[str, list[object]]:
        """Categories and values of one series, as XlsxWriter takes them."""
        last = self.row + self.rows - 1
        return {
            "categories": [self.sheet, self.row, self.column, last, self.column],
            "values": [self.sheet, self.row, self.column + number, last, self.column + number],
        }


def without_total(page: Page, row: int, rows: int, values: tuple[int, ...], column: int) -> ChartData:
    """Copy the names (column B) and the given columns of a shown list to `column`; the total row stays empty."""
    faint = page.look(font_size=8, font_color=MUTED)
    page.sheet.write_string(row - 1, column, "Behind the chart", faint)
    for each in range(row, row + rows):
        name, shown = xl_rowcol_to_cell(each, 1), xl_rowcol_to_cell(each, column)
        page.native(each, column, f'=IF({name}="Total","",{name})', faint)
        for offset, source in enumerate(values, start=1):
            value = xl_rowcol_to_cell(each, source)
            page.native(each, column + offset, f'=IF({shown}="","",{value})', faint)
    return ChartData(page.name, row, rows, column)
