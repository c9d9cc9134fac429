"""What moved A/R from one month's end to the next, and why days in A/R changed."""

from typing import Annotated

from medoffice_xl.areas.receivables.ar_bridge import ar_bridge, ar_bridge_by_payer
from medoffice_xl.areas.receivables.ar_days_change import ar_days_change
from medoffice_xl.cells import cell_function
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.measure import Breakdown
from udfs.arguments import Day
from udfs.receivables import Payer
from udfs.sets import OfPractice

Months = Annotated[
    int,
    "Months from the opening to AsOf, the one of AsOf being the last: 1 begins at the end of the month before. "
    "Left out: 1.",
]


@cell_function("Receivables", needs=("charges", "payments"), spills=True)
def AR_BRIDGE(Practice: OfPractice, AsOf: Day, months: Months = 1, payer: Payer = "") -> Breakdown:
    """From the A/R at a month's end to the A/R now: charges, voids, payments, adjustments, refunds, recoupments.

    Spills a heading and one row a line, from the opening as it stood then to the closing, which equals AR_TOTAL. A
    positive amount raises the A/R. What was posted before the opening and typed in after it restates the opening.
    """
    return ar_bridge(Practice.rows("charges"), Practice.rows("payments"), AsOf, months, Scope(payer))


@cell_function("Receivables", needs=("charges", "payments"), spills=True)
def AR_BRIDGE_BY(
    Practice: OfPractice,
    AsOf: Day,
    months: Months = 1,
    top: Annotated[int, "How many payers to show, largest A/R first; the others become one row. Left out: all."] = 0,
) -> Breakdown:
    """The bridge from the A/R at a month's end to the A/R now, one row a payer and one column a line.

    Spills a heading, the payers and the total, which equals AR_BRIDGE.
    """
    return ar_bridge_by_payer(Practice.rows("charges"), Practice.rows("payments"), AsOf, months, top)


@cell_function("Receivables", needs=("charges", "payments"), spills=True)
def AR_DAYS_CHANGE(
    Practice: OfPractice,
    AsOf: Day,
    months: Months = 1,
    WindowDays: Annotated[int, "Days of charges that days in A/R is averaged over. Left out: 90."] = 90,
    payer: Payer = "",
) -> Breakdown:
    """Why days in A/R (gross) changed: by what is owed, by the charges a day, and how much of it was written off.

    Spills a heading and six rows. Bad debt and other write-offs lower days in A/R as money does; here is by how many
    days.
    """
    return ar_days_change(Practice.rows("charges"), Practice.rows("payments"), AsOf, months, WindowDays, Scope(payer))
