"""Settings: the few things every figure depends on, each a named cell."""

from dataclasses import dataclass

from medoffice_xl.build.sheets.page import Page, fit_to_page, title_band
from medoffice_xl.intake.as_of import FIRST
from medoffice_xl.measure import Unit
from medoffice_xl.tables.frames import EPOCH

FIRST_ROW = 4


@dataclass(frozen=True, slots=True)
class Setting:
    """One named cell: its name in formulas, its label, the formula or value it starts with, and its unit."""

    name: str
    label: str
    start: str | int | float
    unit: Unit
    explanation: str
    choices: tuple[str, ...] = ()


SETTINGS = (
    Setting("PracticeName", "Practice", "My practice", Unit.TEXT, "Shown on the dashboard and on printed pages."),
    Setting("AsOf", "Figures as of", (FIRST - EPOCH.date()).days, Unit.DATE,
            "What was posted later does not count. An import moves it to the newest day posted. Type a day to look at "
            "a past one; imports then leave it alone until the day below stands here again."),
    Setting("AsOfMoved", "Moved by the last import to", "", Unit.DATE,
            "Filled by imports. Where the day above is another one, you have typed it, and imports leave it alone."),
    Setting("WindowDays", "Window for days in A/R", 90, Unit.COUNT,
            "Days of charges the average is taken over. 90 reacts fast, 365 is smooth. It should exceed the days "
            "in A/R you expect.", ("30", "90", "182", "365")),
    Setting("YearDays", "Window for rates and mix", 365, Unit.COUNT,
            "Days of services that collection rates and the payer mix look back on.", ("182", "365", "730")),
    Setting("SettleDays", "Days given to pay", 90, Unit.COUNT,
            "Collection rates and payer mix compare charges with what was paid for them. Recent charges cannot be paid "
            "yet, so both leave out so many last days of services.", ("0", "30", "60", "90", "120")),
    Setting("Credits", "Credit balances", "net", Unit.TEXT,
            "net subtracts them from A/R (MGMA); exclude counts debit balances only (AAFP).", ("net", "exclude")),
    Setting("PaymentsFrom", "Insurance payments come from", "835", Unit.TEXT,
            "835: from remittances. PM: from the practice-management export. Only one of them is posted, so that "
            "nothing counts twice.", ("835", "PM")),
    Setting("CostBasis", "Costs are shared out by", "work RVUs", Unit.TEXT,
            "How each payer's share of the costs is found: by the work done, the visits, or the charges.",
            ("work RVUs", "visits", "charges")),
    Setting("ReworkCost", "Cost of a denied claim", 25, Unit.MONEY,
            "Your own figure for working one denial, in dollars. It is taken out of the costs and borne by the payers "
            "that deny."),
    Setting("CostOfCapital", "Cost of money a year", 0.08, Unit.PERCENT,
            "What money costs you while a payer is awaited: the rate of your credit line."),
    Setting("RvuYear", "Medicare's year", 0, Unit.COUNT,
            "Year of Medicare's file that work and fee schedules are valued by; 0 is the newest that is loaded."),
    Setting("Locality", "Medicare locality", "", Unit.TEXT,
            "Such as 10112-00, with its zeros; empty compares with the national amounts."),
    Setting("WeightCoverage", "Score: coverage of cost", 40, Unit.COUNT,
            "Weight of payments ÷ full cost in a payer's score. Weights need not add up to 100."),
    Setting("WeightYield", "Score: yield", 20, Unit.COUNT, "Weight of payments ÷ charges."),
    Setting("WeightDays", "Score: days to pay", 15, Unit.COUNT, "Weight of the days a payer takes to pay."),
    Setting("WeightDenials", "Score: denials", 15, Unit.COUNT, "Weight of the denial rate."),
    Setting("WeightUnderpaid", "Score: underpaid", 10, Unit.COUNT, "Weight of what was allowed below contract."),
)  # fmt: skip
TOGETHER = (("CostTerms", "CostBasis", "RvuYear"), ("ScoreWeights", "WeightCoverage", "WeightUnderpaid"))
"""Settings that formulas take as one range: its name, its first and its last setting."""


def write_settings(page: Page) -> None:
    """One row a setting: label, named cell, what it does."""
    sheet, look = page.sheet, page.look
    title_band(page, "Settings", "Type in the white cells. Every figure of this workbook follows.", 3)
    sheet.set_column(0, 0, 2)
    sheet.set_column(1, 1, 32)
    sheet.set_column(2, 2, 32)
    sheet.set_column(3, 3, 78)
    for column, heading in enumerate(("Setting", "Value", "What it does"), start=1):
        sheet.write_string(FIRST_ROW - 1, column, heading, look.header)
    for row, setting in enumerate(SETTINGS, start=FIRST_ROW):
        sheet.set_row(row, 30)
        sheet.write_string(row, 1, setting.label, look(bold=True, bottom=4, bottom_color="#D5DBE3"))
        sheet.write_string(row, 3, setting.explanation, look(text_wrap=True, bottom=4, bottom_color="#D5DBE3"))
        _write_value(page, row, setting)
        page.workbook.define_name(setting.name, f"='{page.name}'!$C${row + 1}")
        if setting.choices:
            sheet.data_validation(row, 2, row, 2, {
                "validate": "list", "source": list(setting.choices), "error_title": setting.label,
                "error_message": "Pick one of: " + ", ".join(setting.choices),
            })  # fmt: skip
    rows = {setting.name: row for row, setting in enumerate(SETTINGS, start=FIRST_ROW + 1)}
    for name, first, last in TOGETHER:
        page.workbook.define_name(name, f"='{page.name}'!$C${rows[first]}:$C${rows[last]}")
    fit_to_page(page)


def _write_value(page: Page, row: int, setting: Setting) -> None:
    formats = {Unit.DATE: "mm/dd/yyyy", Unit.COUNT: "0", Unit.TEXT: "@", Unit.MONEY: "$#,##0.00", Unit.PERCENT: "0.0%"}
    style = page.look(num_format=formats[setting.unit], align="left", border=1, border_color="#8AA6B8", bold=True)
    if isinstance(setting.start, int | float):
        page.sheet.write_number(row, 2, setting.start, style)
    elif setting.start.startswith("="):
        page.native(row, 2, setting.start, style, 0)
    else:
        page.sheet.write_string(row, 2, setting.start, style)
