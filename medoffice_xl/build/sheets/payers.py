"""The Payers sheet: share of charges against share of payments, and how each payer pays."""

from medoffice_xl.build.look import BAND, LINE, SECOND, TINT
from medoffice_xl.build.sheets.chart_data import ChartData, without_total
from medoffice_xl.build.sheets.page import Page, fit_to_page, headings, title_band
from medoffice_xl.build.sheets.standing import grey_errors
from medoffice_xl.build.sheets.workings import Spill, Workings
from medoffice_xl.measure import Unit

MIX_ROW = 4
MIX_ROWS = 10
TOP = 8
LAST = 9
MIX = ChartData("Payers", MIX_ROW + 1, TOP, LAST + 3)
"""Share of charges (1) and of payments (2) by payer, for charts."""
MIX_HEADINGS = (
    "Payer", "Charges", "Share of charges", "Payments", "Share of payments", "Mix gap", "Visits", "Share of visits",
    "Yield",
)  # fmt: skip
MIX_UNITS = (Unit.MONEY, Unit.PERCENT, Unit.MONEY, Unit.PERCENT, Unit.PERCENT, Unit.COUNT, Unit.PERCENT, Unit.PERCENT)

BEHAVIOUR_ROW = 38
BEHAVIOUR = (
    ("Days to pay", "DAYS_TO_PAY(Practice,AsOf,WindowDays,\"mean\",{payer})", Unit.DAYS),
    ("9 in 10 within", "DAYS_TO_PAY(Practice,AsOf,WindowDays,\"p90\",{payer})", Unit.DAYS),
    ("Denial rate, initial", "DENIAL_RATE(Practice,AsOf,WindowDays,\"claims\",{payer})", Unit.PERCENT),
    ("Net collection rate", "COLLECTION_RATE(Practice,AsOf,YearDays,\"net\",\"matched\",{payer},SettleDays)",
     Unit.PERCENT),
    ("Days in A/R", "AR_DAYS(Practice,AsOf,WindowDays,\"gross\",Credits,{payer})", Unit.DAYS),
    ("Over 90 days", "AR_OVER(Practice,AsOf,90,\"post\",{payer})", Unit.PERCENT),
)  # fmt: skip


def write_payers(page: Page, workings: Workings) -> None:
    """The mix, its chart, and one row a payer on how it pays."""
    sheet = page.sheet
    title_band(page, "Payers",
               '="Services of the "&YearDays&" days to "&TEXT(AsOf-SettleDays,"mmmm d, yyyy")&'
               '", with everything posted to them since"', LAST + 1)  # fmt: skip
    sheet.set_column(0, 0, 2)
    sheet.set_column(1, 1, 26)
    sheet.set_column(2, LAST, 13.5)
    sheet.set_column(LAST + 1, LAST + 1, 2)
    _mix(page, workings)
    _chart(page)
    _behaviour(page)
    grey_errors(page, f"B4:J{BEHAVIOUR_ROW + TOP + 2}")
    sheet.freeze_panes(2, 0)
    sheet.print_area(0, 0, BEHAVIOUR_ROW + TOP + 1, LAST + 1)
    fit_to_page(page, portrait=True)


def _mix(page: Page, workings: Workings) -> None:
    sheet, look = page.sheet, page.look
    sheet.merge_range(
        MIX_ROW - 1, 1, MIX_ROW - 1, LAST, "Payer mix: share of charges against share of payments", look.section
    )
    headings(page, MIX_ROW, MIX_HEADINGS)
    styles = [look.label, *(look.figure(unit) for unit in MIX_UNITS)]
    formula = f"=PAYER_MIX(Practice,AsOf,YearDays,{TOP},SettleDays)"
    workings.put(Spill("Payer mix", formula, len(styles))).show(page, MIX_ROW + 1, 1, MIX_ROWS, styles)
    total = page.workbook.add_format({"bold": True, "top": 1, "bg_color": TINT})
    sheet.conditional_format(
        f"B{MIX_ROW + 2}:J{MIX_ROW + 1 + MIX_ROWS}",
        {"type": "formula", "criteria": f'=$B{MIX_ROW + 2}="Total"', "format": total},
    )


def _chart(page: Page) -> None:
    without_total(page, MIX.row, MIX.rows, (3, 5), MIX.column)
    chart = page.workbook.add_chart({"type": "bar"})
    for column, name, colour in ((1, "Share of charges", BAND), (2, "Share of payments", SECOND)):
        chart.add_series({"name": name, **MIX.series(column), "fill": {"color": colour}, "gap": 60, "overlap": -5})
    chart.set_title({"name": "Who we work for, and who pays", "name_font": {"size": 12, "color": BAND}})
    chart.set_y_axis({"reverse": True, "line": {"color": LINE}, "num_font": {"size": 9}})
    chart.set_x_axis(
        {
            "num_format": "0%",
            "label_position": "high",
            "name": "Share of the practice",
            "name_font": {"size": 9, "bold": False},
            "major_gridlines": {"visible": True, "line": {"color": LINE}},
            "num_font": {"size": 9},
        }
    )
    chart.set_legend({"position": "top"})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_size({"width": 880, "height": 370})
    page.sheet.insert_chart(
        MIX_ROW + MIX_ROWS + 2,
        1,
        chart,
        {"description": "Share of charges and share of payments by payer", "object_position": 2},
    )


def _behaviour(page: Page) -> None:
    sheet, look = page.sheet, page.look
    sheet.merge_range(BEHAVIOUR_ROW - 2, 1, BEHAVIOUR_ROW - 2, LAST, "How each payer pays", look.section)
    sheet.write_string(BEHAVIOUR_ROW - 1, 1, "Payer", look.header)
    for column, (heading, _, _) in enumerate(BEHAVIOUR, start=2):
        sheet.write_string(BEHAVIOUR_ROW - 1, column, heading, look.header_right)
    for offset in range(TOP):
        row, source = BEHAVIOUR_ROW + offset, f"$B{MIX_ROW + 2 + offset}"
        page.native(row, 1, f'=IF(OR({source}="",{source}="Total",{source}="All other"),"",{source})', look.label)
        for column, (_, call, unit) in enumerate(BEHAVIOUR, start=2):
            cell = f"$B{row + 1}"
            page.formula(
                row, column, f'=IF({cell}="","",_xlfn.IFNA({call.format(payer=cell)},"n/a"))', look.figure(unit), ""
            )
