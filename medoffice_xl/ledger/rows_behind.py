"""The rows behind a number: what their columns are called on a sheet and what they count.

A `Measure` or `Breakdown` hands its rows over in `rows`, a lazy frame that is computed when somebody looks. Its
columns have one of the names below, so that every list of rows reads alike; amounts are in cents.
"""

import narwhals as nw

from medoffice_xl.ledger.rows import Rows
from medoffice_xl.measure import BreakdownColumn, Unit

COLUMNS = {
    name: BreakdownColumn(header, unit)
    for name, header, unit in (
        ("claim_id", "Claim", Unit.TEXT),
        ("line_id", "Line", Unit.TEXT),
        ("payer", "Payer", Unit.TEXT),
        ("provider", "Provider", Unit.TEXT),
        ("vendor", "Vendor", Unit.TEXT),
        ("number", "Number", Unit.TEXT),
        ("day", "Day", Unit.DATE),
        ("dos", "Date of service", Unit.DATE),
        ("post_date", "Posted", Unit.DATE),
        ("served", "First service", Unit.DATE),
        ("opened", "Age runs from", Unit.DATE),
        ("bill_date", "Bill date", Unit.DATE),
        ("due_date", "Due", Unit.DATE),
        ("sent", "Sent", Unit.DATE),
        ("paid_date", "Paid or answered", Unit.DATE),
        ("lost", "Lost on", Unit.DATE),
        ("kind", "Kind", Unit.TEXT),
        ("charge", "Charge", Unit.MONEY),
        ("contractual", "Contractual adjustments", Unit.MONEY),
        ("money", "Payments less refunds", Unit.MONEY),
        ("paid", "Paid", Unit.MONEY),
        ("amount", "Amount", Unit.MONEY),
        ("balance", "Balance", Unit.MONEY),
        ("denied", "Denied (1 is yes)", Unit.COUNT),
        ("adjustments", "Adjustments", Unit.TEXT),
    )
}
"""Heading and unit of each column that rows may have."""


def rows_behind(rows: Rows, *names: str) -> Rows:
    """The named columns of the rows, in this order; each is one of `COLUMNS`, whole numbers are 64 bits wide."""
    unknown = set(names) - COLUMNS.keys()
    if unknown:
        raise KeyError(f"no heading for {', '.join(sorted(unknown))}")
    return rows.select(
        *(nw.col(name).cast(nw.Int64()) if COLUMNS[name].unit in _WHOLE else nw.col(name) for name in names)
    )


_WHOLE = (Unit.MONEY, Unit.COUNT)
