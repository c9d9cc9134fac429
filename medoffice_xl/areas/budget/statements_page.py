"""The page Statements: income statement and balance sheet, and whether they tie."""

from medoffice_xl.areas.budget import balance_sheet as balance
from medoffice_xl.areas.budget import income_statement as income
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Listing, Note, spill
from medoffice_xl.pages.contents import Formula
from medoffice_xl.pages.fields import cents, dollars, percent, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import row

NAME = "Statements"
ROOM = 50

INCOME = Listing(
    "income",
    (
        text("Line", 34),
        dollars("Month"),
        percent("Month %", heading="%"),
        dollars("Year to date"),
        percent("Year to date %", heading="% of income"),
        dollars("Year before"),
        percent("Year before %", heading="% a year before"),
        text("Benchmark", 46),
    ),
    spill("=INCOME_STATEMENT(Budget,AsOf,FiscalYearStart)", income.COLUMNS),
    title="Income statement: last closed month, year to date, and the same months a year before",
    room=ROOM,
    empty="No month is closed yet: mark it on the sheet Closed months.",
)

SHEET = Listing(
    "balance",
    (
        text("Line", 34),
        dollars("Month's end"),
        percent("Month's end %", heading="% of assets"),
        dollars("Year before"),
        percent("Year before %", heading="% a year before"),
    ),
    spill("=BALANCE_SHEET(Budget,AsOf)", balance.COLUMNS),
    title="Balance sheet: newest month's end, and a year before",
    room=ROOM,
    empty="There is no balance yet: import QuickBooks' Balance Sheet or Trial Balance of a month's end.",
)

CHECKS = Listing(
    "checks",
    (text("Check", 50), cents("One side"), cents("Other side"), cents("Off by"), text("Says", 46)),
    spill("=STATEMENT_CHECKS(Budget,AsOf,FiscalYearStart)", balance.CHECK_COLUMNS),
    title="Do they tie?",
    room=3,
    empty="There is no balance yet.",
)

PAGE = Page(
    NAME,
    "Statements",
    Formula('="As of "&TEXT(AsOf,"mmmm d, yyyy")'),
    (
        CHECKS,
        INCOME,
        SHEET,
        Note(
            "Books on the cash basis show neither A/R nor A/P. The file for the accountant has the trial balance too."
        ),
    ),
    key=KeyFigure("off in the balance sheet", f"={row(1, 'checks', 'Off by', NAME)}", Unit.MONEY),
    reading=(
        "First see that the statements tie: where they do not, the books are not closed or an account is not mapped, "
        "and every other figure waits for it. Then read shares of income against the year before."
    ),
    then=(
        "Mark the month on *Closed months* when it ties. *File for accountant* writes what the accountant wants; a "
        "line that moved is explained on *Budget*."
    ),
)
