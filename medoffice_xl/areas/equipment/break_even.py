"""How many procedures a month a candidate needs to pay for itself."""

from fractions import Fraction
from math import ceil

from medoffice_xl.areas.equipment.candidate import Candidate
from medoffice_xl.areas.equipment.flows import MONTHS, cash_flows
from medoffice_xl.areas.equipment.loan import payment
from medoffice_xl.areas.equipment.sources import Lookback, Sources
from medoffice_xl.errors import NoData
from medoffice_xl.measure import Definition, Measure, Part, Unit

DEFINITION = Definition(
    "Break-even procedures a month",
    "(payment + maintenance + labor, a month) ÷ (allowed × collected − variable cost), rounded up to a whole procedure",
    "contribution margin analysis, as in any text of managerial accounting",
)


def break_even_procedures(sources: Sources, back: Lookback, name: str) -> Measure:
    """Procedures a month at which a candidate covers its payment, maintenance and labor, at the practice's own mix.

    (1,622.11 + 500.00) ÷ (165 × 96% − 38) = 17.63: 18. Before tax. Raises NoData where a procedure costs what it
    brings or more: no volume is ever enough.
    """
    of = sources.candidate(name)
    cash = cash_flows(sources, back, of)
    if cash.margin <= 0:
        raise NoData(
            f"{of.name} never breaks even: a procedure brings {float(cash.allowed.cents * cash.collected) / 100:,.2f} "
            f"and costs {of.variable / 100:,.2f} in supplies alone."
        )
    paid, what = monthly_payment(of)
    fixed = paid + Fraction(of.maintenance + of.labor, MONTHS)
    exact = fixed / cash.margin
    return Measure(
        ceil(exact),
        Unit.COUNT,
        DEFINITION,
        parts=[
            Part("Exact", float(exact), Unit.RATIO),
            Part(what, round(paid), Unit.MONEY),
            Part("Maintenance a month", round(Fraction(of.maintenance, MONTHS)), Unit.MONEY),
            Part("Labor a month", round(Fraction(of.labor, MONTHS)), Unit.MONEY),
            Part("Allowed a procedure", round(cash.allowed.cents), Unit.MONEY),
            *cash.allowed.parts,
            Part("Collected of allowed", float(cash.collected), Unit.PERCENT),
            Part("Variable cost", of.variable, Unit.MONEY),
            Part("Planned procedures a month", float(of.volume), Unit.RATIO),
        ],
        rows_used=1,
        left_out=cash.allowed.left_out,
    )


def monthly_payment(of: Candidate) -> tuple[Fraction, str]:
    """What the machine itself costs a month, in cents: the loan's or the lease's payment.

    Where it is paid for at once, the price spread over its life at the discount rate.
    """
    if of.loan:
        return payment(Fraction(of.loan.principal), of.loan.rate, of.loan.months), "Loan payment a month"
    if of.lease:
        return Fraction(of.lease.payment * of.lease.a_year, MONTHS), "Lease payment a month"
    return payment(Fraction(of.price), of.discount, of.life * MONTHS), "Price a month over its life"
