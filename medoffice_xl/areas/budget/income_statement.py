"""The income statement: the last closed month, the year to date and a year before, each line as a share of income."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from medoffice_xl.areas.budget.benchmarks import OPERATING_MARGIN, OVERHEAD_RATE
from medoffice_xl.areas.budget.books import BudgetBooks
from medoffice_xl.areas.budget.chart_of_accounts import Account
from medoffice_xl.areas.budget.fiscal_year import in_words
from medoffice_xl.areas.budget.spans import Span, months_of_span
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Unit, Value

DEFINITION = Definition(
    "Income statement",
    "income − operating expenses − physician pay + other income − other expenses; shares are of the income of visits",
    "Textbook definition; MGMA chart of accounts",
)
COLUMNS = (
    BreakdownColumn("Line", Unit.TEXT),
    BreakdownColumn("Month", Unit.MONEY),
    BreakdownColumn("Month %", Unit.PERCENT),
    BreakdownColumn("Year to date", Unit.MONEY),
    BreakdownColumn("Year to date %", Unit.PERCENT),
    BreakdownColumn("Year before", Unit.MONEY),
    BreakdownColumn("Year before %", Unit.PERCENT),
    BreakdownColumn("Benchmark", Unit.TEXT),
)

INCOME, EXPENSES, BEFORE_PAY = "Income of visits", "Operating expenses", "Net before physician pay"
PAY, OTHER, NET_INCOME = "Physician pay", "Other income less other expenses", "Net income"


@dataclass(frozen=True, slots=True)
class _Columns:
    """What the three columns of amounts are of."""

    books: BudgetBooks
    months: Sequence[tuple[int, ...]]

    def sums(self, accounts: Sequence[Account]) -> list[int | None]:
        """The accounts together, by column; nothing for months that are not all posted."""
        return [
            sum(self.books.actual_of(each, months) for each in accounts)
            if all(self.books.is_posted(month) for month in months) else None
            for months in self.months
        ]  # fmt: skip


def income_statement(books: BudgetBooks, year_start: int) -> Breakdown:
    """Account by account, with sums. Raises NoData where no month is closed."""
    month = months_of_span(books, year_start, Span.MONTH)
    year = months_of_span(books, year_start, Span.YEAR_TO_DATE)
    before = tuple(each - 12 for each in year.numbers)
    columns = _Columns(books, (month.numbers, year.numbers, before))
    visits = _those(books, lambda one: one.is_visits_income)
    costs = _those(books, lambda one: not one.is_income and one.kind != "other expense" and not one.is_pay)
    pay = _those(books, lambda one: one.is_pay)
    other_income = _those(books, lambda one: one.is_income and not one.is_visits_income)
    other_costs = _those(books, lambda one: one.kind == "other expense" and not one.is_pay)
    income, spent, paid = (columns.sums(each) for each in (visits, costs, pay))
    other = _less(columns.sums(other_income), columns.sums(other_costs))
    left = _less(income, spent)
    good = f"{OVERHEAD_RATE.good:.0%} or less is good, {OVERHEAD_RATE.poor:.0%} or more is poor"
    margin = f"{OPERATING_MARGIN.good:.0%} or more is good, {OPERATING_MARGIN.poor:.0%} or less is poor"
    body = [
        *(_row(each.name, columns.sums([each]), income) for each in visits),
        _row(INCOME, income, income),
        *(_row(each.name, columns.sums([each]), income) for each in costs),
        _row(EXPENSES, spent, income, good),
        _row(BEFORE_PAY, left, income, margin),
        *(_row(each.name, columns.sums([each]), income) for each in pay),
        _row(PAY, paid, income),
        *(_row(each.name, columns.sums([each]), income) for each in (*other_income, *other_costs)),
        _row(OTHER, other, income),
        _row(NET_INCOME, _plus(_less(left, paid), other), income),
    ]
    notes = [
        f"Month: {month.words}. Year to date: {year.words}. Year before: {in_words(before)}. Basis: {books.basis}.",
        *year.notes,
        *([] if all(map(books.is_posted, before)) else [f"The ledger does not have all of {in_words(before)}."]),
        *books.notes,
    ]
    return Breakdown(COLUMNS, body, DEFINITION, rows_used=books.rows, notes=notes)


def _those(books: BudgetBooks, wanted: Callable[[Account], bool]) -> list[Account]:
    return [each for each in books.accounts if wanted(each)]


def _less(one: Sequence[int | None], other: Sequence[int | None]) -> list[int | None]:
    return [None if a is None or b is None else a - b for a, b in zip(one, other, strict=True)]


def _plus(one: Sequence[int | None], other: Sequence[int | None]) -> list[int | None]:
    return [None if a is None or b is None else a + b for a, b in zip(one, other, strict=True)]


def _row(name: str, cents: Sequence[int | None], income: Sequence[int | None], says: str = "") -> tuple[Value, ...]:
    found: list[Value] = [name]
    for amount, whole in zip(cents, income, strict=True):
        found += [amount, amount / whole if whole and amount is not None else None]
    return (*found, says)
