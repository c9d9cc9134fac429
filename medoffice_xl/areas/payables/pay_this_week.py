"""What to pay now: in the order in which a practice can least be late, as far as cash goes."""

from dataclasses import dataclass
from datetime import date, timedelta

from medoffice_xl.areas.payables.ageing import rows_of
from medoffice_xl.areas.payables.cash_on_hand import CashOnHand
from medoffice_xl.areas.payables.discounts import Discount, check_run_days, lapsing
from medoffice_xl.areas.payables.open_bills import Bill, OpenBills
from medoffice_xl.errors import NoData
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, LeftOut, Part, Unit
from medoffice_xl.money import show
from medoffice_xl.tables.payables import PAID_FIRST

DEFINITION = Definition(
    "What to pay now",
    "1 payroll tax, rent, insurance and drugs that are due before the next payments; 2 discounts that lapse before "
    "them and are worth more than borrowing costs; 3 all else that is due before them, first due first; it stops where "
    "a payment would take cash below its floor",
    "medoffice_xl: order of a practice's obligations; trade-credit discounts against the borrowing rate",
)
COLUMNS = (
    BreakdownColumn("Vendor", Unit.TEXT),
    BreakdownColumn("Number", Unit.TEXT),
    BreakdownColumn("Due", Unit.DATE),
    BreakdownColumn("Open", Unit.MONEY),
    BreakdownColumn("Discount", Unit.MONEY),
    BreakdownColumn("To pay", Unit.MONEY),
    BreakdownColumn("Why", Unit.TEXT),
    BreakdownColumn("Cash after", Unit.MONEY),
    BreakdownColumn("Decision", Unit.TEXT),
)

PAY, WAIT = "pay", "wait: cash floor"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A bill that is to be paid now, why, and the discount taken on the way."""

    rank: tuple[int, int, date, str, str]
    bill: Bill
    why: str
    discount: Discount | None

    @property
    def pays(self) -> int:
        """Cents to pay."""
        return self.bill.open - (self.discount.cents if self.discount else 0)


def pay_this_week(
    owed: OpenBills, cash: CashOnHand, on_hand: int | None, run_days: int, borrowing_rate: float
) -> Breakdown:
    """The bills to pay on the day, in order, with the cash that is left after each.

    `on_hand` is cash in cents, where it is not that of the last month-end. From the first bill that would take cash
    below the floor on, everything waits: nothing that can be late goes before what cannot. Raises NoData where nothing
    has to be paid, or where nobody says what cash there is.
    """
    check_run_days(run_days)
    if on_hand is None and cash.day is None:
        raise NoData("Nobody says what cash there is: fill in the month-ends on the sheet Cash, or Cash on hand.")
    chosen = sorted(
        (each for bill in owed.still_open if (each := _candidate(bill, owed.as_of, run_days, borrowing_rate))),
        key=lambda each: each.rank,
    )
    if not chosen:
        raise NoData("Nothing has to be paid before the next payments.")
    left = cash.balance if on_hand is None else on_hand
    start, body, paid, goes_on = left, [], 0, True
    for each in chosen:
        goes_on = goes_on and left - each.pays >= cash.floor
        if goes_on:
            left -= each.pays
            paid += each.pays
        bill, taken = each.bill, each.discount.cents if each.discount else 0
        row = (bill.vendor, bill.number, bill.due, bill.open, taken, each.pays, each.why)
        body.append((*row, left, PAY if goes_on else WAIT))
    wanted = sum(each.pays for each in chosen)
    return Breakdown(
        columns=COLUMNS,
        body=[*body, ("Total", "", None, *_sums(chosen), "", left, "")],
        definition=DEFINITION,
        parts=[
            Part("To pay", paid, Unit.MONEY),
            Part("Waits for cash", wanted - paid, Unit.MONEY),
            Part("Cash on hand", start, Unit.MONEY),
            Part("Cash floor", cash.floor, Unit.MONEY),
            Part("Next payments", owed.as_of + timedelta(days=run_days), Unit.DATE),
            Part("Borrowing costs a year", borrowing_rate, Unit.PERCENT),
        ],
        rows_used=len(chosen),
        left_out=[*_held(owed), *owed.left_out],
        notes=[*_cash_notes(cash, on_hand), *_credits(owed, chosen), *owed.notes],
        rows_behind=lambda: rows_of(each.bill for each in chosen),
    )


def _candidate(bill: Bill, as_of: date, run_days: int, borrowing_rate: float) -> Candidate | None:
    """The bill with its place in the order; None where it can wait for the next payments, or is on hold."""
    if bill.open <= 0 or bill.held:
        return None
    lapses = lapsing(bill, as_of, run_days)
    discount = lapses if lapses and lapses.worth(borrowing_rate) else None
    is_due = bill.due < as_of + timedelta(days=run_days)
    if is_due and bill.paid_first:
        return Candidate((1, PAID_FIRST.index(bill.paid_first), *_by_day(bill)), bill, bill.paid_first, discount)
    if discount:
        until = discount.until
        return Candidate((2, 0, until, bill.vendor, bill.number), bill, f"discount until {until:%m/%d/%Y}", discount)
    if not is_due:
        return None
    late = (as_of - bill.due).days
    return Candidate((3, 0, *_by_day(bill)), bill, f"{late:,} days past due" if late > 0 else "due", None)


def _by_day(bill: Bill) -> tuple[date, str, str]:
    return bill.due, bill.vendor, bill.number


def _sums(chosen: list[Candidate]) -> tuple[int, int, int]:
    wanted, opened = sum(each.pays for each in chosen), sum(each.bill.open for each in chosen)
    return opened, opened - wanted, wanted


def _held(owed: OpenBills) -> list[LeftOut]:
    held = [bill.open for bill in owed.still_open if bill.held]
    return [LeftOut("bills on hold", len(held), sum(held))] if held else []


def _cash_notes(cash: CashOnHand, on_hand: int | None) -> list[str]:
    notes = []
    if on_hand is None and cash.day is not None:
        notes.append(f"Cash is that of the month-end {cash.day:%m/%d/%Y}; type what there is today into Cash on hand.")
    if not cash.floor:
        notes.append("No floor is typed on the sheet Cash: payments go on until there is no cash.")
    return notes


def _credits(owed: OpenBills, chosen: list[Candidate]) -> list[str]:
    vendors = {each.bill.vendor for each in chosen}
    credits = [bill for bill in owed.still_open if bill.open < 0 and bill.vendor in vendors]
    return [f"{bill.vendor} owes a credit of {show(-bill.open)}: apply it before you pay." for bill in credits]
