"""Whom a claim counts for: the payer, provider and location of its first charge line.

Lines of one claim may name different payers, after a balance has moved to another. A claim counts once, for the one
first billed, so that what was charged and what was paid are of the same payer.
"""

import narwhals as nw

from medoffice_xl.ledger.rows import Frame, Rows, fetch_one, flag, take
from medoffice_xl.ledger.unchanging import remembered
from medoffice_xl.tables import CHARGES

NAMES = ("payer", "provider", "location")

_EMPTY = nw.lit("", nw.String())


def first_billed(charges: Frame) -> Rows:
    """One row a claim: `claim_id`, `payer`, `provider`, `location`, and `mixed`, 1 where its lines name several payers.

    Each name is that of the lowest line number that has one (2 before 10).
    """
    return remembered(_first_billed, charges)


def _first_billed(charges: Frame) -> Rows:
    rows = take(charges, CHARGES, "claim_id", "line_id", *NAMES).with_columns(order=nw.col("line_id").str.zfill(12))
    rows = rows.with_columns(
        nw.when(nw.col(name) != "").then(nw.col("order")).min().over("claim_id").alias(f"first_{name}")
        for name in NAMES
    )
    payer = nw.when(nw.col("payer") != "").then(nw.col("payer").str.to_lowercase())
    rows = rows.with_columns(
        *(
            nw.when(nw.col("order") == nw.col(f"first_{name}")).then(nw.col(name)).otherwise(_EMPTY).alias(name)
            for name in NAMES
        ),
        least=payer,
        greatest=payer,
    )
    claims = rows.group_by("claim_id").agg(
        nw.col(*NAMES).max(), least=nw.col("least").min(), greatest=nw.col("greatest").max()
    )
    return claims.with_columns(mixed=flag(nw.col("least") != nw.col("greatest"))).drop("least", "greatest")


def several_payers(claims: Rows) -> list[str]:
    """Says how many of the claims name several payers and which one counts; needs `claim_id` and `mixed`."""
    mixed = claims.filter(nw.col("mixed") > 0).select(claims=nw.col("claim_id").n_unique())
    count = fetch_one(mixed)["claims"]
    if not count:
        return []
    if count == 1:
        return ["1 claim names more than one payer; it counts for the payer of its first line."]
    return [f"{count:,} claims name more than one payer; each counts for the payer of its first line."]
