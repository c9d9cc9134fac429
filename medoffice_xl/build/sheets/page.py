"""What every sheet shares: its title band, its print set-up, and how our formulas are written."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from medoffice_xl.build.look import BAND, Look

NOT_YET = "#N/A"
"""The stored value of a figure in a workbook that holds no data yet."""


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet being built."""

    workbook: Workbook
    sheet: Worksheet
    look: Look
    name: str

    def formula(self, row: int, column: int, formula: str, style: Format, value: object = NOT_YET) -> None:
        """One formula of ours with one value. A plain formula, whose stored value LibreOffice shows too."""
        self.sheet.write_formula(row, column, formula, style, value)

    def native(self, row: int, column: int, formula: str, style: Format, value: object = "") -> None:
        """A formula of Excel's own functions."""
        self.sheet.write_formula(row, column, formula, style, value)


def open_page(workbook: Workbook, look: Look, name: str, code_name: str) -> Page:
    """Add a sheet, without grid lines, with its VBA code name."""
    sheet = workbook.add_worksheet(name)
    sheet.set_vba_name(code_name)
    sheet.hide_gridlines(2)
    return Page(workbook, sheet, look, name)


def title_band(page: Page, title: str, subtitle: str, last_column: int) -> None:
    """The band across the top: rows 1 and 2. A subtitle that begins with = is a formula."""
    page.sheet.set_row(0, 30)
    page.sheet.set_row(1, 18)
    for row, style in ((0, page.look.title), (1, page.look.subtitle)):
        for column in range(last_column + 1):
            page.sheet.write_blank(row, column, None, style)
    page.sheet.write_string(0, 1, title, page.look.title)
    if subtitle.startswith("="):
        page.native(1, 1, subtitle, page.look.subtitle)
    else:
        page.sheet.write_string(1, 1, subtitle, page.look.subtitle)
    page.sheet.set_tab_color(BAND)


def headings(page: Page, row: int, names: Sequence[str]) -> None:
    """A row of headings from column B on: the first to the left, the figures' to the right."""
    for column, name in enumerate(names, start=1):
        page.sheet.write_string(row, column, name, page.look.header if column == 1 else page.look.header_right)


def fit_to_page(page: Page, *, portrait: bool = False, tall: int = 1) -> None:
    """Print on letter paper, one page wide and `tall` pages high (0: as many as it takes)."""
    sheet = page.sheet
    sheet.set_paper(1)
    if portrait:
        sheet.set_portrait()
    else:
        sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, tall)
    sheet.set_footer("&L&8&F&C&8&A&R&8Page &P")
