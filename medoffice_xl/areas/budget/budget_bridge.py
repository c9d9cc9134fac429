"""The bridge from the budgeted to the actual net, part by part, to the cent."""

from dataclasses import dataclass

from medoffice_xl.areas.budget.books import BudgetBooks
from medoffice_xl.areas.budget.budget_variance import SOURCE, notes_of, revenue_of
from medoffice_xl.areas.budget.revenue_parts import RevenuePart
from medoffice_xl.areas.budget.spans import Months
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Unit

DEFINITION = Definition(
    "Budget bridge",
    "budgeted net + volume + mix + rate + losses + timing + other income + volume and spending of every cost = actual "
    "net, before physician pay; each part positive where it helps",
    SOURCE,
)
COLUMNS = (BreakdownColumn("Step", Unit.TEXT), BreakdownColumn("Amount", Unit.MONEY))

BUDGETED, TOTAL = "Budgeted net", "Total"
OTHER_COSTS = "Spending: all other costs"


@dataclass(frozen=True, slots=True)
class Step:
    """One part of the bridge. `cause` is what it counts for among the causes of a shortfall."""

    name: str
    cents: int
    cause: str
    account: str = ""


VOLUME = "visits"
OF_VISITS = (RevenuePart.NEW, RevenuePart.ESTABLISHED)


def steps(books: BudgetBooks, months: Months) -> list[Step]:
    """Every part, costs account by account; those that are nothing left out. They add up to the variance of the net."""
    found = [
        Step(str(part), cents, VOLUME if part in OF_VISITS else str(part))
        for part, cents in revenue_of(books, months).items()
    ]
    for each in books.accounts:
        if each.is_visits_income or each.is_pay:
            continue
        if each.is_income:
            other = books.actual_of(each, months.numbers) - books.planned_of(each, months.numbers)
            found.append(Step(f"Other income: {each.name}", other, f"other income {each.name}", each.name))
            continue
        cost = books.flexed(each, months.numbers)
        driver = "cash" if each.driver == "cash" else "visits"
        found.append(Step(f"Costs with {driver}: {each.name}", cost.volume, f"costs with {driver}", each.name))
        found.append(Step(f"Spending: {each.name}", cost.spending, each.name, each.name))
    return [step for step in found if step.cents]


def budget_bridge(books: BudgetBooks, months: Months, top: int = 0) -> Breakdown:
    """The bridge as rows: the budgeted net, its parts, and the total, which is the actual net.

    What costs less or more with the visits, or with the cash, is one step each. Spending is a step an account; with
    `top`, only the accounts of the most dollars, and all others together.
    """
    every = steps(books, months)
    body: list[tuple[str, int]] = [(BUDGETED, books.net(months.numbers, planned=True))]
    body += [(step.name, step.cents) for step in every if not step.account or step.name.startswith("Other income")]
    for driver in ("visits", "cash"):
        moved = sum(step.cents for step in every if step.cause == f"costs with {driver}")
        body += [(f"Costs that go with {driver}", moved)] if moved else []
    spent = [step for step in every if step.name.startswith("Spending: ")]
    largest = sorted(spent, key=lambda step: (-abs(step.cents), step.name))
    shown = largest[:top] if top and len(largest) > top else largest
    body += [(step.name, step.cents) for step in shown]
    rest = sum(step.cents for step in largest[len(shown) :])
    body += [(OTHER_COSTS, rest)] if rest else []
    body.append((TOTAL, books.net(months.numbers, planned=False)))
    return Breakdown(COLUMNS, body, DEFINITION, rows_used=books.rows, notes=notes_of(books, months))
