"""The page Budget: how it stands in one sentence, why, account by account, and where the year ends."""

from medoffice_xl.areas.budget.benchmarks import CURRENT_RATIO, DAYS_CASH, OPERATING_MARGIN, OVERHEAD_RATE
from medoffice_xl.areas.budget.budget_alert import COLUMNS as ALERT_COLUMNS
from medoffice_xl.areas.budget.budget_bridge import BUDGETED
from medoffice_xl.areas.budget.budget_bridge import COLUMNS as BRIDGE_COLUMNS
from medoffice_xl.areas.budget.budget_variance import COLUMNS as LINE_COLUMNS
from medoffice_xl.areas.budget.payroll_parts import COLUMNS as PAYROLL_COLUMNS
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Axis, Bridge, Figure, Figures, Input, InputLine, Listing, Note, spill
from medoffice_xl.pages.contents import Formula, ours
from medoffice_xl.pages.fields import Tone, cents, dollars, percent, ratio, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import figure, row
from medoffice_xl.pages.to_do import ToDo, Urgency

NAME = "Budget"
OF = "Budget,AsOf,FiscalYearStart"
ALERT_ROOM, BRIDGE_ROOM, LINES_ROOM, TOP = 14, 18, 40, 6
TO_DATE = "Variance, year to date"
FIRST_CAUSE = 4
"""The row of the alert that the largest cause stands in, after state, since and months."""
NOT_YET = "Nothing is judged yet: mark the months whose books are closed on the sheet Closed months."
TONES = {"suffers": Tone.POOR, "watch": Tone.FAIR, "cleared": Tone.GOOD, "on plan": Tone.GOOD}


def alert_listing(name: str) -> Listing:
    """The alert, for whichever page shows it."""
    return Listing(
        name,
        (text("What", 26), dollars("Dollars"), text("Says", 92, lines=2, tones=TONES)),
        spill(f"=BUDGET_ALERT({OF})", ALERT_COLUMNS),
        title="Does the budget suffer?",
        room=ALERT_ROOM,
        empty=NOT_YET,
    )


SPAN = InputLine(
    "span",
    (Input("BudgetSpan", "Months shown", "ytd", Unit.TEXT, choices=("ytd", "month", "open")),),
    title="Plan against actual: ytd is the closed months of the year, month the last closed one, open the running one",
)

LINES = Listing(
    "lines",
    (
        text("Account", 32),
        text("Category", 14),
        dollars("Budget"),
        dollars("Flexed", heading="Flexed by driver"),
        dollars("Actual"),
        dollars("Variance", heading="Variance (+ helps)"),
        percent("Variance %"),
        dollars("Volume"),
        dollars("Spending"),
        text("Comment", 48),
        text("Owner", 14),
    ),
    spill(f"=BUDGET_LINES({OF},BudgetSpan)", LINE_COLUMNS),
    title="Account by account; comments and owners are typed on the sheet Budget notes",
    room=LINES_ROOM,
    empty=NOT_YET,
)

PAYROLL = Listing(
    "payroll",
    (
        text("Account", 32),
        ratio("Hours budgeted", number_format="#,##0"),
        ratio("Hours flexed", number_format="#,##0"),
        ratio("Hours paid", number_format="#,##0"),
        cents("Wage budgeted"),
        cents("Wage paid"),
        dollars("Spending"),
        dollars("Of it hours"),
        dollars("Of it wage"),
    ),
    spill(f"=PAYROLL_VARIANCE({OF},BudgetSpan)", PAYROLL_COLUMNS),
    title="Staff: is it the hours or the wage?",
    room=8,
    empty="Not known yet: type budgeted hours on Budget amounts, and on Accounts whose hours each account pays.",
)

BRIDGE = Listing(
    "bridge",
    (text("Step", 34), dollars("Amount")),
    spill(f"=BUDGET_BRIDGE({OF},BudgetSpan,{TOP})", BRIDGE_COLUMNS),
    title="From the budgeted to the actual net before physician pay",
    room=BRIDGE_ROOM,
    has_total=True,
    empty=NOT_YET,
)

BRIDGE_CHART = Bridge(
    "bridge chart",
    f"{BUDGETED} to actual net",
    "bridge",
    "Step",
    "Amount",
    (),
    ("Actual net", "Amount"),
    bottom=Axis("Step"),
    side=Axis("Dollars (thousands)", "$#,##0,\\k"),
    height=300,
)

YEAR = Figures(
    "year",
    (
        Figure(TO_DATE, ours(f"=BUDGET_VARIANCE({OF})"), Unit.MONEY,
               says="Net before physician pay, closed months"),
        Figure("Variance, last closed month", ours(f'=BUDGET_VARIANCE({OF},"month")'), Unit.MONEY,
               says="Net before physician pay"),
        Figure("Run rate of the year", ours(f"=RUN_RATE({OF})"), Unit.MONEY,
               says="Closed months × 12 ÷ their number; knows no season"),
        Figure("Forecast of the year", ours(f"=YEAR_FORECAST({OF})"), Unit.MONEY,
               says="Closed months, the rest of the plan as they met theirs"),
    ),
    title="Where the year ends",
)  # fmt: skip

RATIOS = Figures(
    "ratios",
    (
        Figure("Overhead rate", ours("=OVERHEAD_RATE(Budget,AsOf)"), Unit.PERCENT, OVERHEAD_RATE,
               trend="Overhead rate"),
        Figure("Operating margin before pay", ours("=OPERATING_MARGIN(Budget,AsOf)"), Unit.PERCENT, OPERATING_MARGIN,
               trend="Operating margin"),
        Figure("Cost a visit", ours("=COST_PER_VISIT(Budget,AsOf)"), Unit.MONEY,
               says="Operating expenses before physician pay, twelve closed months"),
        Figure("Cost a work RVU", ours("=COST_PER_RVU(Budget,AsOf)"), Unit.MONEY,
               says="Operating expenses before physician pay, twelve closed months"),
        Figure("Days cash on hand", ours("=DAYS_CASH(Budget,AsOf)"), Unit.DAYS, DAYS_CASH,
               trend="Days cash on hand"),
        Figure("Current ratio", ours("=CURRENT_RATIO(Budget,AsOf)"), Unit.RATIO, CURRENT_RATIO,
               trend="Current ratio"),
    ),
    title="The practice's own ratios",
)  # fmt: skip

PAGE = Page(
    NAME,
    "Budget against actual",
    Formula('="As of "&TEXT(AsOf,"mmmm d, yyyy")&" · closed months only are judged"'),
    (
        alert_listing("alert"),
        SPAN,
        BRIDGE,
        BRIDGE_CHART,
        LINES,
        PAYROLL,
        YEAR,
        RATIOS,
        Note(
            "Positive helps. Income: volume (new, established), payer mix, rate, losses, timing. Costs: volume is what "
            "fewer or more visits, or cash, explain; spending is the rest. An account that Accounts does not know "
            "stands on a row of its own."
        ),
    ),
    key=KeyFigure("against plan, year to date", f"={figure('year', TO_DATE, NAME)}", Unit.MONEY),
    reading=(
        "The alert says whether the budget suffers, and of what. Compare spending with the flexed budget: more visits "
        "may cost more. Volume is a matter of patients, spending one of prices and habits."
    ),
    then=(
        "Write a comment and an owner on *Budget notes* for each account that is off. Where patients are missing, "
        "open *Access* and *Marketing plan*; *Budget memo* writes the page for the physicians."
    ),
)

SUFFERS = ToDo(
    "The budget suffers",
    Formula(f'=IF({row(1, "alert", "Says", NAME)}="suffers",1,0)'),
    NAME,
    "Read why, then press Budget memo: one page for the physicians.",
    Urgency.MONEY,
)


def standing() -> Figures:
    """How the budget stands and what hurts most, for whichever page shows it."""

    def of(number: int, field: str) -> str:
        return str(row(number, "alert", field, NAME))

    state = Formula(f'=IF({of(1, "What")}="","not judged yet",{of(1, "Says")})', "")
    since = Formula(
        f'=IF({of(1, "What")}="","Mark closed months","Since "&{of(2, "Says")}&"; why stands on {NAME}")', ""
    )
    variance = Formula(f"={figure('year', TO_DATE, NAME)}", "")
    hurts = f'LEFT({of(FIRST_CAUSE, "What")},6)="Cause:"'
    return Figures(
        "budget",
        (
            Figure("Budget", state, Unit.TEXT, says=since, leads_to=NAME),
            Figure("Against plan, year to date", variance, Unit.MONEY, says="Net before physician pay, closed months"),
            Figure(
                "What hurts most",
                Formula(f'=IF({hurts},{of(FIRST_CAUSE, "Dollars")},"")', ""),
                Unit.MONEY,
                says=Formula(f'=IF({hurts},MID({of(FIRST_CAUSE, "What")},8,60),"Nothing")', ""),
            ),
        ),
        title="Does the budget suffer?",
    )
