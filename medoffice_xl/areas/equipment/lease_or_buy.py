"""Lease or buy, after tax: what leasing saves against buying."""

from fractions import Fraction

from medoffice_xl.areas.equipment.candidate import Lease
from medoffice_xl.areas.equipment.deductions import deductions
from medoffice_xl.areas.equipment.sources import Lookback, Sources
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.practice_costs import half_up
from medoffice_xl.measure import Definition, Measure, Part, Unit
from medoffice_xl.money import show

DEFINITION = Definition(
    "Net advantage of leasing",
    "price − present value of (lease payments × (1 − tax) + tax × deductions) − present value of the salvage after "
    "tax, at the loan rate after tax; above zero: lease, else: buy",
    "Ross, Westerfield and Jaffe, Corporate Finance: leasing",
)


def lease_or_buy(sources: Sources, back: Lookback, name: str) -> Measure:
    """What leasing saves against buying, in cents today: above zero lease, else buy.

    10,000; lease of 2,500 a year for 5 years in arrears; 34%; straight line; 5% after tax: 10,000 − 2,330 ×
    4.329477 = −87.68: buy. What the machine brings is the same either way and does not count. Raises NoData without
    lease terms or a loan rate.
    """
    of = sources.candidate(name)
    if of.lease is None:
        raise NoData(f"{of.name} is offered on no lease: type the lease payment and how many there are.")
    if of.loan_rate is None:
        raise NoData(f"{of.name}: type the loan rate, at which lease and purchase are compared.")
    rate = of.loan_rate * (1 - of.tax)
    deducted = deductions(of, sources.rules)
    leased = _lease_worth(of.lease, rate) * (1 - of.tax)
    shield = sum((of.tax * taken / (1 + rate) ** year for year, taken in enumerate(deducted.by_year, 1)), Fraction(0))
    gain = of.salvage - (of.price - deducted.total)
    sold = (of.salvage - of.tax * gain) / (1 + rate) ** of.life
    saved = half_up(of.price - leased - shield - sold)
    years = Fraction(of.lease.count, of.lease.a_year)
    notes = [] if years == of.life else [
        f"The lease runs {float(years):g} years, the life that is counted {of.life}: they are compared as they are."
    ]  # fmt: skip
    return Measure(
        saved,
        Unit.MONEY,
        DEFINITION,
        parts=[
            Part("Advice", advice(saved), Unit.TEXT),
            Part("Price", of.price, Unit.MONEY),
            Part("Lease payments after tax, today", half_up(leased), Unit.MONEY),
            Part("Tax saved by owning, today", half_up(shield), Unit.MONEY),
            Part("Salvage after tax, today", half_up(sold), Unit.MONEY),
            Part("Loan rate after tax", float(rate), Unit.PERCENT),
            *deducted.parts,
        ],
        rows_used=1,
        notes=[*deducted.notes, *notes],
    )


def advice(saved: int) -> str:
    """The outcome in words.

    >>> advice(-8768), advice(120_000)
    ('buy: saves $87.68', 'lease: saves $1,200.00')
    """
    return f"lease: saves {show(saved)}" if saved > 0 else f"buy: saves {show(-saved)}"


def _lease_worth(lease: Lease, rate: Fraction) -> Fraction:
    """All payments, each by what it is worth today; a month is a twelfth of a year's compounding."""
    first = 0 if lease.in_advance else 1
    if lease.a_year == 1:
        growth = 1 + rate
    else:
        growth = Fraction((1 + float(rate)) ** (1 / lease.a_year)).limit_denominator(10**12)
    return sum((lease.payment / growth**period for period in range(first, first + lease.count)), Fraction(0))
