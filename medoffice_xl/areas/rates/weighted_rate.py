"""The weighted average payment of a schedule, and the one the practice needs to break even."""

from collections.abc import Iterable
from datetime import date

from medoffice_xl.areas.rates.agreed_rates import agreed_rates, items
from medoffice_xl.areas.rates.percent_of_medicare import Mix
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.choices import choose
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.ledger.practice_costs import practice_costs
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.measure import Definition, LeftOut, Measure, Part, Unit
from medoffice_xl.production.code_use import CodeUse, code_use

WEIGHTED = Definition(
    "Weighted average payment",
    "sum of frequency × rate ÷ sum of frequency, over the codes with the most charges",
    "Levulan, payer contracts worksheet",
)
BREAK_EVEN = Definition(
    "Break-even payment",
    "(overhead + physician compensation) ÷ frequency of all codes",
    "Levulan, payer contracts worksheet",
)


def weighted_rate(
    charges: Frame,
    book: Rulebook,
    as_of: date,
    payer: str,
    top: int = 25,
    mix: str = Mix.PRACTICE,
    window: int = 365,
) -> Measure:
    """The average of the payer's rates on `as_of`, in cents, weighted by how often each code was done.

    Over the `top` codes by charges of the `window` days up to `as_of`; codes without a rate are left out and said.
    """
    if top < 1:
        raise OutOfRange(f"You asked for the top {top} codes; give 1 or more, such as 25.")
    whose = choose(Mix, mix, "code mix")
    period = days_up_to(as_of, window)
    used = items(code_use(charges, period, as_of), book, payer if whose is Mix.OWN else "")[:top]
    if not used:
        raise NoData(f"No services were charged{f' to {payer}' if whose is Mix.OWN else ''} from {period}.")
    rates = agreed_rates(book, payer, used, as_of)
    rated = [(item, rate.exact) for item, rate in zip(used, rates, strict=True) if rate.cents is not None]
    if not rated:
        raise NoData(f"No code has a rate of {payer}: {rates[0].why}.")
    frequency = sum(item.units for item, _ in rated)
    paid = sum(item.units * exact for item, exact in rated)
    return Measure(
        float(paid / frequency),
        Unit.MONEY,
        WEIGHTED,
        parts=[
            Part("Frequency × rate", round(paid / 1000), Unit.MONEY),
            Part("Frequency", frequency / 1000, Unit.COUNT),
            Part("Codes", len(rated), Unit.COUNT),
            Part("Code mix", str(whose), Unit.TEXT),
        ],
        rows_used=len(rated),
        left_out=[
            LeftOut(f"{item.name}: {rate.why}", 1, item.charge)
            for item, rate in zip(used, rates, strict=True)
            if rate.cents is None
        ],
    )


def break_even_rate(charges: Frame, costs: Frame, as_of: date, window: int = 365) -> Measure:
    """What a service has to bring on average, in cents, to cover all costs of the `window` days up to `as_of`."""
    period = days_up_to(as_of, window)
    frequency = units_of(code_use(charges, period, as_of))
    if frequency <= 0:
        raise NoData(f"No services were charged from {period}.")
    spent = practice_costs(costs, period)
    return Measure(
        spent.total * 1000 / frequency,
        Unit.MONEY,
        BREAK_EVEN,
        parts=[
            Part("Overhead", spent.total - spent.physicians, Unit.MONEY),
            Part("Physician compensation", spent.physicians, Unit.MONEY),
            Part("Frequency", frequency / 1000, Unit.COUNT),
            *period.parts,
        ],
        rows_used=spent.rows,
        notes=spent.notes,
    )


def units_of(uses: Iterable[CodeUse]) -> int:
    """Units of a code mix, in thousandths."""
    return sum(use.units for use in uses)
