"""The A/R sheet: what is owed, how old it is, how fast it is paid, and the trend behind the dashboard's chart."""

from medoffice_xl.build.look import LINE, POOR, TINT
from medoffice_xl.build.sheets.page import Page, fit_to_page, headings, title_band
from medoffice_xl.build.sheets.standing import colour_standing, grey_errors, standing
from medoffice_xl.build.sheets.workings import Spill, Workings
from medoffice_xl.measure import Unit

DAYS_ROW = 5
AGE_ROW = 17
AGE_ROWS = 13
LAST = 10
AGE_HEADINGS = ("Payer", "0-30", "31-60", "61-90", "91-120", "Over 120", "Credits", "Total", "Over 90", "Over 120")
TREND_HEADINGS = ("Month", "Charges", "Payments", "Contractual adjustments", "A/R", "Days in A/R")
MONTHS = 13
TREND_ROW = 35
FILING_HEADINGS = ("Payer", "Claim", "Service", "File by", "Days left", "Charges", "Standing")
FILING_ROW = TREND_ROW + MONTHS + 4
FILINGS = 12

DEFINITIONS = (
    ("gross", "Gross (MGMA)", "A/R ÷ average daily gross charges"),
    ("adjusted", "Adjusted (MGMA)", "A/R ÷ average daily charges less contractual adjustments"),
    ("net", "Net (HFMA)", "A/R less what contracts will take ÷ average daily net revenue"),
    ("AAFP", "AAFP", "Debit balances ÷ average daily charges less credits"),
)


def write_receivables(page: Page, workings: Workings) -> None:
    """Days in A/R by definition and window, speed, ageing by payer, months."""
    sheet = page.sheet
    title_band(page, "Accounts receivable", '="As of "&TEXT(AsOf,"mmmm d, yyyy")', LAST + 1)
    sheet.set_column(0, 0, 2)
    sheet.set_column(1, 1, 26)
    sheet.set_column(2, LAST, 12.5)
    sheet.set_column(LAST + 1, LAST + 1, 2)
    _days_in_ar(page)
    _speed(page)
    _ageing(page, workings)
    _trend(page, workings)
    _to_file(page, workings)
    grey_errors(page, f"B4:K{FILING_ROW + FILINGS + 2}")
    sheet.freeze_panes(2, 0)
    fit_to_page(page, portrait=True)


def _days_in_ar(page: Page) -> None:
    sheet, look = page.sheet, page.look
    sheet.merge_range(3, 1, 3, LAST, "Days in A/R: four definitions, three windows", look.section)
    sheet.write_string(4, 1, "Definition", look.header)
    for column, heading in enumerate(("30 days", "90 days", "365 days"), start=2):
        sheet.write_string(4, column, heading, look.header_right)
    sheet.merge_range(4, 5, 4, LAST, "How it is counted", look.header_note)
    for row, (key, name, formula) in enumerate(DEFINITIONS, start=DAYS_ROW):
        sheet.write_string(row, 1, name, look.label)
        for column, window in ((2, 30), (3, 90), (4, 365)):
            page.formula(row, column, f'=AR_DAYS(Practice,AsOf,{window},"{key}")', look.figure(Unit.DAYS))
        sheet.merge_range(row, 5, row, LAST, formula, look(bottom=4, bottom_color=LINE, font_size=9, indent=1))


def _speed(page: Page) -> None:
    """Ageing shares and speed, each with its standing."""
    look = page.look
    figures = (
        ("A/R over 90 days", "=AR_OVER(Practice,AsOf,90)", Unit.PERCENT, "A/R over 90 days"),
        ("A/R over 120 days", "=AR_OVER(Practice,AsOf,120)", Unit.PERCENT, "A/R over 120 days"),
        ("Days to pay (mean)", "=DAYS_TO_PAY(Practice,AsOf,WindowDays)", Unit.DAYS, "Days to pay"),
        ("Charge lag (mean)", "=CHARGE_LAG(Practice,AsOf,WindowDays)", Unit.DAYS, "Charge lag"),
        ("Lost to timely filing", "=FILING_LOST(Practice,AsOf,YearDays)", Unit.MONEY, ""),
    )
    for row, (label, formula, unit, measure) in enumerate(figures, start=DAYS_ROW + 5):
        page.sheet.write_string(row, 1, label, look.label)
        page.formula(row, 2, formula, look.figure(unit))
        style = look(font_size=9, bottom=4, bottom_color=LINE, indent=1)
        page.sheet.merge_range(row, 3, row, 6, "", style)
        if measure:
            page.native(row, 3, standing(measure, f"C{row + 1}"), style, "No figure yet")
        else:
            page.sheet.write_string(row, 3, "Charges refused as late, or never filed, in a year", style)
    colour_standing(page, f"D{DAYS_ROW + 6}:G{DAYS_ROW + 9}")


def _ageing(page: Page, workings: Workings) -> None:
    sheet, look = page.sheet, page.look
    sheet.merge_range(
        AGE_ROW - 1, 1, AGE_ROW - 1, LAST, "A/R by payer and age in days, from the day of entry", look.section
    )
    headings(page, AGE_ROW, AGE_HEADINGS)
    styles = [look.label, *[look.figure(Unit.MONEY)] * 7, *[look.figure(Unit.PERCENT)] * 2]
    spill = Spill("A/R by payer and age", "=AR_AGING(Practice,AsOf,10)", len(styles))
    workings.put(spill).show(page, AGE_ROW + 1, 1, AGE_ROWS, styles)
    area = f"B{AGE_ROW + 2}:K{AGE_ROW + 1 + AGE_ROWS}"
    total = page.workbook.add_format({"bold": True, "top": 1, "bg_color": TINT})
    sheet.conditional_format(area, {"type": "formula", "criteria": f'=$B{AGE_ROW + 2}="Total"', "format": total})
    old = page.workbook.add_format({"font_color": POOR[1]})
    sheet.conditional_format(
        f"G{AGE_ROW + 2}:G{AGE_ROW + 1 + AGE_ROWS}",
        {"type": "formula", "criteria": f'=AND(ISNUMBER($G{AGE_ROW + 2}),$G{AGE_ROW + 2}>0.25*$I{AGE_ROW + 2},'
         f'$I{AGE_ROW + 2}>0)', "format": old},
    )  # fmt: skip


def _trend(page: Page, workings: Workings) -> None:
    sheet, look = page.sheet, page.look
    sheet.merge_range(TREND_ROW - 2, 1, TREND_ROW - 2, LAST, "Month by month", look.section)
    sheet.set_row(TREND_ROW - 1, 28)
    headings(page, TREND_ROW - 1, TREND_HEADINGS)
    month = look(num_format="mmm yyyy", align="left", bottom=4, bottom_color=LINE)
    styles = [month, *[look.figure(Unit.MONEY)] * 4, look.figure(Unit.DAYS)]
    formula = f"=MONTHLY(Practice,AsOf,{MONTHS},WindowDays)"
    workings.put(Spill("Month by month", formula, len(styles))).show(page, TREND_ROW, 1, MONTHS, styles)


def _to_file(page: Page, workings: Workings) -> None:
    """Claims that nothing says were filed, with the days left."""
    look = page.look
    page.sheet.merge_range(
        FILING_ROW - 2, 1, FILING_ROW - 2, LAST, "Still to be filed, first to run out first", look.section
    )
    headings(page, FILING_ROW - 1, FILING_HEADINGS)
    day = look(num_format="mm/dd/yyyy", align="left", bottom=4, bottom_color=LINE)
    styles = [look.label, look.label, day, day, look.figure(Unit.COUNT), look.figure(Unit.MONEY), look.label]
    formula = f'=TIMELY_FILING(Practice,AsOf,"",{FILINGS})'
    workings.put(Spill("Still to be filed", formula, len(styles))).show(page, FILING_ROW, 1, FILINGS, styles)


def age_total(column: str) -> str:
    """The formula for the total of an ageing column, wherever the total row stands."""
    first, last = AGE_ROW + 2, AGE_ROW + 1 + AGE_ROWS
    return f"=SUMIFS('Receivables'!${column}${first}:${column}${last},'Receivables'!$B${first}:$B${last},\"Total\")"


def trend_range(column: int) -> list[object]:
    """A month column as a chart's range."""
    return ["Receivables", TREND_ROW, column, TREND_ROW + MONTHS - 1, column]
