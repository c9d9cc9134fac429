"""Where the year ends: as it runs, and as the rest of the plan with what was learned so far."""

from fractions import Fraction

from medoffice_xl.areas.budget.books import BudgetBooks
from medoffice_xl.areas.budget.budget_variance import named_accounts, notes_of
from medoffice_xl.areas.budget.chart_of_accounts import Account
from medoffice_xl.areas.budget.spans import Months
from medoffice_xl.ledger.practice_costs import half_up
from medoffice_xl.measure import Definition, Measure, Part, Unit

RUN_RATE = Definition(
    "Run rate of the year",
    "actual of the closed months × 12 ÷ their number; no season is thought of",
    "Textbook definition",
)
YEAR_FORECAST = Definition(
    "Forecast of the year",
    "actual of the closed months + budget of the other months × (actual ÷ budget of the closed months); income and "
    "each cost by itself, the net is their difference",
    "Textbook definition",
)


def run_rate(books: BudgetBooks, months: Months, account: str = "") -> Measure:
    """What the year comes to, in cents, if it goes on as in its closed months: of an account, or of the net."""
    actual = sum(
        _sign(each, account) * books.actual_of(each, months.numbers) for each in named_accounts(books, account)
    )
    value = half_up(Fraction(actual * 12, len(months.numbers)))
    return _measure(books, months, value, actual, RUN_RATE, account)


def year_forecast(books: BudgetBooks, months: Months, account: str = "") -> Measure:
    """What the year comes to, in cents, if the rest of the plan is met as the closed months met theirs.

    An account of which nothing was budgeted so far keeps the rest of its plan as it stands.
    """
    value = sum(_sign(each, account) * _forecast(books, months, each) for each in named_accounts(books, account))
    actual = sum(
        _sign(each, account) * books.actual_of(each, months.numbers) for each in named_accounts(books, account)
    )
    return _measure(books, months, value, actual, YEAR_FORECAST, account)


def _forecast(books: BudgetBooks, months: Months, account: Account) -> int:
    actual, planned = books.actual_of(account, months.numbers), books.planned_of(account, months.numbers)
    rest = books.planned_of(account, [month for month in months.year if month not in months.numbers])
    return half_up(actual + rest * (Fraction(actual, planned) if planned else Fraction(1)))


def _sign(account: Account, asked: str) -> int:
    return 1 if asked.strip() or account.is_income else -1


def _measure(
    books: BudgetBooks, months: Months, value: int, actual: int, definition: Definition, account: str
) -> Measure:
    planned = sum(_sign(each, account) * books.planned_of(each, months.year) for each in named_accounts(books, account))
    parts = [
        Part("Actual of the closed months", actual, Unit.MONEY),
        Part("Closed months", len(months.numbers), Unit.COUNT),
        Part("Budget of the year", planned, Unit.MONEY),
    ]
    return Measure(value, Unit.MONEY, definition, parts, rows_used=books.rows, notes=notes_of(books, months))
