"""A list that spills on the hidden sheet, shown in a block: headings, rows in their styles, the total set off."""

from collections.abc import Mapping, Sequence

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from medoffice_xl.build.look import BAND, LINE, PAPER, TINT, Look
from medoffice_xl.build.sheets.page import Page
from medoffice_xl.build.sheets.workings import SHEET, TOP, Spill, Workings
from medoffice_xl.measure import Unit


def styles_of(look: Look, units: Sequence[Unit]) -> list[Format]:
    """A style a column; text is to the left, with air to the figure before it."""
    first, *others = units
    beside = look(bottom=4, bottom_color=LINE, indent=1)
    return [
        look.label if first is Unit.TEXT else look.figure(first),
        *(beside if unit is Unit.TEXT else look.figure(unit) for unit in others),
    ]


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
    spans: Mapping[int, int] | None = None,
) -> None:
    """Show a list from column B on: the headings that it spills in `row`, `rows` rows under them.

    `spans` says how many columns of the sheet a column of the list takes, where that is more than one. The first
    heading shows the list's error, where it has one; a cell that the list leaves empty is empty.
    """
    sheet, look = page.sheet, page.look
    sheet.set_row(row, heading_height)
    placed = workings.put(spill)
    wide = look(bold=True, font_color=PAPER, bg_color=BAND, text_wrap=True, border=1, border_color=BAND, indent=1)
    column = 1
    for place, style in enumerate(styles):
        span = (spans or {}).get(place, 1)
        text = style.num_format in (0, "General", "@")
        heading = look.header if place == 0 else wide if text else look.header_right
        for offset in range(rows + 1):
            cell = f"{SHEET}!{xl_rowcol_to_cell(TOP + offset, placed.left + place)}"
            shown = f'=IF({cell}="","",{cell})' if not offset and not place else f'=IFERROR(IF({cell}="","",{cell}),"")'
            here = style if offset else heading
            if span > 1:
                sheet.merge_range(row + offset, column, row + offset, column + span - 1, "", here)
            page.native(row + offset, column, shown, here)
        column += span
    sheet.conditional_format(
        xl_range(row + 1, 1, row + rows, column - 1),
        {
            "type": "formula",
            "criteria": f'=$B{row + 2}="Total"',
            "format": page.workbook.add_format({"bold": True, "top": 1, "bg_color": TINT}),
        },
    )
