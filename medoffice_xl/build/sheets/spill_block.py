"""A list that spills on the hidden sheet, shown in a block: headings, rows in their styles, the total set off."""

from collections.abc import Sequence

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from medoffice_xl.build.look import LINE, TINT, Look
from medoffice_xl.build.sheets.page import Page
from medoffice_xl.build.sheets.workings import SHEET, TOP, Spill, Workings
from medoffice_xl.measure import Unit


def styles_of(look: Look, units: Sequence[Unit]) -> list[Format]:
    """A style a column; text is to the left."""
    return [look.label if unit is Unit.TEXT else look.figure(unit) for unit in units]


def cents(look: Look) -> Format:
    """An amount to the cent."""
    return look(num_format="$#,##0.00;[Red]-$#,##0.00", bottom=4, bottom_color=LINE, align="right")


def spill_block(
    page: Page,
    workings: Workings,
    spill: Spill,
    row: int,
    styles: Sequence[Format],
    rows: int,
    heading_height: int = 30,
) -> None:
    """Show a list from column B on: the headings that it spills in `row`, `rows` rows under them."""
    sheet, look = page.sheet, page.look
    sheet.set_row(row, heading_height)
    placed = workings.put(spill)
    for place, style in enumerate(styles):
        cell = f"{SHEET}!{xl_rowcol_to_cell(TOP, placed.left + place)}"
        heading = look.header if style is look.label or place == 0 else look.header_right
        shown = f'=IFERROR(IF({cell}="","",{cell}),"")'
        page.native(row, 1 + place, shown, heading)
    placed.show(page, row + 1, 1, rows, styles)
    sheet.conditional_format(
        xl_range(row + 1, 1, row + rows, len(styles)),
        {
            "type": "formula",
            "criteria": f'=$B{row + 2}="Total"',
            "format": page.workbook.add_format({"bold": True, "top": 1, "bg_color": TINT}),
        },
    )
