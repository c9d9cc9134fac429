"""Discounts for paying early: which are about to lapse, and what taking them is worth a year."""

from dataclasses import dataclass
from datetime import date, timedelta

from medoffice_xl.areas.payables.ageing import rows_of
from medoffice_xl.areas.payables.open_bills import Bill, OpenBills
from medoffice_xl.areas.payables.terms import compounded_worth, yearly_worth
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit

DEFINITION = Definition(
    "Discounts about to lapse",
    "bills whose last discount day is from the day to the one before the next payments; worth a year: d ÷ (1 − d) × "
    "365 ÷ days from the discount day to the due date, and compounded; take: worth more than borrowing costs",
    "Textbook cost of trade credit: 2/10 net 30 is 37.24% simple, 44.59% compounded",
)
COLUMNS = (
    BreakdownColumn("Vendor", Unit.TEXT),
    BreakdownColumn("Number", Unit.TEXT),
    BreakdownColumn("Discount until", Unit.DATE),
    BreakdownColumn("Due", Unit.DATE),
    BreakdownColumn("Open", Unit.MONEY),
    BreakdownColumn("Discount", Unit.MONEY),
    BreakdownColumn("Worth a year", Unit.PERCENT),
    BreakdownColumn("Compounded", Unit.PERCENT),
    BreakdownColumn("Take it", Unit.TEXT),
)

MOST_DAYS = 92


@dataclass(frozen=True, slots=True)
class Discount:
    """A discount that can still be had: its last day, cents, and what it is worth a year (None: costs no day)."""

    until: date
    cents: int
    simple: float | None
    compounded: float | None

    def worth(self, borrowing_rate: float) -> bool:
        """True where it is worth more than borrowing the money costs."""
        return self.simple is None or self.simple > borrowing_rate


def discount_of(bill: Bill, as_of: date) -> Discount | None:
    """The discount that a bill still gives on the day; its last day counts. None where it gives none."""
    until = bill.discount_day
    if bill.terms is None or until is None or until < as_of or not bill.discount:
        return None
    days = (bill.due - until).days
    share = bill.terms.discount
    return Discount(until, bill.discount, yearly_worth(share, days), compounded_worth(share, days))


def lapsing(bill: Bill, as_of: date, run_days: int) -> Discount | None:
    """The same where it lapses before the next payments, `run_days` after the day."""
    found = discount_of(bill, as_of)
    return found if found and found.until < as_of + timedelta(days=run_days) else None


def check_run_days(run_days: int) -> None:
    """Raise OutOfRange for a rhythm of payments that is none."""
    if not 1 <= run_days <= MOST_DAYS:
        raise OutOfRange(f"You pay every {run_days} days; give 1 to {MOST_DAYS} days until the next payments.")


def ap_discounts(owed: OpenBills, run_days: int, borrowing_rate: float) -> Breakdown:
    """Discounts that lapse before the next payments, first to lapse first. Raises NoData where there are none."""
    check_run_days(run_days)
    each = ((bill, lapsing(bill, owed.as_of, run_days)) for bill in owed.still_open if not bill.held)
    found = sorted(((d.until, -d.cents, b.vendor, b.number, b, d) for b, d in each if d), key=lambda row: row[:4])
    if not found:
        raise NoData("No discount lapses before the next payments.")
    total = sum(discount.cents for *_, discount in found)
    return Breakdown(
        columns=COLUMNS,
        body=[
            (
                *(bill.vendor, bill.number, found_one.until, bill.due, bill.open, found_one.cents),
                *(found_one.simple, found_one.compounded, "yes" if found_one.worth(borrowing_rate) else "no"),
            )
            for *_, bill, found_one in found
        ]
        + [("Total", "", None, None, sum(bill.open for *_, bill, _ in found), total, None, None, "")],
        definition=DEFINITION,
        parts=[
            Part("Discounts", total, Unit.MONEY),
            Part("Borrowing costs a year", borrowing_rate, Unit.PERCENT),
            Part("Next payments", owed.as_of + timedelta(days=run_days), Unit.DATE),
        ],
        rows_used=len(found),
        left_out=owed.left_out,
        notes=owed.notes,
        rows_behind=lambda: rows_of(bill for *_, bill, _ in found),
    )
