"""Budget variance: what the practice, or one account, is above or below its plan."""

from collections.abc import Sequence
from dataclasses import dataclass

from medoffice_xl.areas.budget.books import BudgetBooks
from medoffice_xl.areas.budget.chart_of_accounts import Account
from medoffice_xl.areas.budget.expense_parts import Flexed
from medoffice_xl.areas.budget.revenue_parts import RevenuePart, together
from medoffice_xl.areas.budget.spans import Months
from medoffice_xl.errors import BadArgument
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Measure, Part, Unit, Value

SOURCE = "Managerial accounting, flexible budget; worked cases Carroll and Speyer"

DEFINITION = Definition(
    "Budget variance",
    "income: actual − budget; cost: budget − actual; net: of income less costs before physician pay. Positive helps. "
    "% is of the budget",
    SOURCE,
)

COLUMNS = (
    BreakdownColumn("Account", Unit.TEXT),
    BreakdownColumn("Category", Unit.TEXT),
    BreakdownColumn("Budget", Unit.MONEY),
    BreakdownColumn("Flexed", Unit.MONEY),
    BreakdownColumn("Actual", Unit.MONEY),
    BreakdownColumn("Variance", Unit.MONEY),
    BreakdownColumn("Variance %", Unit.PERCENT),
    BreakdownColumn("Volume", Unit.MONEY),
    BreakdownColumn("Spending", Unit.MONEY),
    BreakdownColumn("Comment", Unit.TEXT),
    BreakdownColumn("Owner", Unit.TEXT),
)

NET, NET_INCOME = "Net before physician pay", "Net income"


@dataclass(frozen=True, slots=True)
class Said:
    """What the user says of an account, and who sees to it."""

    comment: str = ""
    owner: str = ""


def share(variance: int, budget: int) -> float | None:
    """Variance ÷ |budget|; none where nothing was budgeted."""
    return variance / abs(budget) if budget else None


def budget_variance(books: BudgetBooks, months: Months, account: str = "") -> Measure:
    """The variance in cents: of one account, or of the net before physician pay where none is named.

    The parts say budget, actual and percent; of a cost also what volume and spending explain, of the net all parts of
    the bridge. Raises BadArgument for an account that is neither budgeted nor posted.
    """
    if not account.strip():
        return _of_net(books, months)
    one = named_accounts(books, account)[0]
    planned, actual = books.planned_of(one, months.numbers), books.actual_of(one, months.numbers)
    variance = actual - planned if one.is_income else planned - actual
    parts = [*_figures(planned, actual, variance)]
    if not one.is_income:
        cost = books.flexed(one, months.numbers)
        parts += [Part("Volume", cost.volume, Unit.MONEY), Part("Spending", cost.spending, Unit.MONEY)]
    return _measure(books, months, variance, parts)


def _of_net(books: BudgetBooks, months: Months) -> Measure:
    planned, actual = books.net(months.numbers, planned=True), books.net(months.numbers, planned=False)
    income = [(name, cents) for name, cents in revenue_of(books, months).items() if cents]
    costs = [each for each in books.accounts if not each.is_income and not each.is_pay]
    flexes = [books.flexed(each, months.numbers) for each in costs]
    other = sum(
        books.actual_of(each, months.numbers) - books.planned_of(each, months.numbers)
        for each in books.accounts
        if each.is_income and not each.is_visits_income
    )
    parts = [
        *_figures(planned, actual, actual - planned),
        *(Part(str(name), cents, Unit.MONEY) for name, cents in income),
        Part("Other income", other, Unit.MONEY),
        Part("Costs: volume", sum(each.volume for each in flexes), Unit.MONEY),
        Part("Costs: spending", sum(each.spending for each in flexes), Unit.MONEY),
    ]
    return _measure(books, months, actual - planned, parts)


def revenue_of(books: BudgetBooks, months: Months) -> dict[RevenuePart, int]:
    """The parts of visits' income of all the months: each month's, added up."""
    return together(books.revenue(month) for month in months.numbers)


def _figures(planned: int, actual: int, variance: int) -> list[Part]:
    return [
        Part("Budget", planned, Unit.MONEY),
        Part("Actual", actual, Unit.MONEY),
        Part("Variance ÷ budget", share(variance, planned), Unit.PERCENT),
    ]


def _measure(books: BudgetBooks, months: Months, value: int, parts: Sequence[Part]) -> Measure:
    return Measure(value, Unit.MONEY, DEFINITION, parts=parts, rows_used=books.rows, notes=notes_of(books, months))


def notes_of(books: BudgetBooks, months: Months) -> list[str]:
    """Which months, on what basis, and what to know of them."""
    return [
        f"{months.words}; basis: {books.basis}.",
        *months.notes,
        *([] if books.has_plan(months.numbers[-1]) else [f"Nothing is budgeted for {months.words}."]),
        *books.notes,
        *books.facts.notes,
    ]


def named_accounts(books: BudgetBooks, account: str) -> list[Account]:
    """The one account of this name; without a name, all that the net before physician pay is made of."""
    if not account.strip():
        return [each for each in books.accounts if not each.is_pay]
    for one in books.accounts:
        if one.name.casefold() == account.strip().casefold():
            return [one]
    raise BadArgument(
        f"“{account}” is neither budgeted nor posted as income or cost. Names stand on the sheet Accounts."
    )


def budget_lines(books: BudgetBooks, months: Months, said: dict[str, Said]) -> Breakdown:
    """One row an account: income, costs, the net before physician pay, what physicians are paid, and net income.

    An account of which nothing is planned, posted or said in these months has none.
    """
    shown = [
        each
        for each in books.accounts
        if books.planned_of(each, months.numbers)
        or books.actual_of(each, months.numbers)
        or each.name.casefold() in said
    ]
    rows = [_line(books, months, each, said.get(each.name.casefold(), Said())) for each in shown]
    before = [row for row, each in zip(rows, shown, strict=True) if not each.is_pay]
    pay = [row for row, each in zip(rows, shown, strict=True) if each.is_pay]
    body = [*before, _net(books, months, NET, with_pay=False), *pay]
    if pay:
        body.append(_net(books, months, NET_INCOME, with_pay=True))
    return Breakdown(COLUMNS, body, DEFINITION, rows_used=books.rows, notes=notes_of(books, months))


def _line(books: BudgetBooks, months: Months, account: Account, said: Said) -> tuple[Value, ...]:
    planned, actual = books.planned_of(account, months.numbers), books.actual_of(account, months.numbers)
    name, category = account.name, account.shown_category
    if account.is_income:
        variance = actual - planned
        found = (planned, None, actual, variance, share(variance, planned), None, None)
        return (name, category, *found, said.comment, said.owner)
    cost: Flexed = books.flexed(account, months.numbers)
    figures = (planned, cost.flex, actual, cost.variance, share(cost.variance, planned), cost.volume, cost.spending)
    return (name, category, *figures, said.comment, said.owner)


def _net(books: BudgetBooks, months: Months, name: str, *, with_pay: bool) -> tuple[Value, ...]:
    planned = books.net(months.numbers, planned=True, with_pay=with_pay)
    actual = books.net(months.numbers, planned=False, with_pay=with_pay)
    variance = actual - planned
    return (name, "", planned, None, actual, variance, share(variance, planned), None, None, "", "")
