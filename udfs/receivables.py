"""What is owed to the practice, for how long, and how fast it is paid."""

from typing import Annotated

from medoffice_xl.areas.receivables.ageing import ageing, share_over
from medoffice_xl.areas.receivables.days_in_ar import ar_total, days_in_ar
from medoffice_xl.areas.receivables.days_to_pay import days_to_pay
from medoffice_xl.areas.receivables.monthly import monthly
from medoffice_xl.areas.receivables.timely_filing import Billing, filing_lost, timely_filing
from medoffice_xl.cells import cell_function
from medoffice_xl.contracts.shared import REASONS, RULEBOOK
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.measure import Breakdown, Measure
from medoffice_xl.sets import Tables
from udfs.arguments import Day
from udfs.sets import OfPractice

Payer = Annotated[
    str, "One payer, as spelled in the charges; leave out for all. Claims count for the payer first billed."
]
CreditsWord = Annotated[
    str,
    "net: credit balances and unapplied cash lower the A/R; exclude: only claims that are owed count. "
    "Left out: as the definition has it (net; AAFP: exclude).",
]
Basis = Annotated[
    str,
    "Where a claim's age starts: post (day the charge was entered), dos (date of service) or submit (day the claim "
    "was sent). Left out: post.",
]


@cell_function("Receivables", needs=("charges", "payments"))
def AR_DAYS(
    Practice: OfPractice,
    AsOf: Day,
    WindowDays: Annotated[
        int, "Days of charges the average is taken over, up to AsOf: 30, 90, 182, 365 … Left out: 90."
    ] = 90,
    definition: Annotated[
        str,
        "gross (MGMA, on gross charges), adjusted (MGMA, on charges less contractual adjustments), net (HFMA) or AAFP. "
        "Left out: gross.",
    ] = "gross",
    Credits: CreditsWord = "",
    payer: Payer = "",
) -> Measure:
    """Days in A/R: how many average days of charges are still unpaid.

    A/R on the day, divided by the average daily charges of the window that ends on it. #N/A when nothing was
    charged in the window. A practice with less history than the window is averaged over the days it has.
    """
    return days_in_ar(
        Practice.rows("charges"), Practice.rows("payments"), AsOf, WindowDays, definition, Credits or None, Scope(payer)
    )


@cell_function("Receivables", needs=("charges", "payments"))
def AR_TOTAL(Practice: OfPractice, AsOf: Day, Credits: CreditsWord = "", payer: Payer = "") -> Measure:
    """A/R: everything charged up to the day and not yet paid or written off, in dollars.

    Capitated lines (CO-24) do not count. Entries of claims that are not in the charges are left out, and said.
    """
    return ar_total(Practice.rows("charges"), Practice.rows("payments"), AsOf, Credits or "net", Scope(payer))


@cell_function("Receivables", needs=("charges", "payments"), spills=True)
def AR_AGING(
    Practice: OfPractice,
    AsOf: Day,
    top: Annotated[int, "How many payers to show, largest A/R first; the others become one row. Left out: all."] = 0,
    basis: Basis = "post",
) -> Breakdown:
    """A/R by payer and age: 0-30, 31-60, 61-90, 91-120 and over 120 days, with credits in a column of their own.

    Spills a heading, one row a payer, unapplied cash if there is any, and the total, which equals AR_TOTAL.
    """
    return ageing(Practice.rows("charges"), Practice.rows("payments"), AsOf, top, basis)


@cell_function("Receivables", needs=("charges", "payments"))
def AR_OVER(
    Practice: OfPractice,
    AsOf: Day,
    days: Annotated[int, "Age in days that the A/R is older than: 30, 60, 90 or 120. Left out: 90."] = 90,
    basis: Basis = "post",
    payer: Payer = "",
) -> Measure:
    """Share of the A/R that is older than so many days. Credit balances count on neither side."""
    return share_over(Practice.rows("charges"), Practice.rows("payments"), AsOf, days, basis, Scope(payer))


@cell_function("Receivables", needs=("charges", "remits"), uses=(REASONS,))
def DAYS_TO_PAY(
    Practice: OfPractice,
    AsOf: Day,
    WindowDays: Annotated[int, "Claims count that were paid in so many days up to AsOf. Left out: 90."] = 90,
    statistic: Annotated[str, "mean, median or p90 (nine of ten claims are paid within it). Left out: mean."] = "mean",
    payer: Payer = "",
) -> Measure:
    """Days from sending a claim to its payment, over the claims paid in the window.

    From the day the claim was submitted (or else entered) to the date of the check or EFT. Reversed payments do
    not count.
    """
    lines = Practice.rows("charges"), Practice.rows("remits")
    return days_to_pay(*lines, Practice.shared(REASONS), AsOf, WindowDays, statistic, Scope(payer))


@cell_function("Receivables", needs=("charges", "payments"), spills=True)
def MONTHLY(
    Practice: OfPractice,
    AsOf: Day,
    months: Annotated[int, "How many months, the one of AsOf being the last. Left out: 13."] = 13,
    WindowDays: Annotated[int, "Days of charges that days in A/R is averaged over. Left out: 90."] = 90,
) -> Breakdown:
    """Month by month: charges, payments, contractual adjustments, A/R at the month's end and days in A/R.

    Spills a heading and one row a month, oldest first; the last month runs to AsOf.
    """
    return monthly(Practice.rows("charges"), Practice.rows("payments"), AsOf, months, WindowDays)


@cell_function("Receivables", needs=("charges",), uses=("payments", "remits", RULEBOOK), spills=True)
def TIMELY_FILING(
    Practice: OfPractice,
    AsOf: Day,
    payer: Payer = "",
    top: Annotated[int, "How many claims to show, the first to run out first. Left out: all."] = 0,
) -> Breakdown:
    """Claims that nothing says were filed, with the days left to file them; the first to run out first.

    Spills a heading and one row a claim. The last day is the contract's, or the payer's on Payer list; under
    Medicare, where both are silent, one calendar year after the service. The last day itself still counts.
    """
    return timely_filing(_billing(Practice), Practice.shared(RULEBOOK), AsOf, payer, top)


@cell_function("Receivables", needs=("charges",), uses=("payments", "remits", RULEBOOK))
def FILING_LOST(
    Practice: OfPractice,
    AsOf: Day,
    YearDays: Annotated[int, "Days up to AsOf in which the lines were lost. Left out: 365."] = 365,
    payer: Payer = "",
) -> Measure:
    """Charges lost to timely filing: refused for reason 29 in the answer that stands, or never filed by the last day.

    #N/A never: nothing lost is 0. Lines of payers whose time limit nobody says are left out, and said.
    """
    return filing_lost(_billing(Practice), Practice.shared(RULEBOOK), AsOf, YearDays, payer)


def _billing(tables: Tables) -> Billing:
    return Billing(tables.rows("charges"), tables.rows_if_there("payments"), tables.rows_if_there("remits"))
