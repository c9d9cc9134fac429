"""What the bank of the invented practice says: what came in, and all that went out, day by day.

In come its remittances' EFTs and its patients' payments, all but one day's. Out go payroll, vendors, the lease, the
loan and what the owners draw. The cash of the books is what the bank says.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from medoffice_xl.demo.invented import InventedPractice
from medoffice_xl.demo.overhead import A_PHYSICIAN, A_VISIT, EQUIPMENT
from medoffice_xl.demo.payroll import checks_of, staff_of
from medoffice_xl.demo.practice import MEDICAID
from medoffice_xl.demo.remittance_text import check_amount, trace
from medoffice_xl.demo.suppliers import BANK_FEE, bills
from medoffice_xl.demo.two_years import book_months, charged_months, costs, received
from medoffice_xl.ledger.business_days import last_business_day, next_business_day, on_business_day
from medoffice_xl.ledger.calendar_months import month_end
from medoffice_xl.tables.costs import PHYSICIANS
from medoffice_xl.tables.payables import CARD, CHECK

NEVER_CARRIED = date(2026, 6, 10)
"""The patients' payments of this day are on the day sheet and not on the bank."""

BEGINS_WITH, KEPT_BY_OWNERS, A_DRAW = 1_300_000, 450_000, 100_000
"""Cents a physician when the books begin, what the owners leave at a quarter's end, and the steps they draw in."""

LEASE_DAY, LOAN_DAY, CARD_DAY = 5, 18, 28


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its day, the bank's kind of line, its text, cents (out: negative), number of a check or slip."""

    day: date
    kind: str
    text: str
    cents: int
    number: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """The lines since the charges begin, oldest first, what stood there before, and by month what stood at its end and
    what the owners drew."""

    lines: list[Line]
    opening: int
    balances: Mapping[date, int]
    draws: Mapping[date, int]


def statement(practice: InventedPractice) -> Statement:
    """All that the operating account saw. In months before the charges what came in is known as a sum alone."""
    known = set(charged_months(practice))
    into = _by_month([*remitted(practice), *carried(practice)])
    out = _by_month(paid_out(practice))
    earlier = received(practice)
    balance = practice.doctors * BEGINS_WITH
    opening, lines = balance, list[Line]()
    balances: dict[date, int] = {}
    draws: dict[date, int] = {}
    for first in book_months(practice):
        if first not in known:
            balance += earlier[first] + sum(line.cents for line in out[first])
            opening = balance
        else:
            of_month = [*into[first], *out[first]]
            balance += sum(line.cents for line in of_month)
            draws[first] = _drawn(practice, first, balance)
            if draws[first]:
                of_month.append(Line(last_business_day(month_end(first)), "DEBIT", "OWNERS DRAW", -draws[first]))
            balance -= draws[first]
            lines += sorted(of_month, key=lambda line: line.day)
        balances[first] = balance
    return Statement(lines, opening, balances, draws)


def _drawn(practice: InventedPractice, first: date, balance: int) -> int:
    """At the end of a quarter of the last year, what is above what the owners leave there."""
    if first.year < practice.last_day.year or first.month % 3:
        return 0
    return max(0, (balance - practice.doctors * KEPT_BY_OWNERS) // A_DRAW * A_DRAW)


def remitted(practice: InventedPractice) -> Iterator[Line]:
    """Every payer's EFT on the next business day; State Medicaid's bank gives no trace."""
    ordered = sorted(practice.answers, key=lambda answer: (answer.payer.payer_id, answer.paid_on))
    for (_, day), group in groupby(ordered, key=lambda answer: (answer.payer.payer_id, answer.paid_on)):
        answers = list(group)
        payer = answers[0].payer
        cents = check_amount(payer, day, answers)
        name = payer.name.upper()
        text = f"{name} EFT" if payer is MEDICAID else f"HCCLAIMPMT {name} TRN*1*{trace(payer, day)}*{payer.payer_id}"
        if cents > 0:
            yield Line(next_business_day(day), "CREDIT", text, cents)


def carried(practice: InventedPractice) -> Iterator[Line]:
    """The patients' payments of a day, carried to the bank on the next business day: those of a weekend together."""
    sums: dict[date, int] = defaultdict(int)
    for money in practice.money.values():
        if money.paid_on and money.paid and money.paid_on != NEVER_CARRIED:
            sums[next_business_day(money.paid_on)] += money.paid
    for number, (day, cents) in enumerate(sorted(sums.items()), start=101):
        yield Line(day, "DSLIP", f"DEPOSIT ID NUMBER {number}", cents, str(number))


def paid_out(practice: InventedPractice) -> Iterator[Line]:
    """All that is paid from the account but the owners' draws."""
    yield from _payroll(practice)
    yield from _vendors(practice)
    of_costs = costs(practice)
    pay = [account for account, category, _ in (*A_VISIT, *A_PHYSICIAN) if category == PHYSICIANS]
    for first in book_months(practice):
        yield Line(first, "DEBIT", "MONTHLY SERVICE FEE", -BANK_FEE)
        lease = of_costs[first, EQUIPMENT.account] - practice.doctors * (EQUIPMENT.wear + EQUIPMENT.interest)
        loan = practice.doctors * (EQUIPMENT.principal + EQUIPMENT.interest)
        yield Line(on_business_day(first.replace(day=LEASE_DAY)), "DEBIT", "EQUIPMENT LEASE", -lease)
        yield Line(on_business_day(first.replace(day=LOAN_DAY)), "DEBIT", "LOAN PAYMENT", -loan)
        physicians = sum(of_costs[first, account] for account in pay)
        yield Line(last_business_day(month_end(first)), "DEBIT", "PAYROLL PHYSICIANS", -physicians)


def _payroll(practice: InventedPractice) -> Iterator[Line]:
    """The staff's checks of a payday as one line."""
    sums: dict[date, int] = defaultdict(int)
    for check in checks_of(practice, staff_of(practice)):
        if check.payday <= practice.last_day:
            sums[on_business_day(check.payday)] += check.cents
    for day, cents in sorted(sums.items()):
        yield Line(day, "DEBIT", "PAYROLL STAFF", -cents)


def _vendors(practice: InventedPractice) -> Iterator[Line]:
    """A line a payment; what is paid by card is one line a month, when the card is paid."""
    cards: dict[date, int] = defaultdict(int)
    for bill in bills(practice):
        if bill.paid_on is None:
            continue
        if bill.supplier.method == CARD:
            cards[bill.paid_on.replace(day=CARD_DAY)] += bill.cents
        elif bill.supplier.method == CHECK:
            yield Line(bill.paid_on, "CHECK", f"CHECK {bill.check}", -bill.cents, bill.check)
        else:
            yield Line(bill.paid_on, "DEBIT", f"ACH {bill.supplier.name.upper()}", -bill.cents)
    for day, cents in sorted(cards.items()):
        yield Line(last_business_day(day), "DEBIT", "BUSINESS CARD PAYMENT", -cents)


def _by_month(lines: "Iterator[Line] | list[Line]") -> dict[date, list[Line]]:
    found: dict[date, list[Line]] = defaultdict(list)
    for line in lines:
        found[line.day.replace(day=1)].append(line)
    return found
