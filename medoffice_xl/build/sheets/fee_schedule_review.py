"""The yearly fee-schedule review: schedules against Medicare, the codes that move the money, leaks and the calendar."""

from xlsxwriter.utility import xl_range

from medoffice_xl.build.look import ACCENT, BAND, LINE, MUTED, POOR, SECOND
from medoffice_xl.build.sheets.page import Page, fit_to_page, title_band
from medoffice_xl.build.sheets.spill_block import cents, spill_block, styles_of
from medoffice_xl.build.sheets.standing import grey_errors
from medoffice_xl.build.sheets.workings import Spill, Workings
from medoffice_xl.measure import Unit

LAST = 13
PAYERS = 8
REVIEW_ROW = 4
REVIEW_ROWS = 9
GRID_ROW = REVIEW_ROW + REVIEW_ROWS + 5
GRID_ROWS = 20
LEAK_ROW = GRID_ROW + GRID_ROWS + 4
LEAK_ROWS = 6
CALENDAR_ROW = LEAK_ROW + LEAK_ROWS + 4
CALENDAR_ROWS = 14
CHART_ROW = CALENDAR_ROW + CALENDAR_ROWS + 2


def write_fee_schedule_review(page: Page, workings: Workings) -> None:
    """One printed page: the schedules, the heat map, the leaks, and what falls due."""
    sheet = page.sheet
    title_band(
        page,
        "Fee-schedule review",
        '="Rates in force on "&TEXT(AsOf,"mmmm d, yyyy")&", weighted by the services of "&YearDays&" days"',
        LAST + 1,
    )
    sheet.set_column(0, 0, 2)
    sheet.set_column(1, 1, 24)
    sheet.set_column(2, LAST, 12.5)
    sheet.set_column(LAST + 1, LAST + 1, 2)
    _schedules(page, workings)
    _grid(page, workings)
    _leaks(page, workings)
    _calendar(page, workings)
    grey_errors(page, f"B4:N{CALENDAR_ROW + CALENDAR_ROWS + 1}")
    sheet.freeze_panes(2, 2)
    sheet.print_area(0, 0, CHART_ROW + 18, LAST + 1)
    fit_to_page(page, portrait=True)


def _section(page: Page, row: int, title: str) -> None:
    page.sheet.merge_range(row - 1, 1, row - 1, LAST, title, page.look.section)


def _schedules(page: Page, workings: Workings) -> None:
    sheet, look = page.sheet, page.look
    _section(page, REVIEW_ROW, "Every schedule: percent of Medicare, average payment, and the rate year that is paid")
    units = (Unit.TEXT, Unit.MONEY, Unit.PERCENT, Unit.PERCENT, Unit.PERCENT, Unit.MONEY, Unit.TEXT, Unit.TEXT)
    formula = "=FEE_REVIEW(Practice,AsOf,RvuYear,YearDays,Locality)"
    styles = styles_of(look, units)
    styles[5] = cents(look)
    spill_block(page, workings, Spill("Fee review", formula, len(units)), REVIEW_ROW, styles, REVIEW_ROWS, 44, {7: 6})
    old = page.workbook.add_format({"bg_color": POOR[0], "font_color": POOR[1], "bold": True})
    sheet.conditional_format(
        REVIEW_ROW + 1, 7, REVIEW_ROW + REVIEW_ROWS, 7,
        {"type": "cell", "criteria": "==", "value": '"old"', "format": old},
    )  # fmt: skip
    row = REVIEW_ROW + REVIEW_ROWS + 1
    sheet.write_string(row, 1, "Break-even payment", look(bold=True))
    page.formula(row, 6, "=BREAK_EVEN_RATE(Practice,AsOf,YearDays)",
                 look(bold=True, num_format="$#,##0.00", align="right"))  # fmt: skip
    note = look(font_size=9, font_color=MUTED)
    sheet.write_string(
        row, 7, "A schedule whose weighted rate is below this does not cover what a service costs.", note
    )


def _grid(page: Page, workings: Workings) -> None:
    sheet = page.sheet
    _section(page, GRID_ROW, "The codes that move the money: each payer's rate as percent of Medicare")
    units = (Unit.TEXT, Unit.COUNT, Unit.MONEY, Unit.MONEY, Unit.TEXT, *(Unit.PERCENT,) * PAYERS)
    formula = f"=RATE_GRID(Practice,AsOf,{GRID_ROWS},{PAYERS},RvuYear,YearDays,Locality)"
    styles = styles_of(page.look, units)
    styles[3] = cents(page.look)
    spill_block(page, workings, Spill("Rate grid", formula, len(units)), GRID_ROW, styles, GRID_ROWS, 44)
    sheet.conditional_format(
        xl_range(GRID_ROW + 1, 6, GRID_ROW + GRID_ROWS, LAST),
        {
            "type": "3_color_scale", "min_type": "num", "mid_type": "num", "max_type": "num",
            "min_value": 0.7, "mid_value": 1.0, "max_value": 1.4,
            "min_color": "#E9A99F", "mid_color": "#FDF6E3", "max_color": "#9FD3B6",
        },
    )  # fmt: skip
    note = (
        "Red is below Medicare, green above it. “own RVUs”: Medicare does not value the code, the charge master does."
    )
    sheet.write_string(GRID_ROW + GRID_ROWS + 1, 1, note, page.look(font_size=9, font_color=MUTED))


def _leaks(page: Page, workings: Workings) -> None:
    _section(
        page, LEAK_ROW, "The practice's own leak: charges below what a payer would allow, and the price that mends it"
    )
    units = (
        *(Unit.TEXT, Unit.TEXT, Unit.MONEY, Unit.MONEY, Unit.MONEY, Unit.TEXT, Unit.MONEY, Unit.COUNT, Unit.MONEY),
    )
    formula = "=CHARGE_BELOW_ALLOWED(Practice,AsOf,YearDays)"
    styles = styles_of(page.look, units)
    for place in (2, 3, 4, 6):
        styles[place] = cents(page.look)
    spill_block(
        page, workings, Spill("Charges below allowed", formula, len(units)), LEAK_ROW, styles, LEAK_ROWS, 30, {5: 2}
    )


def _calendar(page: Page, workings: Workings) -> None:
    sheet = page.sheet
    _section(page, CALENDAR_ROW, "Contract calendar: notice, end, renewal and agreed increases of the next 18 months")
    units = (Unit.TEXT, Unit.TEXT, Unit.DATE, Unit.COUNT, Unit.TEXT, Unit.TEXT)
    styles = styles_of(page.look, units)
    calendar = Spill("Contract calendar", "=CONTRACT_CALENDAR(Pricing,AsOf,18)", len(units))
    spill_block(page, workings, calendar, CALENDAR_ROW, styles, CALENDAR_ROWS, 24, {1: 2, 4: 2, 5: 6})
    soon = page.workbook.add_format({"font_color": POOR[1], "bold": True})
    sheet.conditional_format(
        CALENDAR_ROW + 1, 4, CALENDAR_ROW + CALENDAR_ROWS, 5,
        {"type": "formula", "criteria": f'=AND(ISNUMBER($F{CALENDAR_ROW + 2}),$F{CALENDAR_ROW + 2}<=60)',
         "format": soon},
    )  # fmt: skip
    _calendar_chart(page)


def _calendar_chart(page: Page) -> None:
    first, last = CALENDAR_ROW + 1, CALENDAR_ROW + CALENDAR_ROWS
    behind = LAST + 3
    faint = page.look(font_size=8, font_color=MUTED)
    page.sheet.write_string(CALENDAR_ROW, behind, "Behind the chart", faint)
    for row in range(first, last + 1):
        page.native(row, behind, f'=IF(B{row + 1}="","",B{row + 1}&": "&LOWER(G{row + 1}))', faint)
    chart = page.workbook.add_chart({"type": "bar"})
    chart.add_series({
        "name": "Days left", "categories": [page.name, first, behind, last, behind],
        "values": [page.name, first, 5, last, 5], "fill": {"color": ACCENT}, "gap": 45,
        "data_labels": {"value": True, "font": {"size": 8}, "num_format": "0"},
        "invert_if_negative": True, "invert_if_negative_color": SECOND,
    })  # fmt: skip
    chart.set_title({"name": "What falls due, in days from today", "name_font": {"size": 12, "color": BAND}})
    chart.set_legend({"none": True})
    chart.set_chartarea({"border": {"color": LINE}})
    chart.set_y_axis({"reverse": True, "num_font": {"size": 8}, "line": {"color": LINE}, "label_position": "low"})
    chart.set_x_axis({
        "name": "Days left", "name_font": {"size": 9, "bold": False}, "num_font": {"size": 9}, "num_format": "0",
        "label_position": "high", "major_gridlines": {"visible": True, "line": {"color": LINE}},
    })  # fmt: skip
    chart.set_size({"width": 1260, "height": 340})
    page.sheet.insert_chart(CHART_ROW, 1, chart, {"description": "Days until each event of the contract calendar"})
