"""The balance sheet: what the practice has, owes, and what is the owners', at a month's end and a year before."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from medoffice_xl.areas.budget.books import BudgetBooks
from medoffice_xl.areas.budget.fiscal_year import last_day, year_of
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.calendar_months import first_day, month_number
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Unit, Value
from medoffice_xl.money import show
from medoffice_xl.tables.accounts import CONTRIBUTIONS, CURRENT_ASSETS, CURRENT_LIABILITIES, DRAWS

DEFINITION = Definition(
    "Balance sheet",
    "assets = liabilities + equity, the year's net income among it; shares are of all assets",
    "Textbook definition",
)
COLUMNS = (
    BreakdownColumn("Line", Unit.TEXT),
    BreakdownColumn("Month's end", Unit.MONEY),
    BreakdownColumn("Month's end %", Unit.PERCENT),
    BreakdownColumn("Year before", Unit.MONEY),
    BreakdownColumn("Year before %", Unit.PERCENT),
)
CHECK_COLUMNS = (
    BreakdownColumn("Check", Unit.TEXT),
    BreakdownColumn("One side", Unit.MONEY),
    BreakdownColumn("Other side", Unit.MONEY),
    BreakdownColumn("Off by", Unit.MONEY),
    BreakdownColumn("Says", Unit.TEXT),
)
ASSETS, LIABILITIES, EQUITY, BOTH = "Assets", "Liabilities", "Equity", "Liabilities and equity"
CURRENT, OWED_SOON, OF_YEAR = "Current assets", "Current liabilities", "Net income of the year"


@dataclass(frozen=True, slots=True)
class Balance:
    """What stood on each account at the end of a day: cents, debit less credit, by the account's own name."""

    day: date
    accounts: Mapping[str, int]


def balances_of(frame: pd.DataFrame) -> dict[date, Balance]:
    """The balances by day."""
    found: dict[date, dict[str, int]] = {}
    for day, account, cents in zip(frame["as_of"], frame["account"], frame["balance"], strict=True):
        if not pd.isna(day) and not pd.isna(cents):
            of_day = found.setdefault(day.date(), {})
            of_day[account] = of_day.get(account, 0) + int(cents)
    return {day: Balance(day, accounts) for day, accounts in found.items()}


def newest(balances: Mapping[date, Balance], as_of: date) -> Balance:
    """The last balance up to the day. Raises NoData where there is none."""
    known = [day for day in balances if day <= as_of]
    if not known:
        raise NoData(
            "There is no balance by this day. Import QuickBooks' Balance Sheet or Trial Balance of a month's end."
        )
    return balances[max(known)]


@dataclass(frozen=True, slots=True)
class Sides:
    """A balance in its parts, each account as its side shows it. An account of no known kind counts to net income."""

    assets: Mapping[str, int]
    liabilities: Mapping[str, int]
    equity: Mapping[str, int]
    net_income: int

    @property
    def owners(self) -> int:
        """All equity, the year's net income in it."""
        return sum(self.equity.values()) + self.net_income


def sides(books: BudgetBooks, balance: Balance) -> Sides:
    """The balance by the kind of its accounts."""
    by_kind: dict[str, dict[str, int]] = {"asset": {}, "liability": {}, "equity": {}}
    net_income = 0
    for name, cents in balance.accounts.items():
        kind = books.chart[name].kind
        if kind in by_kind:
            by_kind[kind][name] = cents if kind == "asset" else -cents
        else:
            net_income -= cents
    return Sides(by_kind["asset"], by_kind["liability"], by_kind["equity"], net_income)


def balance_sheet(books: BudgetBooks, frame: pd.DataFrame, as_of: date) -> Breakdown:
    """Account by account with sums, at the newest balance up to the day and, where there is one, a year before it."""
    every = balances_of(frame)
    now = newest(every, as_of)
    before = every.get(last_day(month_number(now.day) - 12))
    columns = [sides(books, each) if each else None for each in (now, before)]
    body: list[tuple[Value, ...]] = []
    for of, lines, soon, whole in (
        (_assets, CURRENT_ASSETS, CURRENT, ASSETS),
        (_liabilities, CURRENT_LIABILITIES, OWED_SOON, LIABILITIES),
    ):
        names = sorted({name for each in columns if each for name in of(each)})
        current = [name for name in names if books.chart[name].line in lines]
        others = [name for name in names if name not in current]
        body += [_row(name, columns, _together(of, [name])) for name in current]
        body.append(_row(soon, columns, _together(of, current)))
        body += [_row(name, columns, _together(of, [name])) for name in others]
        body.append(_row(whole, columns, _together(of, names)))
    owned = sorted({name for each in columns if each for name in each.equity})
    body += [_row(name, columns, _together(lambda side: side.equity, [name])) for name in owned]
    body += [
        _row(OF_YEAR, columns, lambda side: side.net_income),
        _row(EQUITY, columns, lambda side: side.owners),
        _row(BOTH, columns, lambda side: sum(side.liabilities.values()) + side.owners),
    ]
    notes = [f"As of {now.day:%m/%d/%Y}; basis: {books.basis}. Books on the cash basis show neither A/R nor A/P."]
    if before is None:
        notes.append(f"There is no balance of {last_day(month_number(now.day) - 12):%m/%d/%Y} to compare with.")
    return Breakdown(COLUMNS, body, DEFINITION, rows_used=len(now.accounts), notes=[*notes, *books.notes])


def _assets(side: Sides) -> Mapping[str, int]:
    return side.assets


def _liabilities(side: Sides) -> Mapping[str, int]:
    return side.liabilities


def _together(of: Callable[[Sides], Mapping[str, int]], names: Sequence[str]) -> Callable[[Sides], int]:
    """What these accounts of a side come to."""
    return lambda side: sum(of(side).get(name, 0) for name in names)


def _row(name: str, columns: Sequence[Sides | None], amount: Callable[[Sides], int]) -> tuple[Value, ...]:
    """A line with its share of all assets, by column; nothing where there is no balance."""
    found: list[Value] = [name]
    for side in columns:
        cents = amount(side) if side else None
        whole = sum(side.assets.values()) if side else 0
        found += [cents, cents / whole if whole and cents is not None else None]
    return tuple(found)


def statement_checks(books: BudgetBooks, frame: pd.DataFrame, as_of: date, year_start: int) -> Breakdown:
    """Whether the statements tie: assets = liabilities + equity; the ledger's net income is the balance's; and net
    income is the change in equity of the fiscal year with the owners' draws, without their contributions."""
    every = balances_of(frame)
    now = newest(every, as_of)
    found = sides(books, now)
    year = [each for each in year_of(month_number(now.day), year_start) if each <= month_number(now.day)]
    net_income = books.net(year, planned=False, with_pay=True)
    opened = every.get(first_day(year[0]) - timedelta(days=1))
    checks = [
        _check(
            "Assets = liabilities + equity", sum(found.assets.values()), sum(found.liabilities.values()) + found.owners
        ),
        _check("Net income of the ledger = of the balance", net_income, found.net_income),
    ]
    if opened is None:
        day = first_day(year[0]) - timedelta(days=1)
        checks.append((_CHANGE, None, None, None, f"There is no balance of {day:%m/%d/%Y}."))
    else:
        begun = sides(books, opened)
        moved = {
            line: sum(
                found.equity.get(name, 0) - begun.equity.get(name, 0)
                for name in {*found.equity, *begun.equity}
                if books.chart[name].line == line
            )
            for line in (DRAWS, CONTRIBUTIONS)
        }
        change = found.owners - begun.owners
        checks.append(_check(_CHANGE, net_income, change - moved[DRAWS] - moved[CONTRIBUTIONS]))
    return Breakdown(CHECK_COLUMNS, checks, DEFINITION, rows_used=len(now.accounts), notes=books.notes)


_CHANGE = "Net income = change in equity + draws − contributions"


def _check(name: str, one: int, other: int) -> tuple[Value, ...]:
    off = one - other
    return (name, one, other, off, "ties" if not off else f"off by {show(off)}: look at the ledger and the balance")
