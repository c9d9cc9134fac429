"""C5: refunds made by whoever posted the payment: taking money in and giving it back should be two people's work."""

from datetime import date

import pandas as pd

from medoffice_xl.areas.controls.finding import Check, Finding, known, row_each
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.tables import PAYMENTS

TEST, TITLE = "C5", "Refunds by whoever posted the payment"


def check(payments: Frame | None, as_of: date) -> list[Check]:
    """Refunds of the year up to the day, by the user who also posted money on the same claim, on that day or before."""
    rows = known(payments, PAYMENTS, "post_date", as_of, "claim_id", "kind", "amount", "posted_by")
    rows = rows[rows["post_date"].notna()]
    since = pd.Timestamp(as_of) - pd.DateOffset(years=1)
    back = rows[(rows["kind"] == "refund") & (rows["amount"] < 0) & (rows["post_date"] > since)]
    if back.empty:
        return [Check(TEST, TITLE, not_tested="No refund was posted in the year.")]
    if not back["posted_by"].ne("").any():
        return [Check(TEST, TITLE, not_tested="No refund says who posted it: export payments with their user.")]
    own = _by_the_poster(back[back["posted_by"] != ""], rows)
    findings = [
        Finding(
            f"To look at: refunds posted by {user}, who had also posted the money on the claim.",
            int(-part["amount"].sum()),
            len(part),
            "See who approved each refund, and the bank's line or check that paid it out.",
            row_each(part.assign(amount=-part["amount"]), "post_date", "posted_by", "claim_id"),
        )
        for user, part in own.groupby("posted_by", sort=True)
    ]
    return [Check(TEST, TITLE, f"{len(back):,} refunds of the year", findings)]


def _by_the_poster(back: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    came = rows[(rows["amount"] > 0) & rows["kind"].isin(["patient payment", "insurance payment"])]
    first = came.groupby(["claim_id", "posted_by"])["post_date"].min().rename("came")
    told = back.join(first, on=["claim_id", "posted_by"])
    return told[(told["came"] <= told["post_date"]) & (told["claim_id"] != "")]
