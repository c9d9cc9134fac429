"""What each payer brings and costs, how it scores, and what to do about it."""

from typing import Annotated, Any

from medoffice_xl.areas.payers import payer_margin as margins
from medoffice_xl.areas.payers import payer_review as reviews
from medoffice_xl.areas.payers.payer_economics import Books
from medoffice_xl.areas.payers.payer_yield import payer_yield
from medoffice_xl.cells import cell_function
from medoffice_xl.contracts.shared import REASONS, RULEBOOK
from medoffice_xl.measure import Breakdown, Measure
from medoffice_xl.production.work_rvus import work_rvus
from medoffice_xl.sets import Tables
from udfs.arguments import Day
from udfs.cost_terms import OfCost, terms_of
from udfs.receivables import Payer
from udfs.sets import OfPractice

OnePayer = Annotated[str, "The payer, as spelled in the charges."]
Days = Annotated[int, "Days of services that count. Left out: 365."]
Settled = Annotated[
    int, "Days before AsOf that services end, so that they had time to be paid, such as 90. Left out: 0."
]
Year = Annotated[int, "Year of Medicare's file that values the work; 0 is the newest. Left out: 0."]
Weights = Annotated[
    list[Any] | None,
    "Five weights: coverage of cost, yield, days to pay, denials, underpaid; such as ScoreWeights. Left out: 40, 20, "
    "15, 15, 10.",
]

BOOKS = ("charges", "payments", "remits", "costs")
"""Tables that profitability cannot be worked out without."""

VALUES = ("mpfs", "charge_master")
"""Tables that say how much work a service is."""


@cell_function("Profitability", needs=(*BOOKS, *VALUES), uses=(REASONS,))
def PAYER_MARGIN(
    Practice: OfPractice,
    AsOf: Day,
    payer: Payer = "",
    margin: Annotated[
        str, "contribution (before fixed cost) or full (after the payer's share of it). Left out: contribution."
    ] = "contribution",
    YearDays: Days = 365,
    SettleDays: Settled = 0,
    CostTerms: OfCost = None,
) -> Measure:
    """Payer margin in dollars: what a payer leaves after variable cost, or after all cost.

    Dropping a payer saves variable cost only, so that the contribution margin is what would be lost. The margins of
    all payers add up to the practice's, whatever costs are shared out by.
    """
    return margins.payer_margin(books_of(Practice), terms_of(AsOf, YearDays, SettleDays, CostTerms), payer, margin)


@cell_function("Profitability", needs=("charges", "payments"))
def PAYER_YIELD(
    Practice: OfPractice,
    AsOf: Day,
    payer: Payer = "",
    YearDays: Days = 365,
    SettleDays: Settled = 0,
) -> Measure:
    """Collection yield: payments less refunds divided by charges, over the same services.

    A payer whose yield is below the practice's cost divided by its charges loses money. Compare payers only where
    all are charged the same list prices.
    """
    return payer_yield(Practice.rows("charges"), Practice.rows("payments"), AsOf, payer, YearDays, SettleDays)


@cell_function("Profitability", needs=(*BOOKS, *VALUES, "payers"), uses=(RULEBOOK,))
def PAYER_SCORE(
    Practice: OfPractice,
    AsOf: Day,
    payer: OnePayer,
    YearDays: Days = 365,
    SettleDays: Settled = 0,
    CostTerms: OfCost = None,
    ScoreWeights: Weights = None,
) -> Measure:
    """Payer score from 0 to 100; 50 is the practice as a whole, more is better.

    Five criteria, each against the practice: coverage of full cost, yield, days to pay, denial rate and underpaid
    amounts, weighted as Settings says. A criterion without a figure is left out.
    """
    terms = terms_of(AsOf, YearDays, SettleDays, CostTerms)
    book = Practice.shared(RULEBOOK)
    return reviews.payer_score(books_of(Practice), Practice["payers"], book, terms, payer, ScoreWeights)


@cell_function("Profitability", needs=(*BOOKS, *VALUES, "payers"), uses=(RULEBOOK,), spills=True)
def PAYER_REVIEW(
    Practice: OfPractice,
    AsOf: Day,
    YearDays: Days = 365,
    SettleDays: Settled = 0,
    CostTerms: OfCost = None,
    ScoreWeights: Weights = None,
    top: Annotated[int, "How many payers to show, most charges first; the others become one row. Left out: all."] = 0,
) -> Breakdown:
    """Payer review: one row a payer with shares, yield, speed, denials, margins, score and a recommendation in words.

    Spills a heading, one row a payer (most charges first) and the total. Keep, renegotiate, watch or leave, with the
    reasons. Fixed cost stays when a payer leaves: only the contribution margin is at stake.
    """
    terms = terms_of(AsOf, YearDays, SettleDays, CostTerms)
    book = Practice.shared(RULEBOOK)
    return reviews.payer_review(books_of(Practice), Practice["payers"], book, terms, ScoreWeights, top)


@cell_function("Profitability", needs=("charges", *VALUES))
def WORK_RVUS(
    Practice: OfPractice,
    AsOf: Day,
    payer: Payer = "",
    YearDays: Days = 365,
    SettleDays: Settled = 0,
    RvuYear: Year = 0,
) -> Measure:
    """Work RVUs of the services, by Medicare's file or, for codes it does not value, by the charge master.

    Codes that nobody values are left out; EXPLAIN lists them with their charges.
    """
    values = Practice["mpfs"], Practice["charge_master"]
    return work_rvus(Practice.rows("charges"), *values, AsOf, payer, YearDays, SettleDays, RvuYear)


def books_of(tables: Tables) -> Books:
    """The tables that profitability is worked out from."""
    return Books(**{name: tables.rows(name) for name in (*BOOKS, *VALUES)}, reasons=tables.shared(REASONS))
