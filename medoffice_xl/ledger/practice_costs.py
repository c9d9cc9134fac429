"""What the practice spent in a period: fixed and variable apart, and what of it went to physicians."""

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

import narwhals as nw

from medoffice_xl.errors import NoData
from medoffice_xl.ledger.calendar_months import days_inside, first_day, month_of, months_of
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.rows import Frame, fetch, take
from medoffice_xl.sets.unchanging import remembered
from medoffice_xl.tables import COSTS
from medoffice_xl.tables.costs import PHYSICIANS


@dataclass(frozen=True, slots=True)
class PracticeCosts:
    """Cents of a period. What physicians are paid is part of fixed and variable; `missing` are months without cost."""

    fixed: int
    variable: int
    physicians_fixed: int
    physicians_variable: int
    missing: tuple[int, ...]
    rows: int

    @property
    def total(self) -> int:
        """All cost, physicians' pay included."""
        return self.fixed + self.variable

    @property
    def physicians(self) -> int:
        """What physicians are paid."""
        return self.physicians_fixed + self.physicians_variable

    @property
    def notes(self) -> list[str]:
        """A warning where months are missing."""
        if not self.missing:
            return []
        names = ", ".join(f"{first_day(month):%b %Y}" for month in self.missing)
        return [f"No costs are entered for {names}: margins look better than they are."]


def practice_costs(costs: Frame, period: Period) -> PracticeCosts:
    """The costs of the period; a month that is partly in it counts by its days. Raises NoData where they are zero."""
    return remembered(_practice_costs, costs, asked=(period,))


def _practice_costs(costs: Frame, period: Period) -> PracticeCosts:
    rows = take(costs, COSTS, "month", "category", "behaviour", "amount").with_columns(number=month_of("month"))
    sums = fetch(rows.group_by("number", "category", "behaviour").agg(nw.col("amount").sum(), lines=nw.len()))
    exact: dict[tuple[str, bool], Fraction] = defaultdict(Fraction)
    wanted, known, used = months_of(period), set(), 0
    for row in sums:
        if row["number"] not in wanted:
            continue
        inside, length = days_inside(row["number"], period)
        known.add(row["number"])
        used += row["lines"]
        share = Fraction(row["amount"] * inside, length)
        exact[row["behaviour"], row["category"] == PHYSICIANS] += share
    fixed = half_up(exact["fixed", False] + exact["fixed", True])
    variable = half_up(exact["variable", False] + exact["variable", True])
    if not known:
        raise NoData(f"No costs are entered from {period}. Fill in the table {COSTS.sheet}: month, account, amount.")
    if fixed + variable <= 0:
        raise NoData(f"The costs from {period} come to zero or less. Check the amounts in the table {COSTS.sheet}.")
    missing = tuple(month for month in wanted if month not in known)
    paid = half_up(exact["fixed", True]), half_up(exact["variable", True])
    return PracticeCosts(fixed, variable, *paid, missing, used)


def half_up(exact: Fraction) -> int:
    """The nearest whole number, halves away from zero.

    >>> half_up(Fraction(5, 2)), half_up(Fraction(-5, 2))
    (3, -3)
    """
    doubled = abs(exact) * 2
    nearest = int(doubled + 1) // 2
    return nearest if exact >= 0 else -nearest
