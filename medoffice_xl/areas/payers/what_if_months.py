"""A what-if by month: revenue, margin and what is left for physicians, today and after the change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from medoffice_xl.areas.payers.payer_economics import Economics, Practice, together
from medoffice_xl.ledger.calendar_months import first_day
from medoffice_xl.ledger.cost_allocation import allocate
from medoffice_xl.ledger.practice_costs import half_up
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit

COLUMNS = (
    BreakdownColumn("Month", Unit.TEXT),
    BreakdownColumn("Revenue today", Unit.MONEY),
    BreakdownColumn("Revenue after", Unit.MONEY),
    BreakdownColumn("Variable cost today", Unit.MONEY),
    BreakdownColumn("Variable cost after", Unit.MONEY),
    BreakdownColumn("Fixed cost (stays)", Unit.MONEY),
    BreakdownColumn("Margin today", Unit.MONEY),
    BreakdownColumn("Margin after", Unit.MONEY),
    BreakdownColumn("For physicians today", Unit.MONEY),
    BreakdownColumn("For physicians after", Unit.MONEY),
)

VARIABLE_ONLY = "Only variable cost goes with the visits; fixed cost stays whatever is dropped."


@dataclass(frozen=True, slots=True)
class Change:
    """What a scenario adds to a month: revenue and variable cost in exact cents (below zero: taken away)."""

    revenue: Fraction = Fraction(0)
    variable: Fraction = Fraction(0)


def by_month(
    practice: Practice,
    changes: Mapping[int, Change],
    definition: Definition,
    parts: Sequence[Part],
    notes: Sequence[str],
) -> Breakdown:
    """One row a month with the practice today and after the changes, and the total.

    Variable cost includes the rework of denials and the cost of money awaited. What is left for physicians is revenue
    less all cost but their own pay and the cost of money awaited, which is not paid to anybody.
    """
    months = sorted({month for _, month in practice.cells})
    today = {month: together(part for (_, of), part in practice.cells.items() if of == month) for month in months}
    pay = _physicians(practice, today)
    rows = [_row(today[month], changes.get(month, Change()), *pay[month]) for month in months]
    total = tuple(sum(column) for column in zip(*rows, strict=True))
    labels = [f"{first_day(month):%b %Y}" for month in months]
    change = total[6] - total[5]
    return Breakdown(
        columns=COLUMNS,
        body=[(label, *row) for label, row in zip([*labels, "Total"], [*rows, total], strict=True)],
        definition=definition,
        parts=[
            *parts,
            Part("Change of revenue", total[1] - total[0], Unit.MONEY),
            Part("Change of margin", change, Unit.MONEY),
            *practice.period.parts,
        ],
        rows_used=practice.claims,
        notes=[*notes, *practice.notes],
    )


def _physicians(practice: Practice, today: Mapping[int, Economics]) -> dict[int, tuple[int, Fraction]]:
    """Fixed pay of physicians of each month, and their share of a month's variable cost."""
    costs = practice.costs
    of_fixed = {month: part.fixed for month, part in today.items()}
    fixed = allocate(costs.physicians_fixed, of_fixed) if any(of_fixed.values()) else dict.fromkeys(today, 0)
    share = Fraction(costs.physicians_variable, costs.variable) if costs.variable else Fraction(0)
    return {month: (fixed[month], share) for month in today}


def _row(today: Economics, change: Change, pay: int, share: Fraction) -> tuple[int, ...]:
    variable = today.variable + today.rework + today.financing
    after_money, after_variable = half_up(today.money + change.revenue), half_up(variable + change.variable)
    theirs = today.money - variable + today.financing - today.fixed + pay + share * today.variable
    gained = change.revenue - change.variable * (1 - share)
    return (
        *(today.money, after_money, variable, after_variable, today.fixed),
        *(today.money - variable - today.fixed, after_money - after_variable - today.fixed),
        *(half_up(Fraction(theirs)), half_up(theirs + gained)),
    )
