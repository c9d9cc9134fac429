"""The yearly fee-schedule review: rates against Medicare, against cost and against the practice's own prices."""

from typing import Annotated, Any

from medoffice_xl.areas.rates import charge_below_allowed as leaks
from medoffice_xl.areas.rates import contract_calendar as calendars
from medoffice_xl.areas.rates import fee_schedule_review as reviews
from medoffice_xl.areas.rates import negotiation as negotiations
from medoffice_xl.areas.rates import percent_of_medicare as percents
from medoffice_xl.areas.rates import weighted_rate as weighted
from medoffice_xl.cells import cell_function
from medoffice_xl.cells.pricing_tables import book_of
from medoffice_xl.contracts.medicare_rate import MedicareTables
from medoffice_xl.measure import Breakdown, Measure
from udfs.profitability import ChargeMaster, Contracts, Costs, FeeSchedules, Gpci, Mpfs, OnePayer, Window
from udfs.receivables import AsOf, Charges, Remits

Locality = Annotated[str, "Medicare locality such as 10112-00; leave out for the national amounts."]
Year = Annotated[int, "Medicare's year, such as RvuYear; 0 is the newest loaded. Left out: 0."]
MixWord = Annotated[
    str, "practice (all payers' services weigh the codes) or own (only this payer's). Left out: practice."
]


@cell_function("Fee schedules")
def PERCENT_OF_MEDICARE(
    charges: Charges,
    fee_schedules: FeeSchedules,
    contracts: Contracts,
    mpfs: Mpfs,
    gpci: Gpci,
    charge_master: ChargeMaster,
    as_of: AsOf,
    payer: OnePayer,
    year: Year = 0,
    mix: MixWord = "practice",
    window: Window = 365,
    locality: Locality = "",
) -> Measure:
    """A payer's rates as percent of Medicare, weighted by how often each code is done.

    One code mix for all payers compares their schedules; a payer's own mix says what its patients bring. Codes
    without a Medicare value or a rate are left out, and said.
    """
    schedules = _schedules(fee_schedules, contracts, mpfs, gpci, charge_master)
    return percents.percent_of_medicare(charges, schedules, as_of, payer, year, mix, window, locality)


@cell_function("Fee schedules")
def WEIGHTED_RATE(
    charges: Charges,
    fee_schedules: FeeSchedules,
    contracts: Contracts,
    mpfs: Mpfs,
    gpci: Gpci,
    as_of: AsOf,
    payer: OnePayer,
    top: Annotated[int, "How many codes count, most charges first. Left out: 25."] = 25,
    mix: MixWord = "practice",
    window: Window = 365,
) -> Measure:
    """Weighted average payment of a payer's schedule in dollars: its rates, weighted by how often each code is done.

    Compare it with BREAK_EVEN_RATE: below it, the schedule does not cover what a service costs.
    """
    return weighted.weighted_rate(
        charges, book_of(contracts, fee_schedules, mpfs, gpci), as_of, payer, top, mix, window
    )


@cell_function("Fee schedules")
def BREAK_EVEN_RATE(charges: Charges, costs: Costs, as_of: AsOf, window: Window = 365) -> Measure:
    """Break-even payment in dollars: all costs, physicians' pay included, divided by the frequency of all codes."""
    return weighted.break_even_rate(charges, costs, as_of, window)


@cell_function("Fee schedules", spills=True)
def CHARGE_BELOW_ALLOWED(
    charges: Charges,
    fee_schedules: FeeSchedules,
    contracts: Contracts,
    mpfs: Mpfs,
    gpci: Gpci,
    charge_master: ChargeMaster,
    as_of: AsOf,
    window: Window = 365,
) -> Breakdown:
    """Charges below what a payer would allow: the practice's own leak, with the list price that mends it.

    Spills a heading and one row a code, the most money first. Only contracts that pay the lesser of charge and rate
    lose money this way.
    """
    book = book_of(contracts, fee_schedules, mpfs, gpci)
    return leaks.charge_below_allowed(charges, book, charge_master, as_of, window)


@cell_function("Fee schedules", spills=True)
def FEE_REVIEW(
    charges: Charges,
    remits: Remits,
    fee_schedules: FeeSchedules,
    contracts: Contracts,
    mpfs: Mpfs,
    gpci: Gpci,
    charge_master: ChargeMaster,
    as_of: AsOf,
    year: Year = 0,
    window: Window = 365,
    locality: Locality = "",
) -> Breakdown:
    """Fee-schedule review: each payer's percent of Medicare by two years and two code mixes, and its rate year.

    Spills a heading and one row a payer. Paid at says whether the payer's answers match the rates in force or last
    year's.
    """
    schedules = _schedules(fee_schedules, contracts, mpfs, gpci, charge_master)
    return reviews.fee_schedule_review(charges, remits, schedules, as_of, year, window, locality)


@cell_function("Fee schedules", spills=True)
def RATE_GRID(
    charges: Charges,
    fee_schedules: FeeSchedules,
    contracts: Contracts,
    mpfs: Mpfs,
    gpci: Gpci,
    charge_master: ChargeMaster,
    as_of: AsOf,
    top: Annotated[int, "How many codes, most charges first. Left out: 20."] = 20,
    across: Annotated[int, "How many payers, most charges first. Left out: 8."] = 8,
    year: Year = 0,
    window: Window = 365,
    locality: Locality = "",
) -> Breakdown:
    """The codes that move the money, with each payer's rate as percent of Medicare.

    Spills a heading and one row a code. A code without a Medicare value shows no percent.
    """
    schedules = _schedules(fee_schedules, contracts, mpfs, gpci, charge_master)
    return reviews.rate_grid(charges, schedules, as_of, top, across, year, window, locality)


@cell_function("Fee schedules", spills=True)
def NEGOTIATION(
    charges: Charges,
    fee_schedules: FeeSchedules,
    contracts: Contracts,
    mpfs: Mpfs,
    gpci: Gpci,
    charge_master: ChargeMaster,
    as_of: AsOf,
    payer: OnePayer,
    target: Annotated[float, "Percent of Medicare to ask for, as 120 % or 1.2. Left out: 1.2."] = 1.2,
    top: Annotated[int, "How many codes, most charges first. Left out: 20."] = 20,
    year: Year = 0,
    window: Window = 365,
    locality: Locality = "",
) -> Breakdown:
    """Negotiation sheet of one payer: its top codes, its rates, Medicare's, the best other payer's, what to ask.

    Spills a heading, one row a code and the total gain of a year.
    """
    schedules = _schedules(fee_schedules, contracts, mpfs, gpci, charge_master)
    return negotiations.negotiation(charges, schedules, as_of, payer, target, top, year, window, locality)


@cell_function("Fee schedules", spills=True)
def CONTRACT_CALENDAR(
    contracts: Contracts,
    as_of: AsOf,
    months: Annotated[int, "How many months to look ahead. Left out: 18."] = 18,
) -> Breakdown:
    """Contract calendar: when notice is due, contracts end or renew, and agreed increases begin; soonest first.

    Spills a heading and one row an event, every year's again up to the horizon; an open contract's own notice day too.
    """
    return calendars.contract_calendar(contracts, as_of, months)


def _schedules(fee_schedules: Any, contracts: Any, mpfs: Any, gpci: Any, charge_master: Any) -> percents.Schedules:
    book = book_of(contracts, fee_schedules, mpfs, gpci)
    return percents.Schedules(book, MedicareTables(mpfs, gpci), charge_master)
