"""The page Forecast: cash to come, the bank against its floor, what the A/R is worth, how good past forecasts were."""

from medoffice_xl.areas.forecast import bank_ahead, cash_forecast, net_realizable, payment_pattern
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Axis, Chart, Figure, Figures, Listing, Series, Shape, spill
from medoffice_xl.pages.colors import ACCENT, SECOND, THIRD
from medoffice_xl.pages.contents import Formula, ours, ours_or
from medoffice_xl.pages.fields import Tone, dollars, month, percent, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import total

NAME = "Forecast"
PAYERS = 12
CLASSES = 8
ASKED = "(Practice,AsOf)"

CASH = Listing(
    "cash",
    (
        month("Month", 10),
        dollars("Of services billed"),
        dollars("Of services to come"),
        dollars("Expected"),
        dollars("Low"),
        dollars("High"),
        dollars("Mean of three months"),
    ),
    spill(f"=CASH_FORECAST{ASKED}", cash_forecast.COLUMNS),
    title="Cash to come of payers and patients",
    room=3,
    empty="A forecast needs three full months of services.",
    note="Low and high: eight of ten past forecasts were met between them. Empty: fewer than nine can be tested.",
)

CHART = Chart(
    "cash chart",
    "Cash to come, with its interval",
    "cash",
    "Month",
    (
        Series("Low", "Low", THIRD),
        Series("Expected", "Expected", ACCENT),
        Series("High", "High", THIRD),
        Series("Mean of three months", "Mean of three months", SECOND, Shape.LINE),
    ),
    bottom=Axis("Month", "mmm yy", is_time=True),
    side=Axis("Dollars (thousands)", "$#,##0,\\k"),
    height=200,
)

BANK = Listing(
    "bank",
    (
        month("Month", 10),
        dollars("Expected receipts"),
        dollars("Spending"),
        dollars("Bank at the end"),
        dollars("If receipts are low"),
        dollars("Floor"),
        text("Standing", 28, tones={
            bank_ahead.ABOVE: Tone.GOOD, bank_ahead.BELOW_IF_LOW: Tone.FAIR, bank_ahead.BELOW: Tone.POOR,
        }),
    ),
    spill("=BANK_AHEAD(Budget,AsOf)", bank_ahead.COLUMNS),
    title="The bank, against its floor",
    room=3,
    empty="Type the bank balances of the newest full month on the sheet Cash.",
)  # fmt: skip

PAST = Figures(
    "past",
    (
        Figure("Off by", ours(f"=FORECAST_ERROR{ASKED}"), Unit.PERCENT,
               says="Sum of errors ÷ what came, three months together, every past month-end"),
        Figure("Off by, the plain mean of three months", ours('=FORECAST_ERROR(Practice,AsOf,"plain")'), Unit.PERCENT,
               says="Where this is less, rely on the plain mean"),
        Figure("Too high (+) or too low (−)", ours('=FORECAST_ERROR(Practice,AsOf,"bias")'), Unit.PERCENT,
               says="Sum of forecast less actual ÷ what came"),
        Figure("Inside the interval",
               ours_or('=FORECAST_ERROR(Practice,AsOf,"coverage")', "too few months"), Unit.PERCENT,
               says="Of past month-ends; the interval means to hold 80%"),
    ),
    title="How good past forecasts were",
)  # fmt: skip

WORTH = Listing(
    "worth",
    (
        text("Payer", 22),
        dollars("A/R"),
        dollars("By development"),
        dollars("By hindsight"),
        percent("Gap"),
        percent("Share of A/R"),
        text("To look at", 32),
    ),
    spill(f"=NET_REALIZABLE_BY_PAYER{ASKED}", net_realizable.COLUMNS),
    title="What the A/R is worth (net realizable value)",
    room=PAYERS,
    has_total=True,
    empty="Nothing has been charged in a full month.",
    note="Development: what months of service will come to, less what is paid. Hindsight: what was collected of such "
    "balances at least 18 months ago; empty without that much history.",
)

PATTERN = Listing(
    "pattern",
    (
        text("Class", 18),
        percent("Same month"),
        *(percent(f"Month {lag}") for lag in range(1, payment_pattern.SHOWN + 1)),
        percent("Comes in of allowed"),
        text("Pattern", 12),
    ),
    spill(f"=PAYMENT_PATTERN{ASKED}", payment_pattern.COLUMNS),
    title="How fast payers pay: share in by each month after the service",
    room=CLASSES,
    empty="A pattern needs three full months of services.",
)

PAGE = Page(
    NAME,
    "Cash forecast",
    Formula('="Seen from the newest full month up to "&TEXT(AsOf,"mmmm d, yyyy")'),
    (CASH, CHART, BANK, PAST, WORTH, PATTERN),
    key=KeyFigure("A/R that will come in", f"={total('worth', 'By development', NAME)}", Unit.MONEY),
    reading=(
        "The low figure is the one to plan with: in one month of ten even less comes in. How far past forecasts were "
        "off stands below. A payer whose two values of A/R part has changed its pace."
    ),
    then=(
        "Where the bank falls below its floor, delay what can wait (*Accounts payable*) and work the payers that owe "
        "most (*Worklist*) before the credit line is drawn."
    ),
)
