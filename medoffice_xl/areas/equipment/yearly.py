"""A candidate's cash year by year: what stands behind its net present value."""

from fractions import Fraction

from medoffice_xl.areas.equipment.flows import cash_flows
from medoffice_xl.areas.equipment.sources import Lookback, Sources
from medoffice_xl.areas.equipment.worth import NPV
from medoffice_xl.ledger.practice_costs import half_up
from medoffice_xl.measure import Breakdown, BreakdownColumn, Unit, Value

COLUMNS = (
    BreakdownColumn("Year", Unit.COUNT),
    BreakdownColumn("Procedures", Unit.COUNT),
    BreakdownColumn("Before tax", Unit.MONEY),
    BreakdownColumn("Deducted", Unit.MONEY),
    BreakdownColumn("Tax", Unit.MONEY),
    BreakdownColumn("Sale after tax", Unit.MONEY),
    BreakdownColumn("Cash", Unit.MONEY),
    BreakdownColumn("Worth today", Unit.MONEY),
    BreakdownColumn("Worth so far", Unit.MONEY),
)


def equipment_flows(sources: Sources, back: Lookback, name: str) -> Breakdown:
    """One row a year from the purchase (year 0) on; what they are worth so far ends at the net present value."""
    cash = cash_flows(sources, back, sources.candidate(name))
    so_far, factor = Fraction(-cash.of.price), Fraction(1)
    body: list[tuple[Value, ...]] = [(0, 0, -cash.of.price, 0, 0, 0, -cash.of.price, -cash.of.price, -cash.of.price)]
    for year in cash.years:
        factor /= 1 + cash.of.discount
        worth = year.flow * factor
        so_far += worth
        money = (year.net, year.deducted, year.tax, year.salvage, year.flow, worth, so_far)
        body.append((year.year, float(year.procedures), *(half_up(cents) for cents in money)))
    return Breakdown(
        COLUMNS, body, NPV, parts=cash.parts, rows_used=1, left_out=cash.allowed.left_out, notes=cash.notes
    )
