"""The due days of bills, discounts and filings as a calendar file."""

from collections.abc import Iterator
from datetime import date

from medoffice_xl.areas.payables.discounts import discount_of
from medoffice_xl.areas.payables.filings import open_filings
from medoffice_xl.areas.payables.open_bills import OpenBills
from medoffice_xl.areas.payables.report import owed_of
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.money import show
from medoffice_xl.reports.calendar_days import DueDay, as_calendar
from medoffice_xl.reports.practice import Practice


def due_days(owed: OpenBills, filings: Frame) -> list[DueDay]:
    """The days of open bills, of discounts that can still be had, and of filings that are not done."""
    return sorted({*_of_bills(owed), *_of_filings(filings, owed.as_of)})


def calendar_of(practice: Practice) -> bytes:
    """The practice's calendar file. Raises NoData where nothing is due."""
    days = due_days(owed_of(practice), practice.table("filings"))
    if not days:
        raise NoData("Nothing is due: no bill is open and every filing is done.")
    return as_calendar(days, practice.as_of, "Bills and filings", "Accounts payable")


def _of_bills(owed: OpenBills) -> Iterator[DueDay]:
    for bill in owed.still_open:
        if bill.open <= 0:
            continue
        named = f"{bill.vendor} {bill.number}".strip()
        about = f"{bill.vendor}|{bill.number}|{bill.bill_date}|{bill.amount}"
        yield DueDay(bill.due, f"Pay {named}: {show(bill.open)}{' (on hold)' if bill.held else ''}", f"bill|{about}")
        if discount := discount_of(bill, owed.as_of):
            words = f"Last day of the discount of {named}: {show(discount.cents)}"
            yield DueDay(discount.until, words, f"discount|{about}")


def _of_filings(filings: Frame, as_of: date) -> Iterator[DueDay]:
    for row in open_filings(filings, as_of):
        period = f" ({row['period']})" if row["period"] else ""
        who = f", {row['who']}" if row["who"] else ""
        about = f"filing|{row['filing']}|{row['period']}|{row['due_date']}"
        yield DueDay(row["due_date"], f"{row['filing']}{period}{who}", about)
