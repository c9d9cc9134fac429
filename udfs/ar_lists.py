"""A/R by name and age, and what is to be paid back."""

from typing import Annotated

from medoffice_xl.areas.receivables.ar_by import ar_by
from medoffice_xl.areas.receivables.credit_balances import credit_balances
from medoffice_xl.cells import cell_function
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.measure import Breakdown
from udfs.arguments import Day
from udfs.receivables import Basis, Payer
from udfs.sets import OfPractice


@cell_function("Receivables", needs=("charges", "payments"), spills=True)
def AR_BY(
    Practice: OfPractice,
    AsOf: Day,
    by: Annotated[str, "payer, provider, location, or responsible (who owes it now). Left out: payer."] = "payer",
    owing: Annotated[str, "all, or what insurance or what the patient owes. Left out: all."] = "all",
    top: Annotated[int, "How many names to show, most owed first; the others become one row. Left out: all."] = 0,
    basis: Basis = "post",
) -> Breakdown:
    """A/R by age under each payer, provider, location or responsible party, insurance and patient apart.

    Spills a heading, one row a name, unapplied cash if there is any, and the total, which equals AR_TOTAL.
    """
    return ar_by(Practice.rows("charges"), Practice.rows("payments"), AsOf, by, owing, top, basis)


@cell_function("Receivables", needs=("charges", "payments"), uses=(RULEBOOK,), spills=True)
def CREDIT_BALANCES(
    Practice: OfPractice,
    AsOf: Day,
    payer: Payer = "",
    top: Annotated[int, "How many to show, the first to be paid back first. Left out: all."] = 0,
) -> Breakdown:
    """Claims in credit and unapplied cash: whose it is, since when, and until when it has to be paid back.

    Spills a heading, one row a credit and the total. Medicare's has a last day: 60 days (the sheet Thresholds) after
    the claim went into credit. With its sign turned the total is what A/R has as credits and unapplied cash.
    """
    return credit_balances(
        Practice.rows("charges"), Practice.rows("payments"), Practice.shared(RULEBOOK), AsOf, payer, top
    )
