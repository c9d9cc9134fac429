"""The practice's own ratios: overhead, operating margin, cost a visit and a RVU, days of cash, current ratio."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import pandas as pd

from medoffice_xl.areas.budget.books import BudgetBooks
from medoffice_xl.areas.budget.chart_of_accounts import Account
from medoffice_xl.areas.budget.fiscal_year import in_words, last_day
from medoffice_xl.errors import BadArgument, NoData, OutOfRange
from medoffice_xl.ledger.calendar_months import first_day, month_number
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.measure import Definition, LeftOut, Measure, Part, Unit
from medoffice_xl.production.code_use import code_use
from medoffice_xl.production.relative_values import relative_values
from medoffice_xl.production.work_rvus import SCALE, work_done
from medoffice_xl.tables.accounts import CURRENT_ASSETS, CURRENT_LIABILITIES, DEPRECIATION

OVERHEAD = Definition(
    "Overhead rate", "operating expenses without what physicians are paid ÷ income of visits", "FPM 2010; MGMA"
)
MARGIN = Definition(
    "Operating margin",
    "(income − operating expenses) ÷ income; before or after what physicians are paid",
    "HFMA MAP keys; Practice Management STATS",
)
A_VISIT = Definition("Cost a visit", "operating expenses ÷ visits of the same months", "MGMA Cost Survey")
A_RVU = Definition(
    "Cost a RVU", "operating expenses ÷ work RVUs of the services of the same months", "MGMA Cost Survey"
)
DAYS = Definition(
    "Days cash on hand",
    "cash that may be spent freely ÷ ((operating expenses − depreciation) ÷ days)",
    "Textbook definition; HFMA",
)
CURRENT = Definition("Current ratio", "current assets ÷ current liabilities", "Textbook definition")

NO_PAY, PAY = "before", "after"


def closed_window(books: BudgetBooks, months: int) -> tuple[int, ...]:
    """The last closed and posted months up to the day, at most so many. Raises NoData where there is none."""
    if not 1 <= months <= 120:
        raise OutOfRange(f"You asked for {months:,} months; give 1 to 120.")
    known = tuple(each for each in sorted(books.closed) if books.is_posted(each))[-months:]
    if not known:
        raise NoData("No month is closed and posted. Mark the months whose books are closed on Closed months.")
    return known


def spent(books: BudgetBooks, months: Iterable[int], pay: str) -> int:
    """Operating expenses in cents: `before` physician pay, or `after` it, with it. Other expenses are none of them."""
    if pay.strip().casefold() not in (NO_PAY, PAY):
        raise BadArgument(f"“{pay}” is neither before nor after physician pay.")
    numbers = list(months)
    with_pay = pay.strip().casefold() == PAY
    return sum(books.actual_of(each, numbers) for each in _operating(books) if with_pay or not each.is_pay)


def _operating(books: BudgetBooks) -> list[Account]:
    return [each for each in books.accounts if not each.is_income and each.kind != "other expense"]


def _income(books: BudgetBooks, months: Sequence[int]) -> int:
    income = sum(books.actual_of(each, months) for each in books.accounts if each.is_visits_income)
    if income <= 0:
        raise NoData(f"The books show no income from {in_words(tuple(months))}.")
    return income


def overhead_rate(books: BudgetBooks, months: int = 12) -> Measure:
    """Overhead as a share of income, over the last closed months."""
    window = closed_window(books, months)
    cost, income = spent(books, window, NO_PAY), _income(books, window)
    return _measure(books, window, cost / income, Unit.PERCENT, OVERHEAD, cost, Part("Income", income, Unit.MONEY))


@dataclass(frozen=True, slots=True)
class Shares:
    """What each account of the overhead takes of income, exactly, and that income in cents."""

    of: Mapping[str, Fraction]
    income: int

    @property
    def whole(self) -> Fraction:
        """The overhead rate."""
        return sum(self.of.values(), Fraction(0))


def overhead_shares(books: BudgetBooks, months: int = 12) -> Shares:
    """The overhead rate by account, over the last closed months. Raises NoData without such months or income."""
    window = closed_window(books, months)
    income = _income(books, window)
    overhead = [each for each in _operating(books) if not each.is_pay]
    return Shares({each.name: Fraction(books.actual_of(each, window), income) for each in overhead}, income)


def operating_margin(books: BudgetBooks, months: int = 12, pay: str = NO_PAY) -> Measure:
    """What is left of income, as a share of it. After physician pay it is near zero where owners pay it all out."""
    window = closed_window(books, months)
    cost, income = spent(books, window, pay), _income(books, window)
    value = (income - cost) / income
    return _measure(books, window, value, Unit.PERCENT, MARGIN, cost, Part("Income", income, Unit.MONEY))


def cost_per_visit(books: BudgetBooks, months: int = 12, pay: str = NO_PAY) -> Measure:
    """Operating expenses a visit, in cents. Raises NoData where no visit was charged in these months."""
    window = closed_window(books, months)
    visits = sum((books.facts.count(each) for each in window), Fraction(0))
    if not visits:
        raise NoData(f"No visit was charged in {in_words(window)}.")
    cost = spent(books, window, pay)
    part = Part("Visits", int(visits), Unit.COUNT)
    return _measure(books, window, float(cost / visits), Unit.MONEY, A_VISIT, cost, part)


def cost_per_rvu(
    books: BudgetBooks, charges: Frame, mpfs: Frame, charge_master: Frame, months: int = 12, pay: str = NO_PAY
) -> Measure:
    """Operating expenses a work RVU, in cents. Codes without a value are left out and listed."""
    window = closed_window(books, months)
    uses = [
        use
        for use in code_use(charges, Period(first_day(window[0]), last_day(window[-1])), books.as_of)
        if use.month in window
    ]
    work = work_done(uses, relative_values(mpfs, charge_master))
    done = Fraction(sum(work.done.values()), SCALE)
    if done <= 0:
        raise NoData(f"No service of {in_words(window)} has a work RVU.")
    cost = spent(books, window, pay)
    part = Part("Work RVUs", float(done), Unit.RATIO)
    found = _measure(books, window, float(cost / done), Unit.MONEY, A_RVU, cost, part, work.notes)
    return Measure(found.value, found.unit, found.definition, found.parts, found.rows_used, work.left_out, found.notes)


def days_cash(books: BudgetBooks, cash: pd.DataFrame, months: int = 12) -> Measure:
    """How many days the cash of the last closed month's end pays what the practice spends, physicians' pay included."""
    window = closed_window(books, months)
    last = window[-1]
    rows = [
        int(balance)
        for day, balance in zip(cash["month"], cash["balance"], strict=True)
        if not pd.isna(day) and not pd.isna(balance) and month_number(day.date()) == last
    ]
    if not rows:
        raise NoData(f"Cash has no balance of the end of {in_words((last,))}. Type it on the sheet Cash.")
    cost = spent(books, window, PAY)
    written_off = sum(
        books.actual_of(each, window) for each in books.accounts if each.line == DEPRECIATION and not each.is_income
    )
    days = sum((last_day(each) - first_day(each)).days + 1 for each in window)
    if cost <= written_off:
        raise NoData(f"Nothing was spent in {in_words(window)}.")
    value = float(Fraction(sum(rows) * days, cost - written_off))
    parts = [
        Part("Cash", sum(rows), Unit.MONEY),
        Part("Depreciation", written_off, Unit.MONEY),
        Part("Days", days, Unit.COUNT),
    ]
    found = _measure(books, window, value, Unit.DAYS, DAYS, cost, parts[0])
    return Measure(found.value, found.unit, DAYS, [*found.parts, *parts[1:]], found.rows_used, (), found.notes)


def current_ratio(books: BudgetBooks, balances: pd.DataFrame, as_of: date) -> Measure:
    """Current assets ÷ current liabilities at the newest balance up to the day.

    Accounts of the balance sheet that *Accounts* puts on no line of the statements are left out, and said. Raises
    NoData without a balance, or without current liabilities.
    """
    rows = [
        (day.date(), account, int(balance))
        for day, account, balance in zip(balances["as_of"], balances["account"], balances["balance"], strict=True)
        if not pd.isna(day) and day.date() <= as_of
    ]
    if not rows:
        raise NoData("There is no balance sheet by this day. Import QuickBooks' Balance Sheet or Trial Balance.")
    newest = max(day for day, _, _ in rows)
    assets = liabilities = used = 0
    unknown: list[int] = []
    for day, name, cents in rows:
        account = books.chart[name]
        if day != newest or account.kind not in ("asset", "liability"):
            continue
        if account.line in CURRENT_ASSETS:
            assets, used = assets + cents, used + 1
        elif account.line in CURRENT_LIABILITIES:
            liabilities, used = liabilities - cents, used + 1
        elif not account.line:
            unknown.append(abs(cents))
    if liabilities <= 0:
        raise NoData(
            f"There are no current liabilities on {newest:%m/%d/%Y}; say on Accounts which line each account is of."
        )
    parts = [
        Part("Current assets", assets, Unit.MONEY),
        Part("Current liabilities", liabilities, Unit.MONEY),
        Part("Balance of", newest, Unit.DATE),
    ]
    left = [LeftOut("accounts without a statement line", len(unknown), sum(unknown))] if unknown else []
    notes = [f"Basis: {books.basis}. Books on the cash basis show neither A/R nor A/P."]
    return Measure(assets / liabilities, Unit.RATIO, CURRENT, parts, used, left, notes)


def _measure(
    books: BudgetBooks,
    window: tuple[int, ...],
    value: float,
    unit: Unit,
    definition: Definition,
    cost: int,
    other: Part,
    notes: Sequence[str] = (),
) -> Measure:
    parts = [
        Part("Operating expenses", cost, Unit.MONEY),
        other,
        Part("From", first_day(window[0]), Unit.DATE),
        Part("To", last_day(window[-1]), Unit.DATE),
    ]
    said = [f"{in_words(window)}, closed months; basis: {books.basis}.", *books.notes, *notes]
    return Measure(value, unit, definition, parts, books.rows, (), said)
