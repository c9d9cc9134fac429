"""Whether what was received, written off, charged and paid out is what it should be."""

from typing import Annotated

from medoffice_xl.areas.controls.checks import CHECKS, DEPOSITS, ControlTest, control_checks, deposits_of
from medoffice_xl.areas.controls.deposits import Which, undeposited
from medoffice_xl.cells import cell_function
from medoffice_xl.ledger.choices import choose
from medoffice_xl.measure import Breakdown, Measure
from medoffice_xl.sets import Tables
from udfs.arguments import Day

OfControls = Annotated[
    Tables, "What controls are tested on: the name Controls, or tables of your own put together by CONTROLS."
]


@cell_function("Controls", uses=(CHECKS,), spills=True)
def CONTROL_CHECKS(
    Controls: OfControls,
    AsOf: Day,
    test: Annotated[str, "C1 to C6: one test alone. Left out: all."] = "",
) -> Breakdown:
    """The tests of internal controls: what is to be looked at, with its dollars, its rows and what to do.

    C1 deposits, C2 write-offs, C3 tickets and visits, C4 vendors, C5 refunds, C6 first digits. A test whose data is not
    here says so. Nothing here proves anything: most of what is to be looked at has a plain reason.
    """
    return control_checks(Controls.shared(CHECKS, AsOf), choose(ControlTest, test, "test") if test.strip() else None)


@cell_function("Controls", needs=(DEPOSITS,))
def UNDEPOSITED(
    Controls: OfControls,
    AsOf: Day,
    what: Annotated[str, "remittance, patient receipts, or all. Left out: all."] = "all",
) -> Measure:
    """Dollars that payers remitted or patients paid and that no bank line shows, more than seven days later.

    A deposit is told by the trace number in the bank's text, else by the exact amount within five business days, else
    as a sum of at most twelve checks and days of receipts. #N/A without a bank line up to the day.
    """
    return undeposited(deposits_of(Controls, AsOf), choose(Which, what or Which.ALL, "kind of money"))
