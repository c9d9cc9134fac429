"""Budget against actual, the alert, and the practice's own ratios."""

from typing import Annotated

from medoffice_xl.areas.budget import key_ratios as ratios
from medoffice_xl.areas.budget import year_forecast as forecasts
from medoffice_xl.areas.budget.balance_sheet import balance_sheet, statement_checks
from medoffice_xl.areas.budget.books import NEEDS, USES, budget_books
from medoffice_xl.areas.budget.budget_alert import alert, budget_alert
from medoffice_xl.areas.budget.budget_bridge import budget_bridge
from medoffice_xl.areas.budget.budget_notes import notes_of_month
from medoffice_xl.areas.budget.budget_variance import budget_lines, budget_variance
from medoffice_xl.areas.budget.income_statement import income_statement
from medoffice_xl.areas.budget.payroll_parts import USES as PAYROLL
from medoffice_xl.areas.budget.payroll_parts import payroll_variance
from medoffice_xl.areas.budget.spans import months_of_span
from medoffice_xl.cells import cell_function
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.contracts.thresholds import limits_on
from medoffice_xl.measure import Breakdown, Measure
from udfs.arguments import Day
from udfs.sets import OfBudget

YearStart = Annotated[int, "First month of the fiscal year, 1 to 12, such as FiscalYearStart. Left out: 1."]
SpanWord = Annotated[
    str,
    "ytd: the closed months of the fiscal year; month: the last closed month; open: the month of AsOf as far as it is "
    "posted. Left out: ytd.",
]
OneAccount = Annotated[str, "An account, as on Accounts. Left out: the net before physician pay."]
CASH_AHEAD = ("charges", "payments", "payers", "costs", "cash", "accounts", "ledger")
"""Tables that cash is forecast from."""
ACCESS = ("appointments", "appointment_statuses", "sessions")
"""Tables that tell whether slots were free, who did not come, and how long patients wait."""

LastMonths = Annotated[int, "How many closed months it is taken over, the newest first. Left out: 12."]
ALERT_READS = (*USES, *PAYROLL, *CASH_AHEAD, *ACCESS, RULEBOOK)
"""What the budget alert reads where it is there."""

PayWord = Annotated[str, "before physician pay, or after it. Left out: before."]


@cell_function("Budget", needs=NEEDS, uses=USES)
def BUDGET_VARIANCE(
    Budget: OfBudget, AsOf: Day, FiscalYearStart: YearStart = 1, span: SpanWord = "ytd", account: OneAccount = ""
) -> Measure:
    """Budget variance in dollars, positive where it helps: of an account, or of the net before physician pay.

    Income: actual less budget; cost: budget less actual. EXPLAIN shows what volume, payer mix, rate, losses, timing and
    spending explain. Only closed months count; an open one is shown with “open”, and never judged.
    """
    books = budget_books(Budget, AsOf)
    return budget_variance(books, months_of_span(books, FiscalYearStart, span), account)


@cell_function("Budget", needs=NEEDS, uses=(*USES, "budget_notes"), spills=True)
def BUDGET_LINES(Budget: OfBudget, AsOf: Day, FiscalYearStart: YearStart = 1, span: SpanWord = "ytd") -> Breakdown:
    """Budget against actual, account by account: flexed by visits or cash, variance, volume, spending, your comment.

    Spills a heading, income, costs, the net before physician pay, what physicians are paid, and net income.
    """
    books = budget_books(Budget, AsOf)
    months = months_of_span(books, FiscalYearStart, span)
    return budget_lines(books, months, notes_of_month(Budget.get("budget_notes"), months.numbers))


@cell_function("Budget", needs=NEEDS, uses=(*USES, *PAYROLL), spills=True)
def PAYROLL_VARIANCE(Budget: OfBudget, AsOf: Day, FiscalYearStart: YearStart = 1, span: SpanWord = "ytd") -> Breakdown:
    """What of the spending on staff is more or fewer hours, and what a dearer or cheaper hour; positive helps.

    Spills a heading and a row an account that says whose hours it pays (Staff paid on Accounts) and has hours budgeted.
    """
    books = budget_books(Budget, AsOf)
    return payroll_variance(books, months_of_span(books, FiscalYearStart, span), Budget)


@cell_function("Budget", needs=NEEDS, uses=USES, spills=True)
def BUDGET_BRIDGE(
    Budget: OfBudget,
    AsOf: Day,
    FiscalYearStart: YearStart = 1,
    span: SpanWord = "ytd",
    top: Annotated[int, "How many accounts to show by themselves, most dollars first. Left out: all."] = 0,
) -> Breakdown:
    """The bridge from the budgeted to the actual net before physician pay, part by part, to the cent.

    Spills a heading, the budgeted net, what each part adds or takes, and the total, which is the actual net.
    """
    books = budget_books(Budget, AsOf)
    return budget_bridge(books, months_of_span(books, FiscalYearStart, span), top)


@cell_function("Budget", needs=NEEDS, uses=ALERT_READS, spills=True)
def BUDGET_ALERT(Budget: OfBudget, AsOf: Day, FiscalYearStart: YearStart = 1) -> Breakdown:
    """Whether the budget is on plan, to be watched, suffers or is cleared, by how much, why, and one sentence.

    Spills a heading, state, since when, every cause with its dollars and what to do, and the sentence for the
    physicians. Closed months only; the limits are the thresholds named Budget.
    """
    books = budget_books(Budget, AsOf)
    limits = limits_on(AsOf, Budget)
    return budget_alert(books, alert(books, Budget, FiscalYearStart, limits))


@cell_function("Budget", needs=NEEDS, uses=USES)
def RUN_RATE(Budget: OfBudget, AsOf: Day, FiscalYearStart: YearStart = 1, account: OneAccount = "") -> Measure:
    """Run rate of the year in dollars: the closed months × 12 ÷ their number, without any season."""
    books = budget_books(Budget, AsOf)
    return forecasts.run_rate(books, months_of_span(books, FiscalYearStart, "ytd"), account)


@cell_function("Budget", needs=NEEDS, uses=USES)
def YEAR_FORECAST(Budget: OfBudget, AsOf: Day, FiscalYearStart: YearStart = 1, account: OneAccount = "") -> Measure:
    """Forecast of the year in dollars: the closed months, the rest of the budget as the closed months met theirs."""
    books = budget_books(Budget, AsOf)
    return forecasts.year_forecast(books, months_of_span(books, FiscalYearStart, "ytd"), account)


@cell_function("Budget", needs=NEEDS, uses=USES)
def OVERHEAD_RATE(Budget: OfBudget, AsOf: Day, months: LastMonths = 12) -> Measure:
    """Overhead rate: operating expenses without what physicians are paid, as a share of income."""
    return ratios.overhead_rate(budget_books(Budget, AsOf), months)


@cell_function("Budget", needs=NEEDS, uses=USES)
def OPERATING_MARGIN(Budget: OfBudget, AsOf: Day, months: LastMonths = 12, pay: PayWord = "before") -> Measure:
    """Operating margin: what is left of income after operating expenses, as a share of it.

    Before physician pay unless said; after it the margin of a practice that pays all out to its owners is near zero.
    """
    return ratios.operating_margin(budget_books(Budget, AsOf), months, pay)


@cell_function("Budget", needs=NEEDS, uses=USES)
def COST_PER_VISIT(Budget: OfBudget, AsOf: Day, months: LastMonths = 12, pay: PayWord = "before") -> Measure:
    """Cost a visit in dollars: operating expenses divided by the visits of the same months."""
    return ratios.cost_per_visit(budget_books(Budget, AsOf), months, pay)


@cell_function("Budget", needs=(*NEEDS, "charges", "mpfs", "charge_master"), uses=USES)
def COST_PER_RVU(Budget: OfBudget, AsOf: Day, months: LastMonths = 12, pay: PayWord = "before") -> Measure:
    """Cost a work RVU in dollars: operating expenses divided by the work RVUs of the same months' services."""
    values = Budget.rows("charges"), Budget["mpfs"], Budget["charge_master"]
    return ratios.cost_per_rvu(budget_books(Budget, AsOf), *values, months, pay)


@cell_function("Budget", needs=(*NEEDS, "cash"), uses=USES)
def DAYS_CASH(Budget: OfBudget, AsOf: Day, months: LastMonths = 12) -> Measure:
    """Days cash on hand: how long the cash of the last closed month's end would pay what the practice spends."""
    return ratios.days_cash(budget_books(Budget, AsOf), Budget["cash"], months)


@cell_function("Budget", needs=(*NEEDS, "trial_balances"), uses=USES)
def CURRENT_RATIO(Budget: OfBudget, AsOf: Day) -> Measure:
    """Current ratio: current assets divided by current liabilities at the newest balance sheet up to the day."""
    return ratios.current_ratio(budget_books(Budget, AsOf), Budget["trial_balances"], AsOf)


@cell_function("Budget", needs=NEEDS, uses=USES, spills=True)
def INCOME_STATEMENT(Budget: OfBudget, AsOf: Day, FiscalYearStart: YearStart = 1) -> Breakdown:
    """The income statement: last closed month, year to date and a year before, each line as a share of income.

    Spills a heading, income, operating expenses, the net before physician pay, physician pay, and net income.
    """
    return income_statement(budget_books(Budget, AsOf), FiscalYearStart)


@cell_function("Budget", needs=(*NEEDS, "trial_balances"), uses=USES, spills=True)
def BALANCE_SHEET(Budget: OfBudget, AsOf: Day) -> Breakdown:
    """The balance sheet at the newest month's end up to the day, and a year before, as shares of all assets.

    Spills a heading, assets, liabilities and equity with their sums; the year's net income is part of equity.
    """
    return balance_sheet(budget_books(Budget, AsOf), Budget["trial_balances"], AsOf)


@cell_function("Budget", needs=(*NEEDS, "trial_balances"), uses=USES, spills=True)
def STATEMENT_CHECKS(Budget: OfBudget, AsOf: Day, FiscalYearStart: YearStart = 1) -> Breakdown:
    """Whether the statements tie: assets against liabilities and equity, net income against the change in equity.

    Spills a heading and one row a check with both sides and what they are off by.
    """
    return statement_checks(budget_books(Budget, AsOf), Budget["trial_balances"], AsOf, FiscalYearStart)
