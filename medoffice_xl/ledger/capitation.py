"""Services that a payer covers by a monthly capitation: charged and answered, and owed by nobody.

The payer says so by the adjustment reason CO-24, of a line or of a whole claim. What a contract's method says of it
beforehand is the contracts' business; the ledger goes by the answer.
"""

import narwhals as nw

from medoffice_xl.ledger.rows import Frame, Rows, fetch, flag, only, take
from medoffice_xl.tables import PAYMENTS

CAPITATED = "CO-24"
"""Adjustment reason of a service covered by capitation."""

SAYS_CAPITATED = nw.col("reason") == CAPITATED
"""True of an entry of *Payments* by which a payer says so."""


def claims_said_capitated(payments: Frame) -> set[str]:
    """Claims of which a payer ever said, of a line or of the whole, that they are capitated."""
    said = take(payments, PAYMENTS, "claim_id", "reason").filter(SAYS_CAPITATED)
    return {row["claim_id"] for row in fetch(said.select("claim_id").unique())}


def with_capitated(entries: Rows) -> Rows:
    """Marks all entries of the capitated lines; of the whole claim where CO-24 names no line of it, or all its lines.

    `capitated` holds the cents of CO-24 before, and 1 for a capitated line's entry after. A CO-24 that was taken back
    again marks nothing.
    """
    line = ("claim_id", "line_id")
    marked = entries.with_columns(
        line_capitated=nw.col("capitated").sum().over(*line) != 0, line_billed=nw.col("lines").max().over(*line) > 0
    )
    marked = marked.with_columns(
        unplaced=only(~nw.col("line_billed"), "capitated"), stays=only(~nw.col("line_capitated"), "lines")
    )
    marked = marked.with_columns(
        claim_capitated=(nw.col("unplaced").sum().over("claim_id") != 0)
        | ((nw.col("stays").sum().over("claim_id") == 0) & (nw.col("lines").sum().over("claim_id") > 0))
    )
    return marked.with_columns(capitated=flag(nw.col("line_capitated") | nw.col("claim_capitated"))).drop(
        "line_capitated", "line_billed", "unplaced", "stays", "claim_capitated"
    )
