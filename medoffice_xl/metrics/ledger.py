"""Charges and payments as one ledger: what raised and what lowered the balance of each claim, entry by entry.

A charge raises a claim's balance; money in and amounts written off lower it. Stacking both makes every balance a
plain sum. Two kinds of entries stay out of fee-for-service figures: capitated lines (CO-24), on both sides, and
unapplied cash, which belongs to no claim yet.
"""

import narwhals as nw

from medoffice_xl.metrics.rows import Frame, Rows, flag, only, take
from medoffice_xl.tables import CHARGES, PAYMENTS

CAPITATED = "CO-24"
"""Adjustment reason of a service covered by capitation."""

REFUND = "refund"
MONEY_IN = ("insurance payment", "patient payment", REFUND)
"""Payment kinds that are money; a refund is negative."""

CONTRACTUAL = "contractual adjustment"

_UNAPPLIED = (nw.col("claim_id") == "") & nw.col("kind").is_in(MONEY_IN)
_NO_DAY = nw.lit(None, nw.Datetime("us"))
_NOTHING = nw.lit(0, nw.Int64())
_NO_TEXT = nw.lit("", nw.String())


def ledger(charges: Frame, payments: Frame) -> Rows:
    """Every entry of every claim: `amount` raises the balance of `claim_id` on `day`.

    `charge` is the charge (0 for a payment), `money` what came in less refunds, `refund` what went back (positive),
    `contractual` what the contract took off. Charges carry `payer`, `provider`, `location` and the days `dos`,
    `post_date` (the day it counts, or else the date of service) and `submit_date`; payments leave these empty.
    Capitated lines and unapplied cash are not in it.
    """
    entries = nw.concat([_billed(charges), _posted(payments)])
    return _without_capitated(entries) if _any_capitated(payments) else entries


def unapplied(payments: Frame) -> Rows:
    """Money received that was not posted to a claim: `day`, `amount` (positive is money in) and `payer`."""
    rows = take(payments, PAYMENTS, "claim_id", "post_date", "payer", "kind", "amount")
    return rows.filter(_UNAPPLIED).select("payer", "amount", day="post_date")


def _billed(charges: Frame) -> Rows:
    rows = take(
        charges,
        CHARGES,
        *("claim_id", "line_id", "dos", "post_date", "submit_date", "payer", "provider", "location", "charge"),
    )
    counts = nw.coalesce(nw.col("post_date"), nw.col("dos"))
    return rows.select(
        "claim_id",
        "line_id",
        "payer",
        "provider",
        "location",
        "dos",
        "submit_date",
        day=counts,
        post_date=counts,
        amount=nw.col("charge"),
        charge=nw.col("charge"),
        money=_NOTHING,
        refund=_NOTHING,
        contractual=_NOTHING,
        lines=nw.lit(1, nw.Int64()),
        undated=flag(nw.col("post_date").is_null()),
        capitated=_NOTHING,
    )


def _posted(payments: Frame) -> Rows:
    rows = take(payments, PAYMENTS, "claim_id", "line_id", "post_date", "kind", "amount", "reason")
    return rows.filter(~_UNAPPLIED).select(
        "claim_id",
        "line_id",
        payer=_NO_TEXT,
        provider=_NO_TEXT,
        location=_NO_TEXT,
        dos=_NO_DAY,
        submit_date=_NO_DAY,
        day=nw.col("post_date"),
        post_date=_NO_DAY,
        amount=-nw.col("amount"),
        charge=_NOTHING,
        money=only(nw.col("kind").is_in(MONEY_IN)),
        refund=-only(nw.col("kind") == REFUND),
        contractual=only(nw.col("kind") == CONTRACTUAL),
        lines=_NOTHING,
        undated=_NOTHING,
        capitated=flag(nw.col("reason") == CAPITATED),
    )


def _any_capitated(payments: Frame) -> bool:
    reasons = take(payments, PAYMENTS, "reason").filter(nw.col("reason") == CAPITATED)
    return len(reasons.head(1).collect()) > 0


def _without_capitated(entries: Rows) -> Rows:
    """Leaves out the capitated lines; the whole claim where CO-24 names no line of it."""
    line = ("claim_id", "line_id")
    marked = entries.with_columns(
        line_capitated=nw.col("capitated").max().over(*line),
        line_billed=nw.col("lines").max().over(*line),
    )
    marked = marked.with_columns(unplaced=only(nw.col("line_billed") == 0, "capitated"))
    marked = marked.with_columns(claim_capitated=nw.col("unplaced").max().over("claim_id"))
    return marked.filter((nw.col("line_capitated") == 0) & (nw.col("claim_capitated") == 0)).drop(
        "line_capitated", "line_billed", "unplaced", "claim_capitated"
    )
