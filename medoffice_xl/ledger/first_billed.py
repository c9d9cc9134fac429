"""Whom a claim counts for: the payer, provider and location of its first charge line.

Lines of one claim may name different payers, after a balance has moved to another. A claim counts once, for the one
first billed, so that what was charged and what was paid are of the same payer.
"""

from datetime import date

import narwhals as nw

from medoffice_xl.ledger.kept_rows import kept_rows
from medoffice_xl.ledger.rows import Frame, Rows, fetch_one, flag
from medoffice_xl.ledger.voided import charges_with_voids
from medoffice_xl.sets.unchanging import remembered, unchanging

NAMES = ("payer", "provider", "location")
NO_PAYER = "(no payer)"
"""How what counts for no payer is called."""

_EMPTY = nw.lit("", nw.String())


def first_billed(charges: Frame, as_of: date) -> Rows:
    """One row a claim: `claim_id`, `payer`, `provider`, `location`, and `mixed`, 1 where its lines name several payers.

    Each name is that of the lowest line number that has one (2 before 10), of the charges known on the day; of lines
    that were voided only where there is no other.
    """
    return remembered(_first_billed, remembered(_named, charges, asked=(as_of,)))


def _named(charges: Frame, as_of: date) -> Rows:
    return unchanging(charges_with_voids(charges, as_of, "claim_id", "line_id", *NAMES))


def _first_billed(rows: Rows) -> Rows:
    rank = nw.when(nw.col("voided") > 0).then(nw.lit("1")).otherwise(nw.lit("0"))
    rows = rows.with_columns(order=nw.concat_str(rank, nw.col("line_id").str.zfill(12)))
    rows = rows.with_columns(
        nw.when(nw.col(name) != "").then(nw.col("order")).min().over("claim_id").alias(f"first_{name}")
        for name in NAMES
    )
    payer = nw.when((nw.col("payer") != "") & (nw.col("voided") == 0)).then(nw.col("payer").str.to_lowercase())
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
    mixed = flag(~nw.col("least").is_null() & (nw.col("least") != nw.col("greatest")))
    return unchanging(kept_rows(claims.with_columns(mixed=mixed).drop("least", "greatest")))


def several_payers(claims: Rows) -> list[str]:
    """Says how many of the claims name several payers and which one counts; needs `claim_id` and `mixed`."""
    return remembered(_several_payers, claims)


def _several_payers(claims: Rows) -> list[str]:
    mixed = claims.select("claim_id", "mixed").filter(nw.col("mixed") > 0).select(claims=nw.col("claim_id").n_unique())
    count = fetch_one(mixed)["claims"]
    if not count:
        return []
    if count == 1:
        return ["1 claim names more than one payer; it counts for the payer of its first line."]
    return [f"{count:,} claims name more than one payer; each counts for the payer of its first line."]
