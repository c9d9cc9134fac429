"""What stands on the invented practice's balance sheet at each month's end.

The operating account is what the bank says; what was received and is not there stands as undeposited funds. What is
owed to vendors is what is open of their bills, and to the staff what payday brings later.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from medoffice_xl.demo.bank import BEGINS_WITH, statement
from medoffice_xl.demo.invented import InventedPractice
from medoffice_xl.demo.overhead import EQUIPMENT
from medoffice_xl.demo.payroll import checks_of, staff_of
from medoffice_xl.demo.suppliers import bills
from medoffice_xl.demo.two_years import charged_months
from medoffice_xl.demo.typed import typed
from medoffice_xl.ledger.business_days import on_business_day
from medoffice_xl.ledger.calendar_months import month_end
from medoffice_xl.tables import CASH, TRIAL_BALANCES
from medoffice_xl.tables.accounts import (
    CASH_LINE,
    CURRENT_ASSET,
    CURRENT_LIABILITY,
    DRAWS,
    LONG_LIABILITY,
    PAYABLE_LINE,
)

RECEIPTS, FORMER = "4000 Receipts for visits", "4010 Receipts of the former system"
WEAR = "6710 Depreciation"
BANK, RESERVE, ON_ITS_WAY = "1000 Operating account", "1010 Reserve account", "1050 Undeposited funds"
MACHINES, WORN = "1500 Equipment", "1590 Accumulated depreciation"
PAYABLE, TAXES, WAGES, LOAN = "2000 Accounts payable", "2100 Payroll taxes due", "2110 Wages due", "2500 Equipment loan"
OWNERS, DRAWN = "3000 Capital", "3100 Owners' draws"

KEPT_IN_RESERVE, FLOOR = 600_000, 500_000
"""Cents a physician: what the owners leave on the reserve account, and the least that is to stay on the other."""

BEGUN = {RESERVE: KEPT_IN_RESERVE, MACHINES: 1_500_000, WORN: -300_000, TAXES: -350_000, LOAN: -900_000}
"""Debit less credit when the books begin, in cents a physician."""

_LINES = (
    (BANK, "asset", CASH_LINE), (RESERVE, "asset", CASH_LINE), (ON_ITS_WAY, "asset", CURRENT_ASSET),
    (MACHINES, "asset", "fixed asset"), (WORN, "asset", "fixed asset"), (PAYABLE, "liability", PAYABLE_LINE),
    (TAXES, "liability", CURRENT_LIABILITY), (WAGES, "liability", CURRENT_LIABILITY),
    (LOAN, "liability", LONG_LIABILITY), (OWNERS, "equity", "capital"), (DRAWN, "equity", DRAWS),
)  # fmt: skip

Posted = Mapping[date, Mapping[str, int]]
"""Cents of income and costs by month and account."""


def accounts() -> list[dict[str, Any]]:
    """The accounts of the balance sheet, as rows of *Accounts*."""
    return [{"account": account, "kind": kind, "line": line} for account, kind, line in _LINES]


def tables(practice: InventedPractice, posted: Posted) -> dict[str, Any]:
    """*Cash* and *Trial balances* of every month's end."""
    ends = _standing(practice, posted)
    cash = [
        row
        for first, debits in ends.items()
        for row in (
            {"month": first, "bank_account": BANK, "balance": debits[BANK], "floor": practice.doctors * FLOOR,
             "debt_service": practice.doctors * (EQUIPMENT.principal + EQUIPMENT.interest)},
            {"month": first, "bank_account": RESERVE, "balance": debits[RESERVE]},
        )
    ]  # fmt: skip
    trial = [
        {"as_of": month_end(first), "account": account, "balance": cents, "basis": "cash"}
        for first, debits in ends.items()
        for account, cents in debits.items()
    ]
    return {CASH.name: typed(CASH, cash), TRIAL_BALANCES.name: typed(TRIAL_BALANCES, trial)}


def _standing(practice: InventedPractice, posted: Posted) -> dict[date, dict[str, int]]:
    """Debit less credit of every account at each month's end; income and costs since the year began."""
    said, charged = statement(practice), set(charged_months(practice))
    carried = Counter[date]()
    for line in said.lines:
        carried[line.day.replace(day=1)] += max(line.cents, 0)
    owed, wages = _owed_to_vendors(practice), _owed_to_staff(practice)
    standing = {account: practice.doctors * cents for account, cents in BEGUN.items()}
    capital = practice.doctors * BEGINS_WITH + sum(standing.values())
    last_collected = max((first for first in posted if FORMER in posted[first]), default=None)
    on_its_way, drawn, year = 0, 0, Counter[str]()
    found: dict[date, dict[str, int]] = {}
    for first, amounts in posted.items():
        if first.month == 1:
            capital += _net(year)
            year.clear()
        year.update(amounts)
        drawn += said.draws.get(first, 0)
        on_its_way += amounts[RECEIPTS] - carried[first] if first in charged else 0
        standing[RESERVE] += amounts.get(FORMER, 0)
        if first == last_collected:
            drawn += standing[RESERVE] - practice.doctors * KEPT_IN_RESERVE
            standing[RESERVE] = practice.doctors * KEPT_IN_RESERVE
        standing[LOAN] += practice.doctors * EQUIPMENT.principal
        standing[WORN] -= amounts[WEAR]
        end = month_end(first)
        found[first] = {
            BANK: said.balances[first], ON_ITS_WAY: on_its_way, **standing, PAYABLE: -owed(end), WAGES: -wages(end),
            OWNERS: -capital, DRAWN: drawn,
            **{account: -cents if account in (RECEIPTS, FORMER) else cents for account, cents in year.items()},
        }  # fmt: skip
    return found


def _net(year: Mapping[str, int]) -> int:
    return sum(cents if account in (RECEIPTS, FORMER) else -cents for account, cents in year.items())


def _owed_to_vendors(practice: InventedPractice) -> Callable[[date], int]:
    """What the books owe on a day. They know the bill that was entered twice once; a card is paid within the month."""
    known = [bill for bill in bills(practice) if not bill.twice]
    return lambda day: sum(
        bill.cents for bill in known if bill.dated <= day and (bill.paid_on is None or bill.paid_on > day)
    )


def _owed_to_staff(practice: InventedPractice) -> Callable[[date], int]:
    """Pay for days up to the day, whose payday comes later."""
    checks = [(check.last, on_business_day(check.payday), check.cents)
              for check in checks_of(practice, staff_of(practice))]  # fmt: skip
    return lambda day: sum(cents for last, paid, cents in checks if last <= day < paid)
