"""Visits, counted from the charges: a patient seen by a provider on a day."""

import narwhals as nw

from medoffice_xl.ledger.calendar_months import month_of
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.rows import Frame, fetch, take, within
from medoffice_xl.tables import CHARGES

Cell = tuple[str, int]
"""A payer and a month (as `calendar_months` numbers it)."""


def visits(charges: Frame, period: Period) -> dict[Cell, int]:
    """Visits of the period by payer and month of service.

    Without an account number a claim stands for the patient. Services of one visit billed to two payers count for
    both.
    """
    rows = take(charges, CHARGES, "claim_id", "patient_acct", "provider", "dos", "payer")
    seen = rows.filter(within("dos", period.first, period.last)).with_columns(
        account=nw.when(nw.col("patient_acct") == "").then(nw.col("claim_id")).otherwise(nw.col("patient_acct")),
        month=month_of("dos"),
    )
    each = seen.select("payer", "month", "account", "provider", "dos").unique()
    counts = fetch(each.group_by("payer", "month").agg(visits=nw.len()))
    return {(row["payer"], row["month"]): row["visits"] for row in counts}
