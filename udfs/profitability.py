"""What each payer brings and costs, how it scores, and what to do about it."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from medoffice_xl.areas.payers import payer_margin as margins
from medoffice_xl.areas.payers import payer_review as reviews
from medoffice_xl.areas.payers.payer_economics import Books, Terms
from medoffice_xl.areas.payers.payer_yield import payer_yield
from medoffice_xl.cells import cell_function
from medoffice_xl.cells.function import TableOf
from medoffice_xl.cells.pricing_tables import book_of, reason_codes
from medoffice_xl.measure import Breakdown, Measure
from medoffice_xl.money import to_cents
from medoffice_xl.production.work_rvus import work_rvus
from udfs.receivables import AsOf, Charges, Payer, Payments, Remits

Costs = Annotated[Any, TableOf("costs"), "The costs: the name Costs, or the table with its headings."]
Mpfs = Annotated[Any, TableOf("mpfs"), "Medicare's relative values: the name Mpfs, or the table with its headings."]
ChargeMaster = Annotated[
    Any, TableOf("charge_master"), "The list prices: the name ChargeMaster, or the table with its headings."
]
Payers = Annotated[Any, TableOf("payers"), "The payer list: the name Payers, or the table with its headings."]
Contracts = Annotated[Any, TableOf("contracts"), "The contracts: the name Contracts, or the table with its headings."]
FeeSchedules = Annotated[
    Any, TableOf("fee_schedules"), "The agreed rates: the name FeeSchedules, or the table with its headings."
]
Gpci = Annotated[Any, TableOf("gpci"), "Medicare's localities: the name Gpci, or the table with its headings."]
OnePayer = Annotated[str, "The payer, as spelled in the charges."]
Window = Annotated[int, "Days of services that count. Left out: 365."]
Settle = Annotated[
    int, "Days before as_of that services end, so that they had time to be paid, such as 90. Left out: 0."
]
BasisWord = Annotated[
    str, "What costs are shared out by: work RVUs, visits or charges, such as CostBasis. Left out: work RVUs."
]
Rework = Annotated[float, "Cost of working one denied claim in dollars, such as ReworkCost. Left out: none."]
Capital = Annotated[float, "Yearly cost of money as a share, such as CostOfCapital. Left out: none."]
RvuYear = Annotated[int, "Year of Medicare's file that values the work, such as RvuYear; 0 is the newest. Left out: 0."]
Weights = Annotated[
    list[Any] | None,
    "Five weights: coverage of cost, yield, days to pay, denials, underpaid; such as ScoreWeights. Left out: 40, 20, "
    "15, 15, 10.",
]


@cell_function("Profitability")
def PAYER_MARGIN(
    charges: Charges,
    payments: Payments,
    remits: Remits,
    costs: Costs,
    mpfs: Mpfs,
    charge_master: ChargeMaster,
    as_of: AsOf,
    payer: Payer = "",
    margin: Annotated[
        str, "contribution (before fixed cost) or full (after the payer's share of it). Left out: contribution."
    ] = "contribution",
    window: Window = 365,
    settle: Settle = 0,
    basis: BasisWord = "work RVUs",
    rework: Rework = 0.0,
    capital: Capital = 0.0,
    rvu_year: RvuYear = 0,
) -> Measure:
    """Payer margin in dollars: what a payer leaves after variable cost, or after all cost.

    Dropping a payer saves variable cost only, so that the contribution margin is what would be lost. The margins of
    all payers add up to the practice's, whatever costs are shared out by.
    """
    books = Books(charges, payments, remits, costs, mpfs, charge_master, reason_codes())
    return margins.payer_margin(books, terms_of(as_of, window, settle, basis, rework, capital, rvu_year), payer, margin)


@cell_function("Profitability")
def PAYER_YIELD(
    charges: Charges,
    payments: Payments,
    as_of: AsOf,
    payer: Payer = "",
    window: Window = 365,
    settle: Settle = 0,
) -> Measure:
    """Collection yield: payments less refunds divided by charges, over the same services.

    A payer whose yield is below the practice's cost divided by its charges loses money. Compare payers only where
    all are charged the same list prices.
    """
    return payer_yield(charges, payments, as_of, payer, window, settle)


@cell_function("Profitability")
def PAYER_SCORE(
    charges: Charges,
    payments: Payments,
    remits: Remits,
    payers: Payers,
    costs: Costs,
    mpfs: Mpfs,
    charge_master: ChargeMaster,
    contracts: Contracts,
    fee_schedules: FeeSchedules,
    gpci: Gpci,
    as_of: AsOf,
    payer: OnePayer,
    window: Window = 365,
    settle: Settle = 0,
    basis: BasisWord = "work RVUs",
    rework: Rework = 0.0,
    capital: Capital = 0.0,
    weights: Weights = None,
    rvu_year: RvuYear = 0,
) -> Measure:
    """Payer score from 0 to 100; 50 is the practice as a whole, more is better.

    Five criteria, each against the practice: coverage of full cost, yield, days to pay, denial rate and underpaid
    amounts, weighted as Settings says. A criterion without a figure is left out.
    """
    books = Books(charges, payments, remits, costs, mpfs, charge_master, reason_codes())
    book = book_of(contracts, fee_schedules, mpfs, gpci, payers)
    terms = terms_of(as_of, window, settle, basis, rework, capital, rvu_year)
    return reviews.payer_score(books, payers, book, terms, payer, weights)


@cell_function("Profitability", spills=True)
def PAYER_REVIEW(
    charges: Charges,
    payments: Payments,
    remits: Remits,
    payers: Payers,
    costs: Costs,
    mpfs: Mpfs,
    charge_master: ChargeMaster,
    contracts: Contracts,
    fee_schedules: FeeSchedules,
    gpci: Gpci,
    as_of: AsOf,
    window: Window = 365,
    settle: Settle = 0,
    basis: BasisWord = "work RVUs",
    rework: Rework = 0.0,
    capital: Capital = 0.0,
    weights: Weights = None,
    rvu_year: RvuYear = 0,
    top: Annotated[int, "How many payers to show, most charges first; the others become one row. Left out: all."] = 0,
) -> Breakdown:
    """Payer review: one row a payer with shares, yield, speed, denials, margins, score and a recommendation in words.

    Spills a heading, one row a payer (most charges first) and the total. Keep, renegotiate, watch or leave, with the
    reasons. Fixed cost stays when a payer leaves: only the contribution margin is at stake.
    """
    books = Books(charges, payments, remits, costs, mpfs, charge_master, reason_codes())
    book = book_of(contracts, fee_schedules, mpfs, gpci, payers)
    terms = terms_of(as_of, window, settle, basis, rework, capital, rvu_year)
    return reviews.payer_review(books, payers, book, terms, weights, top)


@cell_function("Profitability")
def WORK_RVUS(
    charges: Charges,
    mpfs: Mpfs,
    charge_master: ChargeMaster,
    as_of: AsOf,
    payer: Payer = "",
    window: Window = 365,
    settle: Settle = 0,
    rvu_year: RvuYear = 0,
) -> Measure:
    """Work RVUs of the services, by Medicare's file or, for codes it does not value, by the charge master.

    Codes that nobody values are left out; EXPLAIN lists them with their charges.
    """
    return work_rvus(charges, mpfs, charge_master, as_of, payer, window, settle, rvu_year)


def terms_of(as_of: date, window: int, settle: int, basis: str, rework: float, capital: float, rvu_year: int) -> Terms:
    """The terms from a cell function's arguments; dollars become cents."""
    return Terms(as_of, window, settle, basis, to_cents(Decimal(str(rework))), capital, rvu_year)
