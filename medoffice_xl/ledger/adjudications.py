"""What a payer's answer to a claim is, once reversals and corrections are settled.

A reversal (claim status 22) takes back what was answered before it; the correction that comes with it, or after it,
is the answer that stands.
"""

import narwhals as nw

from medoffice_xl.ledger.rows import Frame, Rows, take
from medoffice_xl.tables import REMITS

REVERSAL = "22"
SECONDARY = ("2", "3", "20", "21")
"""Claim statuses of an answer by a secondary or tertiary payer."""
NO_ANSWER = ("23", "25")
"""Claim statuses that decide nothing: forwarded to another payer, a predetermination."""


def standing(remits: Frame, *columns: str) -> Rows:
    """Remit lines of answers that stand: reversals, what they took back and undecided claims are left out.

    Columns: claim_id, payer, paid_date, claim_status, paid, and those asked for.
    """
    rows = take(remits, REMITS, "claim_id", "payer", "paid_date", "claim_status", "paid", *columns)
    reversed_on = nw.when(nw.col("claim_status") == REVERSAL).then(nw.col("paid_date"))
    rows = rows.with_columns(reversed_on=reversed_on).with_columns(
        reversed_on=nw.col("reversed_on").max().over("claim_id", "payer")
    )
    stands = nw.col("reversed_on").is_null() | (nw.col("paid_date") >= nw.col("reversed_on"))
    decided = ~nw.col("claim_status").is_in((REVERSAL, *NO_ANSWER))
    return rows.filter(stands & decided).drop("reversed_on")
