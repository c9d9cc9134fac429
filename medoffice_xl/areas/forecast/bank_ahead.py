"""The bank account in the next three months: what is there, what comes in, what is spent, and the floor."""

from datetime import date
from fractions import Fraction

import pandas as pd

from medoffice_xl.areas.forecast.cash_forecast import cash_forecast
from medoffice_xl.areas.forecast.sources import NEEDED, experience_of, rules_of
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.debt_cover import cash_now, debt_cover
from medoffice_xl.ledger.period import Period, days_up_to
from medoffice_xl.ledger.practice_costs import half_up, practice_costs
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Measure, Part, Unit, Value
from medoffice_xl.sets import Tables
from medoffice_xl.tables import ACCOUNTS, CASH, COSTS, LEDGER

READ = (*NEEDED, CASH.name, COSTS.name)
USED = (ACCOUNTS.name, LEDGER.name)

DEFINITION = Definition(
    "Bank ahead",
    "bank at the newest month-end + cash forecast − what a month costs on average of the last 365 days (without "
    "depreciation and interest) − what loans took a month",
    "the practice's own cash plan",
)

SHORT = Definition(
    "Cash short of its floor",
    "floor − least of the bank's balances forecast for the ends of the next three months; 0 where none is below it",
    "the practice's own cash plan",
)

COLUMNS = (
    BreakdownColumn("Month", Unit.DATE),
    BreakdownColumn("Expected receipts", Unit.MONEY),
    BreakdownColumn("Spending", Unit.MONEY),
    BreakdownColumn("Bank at the end", Unit.MONEY),
    BreakdownColumn("If receipts are low", Unit.MONEY),
    BreakdownColumn("Floor", Unit.MONEY),
    BreakdownColumn("Standing", Unit.TEXT),
)

BELOW, BELOW_IF_LOW, ABOVE = "below the floor", "below it if receipts are low", "above the floor"


def bank_ahead(tables: Tables, as_of: date) -> Breakdown:
    """One row a month for three months after the newest full one: the bank at its end against the floor.

    Raises NoData without a balance at that month's end on *Cash*, without costs, or without a forecast. The floor is
    empty where nobody typed one.
    """
    of = experience_of(tables, as_of)
    now = cash_now(tables[CASH.name], as_of)
    if now.month != of.last:
        raise NoData(f"Cash has no balance at the end of {_month(of.last)}: type it, so that it can be looked ahead.")
    spending, notes = _spending(tables, as_of)
    made = cash_forecast(of, rules_of(tables, as_of), as_of)
    bank = low = now.balance
    body: list[tuple[Value, ...]] = []
    for month, _, _, expected, least, _, _ in made.body:
        bank += int(str(expected)) - spending
        low += int(str(expected if least is None else least)) - spending
        body.append((month, expected, spending, bank, low, now.floor, _standing(bank, low, now.floor)))
    return Breakdown(
        COLUMNS,
        body,
        DEFINITION,
        parts=[Part("Bank at the newest month-end", now.balance, Unit.MONEY)],
        rows_used=made.rows_used,
        notes=[*notes, *made.notes],
    )


def cash_short(tables: Tables, period: Period) -> Measure:
    """How far the bank falls below its floor in the three months after a period, in cents at its worst; 0: never.

    Raises NoData where *Cash* says no floor, or the bank cannot be looked ahead.
    """
    ahead = bank_ahead(tables, period.last)
    floor = cash_now(tables[CASH.name], period.last).floor
    if floor is None:
        raise NoData("Cash says no floor: nothing can fall short of it.")
    worst = min(int(str(row[3])) for row in ahead.body)
    return Measure(
        max(floor - worst, 0),
        Unit.MONEY,
        SHORT,
        parts=[Part("Floor", floor, Unit.MONEY), Part("Least on the bank", worst, Unit.MONEY)],
        rows_used=ahead.rows_used,
        notes=ahead.notes,
    )


def _spending(tables: Tables, as_of: date) -> tuple[int, list[str]]:
    """What goes out in a month: costs that are paid, and what loans take."""
    costs = practice_costs(tables[COSTS.name], days_up_to(as_of, 365))
    accounts, ledger = tables.get(ACCOUNTS.name), tables.get(LEDGER.name)
    not_paid = 0
    if accounts is not None and ledger is not None and not ledger.empty:
        cover = debt_cover(accounts, ledger, tables[CASH.name], as_of)
        not_paid = cover.depreciation + cover.interest - cover.debt_service
    return half_up(Fraction(costs.total - not_paid, 12)), costs.notes


def _standing(bank: int, low: int, floor: int | None) -> str:
    """Where the bank stands to its floor; at the floor itself it is not below."""
    if floor is None:
        return ""
    if bank < floor:
        return BELOW
    return BELOW_IF_LOW if low < floor else ABOVE


def _month(number: int) -> str:
    return f"{pd.Timestamp(number // 12, number % 12 + 1, 1):%B %Y}"
