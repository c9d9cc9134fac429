"""Visits, counted from the ledger's charges: a patient seen by a provider on a day."""

import narwhals as nw

from medoffice_xl.ledger.calendar_months import month_of
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.rows import Rows, fetch, within

Cell = tuple[str, int]
"""A payer and a month (as `calendar_months` numbers it)."""


def visits(entries: Rows, period: Period) -> dict[Cell, int]:
    """Visits of the period by the payer first billed and the month of service.

    Without an account number a claim stands for the patient. A visit on two claims of two payers counts for both; one
    whose charges were all voided counts for nobody.
    """
    charged = (nw.col("stands") > 0) & within("served", period.first, period.last)
    rows = entries.select("payer", "account", "seen_by", "served", "stands").filter(charged)
    seen = rows.with_columns(month=month_of("served"))
    each = seen.select("payer", "month", "account", "seen_by", "served").unique()
    counts = fetch(each.group_by("payer", "month").agg(visits=nw.len()))
    return {(row["payer"], row["month"]): row["visits"] for row in counts}
