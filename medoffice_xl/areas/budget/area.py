"""What the area Budget brings to the house."""

from medoffice_xl.area import Area
from medoffice_xl.areas.budget import page
from medoffice_xl.areas.budget.benchmarks import BENCHMARKS
from medoffice_xl.areas.budget.books import budget_books
from medoffice_xl.areas.budget.budget_alert import alert, covers
from medoffice_xl.areas.budget.demo import demo
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Input

SETTINGS = (
    Input("FiscalYearStart", "Fiscal year begins in month", 1, Unit.COUNT,
          "First month of the practice's own year: 1 for January, 7 for July.",
          tuple(str(month) for month in range(1, 13))),
)  # fmt: skip

AREA = Area(
    name="budget",
    title="Budget",
    duty="What was planned and what came of it, whether the budget suffers and why, and the practice's statements.",
    settings=SETTINGS,
    pages=(page.PAGE,),
    benchmarks=BENCHMARKS,
    figures={"budget_alert": alert, "budget_books": budget_books, "debt_service_coverage": covers},
    demo=demo,
)
