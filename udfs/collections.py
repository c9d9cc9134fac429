"""What comes in, and what is denied."""

from datetime import date
from typing import Annotated

from medoffice_xl.areas.denials.denial_rate import denial_rate
from medoffice_xl.areas.receivables.collections import collection_rate
from medoffice_xl.cells import cell_function
from medoffice_xl.contracts.shared import REASONS
from medoffice_xl.ledger.activity import charged, collected
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.measure import Measure
from udfs.arguments import Day
from udfs.receivables import Payer
from udfs.sets import OfPractice

FromDate = Annotated[date, "First day."]
ToDate = Annotated[date, "Last day."]


@cell_function("Collections", needs=("charges", "payments"))
def COLLECTION_RATE(
    Practice: OfPractice,
    AsOf: Day,
    YearDays: Annotated[int, "Days up to AsOf. Left out: 365."] = 365,
    rate: Annotated[str, "net (of what contracts allow) or gross (of charges). Left out: net."] = "net",
    basis: Annotated[
        str,
        "matched: the services of the window, with all that was posted to them by AsOf; cash: everything posted in "
        "the window, whatever it was for. Left out: matched.",
    ] = "matched",
    payer: Payer = "",
    SettleDays: Annotated[
        int, "Days the last services had to be paid: the window ends so many days before AsOf. Left out: 0."
    ] = 0,
) -> Measure:
    """Collection rate: payments less refunds, divided by charges less contractual adjustments (or by charges).

    Only contractual adjustments lower the denominator: late filing, missing authorisations, small balances and bad
    debt stay in it, because they are money lost.
    """
    return collection_rate(
        Practice.rows("charges"), Practice.rows("payments"), AsOf, YearDays, rate, basis, SettleDays, Scope(payer)
    )


@cell_function("Collections", needs=("remits",), uses=(REASONS,))
def DENIAL_RATE(
    Practice: OfPractice,
    AsOf: Day,
    WindowDays: Annotated[int, "Claims count that payers answered in so many days up to AsOf. Left out: 90."] = 90,
    count: Annotated[
        str, "claims (denied claims of all) or dollars (denied charges of all). Left out: claims."
    ] = "claims",
    payer: Annotated[str, "One payer, as spelled in the remittances; leave out for all."] = "",
    answer: Annotated[
        str, "initial (the first answer to a claim, HFMA) or final (the answer that stands). Left out: initial."
    ] = "initial",
) -> Measure:
    """Denial rate: the share of claims that payers answered with a denial.

    Each claim counts once, by its first answer or by the latest that stands. Denied is a claim paid nothing, that
    leaves the patient no deductible, coinsurance or copay, for a reason that denies, as the sheet Reason codes says.
    """
    return denial_rate(Practice.rows("remits"), Practice.shared(REASONS), AsOf, WindowDays, count, payer, answer)


@cell_function("Collections", needs=("charges",))
def CHARGES_IN(Practice: OfPractice, from_date: FromDate, to_date: ToDate, payer: Payer = "") -> Measure:
    """Charges entered from one day to another, in dollars.

    Capitated lines (CO-24) count here, not in A/R and days in A/R: there their charges are left out.
    """
    return charged(Practice.rows("charges"), from_date, to_date, Scope(payer))


@cell_function("Collections", needs=("payments",))
def COLLECTED(
    Practice: OfPractice,
    from_date: FromDate,
    to_date: ToDate,
    payer: Annotated[str, "Only money from this payer; Patient for patient money. Leave out for all."] = "",
) -> Measure:
    """Payments less refunds posted from one day to another, in dollars.

    Money posted to capitated lines (CO-24) counts here, not in the collection rate.
    """
    return collected(Practice.rows("payments"), from_date, to_date, payer)
