"""Settings: the few things every figure depends on, each a named cell."""

from medoffice_xl.areas import every
from medoffice_xl.book.told_names import LEDGER_FOLDER, LEDGER_ROWS
from medoffice_xl.intake.as_of import FIRST
from medoffice_xl.lake.shown import NEWEST_ROWS
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Input, InputTable
from medoffice_xl.pages.page import Page
from medoffice_xl.tables.frames import EPOCH

NAME = "Settings"

FOR_ALL = (
    Input("PracticeName", "Practice", "My practice", Unit.TEXT, "Shown on the dashboard and on printed pages."),
    Input("AsOf", "Figures as of", (FIRST - EPOCH.date()).days, Unit.DATE,
          "What was posted later does not count. An import moves it to the newest day posted. Type a day to look at "
          "a past one; imports then leave it alone until the day below stands here again."),
    Input("AsOfMoved", "Moved by the last import to", "", Unit.DATE,
          "Filled by imports. Where the day above is another one, you have typed it, and imports leave it alone."),
    Input("WindowDays", "Window for days in A/R", 90, Unit.COUNT,
          "Days of charges the average is taken over. 90 reacts fast, 365 is smooth. It should exceed the days "
          "in A/R you expect.", ("30", "90", "182", "365")),
    Input("YearDays", "Window for rates and mix", 365, Unit.COUNT,
          "Days of services that collection rates and the payer mix look back on.", ("182", "365", "730")),
    Input("SettleDays", "Days given to pay", 90, Unit.COUNT,
          "Collection rates and payer mix compare charges with what was paid for them. Recent charges cannot be paid "
          "yet, so both leave out so many last days of services.", ("0", "30", "60", "90", "120")),
    Input("Credits", "Credit balances", "net", Unit.TEXT,
          "net subtracts them from A/R (MGMA); exclude counts debit balances only (AAFP).", ("net", "exclude")),
    Input("PaymentsFrom", "Insurance payments come from", "835", Unit.TEXT,
          "835: from remittances. PM: from the practice-management export. Only one of them is posted, so that "
          "nothing counts twice.", ("835", "PM")),
    Input("CostBasis", "Costs are shared out by", "work RVUs", Unit.TEXT,
          "How each payer's share of the costs is found: by the work done, the visits, or the charges.",
          ("work RVUs", "visits", "charges")),
    Input("ReworkCost", "Cost of a denied claim", 25, Unit.MONEY,
          "Your own figure for working one denial, in dollars. It is taken out of the costs and borne by the payers "
          "that deny."),
    Input("CostOfCapital", "Cost of money a year", 0.08, Unit.PERCENT,
          "What money costs you while a payer is awaited: the rate of your credit line."),
    Input("RvuYear", "Medicare's year", 0, Unit.COUNT,
          "Year of Medicare's file that work and fee schedules are valued by; 0 is the newest that is loaded."),
    Input("Locality", "Medicare locality", "", Unit.TEXT,
          "Such as 10112-00, with its zeros; empty compares with the national amounts."),
    Input("WeightCoverage", "Score: coverage of cost", 40, Unit.COUNT,
          "Weight of payments ÷ full cost in a payer's score. Weights need not add up to 100."),
    Input("WeightYield", "Score: yield", 20, Unit.COUNT, "Weight of payments ÷ charges."),
    Input("WeightDays", "Score: days to pay", 15, Unit.COUNT, "Weight of the days a payer takes to pay."),
    Input("WeightDenials", "Score: denials", 15, Unit.COUNT, "Weight of the denial rate."),
    Input("WeightUnderpaid", "Score: underpaid", 10, Unit.COUNT, "Weight of what was allowed below contract."),
    Input(LEDGER_FOLDER, "Ledger beside the workbook", "", Unit.TEXT,
          "Filled by: medoffice ledger. The folder in which the large tables stand, with a mark of what it holds; "
          "empty where they stand in this workbook. After moving the folder: medoffice ledger BOOK --at FOLDER."),
    Input(LEDGER_ROWS, "Rows shown of a ledger", NEWEST_ROWS, Unit.COUNT,
          "With a ledger, the sheets of its tables show so many of their newest rows. Figures are made of all."),
)  # fmt: skip

TOGETHER = (("CostTerms", "CostBasis", "RvuYear"), ("ScoreWeights", "WeightCoverage", "WeightUnderpaid"))
"""Settings that formulas take as one range: its name, its first and its last setting."""

PAGE = Page(
    NAME,
    "Settings",
    "Type in the white cells. Every figure of this workbook follows.",
    (
        InputTable("settings", FOR_ALL, ranges=TOGETHER),
        *(InputTable(area.name, area.settings, title=area.title) for area in every() if area.settings),
    ),
    reading=(
        "Fields in the colour of what is typed are yours; each says beside it what it does. The day above decides "
        "what every figure knows: nothing later counts."
    ),
    then=(
        "Type name and windows once. To look at a past day, type it, and afterwards the day that the line below names."
    ),
)
