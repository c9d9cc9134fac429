"""C6: digits of amounts against Benford's law, where it may be asked at all.

In amounts that grow out of many causes the first digit d stands in log10(1 + 1/d) of them, and the second and the first
two in shares that follow from it. The mean absolute deviation (MAD) tells how far a set is from that (Nigrini 2012).
With few amounts chance alone goes beyond the limits, and fees that a schedule fixes never follow it: both are refused.
"""

from collections.abc import Iterator
from datetime import date

import pandas as pd

from medoffice_xl.areas.controls.digits import EVERY, NO_AGREEMENT, Counted, counted, verdict
from medoffice_xl.areas.controls.finding import Check, Finding, Row, known
from medoffice_xl.areas.controls.tables import BANK
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.tables import BILL_PAYMENTS

TEST = "C6"
NEVER = (
    Check(
        TEST,
        "First digits of charges",
        not_tested="Not asked: a fee schedule fixes what is charged, and fixed fees follow no law of first digits.",
    ),
    Check(
        TEST,
        "First digits of journal entries",
        not_tested="Not asked: Ledger holds each account's sum of a month, and sums hide the amounts they are made of.",
    ),
)
"""What is asked for by name and may not be asked."""


def check(paid: Frame | None, bank: Frame | None, as_of: date, judged: InForce) -> list[Check]:
    """Payments to vendors, and what the bank paid out, where they may be asked; charges never."""
    vendors = known(paid, BILL_PAYMENTS, "paid_date", as_of, "vendor", "amount").rename(columns={"vendor": "whom"})
    lines = known(bank, BANK, "posted", as_of, "description", "amount").rename(columns={"description": "whom"})
    out = lines[lines["amount"] < 0]
    return [
        *_checks(vendors, "payments to vendors", judged),
        *_checks(out.assign(amount=-out["amount"]), "payments from the bank", judged),
        *NEVER,
    ]


def _checks(rows: pd.DataFrame, what: str, judged: InForce) -> Iterator[Check]:
    """Each kind of digits; where the first may not be asked, the others are not spoken of."""
    for digits in EVERY:
        title = f"{digits.title} of {what}"
        try:
            found = counted(digits, rows["amount"].tolist(), judged)
        except NoData as why:
            yield Check(TEST, title, not_tested=str(why))
            return
        word = verdict(found, judged)
        told = f"{sum(found.counts):,} payments: {word} (MAD {found.mad:.4f})"
        yield Check(TEST, title, told, [_most_above(rows, found)] if word == NO_AGREEMENT else [])


def _most_above(rows: pd.DataFrame, found: Counted) -> Finding:
    """The payments with the digits that stand most above their share, by whom they went to."""
    digits, place = found.digits, found.most_above
    value = digits.values[place]
    sizes = rows["amount"].abs()
    own = rows[[size >= digits.shortest and digits.of(size) == value for size in sizes.tolist()]]
    named = own.groupby("whom")["amount"].agg(["size", "sum"]).sort_values("size", ascending=False, kind="stable")
    listed = tuple(
        Row(None, str(whom), f"{int(size)} payments", int(cents)) for whom, size, cents in named.itertuples()
    )
    return Finding(
        f"To look at: payments that {digits.says} {value} are {found.shares[place]:.1%}, where "
        f"{digits.expected[place]:.1%} is usual.",
        int(own["amount"].sum()),
        len(own),
        "Look at whom the most of them went to: a usual price or an approval limit may explain it.",
        listed,
    )
