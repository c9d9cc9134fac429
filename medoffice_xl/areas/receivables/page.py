"""The page Receivables: what is owed, how old it is, how fast it is paid, and month by month."""

from medoffice_xl.areas.receivables.ageing import AGEING_COLUMNS
from medoffice_xl.areas.receivables.benchmarks import CHARGE_LAG, DAYS_TO_PAY, OVER_90_DAYS, OVER_120_DAYS
from medoffice_xl.areas.receivables.monthly import COLUMNS as MONTHLY_COLUMNS
from medoffice_xl.areas.receivables.timely_filing import COLUMNS as FILING_COLUMNS
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Axis, Chart, Figure, Figures, Listing, Rows, Series, Shape, spill
from medoffice_xl.pages.colors import ACCENT, SECOND, THIRD
from medoffice_xl.pages.contents import Formula, ours
from medoffice_xl.pages.fields import count, day, days, dollars, month, percent, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import column, row
from medoffice_xl.pages.to_do import ToDo, Urgency

NAME = "Receivables"
MONTHS = 13
PAYERS = 10
CLAIMS_TO_FILE = 12
BUCKETS = ("0-30", "31-60", "61-90", "91-120", "Over 120")

_DEFINITIONS = (
    ("gross", "Gross (MGMA)", "A/R ÷ average daily gross charges"),
    ("adjusted", "Adjusted (MGMA)", "A/R ÷ average daily charges less contractual adjustments"),
    ("net", "Net (HFMA)", "A/R less what contracts will take ÷ average daily net revenue"),
    ("AAFP", "AAFP", "Debit balances ÷ average daily charges less credits"),
)
_WINDOWS = (30, 90, 365)

DAYS_IN_AR = Listing(
    "definitions",
    (text("Definition", 18), *(days(f"{window} days", 9) for window in _WINDOWS), text("How it is counted", 40)),
    Rows([
        (name, *(ours(f'=AR_DAYS(Practice,AsOf,{window},"{key}")') for window in _WINDOWS), how)
        for key, name, how in _DEFINITIONS
    ]),
    title="Days in A/R: four definitions, three windows",
)  # fmt: skip

SPEED = Figures(
    "speed",
    (
        Figure(
            "A/R over 90 days", ours("=AR_OVER(Practice,AsOf,90)"), Unit.PERCENT, OVER_90_DAYS, trend="A/R over 90 days"
        ),
        Figure(
            "A/R over 120 days",
            ours("=AR_OVER(Practice,AsOf,120)"),
            Unit.PERCENT,
            OVER_120_DAYS,
            trend="A/R over 120 days",
        ),
        Figure(
            "Days to pay (mean)",
            ours("=DAYS_TO_PAY(Practice,AsOf,WindowDays)"),
            Unit.DAYS,
            DAYS_TO_PAY,
            trend="Days to pay",
        ),
        Figure(
            "Charge lag (mean)",
            ours("=CHARGE_LAG(Practice,AsOf,WindowDays)"),
            Unit.DAYS,
            CHARGE_LAG,
            trend="Charge lag",
        ),
        Figure(
            "Lost to timely filing",
            ours("=FILING_LOST(Practice,AsOf,YearDays)"),
            Unit.MONEY,
            says="Charges refused as late, or never filed, in a year",
        ),
    ),
    title="How old, and how fast",
)

AGEING = Listing(
    "ageing",
    (
        text("Payer", 22),
        *(dollars(bucket) for bucket in BUCKETS),
        dollars("Credits"),
        dollars("Total", heading="A/R"),
        percent("Share over 90", heading="Over 90 days"),
        percent("Share over 120", heading="Over 120 days"),
    ),
    spill(f"=AR_AGING(Practice,AsOf,{PAYERS})", AGEING_COLUMNS),
    title="A/R by payer and age in days, from the day of entry",
    room=PAYERS + 2,
    has_total=True,
    empty="Nothing is owed: no charge has been entered by this day.",
)

MONTH_BY_MONTH = Listing(
    "months",
    (
        month("Month", 10),
        dollars("Charges"),
        dollars("Payments"),
        dollars("Contractual adjustments"),
        dollars("A/R"),
        days("Days in A/R"),
    ),
    spill(f"=MONTHLY(Practice,AsOf,{MONTHS},WindowDays)", MONTHLY_COLUMNS),
    title="Month by month",
    room=MONTHS,
    empty="No charge has been entered by this day.",
)


TO_FILE = Listing(
    "to file",
    (
        text("Payer", 22),
        text("Claim", 11),
        day("Service"),
        day("File by"),
        count("Days left"),
        dollars("Charges"),
        text("Standing", 16),
    ),
    spill(f'=TIMELY_FILING(Practice,AsOf,"",{CLAIMS_TO_FILE + 1})', FILING_COLUMNS),
    title="Still to be filed, first to run out first",
    room=CLAIMS_TO_FILE,
    empty="Every claim of the practice was filed, as far as its answers tell.",
)


FILING_DUE = ToDo(
    f"Claims to file within 14 days, of the first {CLAIMS_TO_FILE}",
    Formula(f'=COUNTIF({column("to file", "Days left", NAME)},"<=14")'),
    NAME,
    "The list of claims still to be filed names them, first to run out first.",
    Urgency.DUE,
)


def trend(name: str) -> Chart:
    """Charges and payments by month with the days in A/R, for whichever page shows it."""
    return Chart(
        name,
        "Charges, payments and days in A/R",
        "months",
        "Month",
        (
            Series("Charges", "Charges", THIRD),
            Series("Payments", "Payments", ACCENT),
            Series("Days in A/R", "Days in A/R (right)", SECOND, Shape.LINE, second_axis=True),
        ),
        bottom=Axis("Month", "mmm yy", is_time=True),
        side=Axis("Dollars (thousands)", "$#,##0,\\k"),
        second_side=Axis("Days", "0"),
        page=NAME,
    )


PAGE = Page(
    NAME,
    "Accounts receivable",
    Formula('="As of "&TEXT(AsOf,"mmmm d, yyyy")'),
    (DAYS_IN_AR, SPEED, AGEING, MONTH_BY_MONTH, trend("trend"), TO_FILE),
    key=KeyFigure("days in A/R, gross", f"={row(1, 'definitions', '90 days', NAME)}", Unit.DAYS),
    reading=(
        "Days in A/R against the days that payers take: far above them, something waits at the practice. Read the "
        "share over 90 days beside it, for write-offs make days in A/R look better and that share does not. Credits "
        "stand apart."
    ),
    then=(
        "The payer with the oldest A/R goes to *Worklist*; why the total moved stands on *AR bridge*. *Open A/R* "
        "lists the claims behind each number."
    ),
)
