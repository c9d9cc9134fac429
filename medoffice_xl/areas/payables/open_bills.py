"""What is open of each bill on a day: one definition, which ageing, payments, DPO and the tie to the ledger share.

Open is the amount less what was paid on it. Where a list of open bills was brought in by the day, what it says of a
bill counts, and of the payments only those after it. A payment that names its bill pays that one; another pays the bill
of its amount, else the vendor's oldest first. One that pays exactly a bill less its discount, in time, settles it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import narwhals as nw

from medoffice_xl.areas.payables.names import number_key
from medoffice_xl.areas.payables.terms import Terms, terms_of
from medoffice_xl.contracts.exact_amounts import share_of
from medoffice_xl.ledger.rows import Frame, fetch, flag, take
from medoffice_xl.measure import LeftOut
from medoffice_xl.plain_name import plain_name
from medoffice_xl.tables import BILL_PAYMENTS, BILLS, VENDORS
from medoffice_xl.tables.payables import BILL_PAYMENT, HOLD, VOID

GIVEN, BY_TERMS, NO_TERMS = "the bill", "its terms", "the bill date"


@dataclass(slots=True)
class Bill:
    """One bill or credit memo (negative) as it stands on a day; `due_from` says where its due day comes from."""

    vendor: str
    number: str
    bill_date: date
    due: date
    due_from: str
    amount: int
    open: int
    stated: date | None
    terms: Terms | None
    paid_first: str
    held: bool

    @property
    def discount_day(self) -> date | None:
        """The last day on which a discount is given."""
        return self.terms.discount_day(self.bill_date) if self.terms and self.amount > 0 else None

    @property
    def discount(self) -> int:
        """What the discount takes off what is open, in cents, half up."""
        if self.terms is None or self.open <= 0:
            return 0
        share = self.terms.discount
        return int(share_of(self.open, share.numerator, share.denominator))


@dataclass(slots=True)
class OpenBills:
    """Every bill known by the day, with what is open of it; and what there is to say about how that was found."""

    as_of: date
    bills: list[Bill]
    applied: int = 0
    discounts: int = 0
    left_out: list[LeftOut] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def still_open(self) -> list[Bill]:
        """Bills and credits that are not settled."""
        return [bill for bill in self.bills if bill.open]

    @property
    def total(self) -> int:
        """Accounts payable: all that is open, credits taken off."""
        return sum(bill.open for bill in self.bills)


def open_bills(vendors: Frame, bills: Frame, payments: Frame, as_of: date) -> OpenBills:
    """The bills dated by the day and what is open of each; void ones never counted."""
    known = {plain_name(row["vendor"]): row for row in fetch(take(vendors, VENDORS, "vendor", "terms", "paid_first"))}
    columns = ("vendor", "number", "bill_date", "due_date", "amount", "open_balance", "open_as_of", "terms", "state")
    said = nw.col("open_balance")
    typed = take(bills, BILLS, *columns).with_columns(is_said=flag(~said.is_null()), open_balance=said.fill_null(0))
    rows = [row for row in fetch(typed) if row["state"] != VOID and row["bill_date"] <= as_of]
    found = OpenBills(as_of, [_bill(row, known.get(plain_name(row["vendor"]), {}), as_of) for row in rows])
    found.notes += _remarks(rows, found.bills, known, as_of)
    names = ("vendor", "paid_date", "number", "amount", "kind", "bill_number")
    paid = [
        row
        for row in fetch(take(payments, BILL_PAYMENTS, *names))
        if row["kind"] == BILL_PAYMENT and row["paid_date"] <= as_of
    ]
    _apply(found, sorted(paid, key=lambda row: (row["paid_date"], row["number"])))
    return found


def _bill(row: dict[str, Any], vendor: dict[str, Any], as_of: date) -> Bill:
    terms = terms_of(row["terms"] or vendor.get("terms", ""))
    due, due_from = _due(row, terms)
    is_stated = row["is_said"] and row["open_as_of"] is not None and row["open_as_of"] <= as_of
    stated = row["open_as_of"] if is_stated else None
    return Bill(
        vendor=" ".join(row["vendor"].split()),
        number=row["number"],
        bill_date=row["bill_date"],
        due=due,
        due_from=due_from,
        amount=row["amount"],
        open=row["amount"] if stated is None else row["open_balance"],
        stated=stated,
        terms=terms,
        paid_first=vendor.get("paid_first", ""),
        held=row["state"] == HOLD,
    )


def _due(row: dict[str, Any], terms: Terms | None) -> tuple[date, str]:
    if row["due_date"] is not None:
        return row["due_date"], GIVEN
    return (terms.due(row["bill_date"]), BY_TERMS) if terms else (row["bill_date"], NO_TERMS)


def _apply(found: OpenBills, payments: Sequence[dict[str, Any]]) -> None:
    """Take each payment off the bills that it pays."""
    by_vendor: dict[str, list[Bill]] = defaultdict(list)
    for bill in sorted(found.bills, key=lambda bill: (bill.due, bill.bill_date, bill.number)):
        by_vendor[plain_name(bill.vendor)].append(bill)
    nowhere, rests = [], []
    oldest = 0
    for payment in payments:
        theirs = by_vendor[plain_name(payment["vendor"])]
        if payment["bill_number"]:
            named = [bill for bill in theirs if number_key(bill.number) == number_key(payment["bill_number"])]
            if not named:
                nowhere.append(payment["amount"])
            elif candidates := _not_stated_since(named, payment):
                one = next((bill for bill in candidates if bill.open > 0), candidates[-1])
                _pay(found, one, payment["amount"], payment["paid_date"])
            continue
        billed = [bill for bill in theirs if bill.bill_date <= payment["paid_date"]]
        candidates = _not_stated_since(billed, payment)
        exact = next((bill for bill in candidates if _settles(bill, payment["amount"], payment["paid_date"])), None)
        if exact is not None:
            _pay(found, exact, payment["amount"], payment["paid_date"])
            continue
        rest = _spread(found, candidates, payment)
        oldest += rest != payment["amount"]
        if rest and not any(bill.stated and payment["paid_date"] <= bill.stated for bill in theirs):
            rests.append(rest)
    if nowhere:
        found.left_out.append(LeftOut("payments of a bill that is not on Bills", len(nowhere), sum(nowhere)))
    if rests:
        found.left_out.append(LeftOut("payments, or parts of them, for which no bill was open", len(rests), sum(rests)))
    if oldest:
        found.notes.append(f"{oldest:,} payments name no bill and are of no bill's amount: they paid the oldest first.")


def _not_stated_since(bills: Iterable[Bill], payment: dict[str, Any]) -> list[Bill]:
    """Bills on which a payment still counts: no list of its day or later says what was open of them."""
    return [bill for bill in bills if bill.stated is None or bill.stated < payment["paid_date"]]


def _settles(bill: Bill, amount: int, paid: date) -> bool:
    """Whether a payment is all that is open, or all of it less the discount that is given up to that day."""
    if not bill.open:
        return False
    in_time = bill.discount_day is not None and paid <= bill.discount_day
    return amount == bill.open or (in_time and amount == bill.open - bill.discount)


def _pay(found: OpenBills, bill: Bill, amount: int, paid: date) -> None:
    found.applied += amount
    if _settles(bill, amount, paid):
        found.discounts += bill.open - amount
        bill.open = 0
    else:
        bill.open -= amount


def _spread(found: OpenBills, bills: Sequence[Bill], payment: dict[str, Any]) -> int:
    """Pay the oldest bills first; what is left of the payment."""
    rest: int = payment["amount"]
    for bill in bills:
        if rest <= 0:
            break
        if bill.open > 0:
            part = min(rest, bill.open)
            bill.open -= part
            found.applied += part
            rest -= part
    return rest


def _remarks(
    rows: Sequence[dict[str, Any]], bills: Sequence[Bill], vendors: dict[str, dict[str, Any]], as_of: date
) -> list[str]:
    by_terms = sum(bill.due_from == BY_TERMS for bill in bills if bill.open)
    no_terms = sum(bill.due_from == NO_TERMS for bill in bills if bill.open)
    undated = sum(row["is_said"] and row["open_as_of"] is None for row in rows)
    later = sum(row["open_as_of"] is not None and row["open_as_of"] > as_of for row in rows)
    words = {row["terms"] or vendors.get(plain_name(row["vendor"]), {}).get("terms", "") for row in rows}
    strange = sorted(text for text in words if text and terms_of(text) is None)
    notes = []
    if by_terms:
        notes.append(f"{by_terms:,} bills say no due date: the bill date and the terms say it.")
    if no_terms:
        notes.append(f"{no_terms:,} bills say neither a due date nor terms: they count as due on the bill date.")
    if later:
        notes.append(f"{later:,} bills have an open balance of a later list, which does not count by this day.")
    if undated:
        notes.append(f"{undated:,} open balances without their day do not count: fill in Open as of.")
    if strange:
        notes.append(f"Terms that are not understood: {'; '.join(strange)}. Write them as 2/10 net 30 or Net 30.")
    return notes
