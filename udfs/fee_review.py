"""The yearly fee-schedule review: rates against Medicare, against cost and against the practice's own prices."""

from typing import Annotated

from medoffice_xl.areas.rates import charge_below_allowed as leaks
from medoffice_xl.areas.rates import contract_calendar as calendars
from medoffice_xl.areas.rates import fee_schedule_review as reviews
from medoffice_xl.areas.rates import negotiation as negotiations
from medoffice_xl.areas.rates import percent_of_medicare as percents
from medoffice_xl.areas.rates import weighted_rate as weighted
from medoffice_xl.cells import cell_function
from medoffice_xl.contracts.shared import MEDICARE, RULEBOOK
from medoffice_xl.measure import Breakdown, Measure
from medoffice_xl.sets import Tables
from udfs.arguments import Day
from udfs.profitability import Days, OnePayer
from udfs.sets import OfPractice, OfPricing

Place = Annotated[str, "Medicare locality such as 10112-00; leave out for the national amounts."]
Year = Annotated[int, "Medicare's year; 0 is the newest loaded. Left out: 0."]
MixWord = Annotated[
    str, "practice (all payers' services weigh the codes) or own (only this payer's). Left out: practice."
]

_SCHEDULES = (MEDICARE, "charge_master")


@cell_function("Fee schedules", needs=("charges", *_SCHEDULES), uses=(RULEBOOK,))
def PERCENT_OF_MEDICARE(
    Practice: OfPractice,
    AsOf: Day,
    payer: OnePayer,
    RvuYear: Year = 0,
    mix: MixWord = "practice",
    YearDays: Days = 365,
    Locality: Place = "",
) -> Measure:
    """A payer's rates as percent of Medicare, weighted by how often each code is done.

    One code mix for all payers compares their schedules; a payer's own mix says what its patients bring. Codes
    without a Medicare value or a rate are left out, and said.
    """
    schedules = _schedules(Practice)
    return percents.percent_of_medicare(
        Practice.rows("charges"), schedules, AsOf, payer, RvuYear, mix, YearDays, Locality
    )


@cell_function("Fee schedules", needs=("charges",), uses=(RULEBOOK,))
def WEIGHTED_RATE(
    Practice: OfPractice,
    AsOf: Day,
    payer: OnePayer,
    top: Annotated[int, "How many codes count, most charges first. Left out: 25."] = 25,
    mix: MixWord = "practice",
    YearDays: Days = 365,
) -> Measure:
    """Weighted average payment of a payer's schedule in dollars: its rates, weighted by how often each code is done.

    Compare it with BREAK_EVEN_RATE: below it, the schedule does not cover what a service costs.
    """
    book = Practice.shared(RULEBOOK)
    return weighted.weighted_rate(Practice.rows("charges"), book, AsOf, payer, top, mix, YearDays)


@cell_function("Fee schedules", needs=("charges", "costs"))
def BREAK_EVEN_RATE(Practice: OfPractice, AsOf: Day, YearDays: Days = 365) -> Measure:
    """Break-even payment in dollars: all costs, physicians' pay included, divided by the frequency of all codes."""
    return weighted.break_even_rate(Practice.rows("charges"), Practice["costs"], AsOf, YearDays)


@cell_function("Fee schedules", needs=("charges", "charge_master"), uses=(RULEBOOK,), spills=True)
def CHARGE_BELOW_ALLOWED(Practice: OfPractice, AsOf: Day, YearDays: Days = 365) -> Breakdown:
    """Charges below what a payer would allow: the practice's own leak, with the list price that mends it.

    Spills a heading and one row a code, the most money first. Only contracts that pay the lesser of charge and rate
    lose money this way.
    """
    book = Practice.shared(RULEBOOK)
    return leaks.charge_below_allowed(Practice.rows("charges"), book, Practice["charge_master"], AsOf, YearDays)


@cell_function("Fee schedules", needs=("charges", "remits", *_SCHEDULES), uses=(RULEBOOK,), spills=True)
def FEE_REVIEW(
    Practice: OfPractice, AsOf: Day, RvuYear: Year = 0, YearDays: Days = 365, Locality: Place = ""
) -> Breakdown:
    """Fee-schedule review: each payer's percent of Medicare by two years and two code mixes, and its rate year.

    Spills a heading and one row a payer. Paid at says whether the payer's answers match the rates in force or last
    year's.
    """
    lines = Practice.rows("charges"), Practice.rows("remits")
    return reviews.fee_schedule_review(*lines, _schedules(Practice), AsOf, RvuYear, YearDays, Locality)


@cell_function("Fee schedules", needs=("charges", *_SCHEDULES), uses=(RULEBOOK,), spills=True)
def RATE_GRID(
    Practice: OfPractice,
    AsOf: Day,
    top: Annotated[int, "How many codes, most charges first. Left out: 20."] = 20,
    across: Annotated[int, "How many payers, most charges first. Left out: 8."] = 8,
    RvuYear: Year = 0,
    YearDays: Days = 365,
    Locality: Place = "",
) -> Breakdown:
    """The codes that move the money, with each payer's rate as percent of Medicare.

    Spills a heading and one row a code. A code without a Medicare value shows no percent.
    """
    schedules = _schedules(Practice)
    return reviews.rate_grid(Practice.rows("charges"), schedules, AsOf, top, across, RvuYear, YearDays, Locality)


@cell_function("Fee schedules", needs=("charges", *_SCHEDULES), uses=(RULEBOOK,), spills=True)
def NEGOTIATION(
    Practice: OfPractice,
    AsOf: Day,
    payer: OnePayer,
    target: Annotated[float, "Percent of Medicare to ask for, as 120% or 1.2. Left out: 1.2."] = 1.2,
    top: Annotated[int, "How many codes, most charges first. Left out: 20."] = 20,
    RvuYear: Year = 0,
    YearDays: Days = 365,
    Locality: Place = "",
) -> Breakdown:
    """Negotiation sheet of one payer: its top codes, its rates, Medicare's, the best other payer's, what to ask.

    Spills a heading, one row a code and the total gain of a year.
    """
    schedules = _schedules(Practice)
    return negotiations.negotiation(
        Practice.rows("charges"), schedules, AsOf, payer, target, top, RvuYear, YearDays, Locality
    )


@cell_function("Fee schedules", needs=("contracts",), spills=True)
def CONTRACT_CALENDAR(
    Pricing: OfPricing,
    AsOf: Day,
    months: Annotated[int, "How many months to look ahead. Left out: 18."] = 18,
) -> Breakdown:
    """Contract calendar: when notice is due, contracts end or renew, and agreed increases begin; soonest first.

    Spills a heading and one row an event, every year's again up to the horizon; an open contract's own notice day too.
    """
    return calendars.contract_calendar(Pricing["contracts"], AsOf, months)


def _schedules(tables: Tables) -> percents.Schedules:
    medicare = tables.shared(MEDICARE)
    return percents.Schedules(tables.shared(RULEBOOK), medicare, tables["charge_master"])
