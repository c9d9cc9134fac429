"""How fast services become charges."""

from typing import Annotated

from medoffice_xl.areas.receivables.charge_lag import charge_lag
from medoffice_xl.cells import cell_function
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.measure import Measure
from udfs.arguments import Day
from udfs.sets import OfPractice


@cell_function("Charges", needs=("charges",))
def CHARGE_LAG(
    Practice: OfPractice,
    AsOf: Day,
    WindowDays: Annotated[int, "Charges count that were entered in so many days up to AsOf. Left out: 90."] = 90,
    statistic: Annotated[
        str, "mean, median or p90 (nine of ten charges are entered within it). Left out: mean."
    ] = "mean",
    provider: Annotated[str, "One provider, as spelled in the charges; leave out for all."] = "",
) -> Measure:
    """Charge lag: days from the service to the day its charge was entered.

    A charge entered before its service is an error in the data: it is left out, and EXPLAIN says how many.
    """
    return charge_lag(Practice.rows("charges"), AsOf, WindowDays, statistic, Scope(provider=provider))
