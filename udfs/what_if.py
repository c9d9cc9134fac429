"""What would change if a payer were dropped, the mix shifted or rates moved."""

from typing import Annotated

from medoffice_xl.areas.payers import what_if_drop as drops
from medoffice_xl.areas.payers import what_if_rate as rates
from medoffice_xl.cells import cell_function
from medoffice_xl.contracts.shared import REASONS, RULEBOOK
from medoffice_xl.measure import Breakdown
from udfs.arguments import Day
from udfs.cost_terms import OfCost, terms_of
from udfs.profitability import BOOKS, VALUES, Days, OnePayer, Settled, books_of
from udfs.sets import OfPractice


@cell_function("What if", needs=(*BOOKS, *VALUES), uses=(REASONS,), spills=True)
def WHAT_IF_DROP(
    Practice: OfPractice,
    AsOf: Day,
    payer: OnePayer,
    share: Annotated[float, "Share of the payer's visits that goes, as 100% or 0.25. Left out: 1.0."] = 1.0,
    refill: Annotated[float, "Share of the freed visits that is filled again. Left out: none."] = 0.0,
    by: Annotated[str, "Payer of the patients who fill them; left out: the other payers as they are."] = "",
    YearDays: Days = 365,
    SettleDays: Settled = 0,
    CostTerms: OfCost = None,
) -> Breakdown:
    """What if a payer is dropped: revenue, variable cost, margin and what is left for physicians, by month.

    Spills a heading, one row a month and the total. Only variable cost goes with the visits; fixed cost stays. To shift
    the mix, drop a share and refill all of it by another payer.
    """
    terms = terms_of(AsOf, YearDays, SettleDays, CostTerms)
    return drops.what_if_drop(books_of(Practice), terms, payer, share, refill, by)


@cell_function("What if", needs=(*BOOKS, *VALUES), uses=(RULEBOOK, "proposed_rates"), spills=True)
def WHAT_IF_RATE(
    Practice: OfPractice,
    AsOf: Day,
    payer: OnePayer,
    how: Annotated[
        str, "percent, conversion factor or schedule (the table Proposed rates). Left out: percent."
    ] = "percent",
    value: Annotated[float, "The change, as 3%, or dollars a RVU; a schedule needs none. Left out: none."] = 0.0,
    YearDays: Days = 365,
    SettleDays: Settled = 0,
    CostTerms: OfCost = None,
) -> Breakdown:
    """What if a payer's rates change: revenue, margin and what is left for physicians, by month.

    Spills a heading, one row a month and the total. A conversion factor or a proposed schedule is priced against the
    practice's own billed lines by the contract engine.
    """
    terms = terms_of(AsOf, YearDays, SettleDays, CostTerms)
    return rates.what_if_rate(books_of(Practice), Practice, terms, payer, how, value)
