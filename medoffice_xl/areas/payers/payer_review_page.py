"""The page Payer review: shares, how each payer pays, what it leaves, and what to do about it."""

from medoffice_xl.areas.payers.payer_review import COLUMNS
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Across, Axis, Bridge, Chart, Listing, Series, spill
from medoffice_xl.pages.colors import ACCENT, THIRD
from medoffice_xl.pages.contents import Formula
from medoffice_xl.pages.fields import Tone, count, days, dollars, percent, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import column, row

NAME = "Payer review"
TOP = 8
ROOM = TOP + 1
NOT_YET = "No service has been charged in this time."

REVIEW = spill(f"=PAYER_REVIEW(Practice,AsOf,YearDays,SettleDays,CostTerms,ScoreWeights,{TOP})", COLUMNS)

SHARES = Listing(
    "shares",
    (
        text("Payer", 22),
        dollars("Charges"),
        percent("Share of charges"),
        dollars("Revenue"),
        percent("Share of revenue"),
        percent("Mix gap"),
        count("Visits"),
        percent("Share of visits"),
        count("Work RVUs"),
        percent("Share of RVUs"),
        percent("Yield"),
        percent("Cost share"),
        days("Days to pay", heading="Days to pay, year"),
        percent("Denial rate, initial", heading="Denial rate, initial, year"),
        dollars("Underpaid", heading="Underpaid, of these services"),
    ),
    REVIEW,
    title="Shares of the practice, and how each payer pays",
    room=ROOM,
    has_total=True,
    empty=NOT_YET,
)

ADVICE = Listing(
    "advice",
    (
        text("Payer", 22),
        dollars("Revenue"),
        dollars("Variable cost"),
        dollars("Rework of denials"),
        dollars("Imputed interest"),
        dollars("Contribution margin"),
        dollars("Fixed cost"),
        dollars("Full-cost margin"),
        count("Score", heading="Score of 100"),
        text("Recommendation", 12, heading="Advice", tones={
            "keep": Tone.GOOD, "watch": Tone.FAIR, "renegotiate": Tone.FAIR, "leave": Tone.POOR,
        }),
        text("Reasons", 52, heading="Why", lines=3),
    ),
    REVIEW,
    title="What each payer leaves, and what to do",
    room=ROOM,
    has_total=True,
    empty=NOT_YET,
    note="Contribution margin is what would be lost if a payer were dropped: only its variable cost, rework and "
    "imputed interest would be saved. Fixed cost stays, and its share would fall on the other payers.",
)  # fmt: skip

MIX_CHART = Chart(
    "mix chart",
    "Whom we work for, and who pays",
    "shares",
    "Payer",
    (Series("Share of charges", "Share of charges", THIRD), Series("Share of revenue", "Share of revenue", ACCENT)),
    bottom=Axis("Payer"),
    side=Axis("Share of the practice", "0%"),
)

BRIDGE = Bridge(
    "margin",
    "From each payer's contribution to the practice's margin",
    "advice",
    "Payer",
    "Contribution margin",
    (("Fixed cost", "Fixed cost"),),
    ("Practice margin", "Full-cost margin"),
    bottom=Axis("Payers, then fixed cost"),
    side=Axis("Dollars (thousands)", "$#,##0,\\k"),
)

_SECOND = row(2, "shares", "Payer", NAME)
SECOND_PAYER = f'=IF(IFERROR({_SECOND}&"","")="",NA(),{_SECOND}&"")'
"""The payer with the second most charges: where a page asks for one payer, it begins with it.

#N/A as long as there is none, so that what follows from it lacks data as well.
"""

_ADVISED = column("advice", "Recommendation", NAME)

PAGE = Page(
    NAME,
    "Payer review",
    Formula(
        '="Services of the "&YearDays&" days to "&TEXT(AsOf-SettleDays,"mmmm d, yyyy")'
        '&" · costs shared out by "&CostBasis'
    ),
    (SHARES, Across((MIX_CHART, BRIDGE)), ADVICE),
    key=KeyFigure(
        "payers to leave or to renegotiate with",
        f'=SUM(COUNTIF({_ADVISED},"leave"),COUNTIF({_ADVISED},"renegotiate"))',
        Unit.COUNT,
    ),
    reading=(
        "A payer with a positive contribution and a negative full-cost margin helps to bear fixed cost as long as its "
        "visits cannot be filled otherwise. The reasons beside the advice name the figures that decided."
    ),
    then=(
        "“Renegotiate”: make the *Negotiation* sheet of this payer. “Leave”: try it on *What if* first, and look at "
        "the notice days on *Fee review*."
    ),
)
