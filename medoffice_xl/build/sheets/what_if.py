"""What if: drop a payer or move its rates, and see revenue, margin and what is left for physicians by month."""

from medoffice_xl.build.look import ACCENT, BAND, LINE, MUTED, THIRD
from medoffice_xl.build.sheets.page import Page, fit_to_page, title_band
from medoffice_xl.build.sheets.payer_review import second_payer
from medoffice_xl.build.sheets.spill_block import spill_block, styles_of
from medoffice_xl.build.sheets.standing import grey_errors
from medoffice_xl.build.sheets.workings import Spill, Workings
from medoffice_xl.measure import Unit

LAST = 10
ROWS = 14
DROP_ROW = 8
RATE_ROW = DROP_ROW + ROWS + 6
CHART_ROW = RATE_ROW + ROWS + 2
UNITS = (Unit.TEXT, *(Unit.MONEY,) * 9)

TERMS = "YearDays,SettleDays,CostTerms"

FIXED_STAYS = "Only variable cost goes with the visits. Fixed cost stays whatever is dropped, and falls on the others."


def write_what_if(page: Page, workings: Workings) -> None:
    """Two scenarios, each with its white cells, its months and its chart."""
    sheet, look = page.sheet, page.look
    title_band(
        page,
        "What if",
        '="Played on the services of the "&YearDays&" days to "&TEXT(AsOf-SettleDays,"mmmm d, yyyy")',
        LAST + 1,
    )
    sheet.set_column(0, 0, 2)
    sheet.set_column(1, 1, 20)
    sheet.set_column(2, LAST, 13)
    sheet.set_column(LAST + 1, LAST + 1, 2)
    _scenario(page, DROP_ROW, "A payer is dropped, or its visits go to others", (
        ("Payer", "DropPayer", second_payer(), "@"), ("Visits that go", "DropShare", 1.0, "0%"),
        ("Refilled", "DropRefill", 0.5, "0%"), ("Refilled by (empty: all others)", "DropBy", "", "@"),
    ))  # fmt: skip
    drop = f"=WHAT_IF_DROP(Practice,AsOf,DropPayer,DropShare,DropRefill,DropBy,{TERMS})"
    styles = styles_of(look, UNITS)
    spill_block(page, workings, Spill("What if dropped", drop, len(UNITS)), DROP_ROW, styles, ROWS)
    _scenario(page, RATE_ROW, "A payer's rates change", (
        ("Payer", "RatePayer", second_payer(), "@"), ("Change by", "RateHow", "percent", "@"),
        ("Value (3 %, or dollars a RVU)", "RateValue", 0.03, "[<1]0.0%;0.00"),
    ))  # fmt: skip
    sheet.data_validation(RATE_ROW - 2, 4, RATE_ROW - 2, 4, {
        "validate": "list", "source": ["percent", "conversion factor", "schedule"], "error_title": "Change by",
        "error_message": "Pick percent, conversion factor or schedule (the table Proposed rates).",
    })  # fmt: skip
    rate = f"=WHAT_IF_RATE(Practice,AsOf,RatePayer,RateHow,RateValue,{TERMS})"
    spill_block(page, workings, Spill("What if rates change", rate, len(UNITS)), RATE_ROW, styles, ROWS)
    sheet.write_string(3, 1, FIXED_STAYS, look(font_size=9, font_color=MUTED))
    _chart(page, DROP_ROW, 1, 520, "Margin by month if the payer is dropped")
    _chart(page, RATE_ROW, 6, 470, "Margin by month if the rates change")
    grey_errors(page, f"B4:K{CHART_ROW}")
    sheet.freeze_panes(2, 0)
    sheet.print_area(0, 0, CHART_ROW + 17, LAST + 1)
    fit_to_page(page, portrait=True)


def _scenario(page: Page, row: int, title: str, inputs: tuple[tuple[str, str, str | float, str], ...]) -> None:
    """The heading of a scenario and its white cells, each a named cell."""
    sheet, look = page.sheet, page.look
    sheet.merge_range(row - 4, 1, row - 4, LAST, title, look.section)
    for place, (label, name, start, num_format) in enumerate(inputs):
        column = (1, 4, 6, 8)[place]
        white = look(border=1, border_color="#8AA6B8", bold=True, align="left", num_format=num_format)
        sheet.write_string(row - 3, column, label, look(font_size=9, font_color=MUTED))
        if isinstance(start, float):
            sheet.write_number(row - 2, column, start, white)
        elif start.startswith("="):
            page.native(row - 2, column, start, white)
        else:
            sheet.write_string(row - 2, column, start, white)
        page.workbook.define_name(name, f"='{page.name}'!${'ABCDEFGHIJK'[column]}${row - 1}")
        if name in ("DropPayer", "DropBy", "RatePayer"):
            sheet.data_validation(row - 2, column, row - 2, column, {
                "validate": "list", "source": '=INDIRECT("tblPayers[Payer]")', "error_title": label,
                "error_message": "Pick a payer of the payer list.",
            })  # fmt: skip


def _chart(page: Page, row: int, column: int, width: int, title: str) -> None:
    chart = page.workbook.add_chart({"type": "column"})
    first, last = row + 1, row + ROWS - 2
    for place, name, colour in ((7, "Today", THIRD), (8, "After", ACCENT)):
        chart.add_series({
            "name": name, "categories": [page.name, first, 1, last, 1],
            "values": [page.name, first, place, last, place],
            "fill": {"color": colour}, "gap": 70, "overlap": 0,
        })  # fmt: skip
    chart.set_title({"name": title, "name_font": {"size": 12, "color": BAND}})
    chart.set_legend({"position": "top", "font": {"size": 9}})
    chart.set_chartarea({"border": {"color": LINE}})
    chart.set_x_axis({"num_font": {"size": 8, "rotation": -45}, "line": {"color": LINE}, "label_position": "low",
                      "name": "Month of service", "name_font": {"size": 9, "bold": False}})  # fmt: skip
    chart.set_y_axis({"name": "Dollars (thousands)", "num_format": "$#,##0.0,\\k", "num_font": {"size": 9},
                      "name_font": {"size": 9, "bold": False},
                      "major_gridlines": {"visible": True, "line": {"color": LINE}}})  # fmt: skip
    chart.set_size({"width": width, "height": 320})
    page.sheet.insert_chart(CHART_ROW, column, chart, {"description": title})
