"""The invented practice's vendors, their bills, what was paid on them and the year's filings."""

from datetime import date, timedelta
from typing import Any

from medoffice_xl.areas.payables.federal_filings import federal_filings
from medoffice_xl.demo.hidden import Hidden
from medoffice_xl.demo.invented import DemoPart, InventedPractice
from medoffice_xl.demo.suppliers import SUPPLIERS, Billed, Supplier, bills
from medoffice_xl.demo.typed import typed
from medoffice_xl.tables import BILL_PAYMENTS, BILLS, FILINGS, VENDORS
from medoffice_xl.tables.payables import BILL_PAYMENT, CARD

_Row = dict[str, Any]


OWNER = "Office manager"
BANK_ACCOUNT, CARD_ACCOUNT = "Operating account", "Business card"


def demo(practice: InventedPractice) -> DemoPart:
    """Vendors, bills, their payments and the year's filings; something in them is wrong, late or about to lapse."""
    every = bills(practice)
    lapses = practice.last_day + timedelta(days=4)
    return DemoPart(
        tables={
            VENDORS.name: typed(VENDORS, [_vendor(each, every[0].dated) for each in SUPPLIERS]),
            BILLS.name: typed(BILLS, [_bill(each) for each in every]),
            BILL_PAYMENTS.name: typed(BILL_PAYMENTS, [_payment(each) for each in every if each.paid_on]),
            FILINGS.name: typed(FILINGS, _filings(practice.last_day)),
        },
        hidden=(
            Hidden("An invoice of Acme Medical Supply for $418.50 is entered twice, two digits of its number swapped.",
                   "Accounts payable"),
            Hidden("The bills come to $418.50 more than accounts payable of the ledger: the invoice entered twice.",
                   "Accounts payable"),
            Hidden(f"Birch Pharma's discount of 2% lapses on {lapses:%m/%d/%Y}: worth 37% a year.",
                   "Accounts payable"),
            Hidden("A bill of Able Cleaning lies forgotten, a month past due, and no form W-9 of theirs is on file.",
                   "Accounts payable"),
            Hidden("Acme Medical Supply owes a credit of $84.60 that nobody has applied.", "Accounts payable"),
        ),
    )  # fmt: skip


def _bill(each: Billed) -> _Row:
    return {"vendor": each.supplier.name, "number": each.number, "bill_date": each.dated, "amount": each.cents,
            "account": each.supplier.account, "entered_by": "Front office",
            "approved_by": OWNER if each.paid_on else ""}  # fmt: skip


def _payment(each: Billed) -> _Row:
    return {"vendor": each.supplier.name, "paid_date": each.paid_on, "amount": each.cents, "number": each.check,
            "kind": BILL_PAYMENT, "method": each.supplier.method, "bill_number": each.number,
            "account": CARD_ACCOUNT if each.supplier.method == CARD else BANK_ACCOUNT}  # fmt: skip


def _vendor(supplier: Supplier, since: date) -> _Row:
    return {"vendor": supplier.name, "terms": supplier.terms, "paid_first": supplier.paid_first, "w9": supplier.w9,
            "form_1099": supplier.form_1099, "box_1099": supplier.box_1099, "first_seen": since}  # fmt: skip


def _filings(last: date) -> list[_Row]:
    """The year's federal filings and two licences; all that was due is done, but the newest payroll deposit."""
    frames = [federal_filings(year) for year in (last.year - 1, last.year)]
    rows: list[_Row] = [row for frame in frames for row in frame.to_dict("records")]  # type: ignore[misc]
    rows += [
        {"filing": "Licence of the practice's laboratory (CLIA)", "kind": "licence", "due_date": last + timedelta(45)},
        {"filing": "Medical licence of Dr. Lee", "kind": "licence", "due_date": last + timedelta(20)},
    ]
    deposits = [row["due_date"] for row in rows if row["kind"] == "payroll deposit" and row["due_date"].date() <= last]
    for row in rows:
        row["due_date"] = due = row["due_date"].date() if hasattr(row["due_date"], "date") else row["due_date"]
        forgotten = row["kind"] == "payroll deposit" and bool(deposits) and due == max(deposits).date()
        row["who"] = OWNER if row["kind"] in ("payroll deposit", "licence") else "Accountant"
        row["done_date"] = due - timedelta(days=2) if due <= last and not forgotten else None
    return rows
