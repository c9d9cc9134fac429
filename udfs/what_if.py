"""What would change if a payer were dropped, the mix shifted or rates moved."""

from typing import Annotated, Any

from medoffice_xl.areas.payers import what_if_drop as drops
from medoffice_xl.areas.payers import what_if_rate as rates
from medoffice_xl.areas.payers.payer_economics import Books
from medoffice_xl.cells import cell_function
from medoffice_xl.cells.function import TableOf
from medoffice_xl.cells.pricing_tables import reason_codes
from medoffice_xl.measure import Breakdown
from udfs.profitability import (
    BasisWord,
    Capital,
    ChargeMaster,
    Contracts,
    Costs,
    FeeSchedules,
    Gpci,
    Mpfs,
    OnePayer,
    Rework,
    RvuYear,
    Settle,
    Window,
    terms_of,
)
from udfs.receivables import AsOf, Charges, Payments, Remits

ProposedRates = Annotated[
    Any, TableOf("proposed_rates"), "The rates a payer offers: the name ProposedRates, or the table with its headings."
]


@cell_function("What if", spills=True)
def WHAT_IF_DROP(
    charges: Charges,
    payments: Payments,
    remits: Remits,
    costs: Costs,
    mpfs: Mpfs,
    charge_master: ChargeMaster,
    as_of: AsOf,
    payer: OnePayer,
    share: Annotated[float, "Share of the payer's visits that goes, as 100 % or 0.25. Left out: 1.0."] = 1.0,
    refill: Annotated[float, "Share of the freed visits that is filled again. Left out: none."] = 0.0,
    by: Annotated[str, "Payer of the patients who fill them; left out: the other payers as they are."] = "",
    window: Window = 365,
    settle: Settle = 0,
    basis: BasisWord = "work RVUs",
    rework: Rework = 0.0,
    capital: Capital = 0.0,
    rvu_year: RvuYear = 0,
) -> Breakdown:
    """What if a payer is dropped: revenue, variable cost, margin and what is left for physicians, by month.

    Spills a heading, one row a month and the total. Only variable cost goes with the visits; fixed cost stays. To shift
    the mix, drop a share and refill all of it by another payer.
    """
    books = Books(charges, payments, remits, costs, mpfs, charge_master, reason_codes())
    terms = terms_of(as_of, window, settle, basis, rework, capital, rvu_year)
    return drops.what_if_drop(books, terms, payer, share, refill, by)


@cell_function("What if", spills=True)
def WHAT_IF_RATE(
    charges: Charges,
    payments: Payments,
    remits: Remits,
    costs: Costs,
    mpfs: Mpfs,
    charge_master: ChargeMaster,
    contracts: Contracts,
    fee_schedules: FeeSchedules,
    proposed_rates: ProposedRates,
    gpci: Gpci,
    as_of: AsOf,
    payer: OnePayer,
    how: Annotated[
        str, "percent, conversion factor or schedule (the table Proposed rates). Left out: percent."
    ] = "percent",
    value: Annotated[float, "The change, as 3 %, or dollars a RVU; a schedule needs none. Left out: none."] = 0.0,
    window: Window = 365,
    settle: Settle = 0,
    basis: BasisWord = "work RVUs",
    rework: Rework = 0.0,
    capital: Capital = 0.0,
    rvu_year: RvuYear = 0,
) -> Breakdown:
    """What if a payer's rates change: revenue, margin and what is left for physicians, by month.

    Spills a heading, one row a month and the total. A conversion factor or a proposed schedule is priced against the
    practice's own billed lines by the contract engine.
    """
    books = Books(charges, payments, remits, costs, mpfs, charge_master, reason_codes())
    agreements = rates.Agreements(contracts, fee_schedules, proposed_rates, mpfs, gpci)
    terms = terms_of(as_of, window, settle, basis, rework, capital, rvu_year)
    return rates.what_if_rate(books, agreements, terms, payer, how, value)
