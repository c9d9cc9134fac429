"""The invented practice's books and plan: new patients stay away, and a supply grows dearer a visit.

The ledger's costs are those of the practice's list of costs, account by account; the supplies are two accounts that
together come to what the list says, so that no figure that stands on Costs moves.
"""

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from medoffice_xl.areas.budget import demo_balances as balances
from medoffice_xl.areas.budget.demo_balances import FORMER, RECEIPTS, WEAR
from medoffice_xl.demo.hidden import Hidden
from medoffice_xl.demo.invented import DemoPart, InventedPractice
from medoffice_xl.demo.overhead import A_PHYSICIAN, A_VISIT, EQUIPMENT
from medoffice_xl.demo.payroll import CLINICAL_ACCOUNT, DESK_ACCOUNT
from medoffice_xl.demo.practice import PAYERS, SELF_PAY, Payer, contract_rate
from medoffice_xl.demo.two_years import book_months, charged_months, collected_by_the_former_system, received, visits
from medoffice_xl.demo.typed import typed
from medoffice_xl.demo.visits import Claim
from medoffice_xl.tables import ACCOUNTS, BUDGET_AMOUNTS, BUDGET_NOTES, BUDGET_VISITS, CLOSED_MONTHS, LEDGER
from medoffice_xl.tables.accounts import DEPRECIATION, INTEREST, YES
from medoffice_xl.tables.costs import PHYSICIANS
from medoffice_xl.tables.general_ledger import PROFIT_AND_LOSS

SUPPLIES, DRUGS = "6310 Medical supplies", "6320 Vaccines and drugs"
LEASES, ON_LOAN = EQUIPMENT.account, "6720 Interest on loan"

_Row = dict[str, Any]

FIRST_SUPPLY, DEARER_BY, PLANNED_SUPPLY = 800, 30, 900
"""Cents of supplies a visit in the first month, what they grow by each month, and what the plan has of them."""

PLANNED_VISITS, PLANNED_NEW = 101, 28
"""Visits a month and physician, and new patients among them, as planned from January on."""

LAST_YEARS_VISITS, LAST_YEARS_RECEIPTS = 88, 12_700
"""Visits a month and physician, and cents that each was to bring, as planned for the year before."""

PAID_BY = {DESK_ACCOUNT: "Front desk", CLINICAL_ACCOUNT: "clinical support"}
"""Whose hours the accounts of the staff pay."""

PLANNED_WAGE = {DESK_ACCOUNT: 1_720, CLINICAL_ACCOUNT: 2_010}
"""Cents an hour as planned."""

PLANNED_LOSSES, PLANNED_GROWTH = 95_000, 30_000
"""Cents a month and physician that are written off though allowed, and by which what is owed grows."""


def demo(practice: InventedPractice) -> DemoPart:
    """The chart of accounts, ledger, budget, cash, closed months and balances; a note on what is dear."""
    firsts, seen, money = book_months(practice), visits(practice), received(practice)
    former = collected_by_the_former_system(practice)
    posted = {first: _posted(practice, first, seen[first], money[first]) for first in firsts}
    posted |= {first: {**posted[first], FORMER: cents} for first, cents in former.items()}
    plan = _planned_visits(practice, firsts)
    last = firsts[-1]
    return DemoPart(
        tables={
            ACCOUNTS.name: typed(ACCOUNTS, _accounts()),
            LEDGER.name: typed(LEDGER, [
                {"month": first, "account": account, "amount": cents, "basis": "cash", "source": PROFIT_AND_LOSS}
                for first, amounts in posted.items() for account, cents in amounts.items()
            ]),
            BUDGET_AMOUNTS.name: typed(BUDGET_AMOUNTS, [
                *_last_years_budget(practice), *_budget(plan, practice.doctors),
            ]),
            BUDGET_VISITS.name: typed(BUDGET_VISITS, plan),
            CLOSED_MONTHS.name: typed(CLOSED_MONTHS, [
                {"month": first, "closed_on": _day(first, 10), "closed_by": "Office manager"}
                for first in firsts[:-1]
            ]),
            BUDGET_NOTES.name: typed(BUDGET_NOTES, [
                {"month": firsts[-2], "account": SUPPLIES,
                 "comment": "Gloves and test strips dearer; quotes asked for.", "owner": "Office manager"},
            ]),
            **balances.tables(practice, posted),
        },
        hidden=(
            Hidden("New patients stay away month after month while the plan counts on 28 a physician: the budget "
                   f"suffers, and visits explain most of it. {last:%B} is open and not judged.", "Budget"),
            Hidden("Medical supplies cost more a visit every month.", "Budget"),
        ),
    )  # fmt: skip


def _day(first: date, day: int) -> date:
    """A day of the month that follows."""
    length = monthrange(first.year, first.month)[1]
    return date.fromordinal(first.toordinal() + length + day - 1)


def _posted(practice: InventedPractice, first: date, visits: int, received: int) -> dict[str, int]:
    """Cents by account, as the books show the month: income when it is received, costs when they are billed."""
    amounts = {RECEIPTS: received}
    amounts |= {account: visits * cents for account, _, cents in A_VISIT}
    amounts |= {account: practice.doctors * cents for account, _, cents in A_PHYSICIAN}
    known = charged_months(practice)
    dear = visits * (FIRST_SUPPLY + DEARER_BY * (known.index(first) if first in known else 0))
    amounts |= {SUPPLIES: dear, DRUGS: amounts[SUPPLIES] - dear}
    return amounts | _equipment(amounts[LEASES], practice.doctors)


def _equipment(cents: int, doctors: int) -> dict[str, int]:
    """What the list has for equipment, as leases, depreciation and interest."""
    wear, interest = doctors * EQUIPMENT.wear, doctors * EQUIPMENT.interest
    return {LEASES: cents - wear - interest, WEAR: wear, ON_LOAN: interest}


def _accounts() -> list[_Row]:
    varying = {account: category for account, category, _ in A_VISIT} | {DRUGS: "supplies"}
    fixed = {account: category for account, category, _ in A_PHYSICIAN} | {WEAR: "equipment", ON_LOAN: "equipment"}
    lines = {WEAR: DEPRECIATION, ON_LOAN: INTEREST}
    rows: list[_Row] = [
        {"account": RECEIPTS, "kind": "income"},
        {"account": FORMER, "kind": "income", "note": "What was owed when the system was changed."},
    ]
    for account, category in sorted((varying | fixed).items()):
        pay = category == PHYSICIANS
        rows.append({
            "account": account, "kind": "expense", "category": "" if pay else category,
            "fixed_share": 1.0 if account in fixed else 0.0, "driver": "none" if account in fixed else "visits",
            "line": lines.get(account, ""), "physician_pay": YES if pay else "no",
            "staff": PAID_BY.get(account, ""),
        })  # fmt: skip
    return [*rows, *balances.accounts()]


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


def _last_years_budget(practice: InventedPractice) -> list[_Row]:
    """The plan of the year before: of visits as many as usual, each bringing what it usually did."""
    year, doctors = practice.last_day.year - 1, practice.doctors
    visits = doctors * LAST_YEARS_VISITS
    rows: list[_Row] = []
    for number in range(1, 13):
        amounts = {RECEIPTS: visits * LAST_YEARS_RECEIPTS} | _planned_costs(visits, doctors)
        rows += _rows_of(date(year, number, 1), amounts)
    return rows


def _budget(plan: list[_Row], doctors: int) -> list[_Row]:
    visits: Counter[date] = Counter()
    income: Counter[date] = Counter()
    for row in plan:
        visits[row["month"]] += row["visits"]
        income[row["month"]] += row["visits"] * row["allowed"] - row["losses"] - row["receivable_growth"]
    rows: list[_Row] = []
    for month in visits:
        rows += _rows_of(month, {RECEIPTS: income[month]} | _planned_costs(visits[month], doctors))
    return rows


def _planned_costs(visits: int, doctors: int) -> dict[str, int]:
    amounts = {account: visits * cents for account, _, cents in A_VISIT}
    amounts |= {account: doctors * cents for account, _, cents in A_PHYSICIAN}
    supplies = visits * PLANNED_SUPPLY
    return amounts | {SUPPLIES: supplies, DRUGS: amounts[SUPPLIES] - supplies} | _equipment(amounts[LEASES], doctors)


def _rows_of(month: date, amounts: Mapping[str, int]) -> list[_Row]:
    """A month of the budget; of the staff with the hours that the amount buys at the planned wage."""
    return [
        {"month": month, "account": account, "amount": cents,
         "hours": float(round(cents / PLANNED_WAGE[account])) if account in PLANNED_WAGE else None}
        for account, cents in amounts.items()
    ]  # fmt: skip
