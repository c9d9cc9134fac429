"""Whether a machine is worth its price, how much it must be used, and what the practice can afford."""

from fractions import Fraction
from typing import Annotated

from medoffice_xl.areas.equipment import affordable, ranking, worth, yearly
from medoffice_xl.areas.equipment.break_even import break_even_procedures
from medoffice_xl.areas.equipment.flows import Stress
from medoffice_xl.areas.equipment.lease_or_buy import lease_or_buy
from medoffice_xl.areas.equipment.sources import NEEDED, USED, Lookback, sources_of
from medoffice_xl.cells import cell_function
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.measure import Breakdown, Measure
from medoffice_xl.sets import Tables
from udfs.arguments import Day
from udfs.profitability import Days, Settled

OfEquipment = Annotated[
    Tables, "Equipment and all it is judged by: the name Equipment, or tables of your own put together by EQUIPMENT."
]
OneCandidate = Annotated[str, "The candidate, as called on the sheet Equipment candidates."]
LoanRate = Annotated[float, "Interest a year of a loan for equipment, as 8%. Left out: 0.08."]
LoanMonths = Annotated[int, "Months over which such a loan is paid back. Left out: 60."]

READ = (*USED, RULEBOOK)


@cell_function("Equipment", needs=NEEDED, uses=READ)
def EQUIPMENT_NPV(
    Equipment: OfEquipment,
    AsOf: Day,
    candidate: OneCandidate,
    volume: Annotated[float, "Change of the volume, as -10%. Left out: none."] = 0.0,
    rates: Annotated[float, "Change of what a procedure is allowed, as -10%. Left out: none."] = 0.0,
    YearDays: Days = 365,
    SettleDays: Settled = 0,
) -> Measure:
    """Net present value of a candidate: dollars it is worth today beyond its price, after tax.

    Procedures at the practice's own payer mix and contract rates, less their cost and tax, each year at the discount
    rate, and the sale at the end. Below zero it does not earn the discount rate.
    """
    stress = Stress(Fraction(str(volume)), Fraction(str(rates)))
    return worth.equipment_npv(sources_of(Equipment), Lookback(AsOf, YearDays, SettleDays), candidate, stress)


@cell_function("Equipment", needs=NEEDED, uses=READ)
def EQUIPMENT_IRR(
    Equipment: OfEquipment, AsOf: Day, candidate: OneCandidate, YearDays: Days = 365, SettleDays: Settled = 0
) -> Measure:
    """Internal rate of return of a candidate, after tax.

    #NUM! where there is none or more than one: EQUIPMENT_RATES lists them, and the net present value decides.
    """
    return worth.equipment_irr(sources_of(Equipment), Lookback(AsOf, YearDays, SettleDays), candidate)


@cell_function("Equipment", needs=NEEDED, uses=READ, spills=True)
def EQUIPMENT_RATES(
    Equipment: OfEquipment, AsOf: Day, candidate: OneCandidate, YearDays: Days = 365, SettleDays: Settled = 0
) -> Breakdown:
    """Every rate of return of a candidate, after tax, and what it says: one, or several that cannot decide.

    Spills a heading and one row a rate, lowest first. #NUM! where there is none.
    """
    return worth.equipment_rates(sources_of(Equipment), Lookback(AsOf, YearDays, SettleDays), candidate)


@cell_function("Equipment", needs=NEEDED, uses=READ)
def EQUIPMENT_PAYBACK(
    Equipment: OfEquipment,
    AsOf: Day,
    candidate: OneCandidate,
    counting: Annotated[
        str, "simple, or discounted: each year's cash by what it is worth today. Left out: simple."
    ] = "simple",
    YearDays: Days = 365,
    SettleDays: Settled = 0,
) -> Measure:
    """Years until a candidate's cash after tax has paid back its price; #N/A where it never does."""
    return worth.equipment_payback(sources_of(Equipment), Lookback(AsOf, YearDays, SettleDays), candidate, counting)


@cell_function("Equipment", needs=NEEDED, uses=READ)
def BREAK_EVEN_PROCEDURES(
    Equipment: OfEquipment, AsOf: Day, candidate: OneCandidate, YearDays: Days = 365, SettleDays: Settled = 0
) -> Measure:
    """Procedures a month that a candidate needs to cover its payment, maintenance and labor.

    At the practice's own payer mix and contract rates; rounded up, EXPLAIN has the exact number. #N/A where a
    procedure costs what it brings or more.
    """
    return break_even_procedures(sources_of(Equipment), Lookback(AsOf, YearDays, SettleDays), candidate)


@cell_function("Equipment", needs=NEEDED, uses=READ)
def LEASE_OR_BUY(Equipment: OfEquipment, AsOf: Day, candidate: OneCandidate) -> Measure:
    """Net advantage of leasing, in dollars today after tax: above zero lease, below zero buy."""
    return lease_or_buy(sources_of(Equipment), Lookback(AsOf), candidate)


@cell_function("Equipment", needs=NEEDED, uses=READ)
def EQUIPMENT_DSCR(
    Equipment: OfEquipment,
    AsOf: Day,
    candidate: Annotated[str, "The candidate that is bought by its loan; left out: debt service as it stands."] = "",
    YearDays: Days = 365,
    SettleDays: Settled = 0,
) -> Measure:
    """Debt service coverage: how many times twelve months' earnings cover what loans take, with a candidate bought.

    Net income, interest and depreciation of the ledger; debt service of the sheet Cash. Lenders ask for 1.25.
    """
    return affordable.equipment_dscr(sources_of(Equipment), Lookback(AsOf, YearDays, SettleDays), candidate)


@cell_function("Equipment", needs=NEEDED, uses=READ)
def EQUIPMENT_BUDGET(
    Equipment: OfEquipment, AsOf: Day, EquipmentLoanRate: LoanRate = 0.08, EquipmentLoanMonths: LoanMonths = 60
) -> Measure:
    """What the budget leaves for equipment now: cash above its floor, or less where debt service bears less.

    Cash and its floor are those of the newest month-end on the sheet Cash; the loan is one that leaves earnings at
    the least coverage of the sheet Thresholds.
    """
    return affordable.equipment_budget(sources_of(Equipment), Lookback(AsOf), EquipmentLoanRate, EquipmentLoanMonths)


@cell_function("Equipment", needs=NEEDED, uses=READ, spills=True)
def EQUIPMENT_RANKED(
    Equipment: OfEquipment,
    AsOf: Day,
    EquipmentLoanRate: LoanRate = 0.08,
    EquipmentLoanMonths: LoanMonths = 60,
    YearDays: Days = 365,
    SettleDays: Settled = 0,
) -> Breakdown:
    """Every candidate, the most worth for its price first: value, return, break-even, how sure, what fits, a verdict.

    Spills a heading and one row a candidate. A candidate that cannot be worked out stands last and says what is
    missing.
    """
    back = Lookback(AsOf, YearDays, SettleDays)
    return ranking.equipment_ranked(sources_of(Equipment), back, EquipmentLoanRate, EquipmentLoanMonths)


@cell_function("Equipment", needs=NEEDED, uses=READ, spills=True)
def EQUIPMENT_FLOWS(
    Equipment: OfEquipment, AsOf: Day, candidate: OneCandidate, YearDays: Days = 365, SettleDays: Settled = 0
) -> Breakdown:
    """A candidate's cash year by year, from the purchase on; what it is worth so far ends at the net present value.

    Spills a heading and one row a year.
    """
    return yearly.equipment_flows(sources_of(Equipment), Lookback(AsOf, YearDays, SettleDays), candidate)
