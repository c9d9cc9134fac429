"""The dashboard: eight figures with their standing, what needs attention, and three charts."""

from dataclasses import dataclass

from xlsxwriter.chart import Chart
from xlsxwriter.utility import xl_rowcol_to_cell

from medoffice_xl.build.look import ACCENT, BAND, LINE, MUTED, NUMBER_FORMATS, POOR, SECOND, THIRD, TINT
from medoffice_xl.build.sheets.page import Page, fit_to_page, title_band
from medoffice_xl.build.sheets.payers import MIX
from medoffice_xl.build.sheets.receivables import age_total, trend_range
from medoffice_xl.build.sheets.standing import colour_standing, grey_errors, standing
from medoffice_xl.measure import Unit

CARD_COLUMNS = (1, 3, 5, 7)
CARD_ROWS = (3, 8)
ATTENTION_ROW = 14
CHART_ROW = 18
AGE_DATA_COLUMN = 11


@dataclass(frozen=True, slots=True)
class Card:
    """One figure: what it is, its formula, and either a benchmark or a line of its own under it."""

    label: str
    formula: str
    unit: Unit
    measure: str = ""
    below: str = ""


CARDS = (
    Card("Days in A/R", "=AR_DAYS(Practice,AsOf,WindowDays,\"gross\",Credits)", Unit.DAYS, "Days in A/R"),
    Card("A/R over 90 days", "=AR_OVER(Practice,AsOf,90)", Unit.PERCENT, "A/R over 90 days"),
    Card("Net collection rate", '=COLLECTION_RATE(Practice,AsOf,YearDays,"net","matched","",SettleDays)',
         Unit.PERCENT, "Net collection rate"),
    Card("Denial rate, initial", "=DENIAL_RATE(Practice,AsOf,WindowDays)", Unit.PERCENT, "Denial rate, initial"),
    Card("Total A/R", "=AR_TOTAL(Practice,AsOf,Credits)", Unit.MONEY,
         below='="Credit balances: "&IF(Credits="net","subtracted","left out")'),
    Card("Charges this month", "=CHARGES_IN(Practice,EOMONTH(AsOf,-1)+1,AsOf)", Unit.MONEY,
         below='="Entered since "&TEXT(EOMONTH(AsOf,-1)+1,"mmm d")'),
    Card("Payments this month", "=COLLECTED(Practice,EOMONTH(AsOf,-1)+1,AsOf)", Unit.MONEY,
         below='="Posted since "&TEXT(EOMONTH(AsOf,-1)+1,"mmm d")'),
    Card("Days to pay", "=DAYS_TO_PAY(Practice,AsOf,WindowDays)", Unit.DAYS, "Days to pay"),
)  # fmt: skip

ATTENTION = (
    ("Checks or EFTs that do not balance", "=SUMPRODUCT(--(tblRemittances[Off by]<>0))", "Remittances"),
    ("Claims that do not balance", "=SUM(tblRemittances[Claims off])", "Remittances"),
    ("Problems that cost money", '=COUNTIF(tblProblems[Matters for],"money")', "Problems"),
    ("Problems in the data", '=COUNTIF(tblProblems[Matters for],"data")', "Problems"),
)


def write_dashboard(page: Page) -> None:
    """Everything a physician needs to see on one landscape page."""
    sheet = page.sheet
    title_band(page, "Practice dashboard", '=PracticeName&" · as of "&TEXT(AsOf,"mmmm d, yyyy")', 8)
    sheet.set_column(0, 0, 2)
    for column in CARD_COLUMNS:
        sheet.set_column(column, column, 30)
        sheet.set_column(column + 1, column + 1, 2)
    sheet.set_column(9, AGE_DATA_COLUMN + 1, 11)
    for number, card in enumerate(CARDS):
        _card(page, CARD_ROWS[number // 4], CARD_COLUMNS[number % 4], card)
    for row in CARD_ROWS:
        colour_standing(page, f"B{row + 3}:H{row + 3}")
        grey_errors(page, f"B{row + 2}:H{row + 2}")
    _attention(page)
    _trend_chart(page)
    _age_chart(page)
    _mix_chart(page)
    sheet.print_area(0, 0, CHART_ROW + 33, 8)
    sheet.freeze_panes(2, 0)
    fit_to_page(page)
    sheet.activate()
    sheet.set_first_sheet()


def figure_cells() -> list[tuple[str, str, Unit]]:
    """Every card's label, the cell of its figure as Sheet!A1, and the figure's unit."""
    return [
        (card.label, f"Dashboard!{xl_rowcol_to_cell(CARD_ROWS[number // 4] + 1, CARD_COLUMNS[number % 4])}", card.unit)
        for number, card in enumerate(CARDS)
    ]


def _card(page: Page, row: int, column: int, card: Card) -> None:
    sheet, look = page.sheet, page.look
    sheet.set_row(row, 20)
    sheet.set_row(row + 1, 38)
    sheet.set_row(row + 2, 18)
    sheet.set_row(row + 3, 8)
    edge = {"left": 5, "left_color": ACCENT, "bg_color": TINT, "indent": 1}
    sheet.write_string(row, column, card.label, look(font_color=MUTED, bold=True, **edge))
    value = look(num_format=NUMBER_FORMATS[card.unit], font_size=24, bold=True,
                 font_color=BAND, align="left", **edge)  # fmt: skip
    page.formula(row + 1, column, card.formula, value)
    small = look(font_size=9, font_color=MUTED, **edge)
    under = standing(card.measure, xl_rowcol_to_cell(row + 1, column)) if card.measure else card.below
    page.native(row + 2, column, under, small, "No figure yet" if card.measure else "")


def _attention(page: Page) -> None:
    sheet, look = page.sheet, page.look
    sheet.merge_range(ATTENTION_ROW - 1, 1, ATTENTION_ROW - 1, 7, "Needs attention", look.section)
    for column, (label, formula, target) in zip(CARD_COLUMNS, ATTENTION, strict=True):
        sheet.write_url(ATTENTION_ROW, column, f"internal:'{target}'!A1", look(font_size=9, font_color=MUTED), label)
        page.native(
            ATTENTION_ROW + 1, column, formula, look(font_size=14, bold=True, num_format="#,##0", align="left"), 0
        )
    red = page.workbook.add_format({"font_color": POOR[1]})
    sheet.conditional_format(
        ATTENTION_ROW + 1, 1, ATTENTION_ROW + 1, 7,
        {"type": "cell", "criteria": ">", "value": 0, "format": red},
    )  # fmt: skip


def _trend_chart(page: Page) -> None:
    columns = page.workbook.add_chart({"type": "column"})
    months = trend_range(1)
    for column, name, colour in ((2, "Charges", THIRD), (3, "Payments", ACCENT)):
        columns.add_series(
            {
                "name": name,
                "categories": months,
                "values": trend_range(column),
                "fill": {"color": colour},
                "gap": 70,
                "overlap": 0,
            }
        )
    line = page.workbook.add_chart({"type": "line"})
    line.add_series({"name": "Days in A/R (right)", "categories": months, "values": trend_range(6), "y2_axis": True,
                     "line": {"color": SECOND, "width": 2.5}, "marker": {"type": "circle", "size": 5,
                     "fill": {"color": SECOND}, "border": {"color": SECOND}}})  # fmt: skip
    columns.combine(line)
    _dress(columns, "Charges, payments and days in A/R")
    columns.set_x_axis(
        {
            "date_axis": True,
            "num_format": "mmm yy",
            "major_unit": 1,
            "major_unit_type": "months",
            "num_font": {"size": 9},
            "line": {"color": LINE},
        }
    )
    columns.set_y_axis(
        {
            "num_format": "$#,##0,\\k",
            "name": "Dollars (thousands)",
            "min": 0,
            "name_font": {"size": 9, "bold": False},
            "num_font": {"size": 9},
            "major_gridlines": {"visible": True, "line": {"color": LINE}},
        }
    )
    line.set_y2_axis(
        {"num_format": "0", "name": "Days", "min": 0, "name_font": {"size": 9, "bold": False}, "num_font": {"size": 9}}
    )
    columns.set_size({"width": 915, "height": 290})
    page.sheet.insert_chart(CHART_ROW, 1, columns, {"description": "Charges and payments by month, with days in A/R"})


def _age_chart(page: Page) -> None:
    sheet, look = page.sheet, page.look
    ages = ("0-30", "31-60", "61-90", "91-120", "Over 120")
    faint = look(font_size=8, font_color=MUTED)
    sheet.write_string(CHART_ROW - 1, AGE_DATA_COLUMN, "Behind the chart", faint)
    for offset, (age, source) in enumerate(zip(ages, "CDEFG", strict=True)):
        sheet.write_string(CHART_ROW + offset, AGE_DATA_COLUMN, age, faint)
        page.native(CHART_ROW + offset, AGE_DATA_COLUMN + 1, age_total(source), look(font_size=8, font_color=MUTED,
                    num_format="$#,##0"), 0)  # fmt: skip
    chart = page.workbook.add_chart({"type": "column"})
    first, last = CHART_ROW, CHART_ROW + len(ages) - 1
    chart.add_series({
        "name": "A/R", "categories": [page.name, first, AGE_DATA_COLUMN, last, AGE_DATA_COLUMN],
        "values": [page.name, first, AGE_DATA_COLUMN + 1, last, AGE_DATA_COLUMN + 1],
        "fill": {"color": BAND}, "gap": 50, "data_labels": {"value": True, "num_format": "$#,##0,\\k",
        "font": {"size": 9}},
        "points": [{"fill": {"color": ACCENT}}, {"fill": {"color": ACCENT}}, {"fill": {"color": SECOND}},
                   {"fill": {"color": SECOND}}, {"fill": {"color": "#C8553D"}}],
    })  # fmt: skip
    _dress(chart, "A/R by age")
    chart.set_legend({"none": True})
    chart.set_x_axis({"name": "Days since entry", "name_font": {"size": 9, "bold": False}, "num_font": {"size": 9}})
    chart.set_y_axis(
        {
            "num_format": "$#,##0,\\k",
            "name": "Dollars (thousands)",
            "name_font": {"size": 9, "bold": False},
            "num_font": {"size": 9},
            "major_gridlines": {"visible": True, "line": {"color": LINE}},
        }
    )
    chart.set_size({"width": 448, "height": 290})
    sheet.insert_chart(CHART_ROW + 16, 1, chart, {"description": "A/R by age in days"})


def _mix_chart(page: Page) -> None:
    chart = page.workbook.add_chart({"type": "bar"})
    for column, name, colour in ((1, "Share of charges", THIRD), (2, "Share of payments", ACCENT)):
        chart.add_series({"name": name, **MIX.series(column), "fill": {"color": colour}, "gap": 50})
    _dress(chart, "Payer mix: charges against payments")
    chart.set_y_axis({"reverse": True, "num_font": {"size": 9}, "line": {"color": LINE}})
    chart.set_x_axis(
        {
            "num_format": "0%",
            "label_position": "high",
            "name": "Share of the practice",
            "name_font": {"size": 9, "bold": False},
            "num_font": {"size": 9},
            "major_gridlines": {"visible": True, "line": {"color": LINE}},
        }
    )
    chart.set_size({"width": 448, "height": 290})
    page.sheet.insert_chart(CHART_ROW + 16, 5, chart, {"description": "Share of charges and payments by payer"})


def _dress(chart: Chart, title: str) -> None:
    chart.set_title({"name": title, "name_font": {"size": 12, "color": BAND}})
    chart.set_legend({"position": "top", "font": {"size": 9}})
    chart.set_chartarea({"border": {"color": LINE}})
