"""Plan and actual of every month, account by account: what variances, bridge, alert and forecasts are made of."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property

import pandas as pd

from medoffice_xl.areas.budget.chart_of_accounts import Account, Chart, chart_of
from medoffice_xl.areas.budget.expense_parts import Flexed, flexed
from medoffice_xl.areas.budget.fiscal_year import last_day
from medoffice_xl.areas.budget.revenue_parts import Income, PayerVisits, RevenuePart, revenue_parts
from medoffice_xl.areas.budget.visit_facts import VisitFacts, visit_facts
from medoffice_xl.ledger.calendar_months import first_day, month_number
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.sets import Tables
from medoffice_xl.sets.unchanging import remembered, unchanging
from medoffice_xl.tables import BUDGET_VISITS, CHARGES, CLOSED_MONTHS, PAYMENTS, empty_frame

NEEDS = ("accounts", "ledger", "budget_amounts")
USES = ("budget_visits", "closed_months", "charges", "payments")

_EMPTY = {table.name: unchanging(empty_frame(table)) for table in (BUDGET_VISITS, CLOSED_MONTHS, CHARGES, PAYMENTS)}

Amounts = Mapping[tuple[int, str], int]
"""Cents by month (as a number) and account (lower case)."""


@dataclass(frozen=True, slots=True)
class PlannedVisits:
    """What was planned of a month's visits; `losses` and `growth` of collectible A/R in cents."""

    visits: tuple[PayerVisits, ...]
    losses: int
    growth: int


@dataclass(frozen=True)
class BudgetBooks:
    """The practice's plan and its books, as they were known on a day."""

    chart: Chart
    budget: Amounts
    actual: Amounts
    names: Mapping[str, str]
    planned: Mapping[int, PlannedVisits]
    facts: VisitFacts
    closed: frozenset[int]
    bases: frozenset[str]
    as_of: date
    rows: int
    hours: Mapping[tuple[int, str], Fraction] = field(default_factory=dict)
    notes: Sequence[str] = field(default_factory=tuple)

    @cached_property
    def accounts(self) -> list[Account]:
        """Every account of income and expense that is budgeted or posted, income first."""
        found = [self.chart[name] for name in self.names.values()]
        return sorted(
            (each for each in found if each.in_net), key=lambda each: (not each.is_income, each.is_pay, each.name)
        )

    @property
    def is_accrual(self) -> bool:
        """Whether the books are on the accrual basis."""
        return "accrual" in self.bases

    @property
    def basis(self) -> str:
        """Accrual, cash, both or not said."""
        return " and ".join(sorted(self.bases - {""})) or "not said"

    def has_plan(self, month: int) -> bool:
        """Whether anything is budgeted for the month."""
        return month in self._planned_months

    def is_posted(self, month: int) -> bool:
        """Whether anything is posted in the month."""
        return month in self._posted_months

    @cached_property
    def _planned_months(self) -> frozenset[int]:
        return frozenset(month for month, _ in self.budget)

    @cached_property
    def _posted_months(self) -> frozenset[int]:
        return frozenset(month for month, _ in self.actual)

    def judged(self, months: Iterable[int]) -> tuple[int, ...]:
        """Of these months, those that are closed, budgeted and posted: no other is ever judged."""
        return tuple(each for each in months if each in self.closed and self.has_plan(each) and self.is_posted(each))

    def planned_of(self, account: Account, months: Iterable[int]) -> int:
        """Budgeted cents of an account."""
        return sum(self.budget.get((month, account.name.casefold()), 0) for month in months)

    def actual_of(self, account: Account, months: Iterable[int]) -> int:
        """Posted cents of an account."""
        return sum(self.actual.get((month, account.name.casefold()), 0) for month in months)

    def flexed(self, account: Account, months: Iterable[int]) -> Flexed:
        """A cost flexed month by month; the months add up."""
        each = [self._flexed(account, month) for month in months]
        return Flexed(*(sum(getattr(one, name) for one in each) for name in ("budget", "flex", "actual")))

    def _flexed(self, account: Account, month: int) -> Flexed:
        planned, actual = self.planned_of(account, [month]), self.actual_of(account, [month])
        return flexed(planned, actual, account.fixed, self._driven(account, month))

    def _driven(self, account: Account, month: int) -> Fraction | None:
        """The driver's actual ÷ planned in the month; None where there is no driver or it is not known."""
        if account.fixed == 1 or account.driver == "none":
            return None
        if account.driver == "cash":
            planned, actual = self._visits_income(self.budget, month), self._visits_income(self.actual, month)
            return Fraction(actual, planned) if planned > 0 else None
        plan = self.planned.get(month)
        count = sum((each.visits for each in plan.visits), Fraction(0)) if plan else Fraction(0)
        return self.facts.count(month) / count if count and self.facts.visits else None

    def _visits_income(self, amounts: Amounts, month: int) -> int:
        return sum(amounts.get((month, each.name.casefold()), 0) for each in self.accounts if each.is_visits_income)

    def revenue(self, month: int) -> dict[RevenuePart, int]:
        """The variance of visits' income in its parts; one part alone where no visits are planned or known."""
        planned, actual = self.incomes(month)
        return revenue_parts(planned, actual)

    def incomes(self, month: int) -> tuple[Income, Income]:
        """Visits' income as planned and as it was. Without planned or known visits all of it is not from visits."""
        booked = self._visits_income(self.budget, month), self._visits_income(self.actual, month)
        plan, facts = self.planned.get(month), self.facts
        if plan is None or not facts.visits.get(month):
            planned, actual = (Income((), 0, 0, each) for each in booked)
            return planned, actual
        allowed = sum((each.allowed for each in plan.visits), Fraction(0))
        cash = None if self.is_accrual else allowed - plan.losses - plan.growth
        received = None if self.is_accrual else facts.cash.get(month, 0)
        return (
            Income(plan.visits, plan.losses, cash, booked[0]),
            Income(tuple(facts.visits[month]), facts.losses.get(month, 0), received, booked[1]),
        )

    def budgeted_revenue(self, months: Iterable[int]) -> int:
        """What shares of the budget are of: all budgeted income, before planned losses and planned growth of A/R."""
        income = [each for each in self.accounts if each.is_income]
        whole = 0
        for month in months:
            plan = self.planned.get(month)
            before = plan.losses + (0 if self.is_accrual else plan.growth) if plan else 0
            whole += before + sum(self.planned_of(each, [month]) for each in income)
        return whole

    def net(self, months: Sequence[int], planned: bool, with_pay: bool = False) -> int:
        """Income less costs, in cents: before what physicians are paid, or after it."""
        amount = self.planned_of if planned else self.actual_of
        return sum(
            (1 if each.is_income else -1) * amount(each, months)
            for each in self.accounts
            if with_pay or not each.is_pay
        )


def budget_books(tables: Tables, as_of: date) -> BudgetBooks:
    """The books as of a day. A table that is used and not there is empty: no visits planned, no month closed."""
    used = [tables.rows_if_there(name) for name in USES]
    frames = [_EMPTY[name] if frame is None else frame for name, frame in zip(USES, used, strict=True)]
    return remembered(_books, *(tables[name] for name in NEEDS), *frames, asked=(tables.has_rows("charges"), as_of))


def closed_by(tables: Tables, day: date) -> frozenset[int]:
    """The months whose books were closed by a day, and which are over by then."""
    frame = tables.get(CLOSED_MONTHS.name)
    return frozenset() if frame is None else _closed(frame, day)


def _books(
    accounts: pd.DataFrame,
    ledger: pd.DataFrame,
    budget: pd.DataFrame,
    visits: pd.DataFrame,
    closed: pd.DataFrame,
    charges: Frame,
    payments: Frame,
    has_charges: bool,
    as_of: date,
) -> BudgetBooks:
    names: dict[str, str] = {}
    chart = chart_of(accounts)
    ledger = ledger[~(ledger["month"] >= pd.Timestamp(first_day(month_number(as_of) + 1)))]
    planned = _amounts(budget, names, chart)
    posted = _amounts(ledger, names, chart)
    first = first_day(min((month for month, _ in (*planned, *posted)), default=month_number(as_of)))
    facts = visit_facts(charges, payments, Period(min(first, as_of), as_of), as_of) if has_charges else VisitFacts()
    return BudgetBooks(
        chart,
        planned,
        posted,
        names,
        _planned_visits(visits),
        facts,
        _closed(closed, as_of),
        frozenset(ledger["basis"]),
        as_of,
        len(budget) + len(ledger),
        _hours(budget),
        tuple(_unlisted(chart, names)),
    )


def _amounts(frame: pd.DataFrame, names: dict[str, str], chart: Chart) -> dict[tuple[int, str], int]:
    """Cents by month and account. `names` learns the spelling."""
    found: dict[tuple[int, str], int] = defaultdict(int)
    for month, account, amount in zip(frame["month"], frame["account"], frame["amount"], strict=True):
        if pd.isna(month) or pd.isna(amount) or not chart[account].in_net:
            continue
        key = account.casefold()
        names.setdefault(key, chart[account].name)
        found[month_number(month.date()), key] += int(amount)
    return dict(found)


def _hours(frame: pd.DataFrame) -> dict[tuple[int, str], Fraction]:
    """Budgeted hours by month and account (lower case), where they are said."""
    found: dict[tuple[int, str], Fraction] = defaultdict(Fraction)
    for month, account, hours in zip(frame["month"], frame["account"], frame["hours"], strict=True):
        if not pd.isna(month) and not pd.isna(hours):
            found[month_number(month.date()), account.casefold()] += _exact(hours)
    return dict(found)


def _planned_visits(frame: pd.DataFrame) -> dict[int, PlannedVisits]:
    visits: dict[int, list[PayerVisits]] = defaultdict(list)
    sums: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for row in frame.to_dict("records"):
        if pd.isna(row["month"]):
            continue
        month = month_number(row["month"].date())
        count = _exact(row["visits"])
        visits[month].append(
            PayerVisits(row["payer"], count, _exact(row["new_visits"]), count * _whole(row["allowed"]))
        )
        sums[month][0] += _whole(row["losses"])
        sums[month][1] += _whole(row["receivable_growth"])
    return {month: PlannedVisits(tuple(rows), *sums[month]) for month, rows in visits.items()}


def _exact(value: float | None) -> Fraction:
    return Fraction(0) if value is None or pd.isna(value) else Fraction(str(value))


def _whole(value: int | None) -> int:
    return 0 if value is None or pd.isna(value) else int(value)


def _closed(frame: pd.DataFrame, as_of: date) -> frozenset[int]:
    """Months whose books were closed by the day, and which are over by then."""
    found = set()
    for month, closed_on in zip(frame["month"], frame["closed_on"], strict=True):
        if pd.isna(month) or (not pd.isna(closed_on) and closed_on.date() > as_of):
            continue
        number = month_number(month.date())
        if last_day(number) <= as_of:
            found.add(number)
    return frozenset(found)


def _unlisted(chart: Chart, names: Mapping[str, str]) -> list[str]:
    """What to know of accounts that Accounts does not say enough of."""
    unknown = sorted(name for name in names.values() if not chart[name].kind)
    if not unknown:
        return []
    shown = ", ".join(unknown[:6]) + (f" and {len(unknown) - 6} more" if len(unknown) > 6 else "")
    return [f"Accounts does not say of what kind {shown} is: counted as cost, on a row of its own."]
