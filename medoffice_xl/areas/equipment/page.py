"""The page Equipment: what the budget leaves, every candidate ranked, and one of them year by year."""

from medoffice_xl.areas.equipment import ranking, worth, yearly
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import (
    Axis,
    Chart,
    Figure,
    Figures,
    Input,
    InputLine,
    Listing,
    Note,
    Series,
    Shape,
    spill,
)
from medoffice_xl.pages.colors import ACCENT, SECOND, THIRD
from medoffice_xl.pages.contents import Formula, ours
from medoffice_xl.pages.fields import Tone, count, dollars, percent, ratio, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import figure, row

NAME = "Equipment"
LEFT_NOW = "What the budget leaves now"
ROOM = 8
YEARS = 11
LOAN = "EquipmentLoanRate,EquipmentLoanMonths"
BACK = "YearDays,SettleDays"

SETTINGS = (
    Input("EquipmentLoanRate", "Loan rate for equipment", 0.08, Unit.PERCENT,
          "Interest a year of the loan that the budget for equipment is reckoned with."),
    Input("EquipmentLoanMonths", "Loan months for equipment", 60, Unit.COUNT,
          "Months over which such a loan is paid back.", ("36", "48", "60", "84")),
)  # fmt: skip

LEFT = Figures(
    "left",
    (
        Figure(
            LEFT_NOW,
            ours(f"=EQUIPMENT_BUDGET(Equipment,AsOf,{LOAN})"),
            Unit.MONEY,
            says="The lesser of cash above its floor and the loan that earnings bear",
        ),
        Figure(
            "Debt service coverage, 12 months",
            ours("=EQUIPMENT_DSCR(Equipment,AsOf)"),
            Unit.RATIO,
            says="Earnings before interest and depreciation ÷ what loans took, twelve months; lenders ask for 1.25",
        ),
    ),
    title="What the practice can afford",
)

RANKED = spill(f"=EQUIPMENT_RANKED(Equipment,AsOf,{LOAN},{BACK})", ranking.COLUMNS)
NONE_YET = "Type what might be bought on the sheet Equipment candidates."

VERDICTS = Listing(
    "verdicts",
    (
        text("Candidate", 22),
        dollars("Price"),
        dollars("NPV"),
        text("IRR", 16, lines=2),
        ratio("Payback", heading="Payback, years"),
        ratio("Discounted payback", heading="Discounted, years"),
        dollars("NPV at less volume"),
        dollars("NPV at lower rates"),
        text("Verdict", 30, lines=2, tones={
            ranking.BUY: Tone.GOOD, ranking.BEYOND: Tone.FAIR, ranking.FULL_VOLUME: Tone.FAIR,
            ranking.THESE_RATES: Tone.FAIR, ranking.DO_NOT: Tone.POOR,
        }),
    ),
    RANKED,
    title="Is it worth its price? The most for each dollar first",
    room=ROOM,
    empty=NONE_YET,
    note="NPV: what it is worth today beyond its price, after tax. Less volume, lower rates: a tenth less, see "
    "Thresholds.",
)  # fmt: skip

MEANS = Listing(
    "means",
    (
        text("Candidate", 22),
        ratio("Procedures a month", number_format="0.0"),
        ratio("Done now a month", number_format="0.0"),
        count("Break-even a month"),
        text("Lease or buy", 24),
        ratio("Coverage after"),
        dollars("Cash after"),
        text("Fits", 6),
    ),
    RANKED,
    title="How much must it be used, and can we pay for it?",
    room=ROOM,
    empty=NONE_YET,
    note="Fits: what the budget leaves reaches this far down the list. Cash after: the bank less the price, or less "
    "the down payment where a loan pays the rest.",
)

_FIRST = row(1, "verdicts", "Candidate", NAME)

CHOSEN = InputLine(
    "chosen",
    (
        Input(
            "EquipmentCandidate",
            "Candidate",
            f'=IF(IFERROR({_FIRST}&"","")="",NA(),{_FIRST}&"")',
            Unit.TEXT,
            choices='=INDIRECT("tblEquipment[Candidate]")',
        ),
    ),
    title="One candidate, year by year",
)

YEAR_BY_YEAR = Listing(
    "years",
    (
        count("Year"),
        count("Procedures"),
        dollars("Before tax"),
        dollars("Deducted"),
        dollars("Tax"),
        dollars("Sale after tax"),
        dollars("Cash"),
        dollars("Worth today"),
        dollars("Worth so far"),
    ),
    spill(f"=EQUIPMENT_FLOWS(Equipment,AsOf,EquipmentCandidate,{BACK})", yearly.COLUMNS),
    room=YEARS,
    empty="Pick a candidate.",
)

RATES = Listing(
    "rates",
    (
        percent("Rate of return"),
        text("Says", 70),
    ),
    spill(f"=EQUIPMENT_RATES(Equipment,AsOf,EquipmentCandidate,{BACK})", worth.RATE_COLUMNS),
    title="At which rates of return is it worth nothing?",
    room=3,
    empty="It has none: its cash is never worth nothing.",
)

CHART = Chart(
    "years chart",
    "Cash by year, and what it is worth so far",
    "years",
    "Year",
    (
        Series("Cash", "Cash", THIRD),
        Series("Worth today", "Worth today", ACCENT),
        Series("Worth so far", "Worth so far", SECOND, Shape.LINE),
    ),
    bottom=Axis("Year of use"),
    side=Axis("Dollars (thousands)", "$#,##0,\\k"),
)

PAGE = Page(
    NAME,
    "Equipment",
    Formula('="As of "&TEXT(AsOf,"mmmm d, yyyy")&" · at the practice\'s own payer mix and contract rates"'),
    (
        LEFT,
        VERDICTS,
        MEANS,
        CHOSEN,
        YEAR_BY_YEAR,
        CHART,
        RATES,
        Note("A year that deducts more than it brings shows a tax below zero: it saves tax on other income."),
    ),
    key=KeyFigure("left for it now", f"={figure('left', LEFT_NOW, NAME)}", Unit.MONEY),
    reading=(
        "Net present value says whether it pays, break-even how many procedures a month that takes: compare it with "
        "what is done now. Coverage and cash say whether it can be borne. The least favourable column decides."
    ),
    then=(
        "Change the candidate's volume and price on *Equipment candidates* until you believe them, then put the "
        "verdict before the physicians with the report *Equipment*."
    ),
)
