"""What the area Budget brings to the house."""

from medoffice_xl.actions import Action
from medoffice_xl.area import Area
from medoffice_xl.areas.budget import page, statements_page
from medoffice_xl.areas.budget.benchmarks import BENCHMARKS
from medoffice_xl.areas.budget.books import budget_books
from medoffice_xl.areas.budget.budget_alert import alert, covers, sentence
from medoffice_xl.areas.budget.decisions import DECISIONS
from medoffice_xl.areas.budget.demo import demo
from medoffice_xl.areas.budget.headlines import HEADLINES
from medoffice_xl.areas.budget.pack import SECTIONS as PACK
from medoffice_xl.areas.budget.statements_report import SHEET, statements
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Input
from medoffice_xl.readers.reader import imported_later

SETTINGS = (
    Input("FiscalYearStart", "Fiscal year begins in month", 1, Unit.COUNT,
          "First month of the practice's own year: 1 for January, 7 for July.",
          tuple(str(month) for month in range(1, 13))),
    Input("BudgetGrowth", "Growth of visits", 0.0, Unit.PERCENT,
          "How many more visits next year than this, for the button Make budget."),
    Input("BudgetInflation", "Inflation", 0.03, Unit.PERCENT,
          "How much dearer everything gets next year, rates of payers among it, for the button Make budget."),
)  # fmt: skip

ACTIONS = (
    Action(
        "statements",
        "Reports",
        "Statements",
        "TableInsert",
        "ST",
        "Statements and trial balance",
        "Income statement and balance sheet with the trial balance behind them, and whether they tie.",
    ),
    Action(
        "statements_file",
        "Reports",
        "File for accountant",
        "FileSaveAs",
        "SF",
        "Statements as a file for the accountant",
        "The statements and the trial balance as an Excel file of their own, in the folder Budget beside this "
        "workbook.",
        runner="budget.statements_file",
        writes=False,
    ),
    Action(
        "budget_memo",
        "Reports",
        "Budget memo",
        "NewNote",
        "O",
        "One-page budget memo to the physicians",
        "How the budget stands, why, and where the year ends, as a Word document in the folder Budget beside this "
        "workbook.",
        runner="budget.memo",
        writes=False,
    ),
    Action(
        "make_budget",
        "Bring in",
        "Make budget",
        "Calculator",
        "Y",
        "Make next year's budget from this year",
        "Each account's months of this fiscal year, with the growth and inflation on Settings, as next year's budget. "
        "What you typed or imported stays.",
        runner="budget.make",
    ),
)

AREA = Area(
    name="budget",
    title="Budget",
    duty="What was planned and what came of it, whether the budget suffers and why, and the practice's statements.",
    reports={"statements": statements},
    report_sheets=(SHEET,),
    readers=(imported_later("QuickBooks budget (IIF)", "medoffice_xl.areas.budget.budget_iif"),),
    actions=ACTIONS,
    settings=SETTINGS,
    pages=(page.PAGE, statements_page.PAGE),
    benchmarks=BENCHMARKS,
    to_do=(page.SUFFERS,),
    decisions=DECISIONS,
    headlines=HEADLINES,
    figures={
        "budget_alert": alert,
        "budget_books": budget_books,
        "budget_sentence": sentence,
        "debt_service_coverage": covers,
    },
    pack=PACK,
    demo=demo,
)
