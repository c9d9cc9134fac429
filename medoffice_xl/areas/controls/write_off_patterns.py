"""C2, further: small balances bunched under their limit, write-offs right after a patient paid, money taken back and
written off.
"""

from datetime import date

import pandas as pd

from medoffice_xl.areas.controls.finding import Check, Finding, known, row_each
from medoffice_xl.areas.controls.write_offs import TEST, write_offs
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.tables import PAYMENTS
from medoffice_xl.tables.payments import MONEY_KINDS
from medoffice_xl.tables.thresholds import Threshold

LIMIT = Threshold(
    "Small balance limit",
    "10",
    "$",
    "Balances up to so much are written off without approval: the practice's own rule.",
)
BUNCHED = Threshold(
    "Small balances bunched", "3", "times",
    "Small balances at 90 to 100% of the limit are to be looked at where they are more than so many times those at 80 "
    "to 90%.",
)  # fmt: skip
AFTER_PAYMENT = Threshold(
    "Write-off after a patient's payment", "3", "days",
    "A write-off on a claim is to be looked at up to so many days after its patient paid.",
)  # fmt: skip
AFTER_REVERSAL = Threshold(
    "Write-off after a reversal", "30", "days",
    "A write-off of the amount of a payment that was taken back is to be looked at up to so many days after.",
)  # fmt: skip
LOOKED_BACK = pd.DateOffset(years=1)


def check(payments: Frame | None, as_of: date, judged: InForce) -> list[Check]:
    """The three patterns over the year up to the day."""
    since = pd.Timestamp(as_of) - LOOKED_BACK
    written = write_offs(payments, as_of)
    written = written[(written["post_date"] > since) & (written["amount"] > 0)]
    if written.empty:
        return [Check(TEST, "Patterns of write-offs", not_tested="Nothing was written off in the year.")]
    money = known(payments, PAYMENTS, "post_date", as_of, "claim_id", "kind", "amount", "posted_by")
    money = money[money["kind"].isin(MONEY_KINDS) & money["post_date"].notna() & (money["claim_id"] != "")]
    found = [*_bunched(written, judged), *_after_payment(written, money, judged), *_pairs(written, money, judged)]
    return [Check(TEST, "Patterns of write-offs", f"{len(written):,} write-offs of the year", found)]


def _bunched(written: pd.DataFrame, judged: InForce) -> list[Finding]:
    limit = judged.cents(LIMIT)
    small = written[written["kind"] == "small balance"]
    top = small[(small["amount"] * 10 >= limit * 9) & (small["amount"] <= limit)]
    below = small[(small["amount"] * 10 >= limit * 8) & (small["amount"] * 10 < limit * 9)]
    if len(top) <= judged.exact(BUNCHED) * max(1, len(below)):
        return []
    what = f"To look at: {len(top):,} small balances lie just under the limit, {len(below):,} in the tenth below."
    to_do = "Look whether larger balances were brought under the limit, by whom, and how they came about."
    return [_finding(what, top, to_do)]


def _after_payment(written: pd.DataFrame, money: pd.DataFrame, judged: InForce) -> list[Finding]:
    """By user. A discount given with the payment, on its very day, is none: write-offs by reason judge those."""
    paid = money[(money["kind"] == "patient payment") & (money["amount"] > 0)]
    days = _nearest_before(written, paid, ["claim_id"])
    with_it = (days == 0) & written["reason"].str.casefold().str.contains("discount")
    rows = written[(days <= judged.whole(AFTER_PAYMENT)) & ~with_it]
    to_do = (
        "Compare the receipt with what was posted: was all that the patient paid posted, and why is the rest not owed?"
    )
    return [
        _finding(
            f"To look at: written off by {user or 'users not named'} within {judged.whole(AFTER_PAYMENT)} days after "
            "a patient's payment on the same claim.",
            rows[rows["posted_by"] == user],
            to_do,
        )
        for user in sorted({*rows["posted_by"]})
    ]


def _pairs(written: pd.DataFrame, money: pd.DataFrame, judged: InForce) -> list[Finding]:
    back = money[money["amount"] < 0].assign(amount=lambda rows: -rows["amount"])
    days = _nearest_before(written, back, ["claim_id", "amount"])
    rows = written[days <= judged.whole(AFTER_REVERSAL)]
    what = "To look at: a payment was taken back, and the same amount written off on the claim."
    to_do = "See the bank's line of the payment that was taken back, and where the money went."
    return [_finding(what, rows, to_do)] if len(rows) else []


def _nearest_before(written: pd.DataFrame, money: pd.DataFrame, by: list[str]) -> "pd.Series[float]":
    """Days from the last such money on or before each write-off; missing where there is none."""
    left = written.reset_index(names="row").sort_values("post_date", kind="stable")
    right = money[[*by, "post_date"]].assign(money_day=money["post_date"]).sort_values("post_date", kind="stable")
    joined = pd.merge_asof(left, right, on="post_date", by=by)
    days = (joined["post_date"] - joined["money_day"]).dt.days
    return pd.Series(days.to_numpy(dtype="float64"), joined["row"]).reindex(written.index)


def _finding(what: str, rows: pd.DataFrame, to_do: str) -> Finding:
    largest = rows.sort_values("amount", ascending=False, kind="stable")
    cents = int(rows["amount"].sum())
    return Finding(what, cents, len(rows), to_do, row_each(largest, "post_date", "posted_by", "claim_id"))
