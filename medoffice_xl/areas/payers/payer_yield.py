"""Collection yield: what of a payer's charges came in. Beside the practice's cost share it screens contracts."""

from datetime import date

import narwhals as nw

from medoffice_xl.errors import NoData
from medoffice_xl.ledger.claims_served import claims_served
from medoffice_xl.ledger.entries import ledger
from medoffice_xl.ledger.period import settled
from medoffice_xl.ledger.rows import Frame, fetch_one
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.measure import Definition, Measure, Part, Unit

DEFINITION = Definition(
    "Collection yield",
    "payments less refunds ÷ charges, over the same services. A contract loses money where its yield is below the "
    "practice's total cost ÷ total charges",
    "Texas Medical Association, contract screen",
)


def payer_yield(
    charges: Frame, payments: Frame, as_of: date, payer: str = "", window: int = 365, settle: int = 0
) -> Measure:
    """Payments ÷ charges of the services of the `window` days that end `settle` days before `as_of`.

    Valid for comparing payers only where all are charged by one charge master. Raises NoData without charges.
    """
    period = settled(as_of, window, settle)
    claims = Scope(payer=payer).of_charges(claims_served(ledger(charges, payments, as_of), period))
    sums = fetch_one(claims.select(nw.col("charge", "money").sum(), claims=nw.len()))
    if not sums["charge"]:
        raise NoData(f"Nothing was charged{f' to {payer}' if payer else ''} from {period}.")
    return Measure(
        sums["money"] / sums["charge"],
        Unit.PERCENT,
        DEFINITION,
        parts=[
            Part("Payments", sums["money"], Unit.MONEY),
            Part("Charges", sums["charge"], Unit.MONEY),
            *period.parts,
        ],
        rows_used=sums["claims"],
    )
