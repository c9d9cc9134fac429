"""Every entry on the service it is for: a claim whose lines lie in two months counts in each by its lines.

What was posted to a line is on the line's day. What was posted to a claim as a whole is on the claim's day of service,
or, where its lines have several, shared out over them by their charges, to the cent.
"""

import narwhals as nw

from medoffice_xl.ledger.kept_rows import kept_rows
from medoffice_xl.ledger.rows import Rows

SHARED = ("amount", "money", "refund", "contractual", "from_payer")
"""What is shared out of an entry; all else of it is none of these days' alone, and stays whole."""


def with_day_served(entries: Rows) -> Rows:
    """The entries with `served`, the day of service each is for; missing where the claim has no charges.

    An entry that is for several days becomes several entries, which add up to it. A database keeps what comes of it.
    """
    claim, dos = "claim_id", nw.col("dos")
    rows = entries.with_columns(
        of_line=dos.max().over(claim, "line_id"), first=dos.min().over(claim), last=dos.max().over(claim)
    )
    only_day = nw.when(nw.col("first") == nw.col("last")).then(nw.col("first"))
    rows = rows.with_columns(served=nw.coalesce(dos, nw.col("of_line"), only_day))
    names = [*entries.collect_schema().names(), "served"]
    rows = kept_rows(rows.select(*names, several=nw.col("served").is_null() & ~nw.col("first").is_null()))
    several = nw.col("several")
    if not len(rows.filter(several).head(1).collect()):
        return rows.select(*names)
    shared = rows.filter(several).drop("served").join(_days(rows), on=claim, how="inner")
    parts = shared.select(*(_part(name) if name in SHARED else nw.col(name) for name in names))
    return kept_rows(nw.concat([rows.filter(~several).select(*names), parts]))


def _days(rows: Rows) -> Rows:
    """The days of service of each claim with its charges up to the day before (`before`), to it (`after`), and all.

    Charges below zero weigh nothing. A claim that was charged nothing has its first day alone.
    """
    days = rows.filter(nw.col("lines") > 0).group_by("claim_id", "served").agg(nw.col("charge").sum())
    weight = nw.when(nw.col("charge") > 0).then(nw.col("charge")).otherwise(nw.lit(0, nw.Int64()))
    days = days.with_columns(weight=weight)
    nothing = nw.col("weight").sum().over("claim_id") == 0
    earliest = nw.col("served") == nw.col("served").min().over("claim_id")
    days = days.with_columns(weight=nw.when(nothing & earliest).then(nw.lit(1, nw.Int64())).otherwise(nw.col("weight")))
    days = days.with_columns(
        after=nw.col("weight").cum_sum().over("claim_id", order_by="served"),
        whole=nw.col("weight").sum().over("claim_id"),
    )
    return days.select("claim_id", "served", "after", "whole", before=nw.col("after") - nw.col("weight"))


def _part(name: str) -> nw.Expr:
    """The day's part of an amount: what is due up to it, rounded half up, less what was due before it."""
    return (_up_to(name, "after") - _up_to(name, "before")).cast(nw.Int64()).alias(name)


def _up_to(name: str, weight: str) -> nw.Expr:
    return (2 * nw.col(name) * nw.col(weight) + nw.col("whole")) // (2 * nw.col("whole"))
