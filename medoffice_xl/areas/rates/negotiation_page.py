"""The page Negotiation: one payer on one printed page, to take to the table."""

from medoffice_xl.areas.rates.negotiation import COLUMNS
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Figure, Figures, Input, InputLine, Listing, spill
from medoffice_xl.pages.contents import Formula, ours
from medoffice_xl.pages.fields import CENTS, cents, count, dollars, percent, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import row, total

NAME = "Negotiation"
CODES = 20

_SECOND = row(2, "shares", "Payer", "Payer review")

ASKED = InputLine(
    "asked",
    (
        Input(
            "NegotiatePayer",
            "Payer",
            f'=IF(IFERROR({_SECOND}&"","")="",NA(),{_SECOND}&"")',
            Unit.TEXT,
            choices='=INDIRECT("tblPayers[Payer]")',
        ),
        Input("NegotiateTarget", "Target, % of Medicare", 1.2, Unit.PERCENT, number_format="0%"),
    ),
    title="Payer and target",
)

_MARGIN = "PAYER_MARGIN(Practice,AsOf,NegotiatePayer,{},YearDays,SettleDays,CostTerms)"

FACTS = Figures(
    "facts",
    (
        Figure(
            "Percent of Medicare, practice's mix",
            ours('=PERCENT_OF_MEDICARE(Practice,AsOf,NegotiatePayer,RvuYear,"practice",YearDays,Locality)'),
            Unit.PERCENT,
        ),
        Figure(
            "Weighted average payment",
            ours('=WEIGHTED_RATE(Practice,AsOf,NegotiatePayer,25,"own",YearDays)'),
            Unit.MONEY,
            number_format=CENTS,
        ),
        Figure("Break-even payment", ours("=BREAK_EVEN_RATE(Practice,AsOf,YearDays)"), Unit.MONEY, number_format=CENTS),
        Figure(
            "Collection yield", ours("=PAYER_YIELD(Practice,AsOf,NegotiatePayer,YearDays,SettleDays)"), Unit.PERCENT
        ),
        Figure("Days to pay, year", ours('=DAYS_TO_PAY(Practice,AsOf,YearDays,"mean",NegotiatePayer)'), Unit.DAYS),
        Figure(
            "Denial rate, initial, year",
            ours('=DENIAL_RATE(Practice,AsOf,YearDays,"claims",NegotiatePayer)'),
            Unit.PERCENT,
        ),
        Figure("Contribution margin", ours("=" + _MARGIN.format('"contribution"')), Unit.MONEY),
        Figure("Full-cost margin", ours("=" + _MARGIN.format('"full"')), Unit.MONEY),
    ),
    title="Where this payer stands",
    abreast=2,
)

TO_ASK = Listing(
    "ask",
    (
        text("Code", 10),
        count("Units"),
        cents("Rate"),
        cents("Medicare"),
        percent("% of Medicare"),
        cents("Best other payer"),
        cents("Ask"),
        dollars("Gain"),
    ),
    spill(f"=NEGOTIATION(Practice,AsOf,NegotiatePayer,NegotiateTarget,{CODES},RvuYear,YearDays,Locality)", COLUMNS),
    title="What to ask for, and what it brings in a year",
    room=CODES,
    has_total=True,
    empty="Pick a payer whose rates are known: see Contracts and Fee schedules.",
    note="Ask: the target percent of Medicare's amount, or the best other payer's rate where Medicare has none; never "
    "less than today's rate.",
)

PAGE = Page(
    NAME,
    "Negotiation sheet",
    Formula('=IFERROR(NegotiatePayer&" · rates","Rates")&" in force on "&TEXT(AsOf,"mmmm d, yyyy")'),
    (ASKED, FACTS, TO_ASK),
    key=KeyFigure("gain of a year, if asked and given", f"={total('ask', 'Gain', NAME)}", Unit.MONEY),
    reading=(
        "Few codes carry most of the money: those stand here with what others pay for them. The break-even payment is "
        "the floor below which a visit costs more than it brings."
    ),
    then=(
        "Choose payer and target, print the sheet, and ask in writing before the notice day. Try a refusal on *What "
        "if*. Enter what was agreed on *Contracts* with its first day."
    ),
)
