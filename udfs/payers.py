"""Who the practice's work and money come from."""

from typing import Annotated

from medoffice_xl.areas.payers.payer_mix import payer_mix
from medoffice_xl.cells import cell_function
from medoffice_xl.measure import Breakdown
from udfs.receivables import AsOf, Charges, Payments


@cell_function("Payers", spills=True)
def PAYER_MIX(
    charges: Charges,
    payments: Payments,
    as_of: AsOf,
    window: Annotated[int, "Services count of so many days up to as_of. Left out: 365."] = 365,
    top: Annotated[int, "How many payers to show, most charges first; the others become one row. Left out: all."] = 0,
    settle: Annotated[
        int, "Days the last services had to be paid: the window ends so many days before as_of. Left out: 0."
    ] = 0,
) -> Breakdown:
    """Payer mix: each payer's share of charges, payments and visits, over the same services.

    Spills a heading, one row a payer and the total. Mix gap is the share of payments less the share of charges: below
    zero, the payer brings less money than work.
    """
    return payer_mix(charges, payments, as_of, window, top, settle)
