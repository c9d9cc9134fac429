"""The claims of one period's services, with everything that was posted to them since.

Money matched to the services it was paid for: growth, holidays and slow payers do not blur a rate, as they do when
one month's cash is divided by the same month's charges.
"""

from datetime import date

import narwhals as nw

from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.rows import Rows, moment, within


def claims_served(entries: Rows, period: Period, as_of: date) -> Rows:
    """One row a claim whose first service is in the period, with what was posted to it by the day.

    Columns: claim_id, payer, served (the first day of service); charge, money (net of refund), refund, contractual,
    amount (the balance), in cents.
    """
    claims = (
        entries.with_columns(served=nw.col("dos").min().over("claim_id"))
        .filter(within("served", period.first, period.last) & (nw.col("day") <= moment(as_of)))
        .group_by("claim_id")
        .agg(
            nw.col("charge", "money", "refund", "contractual", "amount", "lines").sum(),
            nw.col("payer", "served").max(),
        )
    )
    return claims.filter(nw.col("lines") > 0)
