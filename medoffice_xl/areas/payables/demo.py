"""The invented practice's vendors: what is paid to them in a month is what its costs say of that month.

A bill is dated in the month before it is paid. So what the books, kept on the cash basis, show as a month's rent or
supplies are that month's payments, and the bills of the last month are still open.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from medoffice_xl.areas.payables.federal_filings import federal_filings
from medoffice_xl.demo.hidden import Hidden
from medoffice_xl.demo.invented import DemoPart, InventedPractice
from medoffice_xl.demo.overhead import A_PHYSICIAN, A_VISIT
from medoffice_xl.demo.typed import typed
from medoffice_xl.demo.visits import first_of_months
from medoffice_xl.tables import BILL_PAYMENTS, BILLS, FILINGS, VENDORS
from medoffice_xl.tables.payables import ACH, BILL_PAYMENT, CARD, CHECK, DRUGS, INSURANCE, NO, RENT, YES

_Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Supplier:
    """One vendor: the account of costs it is paid from, its percent of that, and the days it bills and is paid on."""

    name: str
    account: str
    percent: int
    terms: str
    billed: int
    paid: int
    prefix: str
    method: str = CHECK
    paid_first: str = ""
    form_1099: str = NO
    box_1099: str = ""
    w9: str = ""


LANDLORD = Supplier(
    "Willow Creek Properties", "6500 Rent", 100, "Net 10", 21, 1, "R", ACH, RENT, YES, "MISC 1 rents", YES
)
INSURER = Supplier(
    "Prairie Mutual Insurance", "6610 Malpractice insurance", 100, "Net 30", 12, 10, "PM", ACH, INSURANCE
)
SUPPLY = Supplier("Acme Medical Supply", "6310 Medical supplies", 60, "Net 30", 18, 15, "INV", ACH)
PHARMA = Supplier("Birch Pharma", "6310 Medical supplies", 40, "2/10 net 30", 24, 20, "BP", ACH, DRUGS)
BILLING = Supplier("Clearwater Clearinghouse", "6420 Billing and clearinghouse", 100, "Net 30", 25, 22, "C", CARD)
MEDIA = Supplier("Cottonwood Media", "6800 Advertising", 100, "Net 30", 14, 12, "CM", CARD)
CLEANER = Supplier("Able Cleaning", "6900 Other overhead", 40, "Net 15", 15, 2, "A", form_1099=YES)
COMPUTERS = Supplier("Summit Computer Service", "6900 Other overhead", 60, "Net 30", 16, 14, "S", form_1099="")
SUPPLIERS = (LANDLORD, INSURER, SUPPLY, PHARMA, BILLING, MEDIA, CLEANER, COMPUTERS)

ENTERED_TWICE = 41_850
CREDIT = -8_460
FORGOTTEN = 31_500
OWNER = "Office manager"


def demo(practice: InventedPractice) -> DemoPart:
    """Vendors, bills, their payments and the year's filings; something in them is wrong, late or about to lapse."""
    firsts = first_of_months(practice.last_day, practice.months)
    costs = _costs(practice, firsts)
    bills, payments = _billed_and_paid(practice, firsts, costs)
    lapses = practice.last_day + timedelta(days=4)
    return DemoPart(
        tables={
            VENDORS.name: typed(VENDORS, [_vendor(each, firsts[0]) for each in SUPPLIERS]),
            BILLS.name: typed(BILLS, [*bills, *_odd_bills(practice.last_day)]),
            BILL_PAYMENTS.name: typed(BILL_PAYMENTS, payments),
            FILINGS.name: typed(FILINGS, _filings(practice.last_day)),
        },
        hidden=(
            Hidden("An invoice of Acme Medical Supply for $418.50 is entered twice, two digits of its number swapped.",
                   "Accounts payable"),
            Hidden(f"Birch Pharma's discount of 2 % lapses on {lapses:%m/%d/%Y}: worth 37 % a year.",
                   "Accounts payable"),
            Hidden("A bill of Able Cleaning lies forgotten, a month past due, and no form W-9 of theirs is on file.",
                   "Accounts payable"),
            Hidden("Acme Medical Supply owes a credit of $84.60 that nobody has applied.", "Accounts payable"),
        ),
    )  # fmt: skip


def _costs(practice: InventedPractice, firsts: list[date]) -> dict[tuple[date, str], int]:
    """Cents by month and account, as the practice's costs have them."""
    visits = Counter(claim.dos.replace(day=1) for claim in practice.claims)
    by_visit = {(first, account): visits[first] * cents for first in firsts for account, _, cents in A_VISIT}
    fixed = {(first, account): practice.doctors * cents for first in firsts for account, _, cents in A_PHYSICIAN}
    return by_visit | fixed


def _billed_and_paid(
    practice: InventedPractice, firsts: list[date], costs: dict[tuple[date, str], int]
) -> tuple[list[_Row], list[_Row]]:
    """A bill of every vendor for every month, paid in that month; those after the last one are open."""
    bills: list[_Row] = []
    payments: list[_Row] = []
    check = 2_000
    for place, first in enumerate(firsts):
        before = first - timedelta(days=1)
        for supplier in SUPPLIERS:
            row = _bill(supplier, before.replace(day=supplier.billed), place, _share(supplier, first, costs))
            check += supplier.method == CHECK
            bills.append(row)
            payments.append({
                "vendor": supplier.name, "paid_date": first.replace(day=supplier.paid), "amount": row["amount"],
                "number": str(check) if supplier.method == CHECK else "", "kind": BILL_PAYMENT,
                "method": supplier.method, "bill_number": row["number"],
                "account": "Business card" if supplier.method == CARD else "Operating account",
            })  # fmt: skip
    last = practice.last_day
    for supplier in SUPPLIERS:
        dated = last - timedelta(days=6) if supplier is PHARMA else last.replace(day=min(supplier.billed, last.day))
        bills.append(_bill(supplier, dated, len(firsts), _share(supplier, firsts[-1], costs)))
    return bills, [row for row in payments if row["paid_date"] <= last]


def _share(supplier: Supplier, first: date, costs: dict[tuple[date, str], int]) -> int:
    """The vendor's part of the account's month; of an account with two vendors the second has the rest."""
    whole = costs[first, supplier.account]
    part = whole * supplier.percent // 100
    others = [each for each in SUPPLIERS if each.account == supplier.account and each is not supplier]
    is_second = bool(others) and SUPPLIERS.index(supplier) > SUPPLIERS.index(others[0])
    return whole - whole * others[0].percent // 100 if is_second else part


def _bill(supplier: Supplier, dated: date, place: int, cents: int) -> _Row:
    number = f"{supplier.prefix}{10_020 + 17 * place}"
    return {"vendor": supplier.name, "number": number, "bill_date": dated, "amount": cents,
            "account": supplier.account, "entered_by": "Front office", "approved_by": OWNER}  # fmt: skip


def _odd_bills(last: date) -> Iterator[_Row]:
    """The invoice that is entered twice, the credit, and the bill that was forgotten."""
    of_acme = {"vendor": SUPPLY.name, "account": SUPPLY.account, "entered_by": "Front office"}
    for number, ago in (("INV51234", 16), ("INV51243", 7)):
        yield {**of_acme, "number": number, "bill_date": last - timedelta(days=ago), "amount": ENTERED_TWICE}
    yield {**of_acme, "number": "CM317", "bill_date": last - timedelta(days=20), "amount": CREDIT}
    dated = last - timedelta(days=46)
    yield {"vendor": CLEANER.name, "number": "CARPET-7", "bill_date": dated, "amount": FORGOTTEN,
           "account": CLEANER.account, "entered_by": "Front office"}  # fmt: skip


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
