"""The figures of the budget that the Dashboard shows month by month."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from medoffice_xl.areas.budget import key_ratios as ratios
from medoffice_xl.areas.budget.benchmarks import CURRENT_RATIO, DAYS_CASH, OPERATING_MARGIN, OVERHEAD_RATE
from medoffice_xl.areas.budget.books import NEEDS, USES, BudgetBooks, budget_books, closed_by
from medoffice_xl.areas.budget.chart_of_accounts import Account
from medoffice_xl.areas.budget.fiscal_year import in_words
from medoffice_xl.areas.budget.revenue_parts import PayerVisits
from medoffice_xl.areas.budget.spans import Span, months_of_span
from medoffice_xl.errors import NoData
from medoffice_xl.headlines import AtEnds, Cause, Headline, Known, Terms, Worth, each_end
from medoffice_xl.ledger.calendar_months import month_number
from medoffice_xl.ledger.first_billed import NO_PAYER
from medoffice_xl.ledger.practice_costs import half_up
from medoffice_xl.measure import Unit
from medoffice_xl.money import show
from medoffice_xl.reports.rows import counted
from medoffice_xl.sets import Tables
from medoffice_xl.tables.benchmarks import HIGHER, LOWER

SHEET = "Budget"
LEAST_DRAWN = 3
"""Closed months that an earlier end needs to be drawn: a year's rate of fewer swings too much to show a trend."""


def _of_books(read: Callable[[BudgetBooks, Tables, Terms], float | int]) -> AtEnds:
    """A figure of closed months, read off the books as they were closed by each end.

    The books of the last day hold all that those of an earlier one do; what differs is which months were closed.
    """

    def known(tables: Tables, ends: Sequence[date], terms: Terms) -> Known:
        books = budget_books(tables, ends[-1])
        closed = [closed_by(tables, end) for end in ends]
        return [
            _known(read, replace(books, closed=months, as_of=end), tables, terms)
            if end == ends[-1] or len([each for each in months if books.is_posted(each)]) >= LEAST_DRAWN
            else None
            for end, months in zip(ends, closed, strict=True)
        ]

    return known


def _known(
    read: Callable[[BudgetBooks, Tables, Terms], float | int], books: BudgetBooks, tables: Tables, terms: Terms
) -> float | int | None:
    try:
        return read(books, tables, terms)
    except NoData:
        return None


def _against_plan(books: BudgetBooks, tables: Tables, terms: Terms) -> int:
    months = months_of_span(books, terms.year_start, Span.MONTH).numbers
    return books.net(months, planned=False) - books.net(months, planned=True)


def _plan_worth(tables: Tables, before: date, now: date, terms: Terms) -> Worth | None:
    """How much further above or below plan the last closed month is than the one before, account by account."""
    books = budget_books(tables, now)
    judged = books.judged(sorted(books.closed))
    if len(judged) < 2:
        return None
    last, former = judged[-1], judged[-2]
    causes = [
        Cause(each.name, _variance(books, each, last) - _variance(books, each, former))
        for each in books.accounts
        if not each.is_pay
    ]
    told = [
        f"{show(books.net([each], planned=False) - books.net([each], planned=True))} in {in_words((each,))}"
        for each in (last, former)
    ]
    return Worth(sum(each.cents for each in causes), causes, f"{told[0]} against plan, {told[1]}")


def _variance(books: BudgetBooks, account: Account, month: int) -> int:
    gap = books.actual_of(account, [month]) - books.planned_of(account, [month])
    return gap if account.is_income else -gap


def _overhead_worth(tables: Tables, before: date, now: date, terms: Terms) -> Worth | None:
    """Expenses less than the same income would have taken at the former overhead rate, in cents, account by account.

    (former rate - rate) x income of the twelve months closed by `now`: what the month that came brought above what the
    month that went had. An account's part is its former share of income less its share, by the same income. None where
    a rate is not shown for one of the days: too few months closed, or no income in them. None, too, where no month was
    closed between the days.
    """
    books = budget_books(tables, now)
    then, today = (replace(books, closed=closed_by(tables, day), as_of=day) for day in (before, now))
    if then.closed == today.closed or sum(map(books.is_posted, then.closed)) < LEAST_DRAWN:
        return None
    try:
        former, rate = ratios.overhead_shares(then), ratios.overhead_shares(today)
    except NoData:
        return None
    causes = [Cause(name, half_up((former.of[name] - rate.of[name]) * rate.income)) for name in rate.of]
    words = f"{float(rate.whole):.1%} of income on {now:%m/%d}, {float(former.whole):.1%} on {before:%m/%d}"
    return Worth(sum(each.cents for each in causes), causes, words)


def visits_by_month(tables: Tables, ends: Sequence[date], terms: Terms) -> Known:
    """Visits served in the month of each end, up to it, as charged by the last day; None before the first."""
    books = budget_books(tables, ends[-1])
    first = min(books.facts.visits, default=None)
    months = [month_number(end) for end in ends]
    return [None if first is None or month < first else int(books.facts.count(month)) for month in months]


def _visits_worth(tables: Tables, before: date, now: date, terms: Terms) -> Worth | None:
    """Visits of the month more than in the month before, by payer, each at what a visit of that payer was allowed then.

    A payer's first visits count at what they are allowed themselves. None where nobody came in the month before.
    """
    books = budget_books(tables, now)
    then, today = (
        {each.payer: each for each in books.facts.visits.get(month_number(day), ())} for day in (before, now)
    )
    if not any(each.visits for each in then.values()):
        return None
    causes = [_visits_more(then.get(payer), today.get(payer)) for payer in sorted({*then, *today})]
    counts = [counted(int(books.facts.count(month_number(day))), "visit", "visits") for day in (now, before)]
    words = f"{counts[0]} in {now:%B}, {counts[1]} in {before:%B}"
    return Worth(sum(each.cents for each in causes), [each for each in causes if each.cents], words)


def _visits_more(then: PayerVisits | None, today: PayerVisits | None) -> Cause:
    priced = then if then and then.visits else today
    more = (today.visits if today else 0) - (then.visits if then else 0)
    worth = more * priced.allowed / priced.visits if priced and priced.visits else Fraction(0)
    known = then or today
    return Cause(known.payer if known and known.payer else NO_PAYER, half_up(worth))


def _current_ratios(tables: Tables, ends: Sequence[date], terms: Terms) -> Known:
    """The ratio at each end; of the books it takes what accounts are, which is the same on every day."""
    books = budget_books(tables, ends[-1])
    return each_end(lambda tables, day, terms: ratios.current_ratio(books, tables["trial_balances"], day))(
        tables, ends, terms
    )


HEADLINES = (
    Headline(
        "Net against plan", "Before physician pay, last closed month", Unit.MONEY, HIGHER, SHEET,
        _of_books(_against_plan), NEEDS, USES, place=3, worth=_plan_worth,
    ),
    Headline(
        "Overhead rate", "Expenses before physician pay; twelve closed months", Unit.PERCENT, LOWER, SHEET,
        _of_books(lambda books, tables, terms: ratios.overhead_rate(books).value),
        NEEDS, USES, benchmark=OVERHEAD_RATE, place=4, worth=_overhead_worth,
    ),
    Headline(
        "Days cash on hand", "Cash of the last closed month's end", Unit.DAYS, HIGHER, SHEET,
        _of_books(lambda books, tables, terms: ratios.days_cash(books, tables["cash"]).value),
        (*NEEDS, "cash"), USES, benchmark=DAYS_CASH, place=5,
    ),
    Headline(
        "Visits", "Served in the month, as far as they are charged", Unit.COUNT, HIGHER, SHEET,
        visits_by_month, (*NEEDS, "charges"), USES, place=11, adds_up=True, worth=_visits_worth,
    ),
    Headline(
        "Operating margin", "Before physician pay; twelve closed months", Unit.PERCENT, HIGHER, SHEET,
        _of_books(lambda books, tables, terms: ratios.operating_margin(books).value),
        NEEDS, USES, benchmark=OPERATING_MARGIN,
    ),
    Headline(
        "Current ratio", "Current assets for each dollar of current liabilities", Unit.RATIO, HIGHER, SHEET,
        _current_ratios,
        (*NEEDS, "trial_balances"), USES, benchmark=CURRENT_RATIO,
    ),
)  # fmt: skip
