"""Accounts payable by age: how much is owed to whom, and how long it has been due.

Credits have a column of their own: netted into the buckets they would hide what is overdue.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

import narwhals as nw
import pandas as pd

from medoffice_xl.areas.payables.open_bills import Bill, OpenBills
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.ranking import largest
from medoffice_xl.ledger.rows import Rows
from medoffice_xl.ledger.rows_behind import rows_behind
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Measure, Part, Unit

UPPER = (0, 30, 60, 90)
"""Last day past due of each bucket but the open one."""
BUCKETS = ("Current", "1 - 30", "31 - 60", "61 - 90", "91 and over")

DEFINITION = Definition(
    "Accounts payable by age",
    "what is open of each bill, by days from its due date to the day (current: not past due); no due date: bill date "
    "and terms; credits apart",
    "QuickBooks, A/P ageing summary: current, 1 - 30, 31 - 60, 61 - 90, 91 and over days past due",
)

COLUMNS = (
    BreakdownColumn("Vendor", Unit.TEXT),
    *(BreakdownColumn(bucket, Unit.MONEY) for bucket in BUCKETS),
    BreakdownColumn("Credits", Unit.MONEY),
    BreakdownColumn("Total", Unit.MONEY),
)


@dataclass(slots=True)
class Aged:
    """What is owed to one vendor by age, in cents; credits are negative."""

    buckets: list[int] = field(default_factory=lambda: [0] * len(BUCKETS))
    credits: int = 0

    @property
    def total(self) -> int:
        """All buckets, credits taken off."""
        return sum(self.buckets) + self.credits

    def take(self, bill: Bill, as_of: date) -> None:
        """Put what is open of a bill to its bucket."""
        if bill.open < 0:
            self.credits += bill.open
        else:
            self.buckets[bucket_of((as_of - bill.due).days)] += bill.open


def bucket_of(past_due: int) -> int:
    """The place of a bucket, by the days past due; a bill due on the day itself is current.

    >>> [BUCKETS[bucket_of(days)] for days in (0, 1, 30, 31, 90, 91)]
    ['Current', '1 - 30', '1 - 30', '31 - 60', '61 - 90', '91 and over']
    """
    return bisect_left(UPPER, past_due)


def ap_ageing(owed: OpenBills, top: int = 0) -> Breakdown:
    """What is owed by vendor and age; the last row is the total, which is accounts payable.

    `top` vendors by what is owed are shown, the others in one row; 0 shows all. Raises NoData where there is no bill.
    """
    if not owed.bills:
        raise NoData("No bill is dated by this day. Import QuickBooks' Unpaid Bills, or type Bills.")
    vendors: dict[str, Aged] = defaultdict(Aged)
    for bill in owed.still_open:
        vendors[bill.vendor].take(bill, owed.as_of)
    shown = largest(vendors, top, lambda aged: (sum(aged.buckets), -aged.credits), _together)
    total = _together(vendors.values())
    return Breakdown(
        columns=COLUMNS,
        body=[(name, *aged.buckets, aged.credits, aged.total) for name, aged in {**shown, "Total": total}.items()],
        definition=DEFINITION,
        parts=[
            Part("Accounts payable", total.total, Unit.MONEY),
            Part("Past due", sum(total.buckets[1:]), Unit.MONEY),
            Part("As of", owed.as_of, Unit.DATE),
            Part("Vendors", len(vendors), Unit.COUNT),
        ],
        rows_used=len(owed.still_open),
        left_out=owed.left_out,
        notes=owed.notes,
        rows_behind=lambda: rows_of(owed.still_open),
    )


def ap_total(owed: OpenBills) -> Measure:
    """Accounts payable on the day. Raises NoData where there is no bill."""
    by_vendor = ap_ageing(owed)
    return _measure(owed, owed.total, "Accounts payable", "what is open of all bills, credits taken off", by_vendor)


def ap_past_due(owed: OpenBills) -> Measure:
    """What is past due on the day, credits on neither side. Raises NoData where there is no bill."""
    by_vendor = ap_ageing(owed)
    late = sum(bill.open for bill in owed.still_open if bill.open > 0 and bill.due < owed.as_of)
    return _measure(owed, late, "Accounts payable past due", "what is open of bills due before the day", by_vendor)


def _measure(owed: OpenBills, cents: int, name: str, formula: str, by_vendor: Breakdown) -> Measure:
    return Measure(
        cents,
        Unit.MONEY,
        Definition(name, formula, DEFINITION.source),
        parts=by_vendor.parts,
        rows_used=len(owed.still_open),
        left_out=owed.left_out,
        notes=owed.notes,
        rows_behind=lambda: rows_of(owed.still_open),
    )


def rows_of(bills: Iterable[Bill]) -> Rows:
    """Bills as the rows behind a figure."""
    listed = list(bills)
    frame = pd.DataFrame(
        {
            "vendor": pd.Series([bill.vendor for bill in listed], dtype="str"),
            "number": pd.Series([bill.number for bill in listed], dtype="str"),
            "bill_date": pd.Series([bill.bill_date for bill in listed], dtype="datetime64[us]"),
            "due_date": pd.Series([bill.due for bill in listed], dtype="datetime64[us]"),
            "amount": pd.Series([bill.amount for bill in listed], dtype="int64"),
            "balance": pd.Series([bill.open for bill in listed], dtype="int64"),
        }
    )
    names = ("vendor", "number", "bill_date", "due_date", "amount", "balance")
    return rows_behind(nw.from_native(frame).lazy(), *names)


def _together(aged: Iterable[Aged]) -> Aged:
    whole = Aged()
    for each in aged:
        whole.buckets = [mine + theirs for mine, theirs in zip(whole.buckets, each.buckets, strict=True)]
        whole.credits += each.credits
    return whole
