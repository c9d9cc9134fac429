"""The page What if: drop a payer or move its rates, and see revenue, margin and what is left for physicians."""

from medoffice_xl.areas.payers.payer_review_page import SECOND_PAYER
from medoffice_xl.areas.payers.what_if_months import COLUMNS
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Axis, Chart, Down, Input, InputLine, Listing, Note, Series, spill
from medoffice_xl.pages.colors import ACCENT, THIRD
from medoffice_xl.pages.contents import Formula
from medoffice_xl.pages.fields import dollars, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import total

NAME = "What if"
ROOM = 14
PAYERS = '=INDIRECT("tblPayers[Payer]")'
TERMS = "YearDays,SettleDays,CostTerms"

DROP = InputLine(
    "drop",
    (
        Input("DropPayer", "Payer", SECOND_PAYER, Unit.TEXT, choices=PAYERS),
        Input("DropShare", "Visits that go", 1.0, Unit.PERCENT, number_format="0%"),
        Input("DropRefill", "Refilled", 0.5, Unit.PERCENT, number_format="0%"),
        Input("DropBy", "Refilled by (empty: all others)", "", Unit.TEXT, choices=PAYERS),
    ),
    title="A payer is dropped, or its visits go to others",
)
RATE = InputLine(
    "rate",
    (
        Input("RatePayer", "Payer", SECOND_PAYER, Unit.TEXT, choices=PAYERS),
        Input("RateHow", "Change by", "percent", Unit.TEXT, choices=("percent", "conversion factor", "schedule")),
        Input("RateValue", "Value (3%, or dollars a RVU)", 0.03, Unit.PERCENT, number_format="[<1]0.0%;0.00"),
    ),
    title="A payer's rates change",
)


def _months(name: str, formula: str) -> Listing:
    return Listing(
        name,
        (text("Month", 10), *(dollars(column.header) for column in COLUMNS[1:])),
        spill(formula, COLUMNS),
        room=ROOM,
        has_total=True,
        empty="There is nothing to play on yet: the payer has no services in this time.",
    )


def _chart(block: str, title: str) -> Chart:
    return Chart(
        f"{block} chart",
        title,
        block,
        "Month",
        (Series("Margin today", "Today", THIRD), Series("Margin after", "After", ACCENT)),
        bottom=Axis("Month of service"),
        side=Axis("Dollars (thousands)", "$#,##0.0,\\k"),
        height=200,
    )


PAGE = Page(
    NAME,
    "What if",
    Formula('="Played on the services of the "&YearDays&" days to "&TEXT(AsOf-SettleDays,"mmmm d, yyyy")'),
    (
        Note("Only variable cost goes with the visits. Fixed cost stays whatever is dropped, and falls on the others."),
        Down(
            (
                DROP,
                _months("dropped", f"=WHAT_IF_DROP(Practice,AsOf,DropPayer,DropShare,DropRefill,DropBy,{TERMS})"),
                _chart("dropped", "Margin by month if the payer is dropped"),
            )
        ),
        Down(
            (
                RATE,
                _months("changed", f"=WHAT_IF_RATE(Practice,AsOf,RatePayer,RateHow,RateValue,{TERMS})"),
                _chart("changed", "Margin by month if the rates change"),
            )
        ),
    ),
    key=KeyFigure(
        "of margin in a year, without the payer",
        f'=IFERROR({total("dropped", "Margin after", NAME)}-{total("dropped", "Margin today", NAME)},"")',
        Unit.MONEY,
    ),
    reading=(
        "Fixed cost stays when visits go, so compare the margin before and after, not the revenue. The answer hangs "
        "on how much of the time is refilled: try it with none, half and all."
    ),
    then=(
        "Put the choice and its figures before the physicians (*Agenda*). If it holds with little refilled, give "
        "notice in time: the days stand on *Fee review*."
    ),
)
