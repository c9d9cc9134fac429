"""The Fee compliance sheet: what payers allowed beside what they agreed to, by payer, by code and line by line."""

from xlsxwriter.format import Format

from medoffice_xl.areas.compliance.compliance import VOUCHER_COLUMNS
from medoffice_xl.build.look import BAND, LINE, SECOND, TINT, Look
from medoffice_xl.build.sheets.chart_data import without_total
from medoffice_xl.build.sheets.page import Page, fit_to_page, headings, title_band
from medoffice_xl.build.sheets.spill_block import cents
from medoffice_xl.build.sheets.standing import grey_errors
from medoffice_xl.build.sheets.workings import Spill, Workings
from medoffice_xl.measure import Unit

PERIOD = "EDATE(AsOf,-12)+1,AsOf"
FIGURE_ROW = 3
PAYER_ROW = 9
PAYER_ROWS = 10
CODE_ROW = 22
CODE_ROWS = 12
CHART_ROW = 38
LINE_ROW = 57
LINE_ROWS = 30
LAST = 9

SUMS = ("Lines compared", "Lines underpaid", "Allowed", "Expected", "Underpaid", "Overpaid", "Recovered",
        "As contracted")  # fmt: skip
SUM_UNITS = (Unit.COUNT, Unit.COUNT, *[Unit.MONEY] * 5, Unit.PERCENT)

LINE_COLUMNS = (
    ("Payer", 0, Unit.TEXT),
    ("Claim", 1, Unit.TEXT),
    ("Code", 5, Unit.TEXT),
    ("Service", 4, Unit.DATE),
    ("Charge", 8, Unit.MONEY),
    ("Allowed", 9, Unit.MONEY),
    ("Expected", 10, Unit.MONEY),
    ("Variance", 11, Unit.MONEY),
    ("Appeal by", 17, Unit.DATE),
)
"""Heading, column of the spilled voucher check, unit."""


def write_compliance(page: Page, workings: Workings) -> None:
    """Figures, sums by payer and by code, a chart, and the largest underpaid lines."""
    sheet = page.sheet
    first, last = (f'TEXT({day},"mmmm d, yyyy")' for day in ("EDATE(AsOf,-12)+1", "AsOf"))
    title_band(page, "Fee-schedule compliance", f'="Remittances paid "&{first}&" to "&{last}', LAST + 1)
    sheet.set_column(0, 0, 2)
    sheet.set_column(1, 1, 26)
    sheet.set_column(2, LAST, 13)
    sheet.set_column(LAST + 1, LAST + 1, 2)
    _figures(page)
    _sums(page, workings, "payer", PAYER_ROW, PAYER_ROWS)
    _sums(page, workings, "code", CODE_ROW, CODE_ROWS)
    _chart(page)
    _lines(page, workings)
    grey_errors(page, f"B4:J{LINE_ROW + LINE_ROWS + 2}")
    sheet.freeze_panes(2, 0)
    sheet.print_area(0, 0, LINE_ROW + LINE_ROWS, LAST + 1)
    fit_to_page(page, portrait=True)


def _figures(page: Page) -> None:
    look = page.look
    figures = (
        ("Compliance rate", f'=COMPLIANCE_RATE(Practice,"",{PERIOD})', Unit.PERCENT,
         "Lines allowed as contracted, of the lines that could be compared"),
        ("Underpaid", f'=UNDERPAID(Practice,"",{PERIOD})', Unit.MONEY,
         "Expected less allowed; press Check vouchers for every line with its reasons"),
        ("Interest owed", f'=INTEREST_OWED(Practice,"",{PERIOD})', Unit.MONEY,
         "On claims paid later than their contract says, and not paid with them"),
    )  # fmt: skip
    for row, (label, formula, unit, note) in enumerate(figures, start=FIGURE_ROW):
        page.sheet.write_string(row, 1, label, look.label)
        page.formula(row, 2, formula, look.figure(unit, bold=True))
        page.sheet.merge_range(row, 3, row, LAST, note, look(font_size=9, bottom=4, bottom_color=LINE, indent=1))


def _sums(page: Page, workings: Workings, by: str, row: int, rows: int) -> None:
    sheet, look = page.sheet, page.look
    sheet.merge_range(row - 2, 1, row - 2, LAST, f"By {by}", look.section)
    sheet.set_row(row - 1, 28)
    headings(page, row - 1, (by.capitalize(), *SUMS))
    styles = [look.label, *(_figure(look, unit) for unit in SUM_UNITS)]
    formula = f'=FEE_VARIANCE(Practice,"{by}")'
    workings.put(Spill(f"Variance by {by}", formula, len(styles))).show(page, row, 1, rows, styles)
    total = page.workbook.add_format({"bold": True, "top": 1, "bg_color": TINT})
    sheet.conditional_format(
        f"B{row + 1}:J{row + rows}", {"type": "formula", "criteria": f'=$B{row + 1}="Total"', "format": total}
    )


def _figure(look: Look, unit: Unit) -> Format:
    """A figure's style; what is compared with a contract shows its cents."""
    return cents(look) if unit is Unit.MONEY else look.figure(unit)


def _chart(page: Page) -> None:
    chart = page.workbook.add_chart({"type": "bar"})
    data = without_total(page, PAYER_ROW, PAYER_ROWS - 2, (6, 8), LAST + 3)
    for number, name, colour in ((1, "Underpaid", SECOND), (2, "Recovered", BAND)):
        chart.add_series({"name": name, **data.series(number), "fill": {"color": colour}, "gap": 60})
    chart.set_title({"name": "Underpaid and recovered, by payer", "name_font": {"size": 12, "color": BAND}})
    chart.set_y_axis({"reverse": True, "line": {"color": LINE}, "num_font": {"size": 9}})
    chart.set_x_axis({"num_format": "$#,##0", "label_position": "high", "name": "Dollars",
                      "name_font": {"size": 9, "bold": False}, "num_font": {"size": 9},
                      "major_gridlines": {"visible": True, "line": {"color": LINE}}})  # fmt: skip
    chart.set_legend({"position": "top"})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_size({"width": 900, "height": 330})
    page.sheet.insert_chart(CHART_ROW - 1, 1, chart, {"description": "Underpaid and recovered dollars by payer"})


def _lines(page: Page, workings: Workings) -> None:
    sheet, look = page.sheet, page.look
    title = f"The {LINE_ROWS} lines furthest below contract"
    sheet.merge_range(LINE_ROW - 2, 1, LINE_ROW - 2, LAST, title, look.section)
    formula = f'=VOUCHER_CHECK(Practice,"findings","",{PERIOD},{LINE_ROWS})'
    placed = workings.put(Spill("Voucher check", formula, len(VOUCHER_COLUMNS)))
    for index, (heading, source, unit) in enumerate(LINE_COLUMNS):
        text = unit is Unit.TEXT
        sheet.write_string(LINE_ROW - 1, 1 + index, heading, look.header if text else look.header_right)
        style = look.label if text else _figure(look, unit)
        placed.show_column(page, LINE_ROW, 1 + index, LINE_ROWS, source, style)
