"""What the area Forecast brings to the house."""

from medoffice_xl.actions import Action
from medoffice_xl.area import Area
from medoffice_xl.areas.forecast import page, report
from medoffice_xl.areas.forecast.bank_ahead import bank_ahead, cash_short
from medoffice_xl.areas.forecast.pack import SECTIONS as PACK

ACTIONS = (
    Action(
        "cash_forecast",
        "Reports",
        "Cash forecast",
        "ChartInsert",
        "W",
        "What cash is to come",
        "The next three months' cash with its interval, what the A/R of each payer is worth by two methods, and how "
        "fast payers pay.",
    ),
)

AREA = Area(
    name="forecast",
    title="Cash forecast",
    duty="What cash is to come of what was billed, and what the receivables are worth.",
    reports={"cash_forecast": report.build},
    report_sheets=(report.SHEET,),
    actions=ACTIONS,
    pages=(page.PAGE,),
    figures={"bank_ahead": bank_ahead, "cash_short": cash_short},
    pack=PACK,
)
