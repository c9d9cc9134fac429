"""The invented practice's books and plan: new patients stay away, and a supply grows dearer a visit.

The ledger's costs are those of the practice's list of costs, account by account; the supplies are two accounts that
together come to what the list says, so that no figure that stands on Costs moves.
"""

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from medoffice_xl.demo.hidden import Hidden
from medoffice_xl.demo.invented import DemoPart, InventedPractice
from medoffice_xl.demo.overhead import A_PHYSICIAN, A_VISIT
from medoffice_xl.demo.practice import PAYERS, SELF_PAY, Payer, contract_rate
from medoffice_xl.demo.typed import typed
from medoffice_xl.demo.visits import Claim, first_of_months
from medoffice_xl.tables import (
    ACCOUNTS,
    BUDGET_AMOUNTS,
    BUDGET_NOTES,
    BUDGET_VISITS,
    CASH,
    CLOSED_MONTHS,
    LEDGER,
    TRIAL_BALANCES,
)
from medoffice_xl.tables.accounts import (
    CASH_LINE,
    CURRENT_LIABILITY,
    DEPRECIATION,
    DRAWS,
    INTEREST,
    LONG_LIABILITY,
    YES,
)
from medoffice_xl.tables.costs import PHYSICIANS
from medoffice_xl.tables.general_ledger import PROFIT_AND_LOSS

RECEIPTS = "4000 Receipts for visits"
SUPPLIES, DRUGS = "6310 Medical supplies", "6320 Vaccines and drugs"
LEASES, WEAR, ON_LOAN = "6700 Equipment leases", "6710 Depreciation", "6720 Interest on loan"
BANK, RESERVE = "1000 Operating account", "1010 Reserve account"
DUE = "2100 Payroll taxes due"
MACHINES, WORN, LOAN, OWNERS = "1500 Equipment", "1590 Accumulated depreciation", "2500 Equipment loan", "3000 Capital"

_Row = dict[str, Any]

FIRST_SUPPLY, DEARER_BY, PLANNED_SUPPLY = 800, 30, 900
"""Cents of supplies a visit in the first month, what they grow by each month, and what the plan has of them."""

PLANNED_VISITS, PLANNED_NEW = 101, 28
"""Visits a month and physician, and new patients among them, as planned from January on."""

PLANNED_LOSSES, PLANNED_GROWTH = 95_000, 30_000
"""Cents a month and physician that are written off though allowed, and by which what is owed grows."""

WORN_A_MONTH, INTEREST_A_MONTH, PRINCIPAL = 5_000, 3_000, 8_000
"""Cents a month and physician."""


@dataclass(frozen=True, slots=True)
class _Months:
    """What the practice's months come to: firsts of months, visits, cents received."""

    firsts: list[date]
    visits: Mapping[date, int]
    received: Mapping[date, int]


def demo(practice: InventedPractice) -> DemoPart:
    """The chart of accounts, ledger, budget, cash, closed months and balances; a note on what is dear."""
    months = _months(practice)
    posted = {first: _posted(months, first, practice.doctors) for first in months.firsts}
    plan = _planned_visits(practice, months.firsts)
    last = months.firsts[-1]
    return DemoPart(
        tables={
            ACCOUNTS.name: typed(ACCOUNTS, _accounts()),
            LEDGER.name: typed(LEDGER, [
                {"month": first, "account": account, "amount": cents, "basis": "cash", "source": PROFIT_AND_LOSS}
                for first, amounts in posted.items() for account, cents in amounts.items()
            ]),
            BUDGET_AMOUNTS.name: typed(BUDGET_AMOUNTS, _budget(plan, practice.doctors)),
            BUDGET_VISITS.name: typed(BUDGET_VISITS, plan),
            CLOSED_MONTHS.name: typed(CLOSED_MONTHS, [
                {"month": first, "closed_on": _day(first, 10), "closed_by": "Office manager"}
                for first in months.firsts[:-1]
            ]),
            BUDGET_NOTES.name: typed(BUDGET_NOTES, [
                {"month": months.firsts[max(len(months.firsts) - 2, 0)], "account": SUPPLIES,
                 "comment": "Gloves and test strips dearer; quotes asked for.", "owner": "Office manager"},
            ]),
            **_balances(posted, practice.doctors),
        },
        hidden=(
            Hidden("New patients stay away month after month while the plan counts on 28 a physician: the budget "
                   f"suffers, and visits explain most of it. {last:%B} is open and not judged.", "Budget"),
            Hidden("Medical supplies cost more a visit every month.", "Budget"),
        ),
    )  # fmt: skip


def _months(practice: InventedPractice) -> _Months:
    visits = Counter(claim.dos.replace(day=1) for claim in practice.claims)
    received: Counter[date] = Counter()
    for answer in practice.answers:
        received[answer.paid_on.replace(day=1)] += answer.paid
    for money in practice.money.values():
        if money.paid_on:
            received[money.paid_on.replace(day=1)] += money.paid
    return _Months(first_of_months(practice.last_day, practice.months), visits, received)


def _day(first: date, day: int) -> date:
    """A day of the month that follows."""
    length = monthrange(first.year, first.month)[1]
    return date.fromordinal(first.toordinal() + length + day - 1)


def _posted(months: _Months, first: date, doctors: int) -> dict[str, int]:
    """Cents by account, as the books show the month."""
    visits = months.visits[first]
    amounts = {RECEIPTS: months.received[first]}
    amounts |= {account: visits * cents for account, _, cents in A_VISIT}
    amounts |= {account: doctors * cents for account, _, cents in A_PHYSICIAN}
    dear = visits * (FIRST_SUPPLY + DEARER_BY * months.firsts.index(first))
    amounts |= {SUPPLIES: dear, DRUGS: amounts[SUPPLIES] - dear}
    return amounts | _equipment(amounts[LEASES], doctors)


def _equipment(cents: int, doctors: int) -> dict[str, int]:
    """What the list has for equipment, as leases, depreciation and interest."""
    wear, interest = doctors * WORN_A_MONTH, doctors * INTEREST_A_MONTH
    return {LEASES: cents - wear - interest, WEAR: wear, ON_LOAN: interest}


def _accounts() -> list[_Row]:
    varying = {account: category for account, category, _ in A_VISIT} | {DRUGS: "supplies"}
    fixed = {account: category for account, category, _ in A_PHYSICIAN} | {WEAR: "equipment", ON_LOAN: "equipment"}
    lines = {WEAR: DEPRECIATION, ON_LOAN: INTEREST}
    rows: list[_Row] = [{"account": RECEIPTS, "kind": "income"}]
    for account, category in sorted((varying | fixed).items()):
        pay = category == PHYSICIANS
        rows.append({
            "account": account, "kind": "expense", "category": "" if pay else category,
            "fixed_share": 1.0 if account in fixed else 0.0, "driver": "none" if account in fixed else "visits",
            "line": lines.get(account, ""), "physician_pay": YES if pay else "no",
        })  # fmt: skip
    standing = (
        (BANK, "asset", CASH_LINE), (RESERVE, "asset", CASH_LINE), (MACHINES, "asset", "fixed asset"),
        (WORN, "asset", "fixed asset"), (DUE, "liability", CURRENT_LIABILITY), (LOAN, "liability", LONG_LIABILITY),
        (OWNERS, "equity", "capital"),
        ("3100 Owners' draws", "equity", DRAWS),
    )  # fmt: skip
    return rows + [{"account": account, "kind": kind, "line": line} for account, kind, line in standing]


def _planned_visits(practice: InventedPractice, firsts: list[date]) -> list[_Row]:
    """The plan of the calendar year in which the books end; rates as the contracts say."""
    months = [date(firsts[-1].year, month, 1) for month in range(1, 13)]
    weights = {payer: payer.visits for payer in PAYERS if payer.visits}
    whole, rows = sum(weights.values()), []
    for first in months:
        left_visits, left_new = practice.doctors * PLANNED_VISITS, practice.doctors * PLANNED_NEW
        rates = _rates(practice.claims, first)
        for place, (payer, weight) in enumerate(weights.items()):
            is_last = place == len(weights) - 1
            visits = left_visits if is_last else practice.doctors * PLANNED_VISITS * weight // whole
            new = left_new if is_last else practice.doctors * PLANNED_NEW * weight // whole
            left_visits, left_new = left_visits - visits, left_new - new
            once = practice.doctors if payer is SELF_PAY else 0
            rows.append({"month": first, "payer": payer.name, "visits": visits, "new_visits": new,
                         "allowed": rates.get(payer, 0), "losses": once * PLANNED_LOSSES,
                         "receivable_growth": once * PLANNED_GROWTH})  # fmt: skip
    return rows


def _rates(claims: list[Claim], first: date) -> dict[Payer, int]:
    """What a visit is allowed under the contracts of the month, in whole dollars (as cents): the mix of all visits."""
    worth: defaultdict[Payer, list[int]] = defaultdict(list)
    for claim in claims:
        cents = sum(
            line.charge if claim.payer is SELF_PAY else line.units * contract_rate(claim.payer, line.service, first)
            for line in claim.lines
        )
        worth[claim.payer].append(cents)
    return {payer: sum(each) // len(each) // 100 * 100 for payer, each in worth.items()}


def _budget(plan: list[_Row], doctors: int) -> list[_Row]:
    visits: Counter[date] = Counter()
    income: Counter[date] = Counter()
    for row in plan:
        visits[row["month"]] += row["visits"]
        income[row["month"]] += row["visits"] * row["allowed"] - row["losses"] - row["receivable_growth"]
    rows: list[_Row] = []
    for month in visits:
        amounts = {RECEIPTS: income[month]} | {account: visits[month] * cents for account, _, cents in A_VISIT}
        amounts |= {account: doctors * cents for account, _, cents in A_PHYSICIAN}
        supplies = visits[month] * PLANNED_SUPPLY
        amounts |= {SUPPLIES: supplies, DRUGS: amounts[SUPPLIES] - supplies} | _equipment(amounts[LEASES], doctors)
        rows += [{"month": month, "account": account, "amount": cents} for account, cents in amounts.items()]
    return rows


def _balances(posted: Mapping[date, Mapping[str, int]], doctors: int) -> dict[str, Any]:
    """Cash and trial balances of every month's end: what came in and went out, on top of what stood there before."""
    bank, reserve, loan = doctors * 1_200_000, doctors * 600_000, doctors * 900_000
    machines, worn = doctors * 1_500_000, doctors * 300_000
    due = doctors * 350_000
    capital = bank + reserve + machines - worn - loan - due
    cash: list[_Row] = []
    trial: list[_Row] = []
    year: Counter[str] = Counter()
    for first, amounts in posted.items():
        if first.month == 1:
            capital += year[RECEIPTS] - sum(cents for account, cents in year.items() if account != RECEIPTS)
            year.clear()
        year.update(amounts)
        net = 2 * amounts[RECEIPTS] - sum(amounts.values())
        bank += net + amounts[WEAR] - doctors * PRINCIPAL
        loan, worn = loan - doctors * PRINCIPAL, worn + amounts[WEAR]
        cash += [
            {"month": first, "bank_account": BANK, "balance": bank, "floor": doctors * 500_000,
             "debt_service": doctors * (PRINCIPAL + INTEREST_A_MONTH)},
            {"month": first, "bank_account": RESERVE, "balance": reserve},
        ]  # fmt: skip
        debits = {
            BANK: bank,
            RESERVE: reserve,
            MACHINES: machines,
            WORN: -worn,
            DUE: -due,
            LOAN: -loan,
            OWNERS: -capital,
        }
        debits |= {account: -cents if account == RECEIPTS else cents for account, cents in year.items()}
        end = first.replace(day=monthrange(first.year, first.month)[1])
        trial += [{"as_of": end, "account": account, "balance": cents, "basis": "cash"}
                  for account, cents in debits.items()]  # fmt: skip
    return {CASH.name: typed(CASH, cash), TRIAL_BALANCES.name: typed(TRIAL_BALANCES, trial)}
