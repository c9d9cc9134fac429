"""Whether a candidate is worth its price: net present value, rate of return, years to pay back."""

from enum import StrEnum
from fractions import Fraction

from medoffice_xl.areas.equipment.flows import AS_TYPED, CashFlows, Stress, cash_flows
from medoffice_xl.areas.equipment.returns import net_present_value, payback, rates_of_return
from medoffice_xl.areas.equipment.sources import Lookback, Sources
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.choices import choose
from medoffice_xl.ledger.practice_costs import half_up
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Measure, Part, Unit

NPV = Definition(
    "Net present value of equipment",
    "− price + sum of each year's (procedures × (allowed × collected − variable cost) − maintenance − labor − tax) ÷ "
    "(1 + discount rate)^year, with the sale after tax in the last year",
    "discounted cash flow, as in any text of corporate finance; IRS Publication 946 for what is deducted",
)
IRR = Definition(
    "Internal rate of return of equipment",
    "the discount rate at which the net present value is zero",
    "discounted cash flow; several rates where the cash changes sign several times: Descartes' rule",
)
PAYBACK = Definition(
    "Payback of equipment",
    "years until the cash after tax has paid back the price, within a year in proportion; discounted: each year's "
    "cash by what it is worth today",
    "discounted cash flow, as in any text of corporate finance",
)


class Counting(StrEnum):
    """Whether cash of later years counts for less."""

    SIMPLE = "simple"
    DISCOUNTED = "discounted"


def equipment_npv(sources: Sources, back: Lookback, name: str, stress: Stress = AS_TYPED) -> Measure:
    """What a candidate is worth today beyond its price, in cents; below zero it does not earn its discount rate.

    (80,000; 28,675.20 a year; MACRS; 30% tax, 9%; 5,000 salvage) is worth 19,430.37. `stress` changes volume and
    rates. A volume below zero raises OutOfRange.
    """
    for what, change in (("volume", stress.volume), ("rates", stress.rate)):
        if change < -1:
            raise OutOfRange(
                f"A change of the {what} by {float(change):.0%} leaves less than nothing; give -100% or more."
            )
    cash = cash_flows(sources, back, sources.candidate(name), stress)
    changed = [
        Part(f"Change of {what}", float(change), Unit.PERCENT)
        for what, change in (("volume", stress.volume), ("rates", stress.rate))
        if change
    ]
    value = half_up(net_present_value(cash.flows, cash.of.discount))
    return _explained(Measure(value, Unit.MONEY, NPV, [*changed, *cash.parts]), cash)


def equipment_irr(sources: Sources, back: Lookback, name: str) -> Measure:
    """The rate a candidate earns, as a fraction.

    Raises OutOfRange where there is none, or where there are several, which `equipment_rates` lists: then the net
    present value decides.
    """
    cash = cash_flows(sources, back, sources.candidate(name))
    found = rates_of_return(cash.flows)
    if len(found) != 1:
        raise OutOfRange(f"{rates_said(found)}. Decide by NPV.")
    return _explained(Measure(found[0], Unit.PERCENT, IRR, cash.parts), cash)


RATE_COLUMNS = (
    BreakdownColumn("Rate of return", Unit.PERCENT),
    BreakdownColumn("Says", Unit.TEXT),
)


def equipment_rates(sources: Sources, back: Lookback, name: str) -> Breakdown:
    """Every rate of return of a candidate, lowest first, with what it says beside the discount rate.

    Raises OutOfRange where there is none.
    """
    cash = cash_flows(sources, back, sources.candidate(name))
    found = rates_of_return(cash.flows)
    if not found:
        raise OutOfRange(f"{rates_said(found)}. Decide by NPV.")
    npv = half_up(net_present_value(cash.flows, cash.of.discount))
    return Breakdown(
        RATE_COLUMNS,
        [(rate, _says(rate, len(found), float(cash.of.discount))) for rate in found],
        IRR,
        parts=[Part("NPV at the discount rate", npv, Unit.MONEY), *cash.parts],
        rows_used=1,
        left_out=cash.allowed.left_out,
        notes=cash.notes,
    )


def _says(rate: float, rates: int, discount: float) -> str:
    if rates > 1:
        return f"one of {rates}: the cash changes sign more than once, so none of them decides; NPV does"
    return "above the discount rate" if rate > discount else "not above the discount rate"


def equipment_payback(sources: Sources, back: Lookback, name: str, counting: str = Counting.SIMPLE) -> Measure:
    """Years until the price has come back; raises NoData where it never does within the life."""
    how = choose(Counting, counting, "way to count payback")
    cash = cash_flows(sources, back, sources.candidate(name))
    years = payback(cash.flows, cash.of.discount if how is Counting.DISCOUNTED else Fraction(0))
    if years is None:
        raise NoData(f"{cash.of.name} never pays back its price within {cash.of.life} years.")
    return _explained(Measure(float(years), Unit.RATIO, PAYBACK, [Part("Counted", how, Unit.TEXT), *cash.parts]), cash)


def rates_said(found: list[float]) -> str:
    """Rates of return in words.

    >>> rates_said([0.25, 4.0])
    'IRR ambiguous: 25% and 400%'
    """
    if not found:
        return "No rate of return: at no rate is the cash worth nothing"
    said = [f"{round(100 * rate, 1):,g}%" for rate in found]
    return said[0] if len(said) == 1 else f"IRR ambiguous: {', '.join(said[:-1])} and {said[-1]}"


def _explained(measure: Measure, cash: CashFlows) -> Measure:
    return Measure(
        measure.value,
        measure.unit,
        measure.definition,
        measure.parts,
        rows_used=1,
        left_out=cash.allowed.left_out,
        notes=cash.notes,
    )
