"""Who the practice's work and money come from."""

from typing import Annotated

from medoffice_xl.areas.payers.payer_mix import payer_mix
from medoffice_xl.cells import cell_function
from medoffice_xl.measure import Breakdown
from udfs.arguments import Day
from udfs.sets import OfPractice


@cell_function("Payers", needs=("charges", "payments"), spills=True)
def PAYER_MIX(
    Practice: OfPractice,
    AsOf: Day,
    YearDays: Annotated[int, "Services count of so many days up to AsOf. Left out: 365."] = 365,
    top: Annotated[int, "How many payers to show, most charges first; the others become one row. Left out: all."] = 0,
    SettleDays: Annotated[
        int, "Days the last services had to be paid: the window ends so many days before AsOf. Left out: 0."
    ] = 0,
) -> Breakdown:
    """Payer mix: each payer's share of charges, payments and visits, over the same services.

    Spills a heading, one row a payer and the total. Mix gap is the share of payments less the share of charges: below
    zero, the payer brings less money than work.
    """
    return payer_mix(Practice.rows("charges"), Practice.rows("payments"), AsOf, YearDays, top, SettleDays)
