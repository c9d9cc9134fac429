"""Open receivables: every claim that is still owed, the oldest first, with its payer. The follow-up list."""

from bisect import bisect_left
from datetime import date

import narwhals as nw
import pandas as pd

from medoffice_xl.areas.receivables.ageing import BUCKETS, UPPER
from medoffice_xl.ledger.balances import claim_balances
from medoffice_xl.ledger.entries import ledger
from medoffice_xl.ledger.rows import Frame, some_columns
from medoffice_xl.money import show
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.fields import cents, count, day, percent, text
from medoffice_xl.pages.page import Page
from medoffice_xl.reports.document import report_page, section
from medoffice_xl.reports.rows import counted, plain_rows
from medoffice_xl.tables import CHARGES

_CLAIM = (
    text("Claim", 16),
    text("Payer", 26),
    text("Provider", 20),
    day("Date of service", 12),
    day("Posted", 12),
    count("Days", 8),
    text("Age", 10),
    cents("Balance"),
)
_NAMES = ["claim_id", "payer", "provider", "dos", "opened", "days", "age", "balance"]


def build(charges: Frame, payments: Frame, as_of: date) -> Page:
    """The report on the balances of `as_of`; a claim's age runs from the first posting of its charges."""
    claims = _claims(charges, payments, as_of)
    owed = claims[claims["balance"] > 0].sort_values(["days", "balance", "claim_id"], ascending=[False, False, True])
    credit = claims[claims["balance"] < 0].sort_values(["balance", "claim_id"])
    return report_page(
        sheet="Open receivables",
        title="Open receivables",
        subtitle=f"As of {as_of:%m/%d/%Y}, oldest first",
        verdict=f"{counted(len(owed), 'claim', 'claims')} owed, {show(int(owed['balance'].sum()))} in all.",
        sections=(_by_age(owed), _claims_owed(owed), _credits(credit)),
        notes=(
            "A claim's age runs from the day its first charge was entered. The payer is the one first billed.",
            "Capitated services are not in this list.",
        ),
    )


def _claims(charges: Frame, payments: Frame, as_of: date) -> pd.DataFrame:
    """One row a claim with charges that does not balance to zero, as plain pandas columns."""
    balances = claim_balances(ledger(charges, payments, as_of))
    found = balances.filter((nw.col("lines") > 0) & (nw.col("balance") != 0)).collect().to_pandas()
    open_claims = found.astype({"balance": "int64"})  # DuckDB's sums are wider
    lines = some_columns(charges, CHARGES, "claim_id", "provider", "dos")
    about = lines.groupby("claim_id", as_index=False).agg(provider=("provider", "first"), dos=("dos", "min"))
    claims = open_claims.drop(columns=["lines", "entered"]).merge(about, on="claim_id", how="left", validate="1:1")
    # A claim entered after the day has no balance on it: whatever is left here was posted by then.
    days = (pd.Timestamp(as_of) - claims["opened"]).dt.days.clip(lower=0).astype("int64")
    return claims.assign(days=days, age=[BUCKETS[bisect_left(UPPER, age)] for age in days])


def _by_age(owed: pd.DataFrame) -> Listing:
    groups = owed.groupby("age")["balance"].agg(["size", "sum"]).reindex(list(BUCKETS), fill_value=0)
    total = int(owed["balance"].sum())
    rows = [
        (f"{bucket} days", int(claims), int(cents), cents / total if total else None)
        for bucket, claims, cents in groups.itertuples()
    ]
    return section(
        heading="By age",
        columns=(
            text("Age", 16),
            count("Claims", 26),
            cents("Balance"),
            percent("Share"),
        ),
        rows=rows,
        totals=("Total", len(owed), total, 1.0 if total else None),
    )


def _claims_owed(owed: pd.DataFrame) -> Listing:
    return section(
        heading="Claims that are owed",
        columns=_CLAIM,
        rows=plain_rows(owed, _NAMES),
        totals=("Total", *[None] * 6, int(owed["balance"].sum())),
        empty="Nothing is owed.",
    )


def _credits(credit: pd.DataFrame) -> Listing:
    return section(
        heading="Credit balances: more was posted than charged",
        columns=_CLAIM,
        rows=plain_rows(credit, _NAMES),
        totals=("Total", *[None] * 6, int(credit["balance"].sum())),
        empty="No claim is in credit.",
    )
