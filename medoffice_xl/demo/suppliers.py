"""The invented practice's vendors: what they bill of a month is what its costs say of that month.

A bill is paid on a business day of the month after it. So the bills of the last month are open, and what the ledger
owes on accounts payable is what is open of them, but for one that was entered twice.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from medoffice_xl.demo.invented import InventedPractice
from medoffice_xl.demo.two_years import book_months, costs
from medoffice_xl.ledger.business_days import on_business_day
from medoffice_xl.tables.payables import ACH, CARD, CHECK, DRUGS, INSURANCE, NO, RENT, YES


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
ONCE, TWICE = "INV51234", "INV51243"
"""The number of the bill, and the number under which it was entered a second time."""

BANK_FEE = 2_500
"""Cents a month that the bank takes itself; the costs have them with what the last of the vendors bills."""

FIRST_CHECK = 2_001


@dataclass(frozen=True, slots=True)
class Billed:
    """One bill or credit of a vendor, and when and how it is paid; `twice` was entered by mistake."""

    supplier: Supplier
    number: str
    dated: date
    cents: int
    paid_on: date | None = None
    check: str = ""
    twice: bool = False


def bills(practice: InventedPractice) -> list[Billed]:
    """A bill of every vendor for every month of the books, paid in the next one, and the odd ones."""
    firsts, of_costs, last = book_months(practice), costs(practice), practice.last_day
    odd, found = list(odd_bills(practice)), list[Billed]()
    check = FIRST_CHECK - 1
    for place, first in enumerate(firsts):
        following = firsts[place + 1] if place + 1 < len(firsts) else None
        for supplier in SUPPLIERS:
            check += supplier.method == CHECK and following is not None
            dated = first.replace(day=supplier.billed)
            if supplier is PHARMA and following is None:
                dated = last - timedelta(days=6)
            found.append(
                Billed(
                    supplier,
                    f"{supplier.prefix}{10_020 + 17 * place}",
                    dated,
                    _share(supplier, first, of_costs) - _booked_apart(odd, supplier, first),
                    on_business_day(following.replace(day=supplier.paid)) if following else None,
                    str(check) if supplier.method == CHECK and following else "",
                )
            )
    return [*found, *odd]


def odd_bills(practice: InventedPractice) -> Iterator[Billed]:
    """The invoice that is entered twice, the credit, and the bill that was forgotten."""
    last = practice.last_day
    yield Billed(SUPPLY, ONCE, last - timedelta(days=16), ENTERED_TWICE)
    yield Billed(SUPPLY, TWICE, last - timedelta(days=7), ENTERED_TWICE, twice=True)
    yield Billed(SUPPLY, "CM317", last - timedelta(days=20), CREDIT)
    yield Billed(CLEANER, "CARPET-7", last - timedelta(days=46), forgotten(practice))


def forgotten(practice: InventedPractice) -> int:
    """Cents of the bill that lies forgotten: never more than nine sixteenths of what its vendor bills a month."""
    first = (practice.last_day - timedelta(days=46)).replace(day=1)
    return min(FORGOTTEN, _share(CLEANER, first, costs(practice)) * 9 // 16)


def _booked_apart(odd: Sequence[Billed], supplier: Supplier, first: date) -> int:
    """What of a vendor's month stands on the odd bills; the one entered twice is in the costs once."""
    return sum(
        each.cents
        for each in odd
        if each.supplier is supplier and each.dated.replace(day=1) == first and not each.twice
    )


def _share(supplier: Supplier, first: date, of_costs: Mapping[tuple[date, str], int]) -> int:
    """The vendor's part of the account's month; of an account with two vendors the second has the rest, and the last of
    all does not bill what the bank takes."""
    whole = of_costs[first, supplier.account]
    others = [each for each in SUPPLIERS if each.account == supplier.account and each is not supplier]
    is_second = bool(others) and SUPPLIERS.index(supplier) > SUPPLIERS.index(others[0])
    part = whole - whole * others[0].percent // 100 if is_second else whole * supplier.percent // 100
    return part - (BANK_FEE if supplier is SUPPLIERS[-1] else 0)
