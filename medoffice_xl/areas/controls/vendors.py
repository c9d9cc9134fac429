"""C4: payments to vendors that are worth a second look."""

from collections.abc import Iterator
from datetime import date

import pandas as pd

from medoffice_xl.areas.controls.finding import Check, Finding, Row, known, row_each
from medoffice_xl.areas.controls.tables import BANK
from medoffice_xl.areas.controls.tickets import gaps
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.tables import BILL_PAYMENTS, VENDORS
from medoffice_xl.tables.payables import CHECK
from medoffice_xl.tables.thresholds import Threshold

TEST = "C4"
NEW_VENDOR = Threshold(
    "New vendor paid soon", "7", "days",
    "A vendor's first payment is to be looked at where it went out at most so many days after the vendor was set up.",
)  # fmt: skip
APPROVAL = Threshold(
    "Approval limit", "5000", "$", "Payments of so much and more need a second approval: the practice's own rule."
)
JUST_UNDER = Threshold(
    "Just under the approval limit", "0.05", "%",
    "Payments under the limit by at most this share of it are to be looked at.",
)  # fmt: skip
_SATURDAY = 5


def check(vendors: Frame | None, paid: Frame | None, bank: Frame | None, as_of: date, judged: InForce) -> list[Check]:
    """New vendors, amounts just under the limit, weekends and missing checks, over all payments by the day."""
    rows = known(paid, BILL_PAYMENTS, "paid_date", as_of, "vendor", "number", "amount", "method", "account")
    rows = rows[rows["paid_date"].notna()].reset_index(drop=True)
    title = "Payments to vendors"
    if rows.empty:
        return [Check(TEST, title, not_tested="No payment to a vendor is here. Import them from the books.")]
    out = rows[rows["amount"] > 0]
    found = [
        *_new(out, known(vendors, VENDORS, "first_seen", as_of, "vendor"), judged),
        *_just_under(out, judged),
        *_weekend(out),
        *_checks_missing(out, known(bank, BANK, "posted", as_of, "check_number", "amount")),
    ]
    return [Check(TEST, title, f"{len(out):,} payments", found)]


def _new(paid: pd.DataFrame, vendors: pd.DataFrame, judged: InForce) -> Iterator[Finding]:
    days = judged.whole(NEW_VENDOR)
    since = vendors.dropna(subset=["first_seen"]).drop_duplicates("vendor").set_index("vendor")["first_seen"]
    first = paid.sort_values("paid_date", kind="stable").drop_duplicates("vendor").join(since, on="vendor")
    age = (first["paid_date"] - first["first_seen"]).dt.days
    yield from _finding(
        f"To look at: vendors paid within {days} days after they were set up.",
        first[(age >= 0) & (age <= days)],
        "See who set the vendor up and who approved the payment, and what was delivered.",
    )


def _just_under(paid: pd.DataFrame, judged: InForce) -> Iterator[Finding]:
    limit = judged.cents(APPROVAL)
    least = limit * (1 - judged.exact(JUST_UNDER))
    near = (paid["amount"] * least.denominator >= least.numerator) & (paid["amount"] < limit)
    yield from _finding(
        "To look at: payments just under the approval limit.",
        paid[near],
        "See whether one bill was parted in two, and who approved each.",
    )


def _weekend(paid: pd.DataFrame) -> Iterator[Finding]:
    yield from _finding(
        "To look at: payments dated on a Saturday or Sunday.",
        paid[paid["paid_date"].dt.day_of_week >= _SATURDAY],
        "See who entered them, and whether somebody else knew.",
    )


def _checks_missing(paid: pd.DataFrame, bank: pd.DataFrame) -> Iterator[Finding]:
    """Numbers of checks that neither the books nor the bank have, account by account."""
    own = paid[(paid["method"] == CHECK) & paid["number"].str.fullmatch(r"\d+")]
    cleared = {int(number) for number in bank.loc[bank["amount"] < 0, "check_number"] if number.isdecimal()}
    for account, checks in own.groupby("account", sort=True):
        numbers = {int(number) for number in checks["number"]}
        between = {number for number in cleared if min(numbers) <= number <= max(numbers)}
        missing = list(gaps([*numbers, *between]))
        if missing:
            lost = sum(last - first + 1 for first, last in missing)
            yield Finding(
                f"To look at: {lost:,} check number{'' if lost == 1 else 's'} neither in the books nor on the bank.",
                0,
                lost,
                "Find the checks: voided ones belong in the books as voided, blank ones under lock.",
                tuple(
                    Row(None, str(account), f"{first}" if first == last else f"{first} to {last}", 0)
                    for first, last in missing
                ),
            )


def _finding(what: str, rows: pd.DataFrame, to_do: str) -> Iterator[Finding]:
    if len(rows):
        listed = rows.sort_values("amount", ascending=False, kind="stable")
        yield Finding(
            what, int(rows["amount"].sum()), len(rows), to_do, row_each(listed, "paid_date", "vendor", "number")
        )
