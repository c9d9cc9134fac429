"""The negotiation sheet: one payer on one printed page, to take to the table."""

from medoffice_xl.build.look import LINE, MUTED
from medoffice_xl.build.sheets.page import Page, fit_to_page, title_band
from medoffice_xl.build.sheets.payer_review import second_payer
from medoffice_xl.build.sheets.spill_block import cents, spill_block, styles_of
from medoffice_xl.build.sheets.standing import grey_errors
from medoffice_xl.build.sheets.workings import Spill, Workings
from medoffice_xl.measure import Unit

LAST = 8
INPUT_ROW = 3
FACT_ROW = 6
TABLE_ROW = 12
ROWS = 21

FACTS = (
    ("Percent of Medicare, practice's mix",
     "PERCENT_OF_MEDICARE(Practice,AsOf,NegotiatePayer,RvuYear,\"practice\",YearDays,Locality)", "0.0%"),
    ("Weighted average payment", "WEIGHTED_RATE(Practice,AsOf,NegotiatePayer,25,\"own\",YearDays)", "$#,##0.00"),
    ("Break-even payment", "BREAK_EVEN_RATE(Practice,AsOf,YearDays)", "$#,##0.00"),
    ("Collection yield", "PAYER_YIELD(Practice,AsOf,NegotiatePayer,YearDays,SettleDays)", "0.0%"),
    ("Days to pay", "DAYS_TO_PAY(Practice,AsOf,YearDays,\"mean\",NegotiatePayer)", "0.0"),
    ("Denial rate, initial", "DENIAL_RATE(Practice,AsOf,YearDays,\"claims\",NegotiatePayer)", "0.0%"),
    ("Contribution margin",
     "PAYER_MARGIN(Practice,AsOf,NegotiatePayer,\"contribution\",YearDays,SettleDays,CostTerms)",
     "$#,##0;[Red]-$#,##0"),
    ("Full-cost margin",
     "PAYER_MARGIN(Practice,AsOf,NegotiatePayer,\"full\",YearDays,SettleDays,CostTerms)", "$#,##0;[Red]-$#,##0"),
)  # fmt: skip

FORMULA = "=NEGOTIATION(Practice,AsOf,NegotiatePayer,NegotiateTarget,20,RvuYear,YearDays,Locality)"


def write_negotiation(page: Page, workings: Workings) -> None:
    """The payer and the target are chosen in the two white cells; everything else follows."""
    sheet, look = page.sheet, page.look
    title_band(
        page,
        "Negotiation sheet",
        '=IFERROR(NegotiatePayer&" · rates","Rates")&" in force on "&TEXT(AsOf,"mmmm d, yyyy")',
        LAST + 1,
    )
    sheet.set_column(0, 0, 2)
    sheet.set_column(1, 1, 26)
    sheet.set_column(2, LAST, 13)
    sheet.set_column(LAST + 1, LAST + 1, 2)
    white = {"border": 1, "border_color": "#8AA6B8", "bold": True, "align": "left"}
    sheet.write_string(INPUT_ROW, 1, "Payer", look(bold=True))
    sheet.merge_range(INPUT_ROW, 2, INPUT_ROW, 4, "", look(**white))
    page.native(INPUT_ROW, 2, second_payer(), look(**white))
    sheet.data_validation(INPUT_ROW, 2, INPUT_ROW, 2, {
        "validate": "list", "source": '=INDIRECT("tblPayers[Payer]")', "error_title": "Payer",
        "error_message": "Pick a payer of the payer list.",
    })  # fmt: skip
    sheet.write_string(INPUT_ROW, 6, "Target, % of Medicare", look(bold=True, align="right"))
    sheet.write_number(INPUT_ROW, 7, 1.2, look(num_format="0%", **white))
    page.workbook.define_name("NegotiatePayer", f"='{page.name}'!$C${INPUT_ROW + 1}")
    page.workbook.define_name("NegotiateTarget", f"='{page.name}'!$H${INPUT_ROW + 1}")
    sheet.merge_range(FACT_ROW - 1, 1, FACT_ROW - 1, LAST, "Where this payer stands", look.section)
    half = len(FACTS) // 2
    for number, (label, call, num_format) in enumerate(FACTS):
        row, column = FACT_ROW + number % half, 1 + 4 * (number // half)
        sheet.write_string(row, column, label, look.label)
        for between in range(column + 1, column + 3):
            sheet.write_blank(row, between, None, look.label)
        style = look(num_format=num_format, align="right", bottom=4, bottom_color=LINE, bold=True)
        page.formula(row, column + (2 if column == 1 else 3), f"={call}", style)
    sheet.merge_range(
        TABLE_ROW - 1, 1, TABLE_ROW - 1, LAST, "What to ask for, and what it brings in a year", look.section
    )
    units = (Unit.TEXT, Unit.COUNT, Unit.MONEY, Unit.MONEY, Unit.PERCENT, Unit.MONEY, Unit.MONEY, Unit.MONEY)
    styles = styles_of(look, units)
    for place in (2, 3, 5, 6):
        styles[place] = cents(look)
    spill_block(page, workings, Spill("Negotiation", FORMULA, len(units)), TABLE_ROW, styles, ROWS)
    note = (
        "Ask: the target percent of Medicare's amount, or the best other payer's rate where Medicare has none; never "
        "less than today's rate."
    )
    sheet.write_string(TABLE_ROW + ROWS + 1, 1, note, look(font_size=9, font_color=MUTED))
    grey_errors(page, f"B4:I{TABLE_ROW + ROWS + 1}")
    sheet.freeze_panes(2, 0)
    sheet.print_area(0, 0, TABLE_ROW + ROWS + 1, LAST + 1)
    fit_to_page(page, portrait=True)
