"""The payer review: shares, how each payer pays, what it leaves, and what to do about it."""

from collections.abc import Sequence

from xlsxwriter.chart import Chart
from xlsxwriter.utility import xl_rowcol_to_cell

from medoffice_xl.build.look import ACCENT, BAND, FAIR, GOOD, LINE, MUTED, NUMBER_FORMATS, POOR, SECOND, TINT
from medoffice_xl.build.sheets.chart_data import without_total
from medoffice_xl.build.sheets.page import Page, fit_to_page, title_band
from medoffice_xl.build.sheets.standing import grey_errors
from medoffice_xl.build.sheets.workings import SHEET, Placed, Spill, Workings
from medoffice_xl.build.sheets.workings import TOP as TOP_ROW
from medoffice_xl.measure import Unit

TOP = 8
ROWS = TOP + 2
LAST = 15
SHARE_ROW = 4
CHART_ROW = SHARE_ROW + ROWS + 2
ADVICE_ROW = CHART_ROW + 19
BEHIND = 18
"""First column of what stands behind the page."""

FORMULA = f"=PAYER_REVIEW(Practice,AsOf,YearDays,SettleDays,CostTerms,ScoreWeights,{TOP})"

SHARES: tuple[tuple[str, int, Unit], ...] = (
    ("Payer", 0, Unit.TEXT), ("Charges", 1, Unit.MONEY), ("Share of charges", 2, Unit.PERCENT),
    ("Revenue", 3, Unit.MONEY), ("Share of revenue", 4, Unit.PERCENT), ("Mix gap", 5, Unit.PERCENT),
    ("Visits", 6, Unit.COUNT), ("Share of visits", 7, Unit.PERCENT), ("Work RVUs", 8, Unit.COUNT),
    ("Share of RVUs", 9, Unit.PERCENT), ("Yield", 10, Unit.PERCENT), ("Cost share", 11, Unit.PERCENT),
    ("Days to pay", 12, Unit.DAYS), ("Denial rate, initial", 13, Unit.PERCENT), ("Underpaid", 14, Unit.MONEY),
)  # fmt: skip
"""Heading, column of the formula's result, unit."""

ADVICE: tuple[tuple[str, int, Unit], ...] = (
    ("Payer", 0, Unit.TEXT), ("Revenue", 3, Unit.MONEY), ("Variable cost", 15, Unit.MONEY),
    ("Rework of denials", 16, Unit.MONEY), ("Imputed interest", 23, Unit.MONEY),
    ("Contribution margin", 17, Unit.MONEY), ("Fixed cost", 18, Unit.MONEY), ("Full-cost margin", 19, Unit.MONEY),
    ("Score (0–100)", 20, Unit.COUNT), ("Advice", 21, Unit.TEXT),
    ("Why", 22, Unit.TEXT),
)  # fmt: skip

ONLY_VARIABLE = (
    "Contribution margin is what would be lost if a payer were dropped: only its variable cost, rework and imputed "
    "interest would be saved. Fixed cost stays, and its share would fall on the other payers."
)


def write_payer_review(page: Page, workings: Workings) -> None:
    """Shares over the same services, two charts, and the advice with its reasons."""
    sheet = page.sheet
    title_band(
        page,
        "Payer review",
        '="Services of the "&YearDays&" days to "&TEXT(AsOf-SettleDays,"mmmm d, yyyy")&" · costs shared out by "&'
        "CostBasis",
        LAST + 1,
    )
    sheet.set_column(0, 0, 2)
    sheet.set_column(1, 1, 24)
    sheet.set_column(2, LAST, 12.5)
    sheet.set_column(LAST + 1, LAST + 1, 2)
    review = workings.put(Spill("Payer review", FORMULA, 24))
    _block(page, review, SHARE_ROW, "Shares of the practice, and how each payer pays", SHARES)
    _mix_chart(page)
    _waterfall(page, review)
    _block(page, review, ADVICE_ROW, "What each payer leaves, and what to do", ADVICE, tall=30)
    style = page.look(font_size=9, font_color=MUTED, text_wrap=True, valign="top")
    sheet.set_row(ADVICE_ROW + ROWS + 1, 26)
    sheet.merge_range(ADVICE_ROW + ROWS + 1, 1, ADVICE_ROW + ROWS + 1, LAST, ONLY_VARIABLE, style)
    grey_errors(page, f"B4:P{ADVICE_ROW + ROWS + 2}")
    _colour_advice(page)
    sheet.freeze_panes(2, 2)
    sheet.print_area(0, 0, ADVICE_ROW + ROWS + 1, LAST + 1)
    fit_to_page(page)


def second_payer() -> str:
    """The formula for the payer with the second most charges: where a sheet asks for one payer, it begins with it.

    #N/A as long as there is none, so that what follows from it lacks data as well.
    """
    cell = f"'Payer review'!$B${SHARE_ROW + 3}"
    return f'=IF(IFERROR({cell}&"","")="",NA(),{cell}&"")'


def source(review: Placed, row: int, place: int) -> str:
    """The cell that holds column `place` of the review's row `row` (0 is the first payer)."""
    return f"{SHEET}!{xl_rowcol_to_cell(TOP_ROW + 1 + row, review.left + place, row_abs=True, col_abs=True)}"


def _block(
    page: Page, review: Placed, row: int, title: str, columns: Sequence[tuple[str, int, Unit]], tall: int = 18
) -> None:
    sheet, look = page.sheet, page.look
    sheet.merge_range(row - 1, 1, row - 1, LAST, title, look.section)
    sheet.set_row(row, 30)
    for place, (heading, _, unit) in enumerate(columns, start=1):
        sheet.write_string(row, place, heading, look.header if unit is Unit.TEXT else look.header_right)
    last = len(columns)
    if last < LAST:
        sheet.merge_range(row, last, row, LAST, columns[-1][0], look.header)
    for offset in range(ROWS):
        at = row + 1 + offset
        sheet.set_row(at, tall)
        for place, (_, of, unit) in enumerate(columns, start=1):
            cell = source(review, offset, of)
            wraps = unit is Unit.TEXT and place == last
            style = (
                look(bottom=4, bottom_color=LINE, text_wrap=True, font_size=9, indent=1)
                if wraps
                else look(bottom=4, bottom_color=LINE, indent=min(place - 1, 1))
                if unit is Unit.TEXT
                else look.figure(unit)
            )
            if wraps:
                sheet.merge_range(at, place, at, LAST, "", style)
            page.native(at, place, f'=IFERROR(IF({source(review, offset, 0)}="","",IF({cell}="","",{cell})),"")', style)
    total = page.workbook.add_format({"bold": True, "top": 1, "bg_color": TINT})
    area = f"B{row + 2}:P{row + 1 + ROWS}"
    sheet.conditional_format(area, {"type": "formula", "criteria": f'=$B{row + 2}="Total"', "format": total})
    red = page.workbook.add_format({"font_color": POOR[1]})
    sheet.conditional_format(area, {"type": "cell", "criteria": "<", "value": 0, "format": red})


def _colour_advice(page: Page) -> None:
    place = 1 + [of for _, of, _ in ADVICE].index(21)
    first, last = ADVICE_ROW + 1, ADVICE_ROW + ROWS
    for word, (paper, ink) in (("keep", GOOD), ("watch", FAIR), ("renegotiate", FAIR), ("leave", POOR)):
        style = page.workbook.add_format({"bg_color": paper, "font_color": ink, "bold": True})
        page.sheet.conditional_format(
            first, place, last, place, {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": style}
        )


def _mix_chart(page: Page) -> None:
    chart = page.workbook.add_chart({"type": "bar"})
    shares = without_total(page, SHARE_ROW + 1, TOP, (3, 5), BEHIND)
    for number, name, colour in ((1, "Share of charges", BAND), (2, "Share of revenue", SECOND)):
        chart.add_series({"name": name, **shares.series(number), "fill": {"color": colour}, "gap": 60, "overlap": -5})
    _dress(chart, "Whom we work for, and who pays")
    chart.set_y_axis({"reverse": True, "line": {"color": LINE}, "num_font": {"size": 9}})
    chart.set_x_axis(_axis("Share of the practice", "0%") | {"label_position": "high"})
    chart.set_size({"width": 700, "height": 340})
    page.sheet.insert_chart(CHART_ROW, 1, chart, {"description": "Share of charges and of revenue by payer"})


STEPS = TOP + 3
STEP_ROW = CHART_ROW
STEP_HEADINGS = ("Step", "From", "To", "Base", "Base below zero", "Gain", "Loss", "Result", "Below zero")


def _waterfall(page: Page, review: Placed) -> None:
    """Contribution margins one on the other, fixed cost down, to the practice's margin.

    A floating column is an invisible one with a visible one on it, above zero and below it apart.
    """
    sheet, look = page.sheet, page.look
    faint, money = look(font_size=8, font_color=MUTED), look(font_size=8, font_color=MUTED,
                                                            num_format=NUMBER_FORMATS[Unit.MONEY])  # fmt: skip
    for place, heading in enumerate(STEP_HEADINGS):
        sheet.write_string(STEP_ROW - 1, BEHIND + place, heading, faint)
    names = f"{source(review, 0, 0)}:{source(review, ROWS - 1, 0)}"
    whole = f'MATCH("Total",{names},0)'

    def at(row: int, place: int) -> str:
        return str(xl_rowcol_to_cell(row, BEHIND + place))

    def of(place: int, row: str) -> str:
        return f"INDEX({source(review, 0, place)}:{source(review, ROWS - 1, place)},{row})"

    for step in range(STEPS):
        row, number = STEP_ROW + step, str(step + 1)
        label = (
            f'=IF(ISNUMBER({whole}),IF({number}<{whole},{of(0, number)},IF({number}={whole},"Fixed cost",'
            f'IF({number}={whole}+1,"Practice margin",""))),"")'
        ) if step < ROWS else f'=IF(ISNUMBER({whole}),IF({number}={whole}+1,"Practice margin",""),"")'  # fmt: skip
        page.native(row, BEHIND, label, faint)
        start = f"={at(row - 1, 2)}" if step else "=0"
        page.native(row, BEHIND + 1, f'=IF({at(row, 0)}="Practice margin",0,{start[1:]})', money, 0)
        change = f"{of(17, number)}" if step < ROWS else "0"
        page.native(
            row,
            BEHIND + 2,
            f'=IF({at(row, 0)}="",{at(row, 1)},IF({at(row, 0)}="Practice margin",{of(19, whole)},'
            f'IF({at(row, 0)}="Fixed cost",{at(row, 1)}-{of(18, whole)},{at(row, 1)}+{change})))',
            money,
            0,
        )
        low, high = f"MIN({at(row, 1)},{at(row, 2)})", f"MAX({at(row, 1)},{at(row, 2)})"
        is_result = f'{at(row, 0)}="Practice margin"'
        above, below = f"(MAX(0,{high})-{at(row, 3)})", f"(MIN(0,{low})-{at(row, 4)})"
        blank = f'{at(row, 0)}=""'
        for place, formula in (
            (3, f"=IF({blank},0,MAX(0,{low}))"),
            (4, f"=IF({blank},0,MIN(0,{high}))"),
            (5, f"=IF(OR({blank},{is_result},{at(row, 2)}<{at(row, 1)}),0,{above})"),
            (6, f"=IF(OR({blank},{is_result},{at(row, 2)}>={at(row, 1)}),0,{above})"),
            (7, f"=IF({is_result},{above},0)"),
            (8, f"=IF({blank},0,{below})"),
        ):
            page.native(row, BEHIND + place, formula, money, 0)
    chart = page.workbook.add_chart({"type": "column", "subtype": "stacked"})
    last = STEP_ROW + STEPS - 1
    for place, name, fill in (
        (3, "Base", None), (4, "Base below zero", None), (5, "Gain", ACCENT), (6, "Loss", "#C8553D"),
        (7, "Practice margin", BAND), (8, "Below zero", "#C8553D"),
    ):  # fmt: skip
        chart.add_series({
            "name": name, "categories": [page.name, STEP_ROW, BEHIND, last, BEHIND],
            "values": [page.name, STEP_ROW, BEHIND + place, last, BEHIND + place],
            "fill": {"color": fill} if fill else {"none": True}, "border": {"none": True}, "gap": 40,
        })  # fmt: skip
    _dress(chart, "From each payer's contribution to the practice's margin")
    chart.set_legend({"position": "top", "font": {"size": 9}, "delete_series": [0, 1, 5]})
    chart.set_x_axis({"num_font": {"size": 8, "rotation": -35}, "line": {"color": LINE}, "label_position": "low",
                      "name": "Payers, then fixed cost", "name_font": {"size": 9, "bold": False}})  # fmt: skip
    chart.set_y_axis(_axis("Dollars (thousands)", "$#,##0,\\k"))
    chart.set_size({"width": 725, "height": 340})
    sheet.insert_chart(CHART_ROW, 8, chart, {"description": "Waterfall from contribution margins to practice margin"})


def _axis(name: str, num_format: str) -> dict[str, object]:
    return {
        "name": name,
        "num_format": num_format,
        "name_font": {"size": 9, "bold": False},
        "num_font": {"size": 9},
        "major_gridlines": {"visible": True, "line": {"color": LINE}},
    }


def _dress(chart: Chart, title: str) -> None:
    chart.set_title({"name": title, "name_font": {"size": 12, "color": BAND}})
    chart.set_legend({"position": "top", "font": {"size": 9}})
    chart.set_chartarea({"border": {"color": LINE}})
