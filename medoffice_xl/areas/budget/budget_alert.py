"""The alert: whether the budget suffers, by how much, since when, why, and one sentence for the physicians."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import pandas as pd

from medoffice_xl.area import figure
from medoffice_xl.areas.budget.alert_causes import Access, Cause, Patients, causes, named
from medoffice_xl.areas.budget.alert_states import MonthEnd, Rule, Standing, State, least, standings
from medoffice_xl.areas.budget.books import BudgetBooks
from medoffice_xl.areas.budget.budget_bridge import steps
from medoffice_xl.areas.budget.budget_variance import notes_of
from medoffice_xl.areas.budget.fiscal_year import in_words, year_of
from medoffice_xl.areas.budget.payroll_parts import payroll_parts
from medoffice_xl.areas.budget.spans import Months, Span, months_of_span
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import BadArgument, BookError, NoData
from medoffice_xl.ledger.calendar_months import first_day, month_number
from medoffice_xl.ledger.debt_cover import DebtCover
from medoffice_xl.ledger.period import Period
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Measure, Unit, Value
from medoffice_xl.money import show
from medoffice_xl.sets import Tables
from medoffice_xl.tables.accounts import DEPRECIATION, INTEREST

DEFINITION = Definition(
    "Budget alert",
    "shortfall = budgeted net − actual net before physician pay, closed months of the fiscal year; held against the "
    "thresholds named Budget, as shares of budgeted revenue before losses",
    "medoffice_xl's own rules; every number is a row of Thresholds",
)
COLUMNS = (
    BreakdownColumn("What", Unit.TEXT),
    BreakdownColumn("Dollars", Unit.MONEY),
    BreakdownColumn("Says", Unit.TEXT),
)
_ORDINALS = ("", "", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh")


@dataclass(frozen=True, slots=True)
class Alert:
    """How the budget stands, and why. `unknown` says what the workbook does not know yet."""

    standing: Standing
    months: Months
    shortfall: int
    revenue: int
    causes: Sequence[Cause]
    named: Sequence[Cause]
    patients: Patients
    unknown: Sequence[str]

    @property
    def share(self) -> float | None:
        """The shortfall as a share of budgeted revenue."""
        return self.shortfall / self.revenue if self.revenue else None


def alert(books: BudgetBooks, tables: Tables, year_start: int, limits: InForce) -> Alert:
    """The alert at the last closed month's end. Raises NoData where no month is closed.

    `tables` are asked for cash, and handed to the figures of other duties (`fill_rate`, `no_show_rise`, `wait_rise`,
    `cash_short`), each called with the tables and the period, where an area declares them.
    """
    to_date = months_of_span(books, year_start, Span.YEAR_TO_DATE)
    judged = books.judged(sorted(books.closed))
    cash = tables.get("cash")
    ends = [_end(books, each, year_start, cash) for each in judged]
    ahead = _asked("cash_short", tables, Period(first_day(judged[-1]), books.as_of))
    if ahead and ahead.value > 0:
        ends[-1] = replace(ends[-1], cash_short=True)
    last = standings(ends, limits)[-1]
    months = months_of_span(books, year_start, Span.MONTH) if last.rule is Rule.MONTH else to_date
    period = Period(first_day(months.numbers[0]), books.as_of)
    access, unknown = _access(tables, period)
    if ahead is None:
        unknown.append("Cash is not forecast yet: the alert looks at the last month's end only.")
    payroll, _ = payroll_parts(books, months.numbers, tables)
    found = causes(steps(books, months), _patients(books, months.numbers), access, limits, payroll)
    end = last.end
    one = last.rule is Rule.MONTH
    return Alert(
        standing=last,
        months=months,
        shortfall=end.month_shortfall if one else end.shortfall,
        revenue=end.month_revenue if one else end.revenue,
        causes=found,
        named=named(found, least(end.month_revenue, limits), limits),
        patients=_patients(books, months.numbers),
        unknown=unknown,
    )


def _end(books: BudgetBooks, month: int, year_start: int, cash: pd.DataFrame | None) -> MonthEnd:
    year = [each for each in year_of(month, year_start) if each <= month]
    to_date = books.judged(year)
    return MonthEnd(
        month,
        books.net(to_date, planned=True) - books.net(to_date, planned=False),
        books.budgeted_revenue(to_date),
        books.net([month], planned=True) - books.net([month], planned=False),
        books.budgeted_revenue([month]),
        covers(books, to_date, cash),
        _below_floor(cash, month),
    )


def covers(books: BudgetBooks, months: Sequence[int], cash: pd.DataFrame | None) -> Fraction | None:
    """Debt service coverage of these months, for the alert the budget year to date; None without debt service.

    Net income is that after physician pay. A new loan is judged by the last twelve months: `ledger.debt_cover`.
    """
    interest, depreciation = (
        sum(books.actual_of(each, months) for each in books.accounts if not each.is_income and each.line == line)
        for line in (INTEREST, DEPRECIATION)
    )
    return DebtCover(
        net_income=books.net(months, planned=False, with_pay=True),
        interest=interest,
        depreciation=depreciation,
        debt_service=sum(_of_months(cash, "debt_service", months)),
        last=max(months, default=0),
    ).times()


def _below_floor(cash: pd.DataFrame | None, month: int) -> bool | None:
    """Whether the bank accounts together ended the month below their floors."""
    floors = _of_months(cash, "floor", [month])
    if not any(floors):
        return None
    return sum(_of_months(cash, "balance", [month])) < sum(floors)


def _of_months(cash: pd.DataFrame | None, column: str, months: Iterable[int]) -> list[int]:
    if cash is None:
        return []
    wanted = set(months)
    return [
        int(value)
        for day, value in zip(cash["month"], cash[column], strict=True)
        if not pd.isna(day) and not pd.isna(value) and month_number(day.date()) in wanted
    ]


def _patients(books: BudgetBooks, months: Iterable[int]) -> Patients:
    nothing = Fraction(0)
    sides = [books.incomes(month) for month in months]
    return Patients(
        sum((planned.count for planned, _ in sides), nothing),
        sum((actual.count for _, actual in sides), nothing),
        sum((planned.new for planned, _ in sides), nothing),
        sum((actual.new for _, actual in sides), nothing),
    )


def _access(tables: Tables, period: Period) -> tuple[Access, list[str]]:
    """What other duties know, and what nobody knows yet."""
    found = {name: _asked(name, tables, period) for name in ("fill_rate", "no_show_rise", "wait_rise")}
    unknown = []
    if not any(found.values()):
        unknown.append(
            "Appointments are not in the workbook yet: whether slots were free, and how many did not show up."
        )
    return Access(*found.values()), unknown


def _asked(name: str, tables: Tables, period: Period) -> Measure | None:
    """Another duty's figure, where an area declares it and has its tables and data for it."""
    try:
        answer: Measure = figure(name)(tables, period)
    except (BadArgument, BookError, NoData):
        return None
    return answer


def sentence(found: Alert) -> str:
    """The alert in a physician's words: how the budget stands, and why."""
    if found.standing.state in (State.ON_PLAN, State.CLEARED):
        return verdict(found)
    extra = _OTHER_RULES.get(found.standing.rule, "")
    return " ".join(filter(None, (verdict(found), extra, _why(found))))


def verdict(found: Alert) -> str:
    """How the budget stands, in a sentence."""
    if found.standing.state is State.ON_PLAN:
        return f"The budget is on plan: net is {_against_plan(found)} in {found.months.words}."
    if found.standing.state is State.CLEARED:
        return f"The budget is on plan again: net is {_against_plan(found)} in {found.months.words}."
    verb = "The budget suffers" if found.standing.state is State.SUFFERS else "The budget is to be watched"
    share = "" if found.share is None else f" ({found.share * 100:.1f}% of budgeted revenue)"
    return f"{verb}: net {_against_plan(found)} in {found.months.words}{share}{_running(found.standing)}."


_OTHER_RULES = {
    Rule.DEBT: "Income does not cover the debt service with enough to spare.",
    Rule.CASH: "Cash is below its floor, or is forecast to be within three months.",
}


def _against_plan(found: Alert) -> str:
    return f"{show(abs(found.shortfall))} {'under' if found.shortfall > 0 else 'over'} plan"


def _running(standing: Standing) -> str:
    if standing.in_a_row < 2:
        return ""
    name = _ORDINALS[standing.in_a_row] if standing.in_a_row < len(_ORDINALS) else f"{standing.in_a_row}th"
    return f", the {name} month running"


def _why(found: Alert) -> str:
    if not found.named:
        return ""
    first, *others = found.named
    verb = "explain" if first.name in ("visits", "rates", "losses") else "explains"
    text = f"{first.name[0].upper()}{first.name[1:]} {verb} {show(-first.cents)}"
    if first.name == "visits" and found.patients.new_short > max(found.patients.established_short, Fraction(0)):
        text += f", most of it {float(found.patients.new_short):,.0f} fewer new patients"
    text += "".join(f"; {other.name} {show(-other.cents)}" for other in others)
    return f"{text}. {first.advice}"


def budget_alert(books: BudgetBooks, found: Alert) -> Breakdown:
    """The alert as rows: state, since, causes with what to do, what is not known, the sentence, the books' basis."""
    state = found.standing
    rows: list[tuple[Value, ...]] = [
        ("State", -found.shortfall, str(state.state)),
        ("Since", None, in_words((state.since,))),
        ("Months", None, f"{found.months.words}, closed"),
    ]
    rows += [(f"Cause: {cause.name}", cause.cents, cause.advice) for cause in found.causes]
    rows += [("Not known yet", None, said) for said in found.unknown]
    rows += [("Sentence", None, sentence(found)), ("Basis of the books", None, books.basis)]
    return Breakdown(COLUMNS, rows, DEFINITION, rows_used=books.rows, notes=notes_of(books, found.months))
