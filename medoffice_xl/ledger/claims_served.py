"""The services of a period, with everything that was posted to them since.

Money matched to the services it was paid for: growth, holidays and slow payers do not blur a rate, as they do when
one month's cash is divided by the same month's charges.
"""

import narwhals as nw

from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.rows import Rows, within
from medoffice_xl.sets.unchanging import remembered, unchanging

_SUMS = ("charge", "money", "refund", "contractual", "amount", "lines")


def claims_served(entries: Rows, period: Period) -> Rows:
    """One row a claim with services in the period: what was charged for these, and what was posted to them.

    Of a claim with services outside the period too, only the lines inside count, with the money for them. Columns:
    claim_id, payer, served (the first of these days of service); charge, money (net of refund), refund, contractual,
    amount (the balance), in cents.
    """
    return remembered(_claims_served, entries, asked=(period,))


def _claims_served(entries: Rows, period: Period) -> Rows:
    claims = (
        entries.select("claim_id", "payer", "day", "served", *_SUMS)
        .filter(within("served", period.first, period.last) & ~nw.col("day").is_null())
        .group_by("claim_id")
        .agg(
            nw.col(*_SUMS).sum(),
            nw.col("payer").max(),
            nw.col("served").min(),
        )
    )
    return unchanging(claims.filter(nw.col("lines") > 0))
