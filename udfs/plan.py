"""The practice's figures in one view, what changed, and what to decide."""

from datetime import date
from typing import Annotated

from medoffice_xl.area import headlines
from medoffice_xl.areas.plan.board import board, figures
from medoffice_xl.cells import cell_function
from medoffice_xl.headlines import Terms
from medoffice_xl.measure import Breakdown
from medoffice_xl.tables import BENCHMARKS
from udfs.budget import YearStart
from udfs.sets import OfOffice

Day = Annotated[date, "The day the figures are for, such as AsOf. Nothing that came later counts."]
WindowDays = Annotated[int, "Days that days in A/R, denials and days to pay look back on. Left out: 90."]
YearDays = Annotated[int, "Days of services that the net collection rate looks back on. Left out: 365."]
SettleDays = Annotated[int, "Days the last services had to be paid. Left out: 90."]
CreditsWord = Annotated[str, "net: credit balances lower the A/R; exclude: only what is owed counts. Left out: net."]

OF_FIGURES = tuple(dict.fromkeys(name for each in headlines() for name in each.reads))
"""Every table that a figure of the catalogue may be made of."""


@cell_function("Plan", uses=(*OF_FIGURES, BENCHMARKS.name), spills=True)
def FIGURES(
    Office: OfOffice,
    AsOf: Day,
    WindowDays: WindowDays = 90,
    YearDays: YearDays = 365,
    SettleDays: SettleDays = 90,
    Credits: CreditsWord = "net",
    FiscalYearStart: YearStart = 1,
) -> Breakdown:
    """The practice's figures: each now, how it stands and moved, its benchmark, and its last thirteen months.

    Spills a heading and one row a figure, those of the Dashboard first. Months end with the calendar's, the last with
    AsOf. What is not known is empty: a figure whose tables hold nothing, and months before the practice's data.
    """
    return figures(board(Office, AsOf, Terms(WindowDays, YearDays, SettleDays, Credits, FiscalYearStart)))
