"""The page Fee review: schedules against Medicare, the codes that move the money, leaks and the calendar."""

from medoffice_xl.areas.rates.charge_below_allowed import COLUMNS as LEAK_COLUMNS
from medoffice_xl.areas.rates.contract_calendar import COLUMNS as CALENDAR_COLUMNS
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Axis, Chart, Figure, Figures, Input, Listing, Series, Shape, Spill, spill
from medoffice_xl.pages.colors import ACCENT
from medoffice_xl.pages.contents import Formula, ours
from medoffice_xl.pages.fields import CENTS, Tone, cents, count, day, dollars, percent, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import column, figure, this
from medoffice_xl.pages.to_do import ToDo, Urgency

NAME = "Fee review"
PAYERS = 8
CODES = 20
MONTHS = 18
NO_SCHEDULE = "No schedule yet: fill in Contracts or Fee schedules, and bring in Medicare's file."

SCHEDULES = Listing(
    "schedules",
    (
        text("Payer", 22),
        dollars("Charges"),
        percent("practice's mix", 12, as_spilled=True),
        percent("own mix", 12, as_spilled=True),
        percent("this year", 12, as_spilled=True),
        cents("Weighted rate"),
        text("Rate year", 9, tones={"old": Tone.POOR}),
        text("Paid at", 34),
    ),
    Spill("=FEE_REVIEW(Practice,AsOf,RvuYear,YearDays,Locality)"),
    title="Every schedule: percent of Medicare, average payment, and the rate year that is paid",
    room=9,
    empty=NO_SCHEDULE,
)

BREAK_EVEN = Figures(
    "break-even",
    (
        Figure("Break-even payment", ours("=BREAK_EVEN_RATE(Practice,AsOf,YearDays)"), Unit.MONEY, number_format=CENTS,
               says="A schedule whose weighted rate is below this does not cover what a service costs."),
    ),
)  # fmt: skip

GRID = Listing(
    "grid",
    (
        text("Code", 8),
        count("Units"),
        dollars("Charges"),
        cents("Medicare", as_spilled=True),
        text("Valued by", 9),
        *(percent(f"payer {place}", 11, as_spilled=True, middle=1.0) for place in range(1, PAYERS + 1)),
    ),
    Spill(f"=RATE_GRID(Practice,AsOf,{CODES},{PAYERS},RvuYear,YearDays,Locality)"),
    title="The codes that move the money: each payer's rate as percent of Medicare",
    room=CODES,
    empty=NO_SCHEDULE,
    note="Red is below Medicare, green above it, the deeper the further. “own RVUs”: Medicare does not value the code, "
    "the charge master does.",
)

LEAKS = Listing(
    "leaks",
    (
        text("Code", 8),
        text("Modifiers", 9),
        cents("List price"),
        cents("Lowest billed"),
        cents("Highest allowed"),
        text("By", 22),
        cents("Price to set"),
        count("Lines"),
        dollars("Lost"),
    ),
    spill("=CHARGE_BELOW_ALLOWED(Practice,AsOf,YearDays)", LEAK_COLUMNS),
    title="The practice's own leak: charges below what a payer would allow, and the price that mends it",
    room=6,
    empty="No charge is below what a payer would allow.",
    more="There are more: press Check vouchers for all of them.",
)

CALENDAR = Listing(
    "calendar",
    (
        text("Payer", 22),
        text("Contract", 18),
        day("Date"),
        count("Days left", alarm=f"=AND(ISNUMBER({this('Days left')}),{this('Days left')}<=ContractDays)"),
        text("What", 18),
        text("What to do", 40),
    ),
    spill(f"=CONTRACT_CALENDAR(Pricing,AsOf,{MONTHS})", CALENDAR_COLUMNS),
    title=f"Contract calendar: notice, end, renewal and agreed increases of the next {MONTHS} months",
    room=14,
    empty=f"Nothing falls due in the next {MONTHS} months.",
    more="There is more, later: see Contracts.",
)

CONTRACT_DAYS = Input(
    "ContractDays", "Contract days that are near", 60, Unit.COUNT,
    "Days left from which on a notice, an end, a renewal or an increase stands in red, and waits on Home.",
)  # fmt: skip

NOTICES_DUE = ToDo(
    "Contract days that are near",
    Formula(f'=COUNTIF({column("calendar", "Days left", NAME)},"<="&ContractDays)'),
    NAME,
    "A notice, an end, a renewal or an increase: the contract calendar says which.",
    Urgency.DUE,
)

TIMELINE = Chart(
    "due",
    "What falls due, in days from the day of the figures",
    "calendar",
    "Payer",
    (Series("Days left", "Days left", ACCENT, Shape.BAR),),
    bottom=Axis("Days left", "0"),
    side=Axis("Payer and event"),
    label=f'{this("Payer")}&": "&LOWER({this("What")})',
    labelled=True,
    height=280,
)

PAGE = Page(
    NAME,
    "Fee-schedule review",
    Formula('="Rates in force on "&TEXT(AsOf,"mmmm d, yyyy")&", weighted by the services of "&YearDays&" days"'),
    (SCHEDULES, BREAK_EVEN, GRID, LEAKS, CALENDAR, TIMELINE),
    key=KeyFigure(
        "break-even payment of a service",
        f"={figure('break-even', 'Break-even payment', NAME)}",
        Unit.MONEY,
        CENTS,
    ),
    reading=(
        "Every schedule as percent of Medicare over the same codes, so that payers compare. A rate year that is old "
        "is money the payer owes by contract. A charge below what a payer allows is money given away."
    ),
    then=(
        "Set the list prices that the page names. Ask for the new rate year where an old one is paid, and open "
        "*Negotiation* for the payer whose contract day is next."
    ),
)
