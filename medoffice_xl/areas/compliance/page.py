"""The page Fee compliance: what payers allowed beside what they agreed to, by payer, by code and line by line."""

from medoffice_xl.areas.compliance.compliance import VOUCHER_COLUMNS, variance_columns
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Axis, Chart, Figure, Figures, Listing, Series, spill
from medoffice_xl.pages.colors import RESULT, SECOND
from medoffice_xl.pages.contents import Formula, ours
from medoffice_xl.pages.fields import CENTS, cents, count, day, percent, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import figure

NAME = "Fee compliance"
PERIOD = "EDATE(AsOf,-12)+1,AsOf"
PAYERS, CODES, LINES = 10, 12, 30
NONE_COMPARED = "No line could be compared with a contract: fill in Contracts or Fee schedules."

FIGURES = Figures(
    "compliance",
    (
        Figure("Compliance rate", ours(f'=COMPLIANCE_RATE(Practice,"",{PERIOD})'), Unit.PERCENT,
               says="Lines allowed as contracted, of the lines that could be compared"),
        Figure("Underpaid", ours(f'=UNDERPAID(Practice,"",{PERIOD})'), Unit.MONEY, number_format=CENTS,
               says="Expected less allowed; press Check vouchers for every line with its reasons"),
        Figure("Interest owed", ours(f'=INTEREST_OWED(Practice,"",{PERIOD})'), Unit.MONEY, number_format=CENTS,
               says="On claims paid later than their contract says, and not paid with them"),
        Figure("Claims to appeal", ours("=UNDERPAID_CLAIMS(Denials,AsOf)"), Unit.COUNT,
               says="Underpaid, and nothing was sent yet; add a row to Appeals for each step"),
    ),
)  # fmt: skip


def _variance(by: str, room: int, more: str) -> Listing:
    return Listing(
        f"by {by}",
        (
            text(by.capitalize(), 22),
            count("Lines compared"),
            count("Lines underpaid"),
            *(cents(name) for name in ("Allowed", "Expected", "Underpaid", "Overpaid", "Recovered")),
            percent("As contracted"),
        ),
        spill(f'=FEE_VARIANCE(Practice,"{by}",{PERIOD})', variance_columns(by)),
        title=f"By {by}",
        room=room,
        has_total=True,
        empty=NONE_COMPARED,
        more=more,
    )


FURTHEST_BELOW = Listing(
    "lines",
    (
        text("Payer", 22),
        text("Claim", 11),
        text("Code", 8),
        day("Service"),
        *(cents(name) for name in ("Charge", "Allowed", "Expected", "Variance")),
        day("Appeal by"),
    ),
    spill(f'=VOUCHER_CHECK(Practice,"findings","",{PERIOD},{LINES + 1})', VOUCHER_COLUMNS),
    title=f"The {LINES} lines furthest below contract",
    room=LINES,
    empty="Every line that could be compared was allowed as contracted.",
    more="There are more: press Check vouchers for every line with its reasons.",
)

CHART = Chart(
    "underpaid by payer",
    "Underpaid and recovered, by payer",
    "by payer",
    "Payer",
    (Series("Underpaid", "Underpaid", SECOND), Series("Recovered", "Recovered", RESULT)),
    bottom=Axis("Payer"),
    side=Axis("Dollars", "$#,##0"),
)

PAGE = Page(
    NAME,
    "Fee-schedule compliance",
    Formula('="Remittances paid "&TEXT(EDATE(AsOf,-12)+1,"mmmm d, yyyy")&" to "&TEXT(AsOf,"mmmm d, yyyy")'),
    (
        FIGURES,
        _variance("payer", PAYERS, "There are more payers: press Check vouchers for all of them."),
        CHART,
        _variance("code", CODES, "There are more codes: press Check vouchers for all of them."),
        FURTHEST_BELOW,
    ),
    key=KeyFigure("underpaid in twelve months", f"={figure('compliance', 'Underpaid', NAME)}", Unit.MONEY),
    reading=(
        "The rate is the share of lines that were allowed as contracted; look at dollars underpaid first and at "
        "overpaid, too, for it is asked back. Lines that could not be compared say why, mostly a missing rate."
    ),
    then=(
        "*Check vouchers* says each pattern in one sentence, *Underpaid claims* lists the lines, *Underpayment "
        "appeals* writes the letters before “Appeal by”. A missing rate goes on *Fee schedules*."
    ),
)
