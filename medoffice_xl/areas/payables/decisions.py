"""Bills about which somebody has to say something: two that may be one, one on hold, a discount about to lapse."""

from collections.abc import Iterator
from datetime import date

from medoffice_xl.areas.payables.discounts import check_run_days, lapsing
from medoffice_xl.areas.payables.duplicates import suspects
from medoffice_xl.areas.payables.names import number_key
from medoffice_xl.areas.payables.open_bills import OpenBills, open_bills
from medoffice_xl.contracts.thresholds import limits_on
from medoffice_xl.headlines import Decision, Decisions, Terms
from medoffice_xl.money import show
from medoffice_xl.plain_name import plain_name
from medoffice_xl.sets import Tables

SHEET = "Accounts payable"
NEEDED = ("vendors", "bills", "bill_payments")
READS = (*NEEDED, "thresholds")
_CHANCE = "D5"
"""Amounts of the same digits in another order are more often chance than a bill entered twice."""


def _decisions(tables: Tables, as_of: date, terms: Terms) -> list[Decision]:
    if any(tables.get(name) is None for name in NEEDED) or not tables.has_rows("bills"):
        return []
    check_run_days(terms.run_days)
    owed = open_bills(tables["vendors"], tables["bills"], tables["bill_payments"], as_of)
    return [*_twice(tables, owed, as_of), *_held(owed), *_lapsing(owed, as_of, terms.run_days)]


def _twice(tables: Tables, owed: OpenBills, as_of: date) -> Iterator[Decision]:
    """Pairs of which one is not paid yet."""
    still = {(plain_name(bill.vendor), number_key(bill.number)) for bill in owed.still_open}
    for pair in suspects(tables["bills"], limits_on(as_of, tables), as_of):
        both = {(plain_name(each.vendor), number_key(each.number)) for each in (pair.first, pair.other)}
        if pair.test != _CHANCE and both & still:
            what = f"Pay {pair.first.vendor} {pair.first.number or 'once'} or {pair.other.number or 'twice'}, not both"
            yield Decision(what, pair.cents, None, "", f"May be one bill: {pair.why}", SHEET)


def _held(owed: OpenBills) -> Iterator[Decision]:
    for bill in owed.still_open:
        if bill.held:
            what = f"Pay {bill.vendor} {bill.number}, or dispute it".replace(" ,", ",")
            yield Decision(what, bill.open, bill.due, "", "The bill is on hold", SHEET)


def _lapsing(owed: OpenBills, as_of: date, run_days: int) -> Iterator[Decision]:
    """Discounts that are gone by the next payments, as the page lists them."""
    for bill in owed.still_open:
        found = None if bill.held else lapsing(bill, as_of, run_days)
        if found:
            why = f"{show(found.cents)} of discount on {show(bill.open)} lapse"
            yield Decision(f"Take the discount of {bill.vendor}, or leave it", found.cents, found.until, "", why, SHEET)


DECISIONS = Decisions(READS, _decisions)
