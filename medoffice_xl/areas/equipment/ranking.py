"""Every candidate beside every other: what it is worth, how sure that is, whether it fits what the budget leaves."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TypeVar

from medoffice_xl.areas.equipment.affordable import above_floor, equipment_budget, equipment_dscr
from medoffice_xl.areas.equipment.break_even import break_even_procedures
from medoffice_xl.areas.equipment.flows import Stress, cash_flows
from medoffice_xl.areas.equipment.lease_or_buy import advice, lease_or_buy
from medoffice_xl.areas.equipment.returns import payback, rates_of_return
from medoffice_xl.areas.equipment.sources import Lookback, Sources
from medoffice_xl.areas.equipment.worth import equipment_npv, rates_said
from medoffice_xl.errors import NOT_KNOWN, NoData, OutOfRange
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Measure, Part, Unit, Value
from medoffice_xl.sets.unchanging import remembered
from medoffice_xl.tables.thresholds import Threshold

Found = TypeVar("Found")

STRESSED = Threshold(
    "Equipment stress", "0.10", "%",
    "Volume and rates are lowered by it, one after the other: a candidate that no longer pays is not sure.",
    "Needham, Contemporary Surgery, on buying equipment: test the volume and the rate at a tenth less",
)  # fmt: skip

DEFINITION = Definition(
    "Equipment candidates",
    "net present value for each dollar of price, highest first; those that pay also at less volume and lower rates "
    "are taken, one after the other, as long as the budget lasts",
    "capital rationing by profitability index, as in any text of corporate finance",
)

COLUMNS = (
    BreakdownColumn("Candidate", Unit.TEXT),
    BreakdownColumn("Price", Unit.MONEY),
    BreakdownColumn("NPV", Unit.MONEY),
    BreakdownColumn("IRR", Unit.TEXT),
    BreakdownColumn("Payback", Unit.RATIO),
    BreakdownColumn("Discounted payback", Unit.RATIO),
    BreakdownColumn("Procedures a month", Unit.RATIO),
    BreakdownColumn("Done now a month", Unit.RATIO),
    BreakdownColumn("Break-even a month", Unit.COUNT),
    BreakdownColumn("NPV at less volume", Unit.MONEY),
    BreakdownColumn("NPV at lower rates", Unit.MONEY),
    BreakdownColumn("Lease or buy", Unit.TEXT),
    BreakdownColumn("Coverage after", Unit.RATIO),
    BreakdownColumn("Cash after", Unit.MONEY),
    BreakdownColumn("Fits", Unit.TEXT),
    BreakdownColumn("Verdict", Unit.TEXT),
)

BUY = "buy"
BEYOND = "worth it, beyond the budget"
FULL_VOLUME = "pays only at full volume"
THESE_RATES = "pays only at these rates"
DO_NOT = "do not buy"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One candidate: cents, years, words; None is not known or never. `unknown` says why there is no verdict."""

    name: str
    price: int = 0
    npv: int | None = None
    irr: str = ""
    payback: Fraction | None = None
    discounted: Fraction | None = None
    volume: Fraction | None = None
    done: Fraction | None = None
    break_even: int | None = None
    less_volume: int | None = None
    lower_rates: int | None = None
    lease: str = ""
    coverage: float | None = None
    cash_after: int | None = None
    fits: bool | None = None
    unknown: str = ""

    @property
    def verdict(self) -> str:
        """What to do, in words."""
        if self.npv is None or self.less_volume is None or self.lower_rates is None:
            return f"not known: {self.unknown}"
        if self.npv <= 0:
            return DO_NOT
        if self.less_volume <= 0:
            return FULL_VOLUME
        if self.lower_rates <= 0:
            return THESE_RATES
        return BEYOND if self.fits is False else BUY

    @property
    def index(self) -> Fraction | None:
        """Net present value for each dollar of price."""
        return None if self.npv is None else Fraction(self.npv, self.price)


def equipment_ranked(sources: Sources, back: Lookback, loan_rate: float, loan_months: int) -> Breakdown:
    """One row a candidate, the most worth for its price first; the budget goes down the list as far as it reaches.

    A candidate that cannot be worked out stands last, with what is missing.
    """
    found, budget, notes = ranked(sources, back, loan_rate, loan_months)
    stress = sources.judging(back).exact(STRESSED)
    return Breakdown(
        COLUMNS,
        [_row(each) for each in found],
        DEFINITION,
        parts=[
            *([Part("What the budget leaves", budget.value, Unit.MONEY)] if budget else []),
            Part("Less volume, lower rates", float(-stress), Unit.PERCENT),
        ],
        rows_used=len(found),
        notes=notes,
    )


def ranked(
    sources: Sources, back: Lookback, loan_rate: float, loan_months: int
) -> tuple[list[Evaluation], Measure | None, list[str]]:
    """Every candidate in its rank, what the budget leaves (None: not known), and why that is not known."""
    notes: list[str] = []
    budget = _known(lambda: equipment_budget(sources, back, loan_rate, loan_months), notes)
    each = by_worth(sources, back)
    if budget is None:
        return each, None, notes
    left, placed = int(budget.value), []
    for one in each:
        fits = one.index is not None and one.price <= left
        placed.append(replace(one, fits=None if one.index is None else fits))
        if placed[-1].verdict == BUY:
            left -= one.price
    return placed, budget, notes


def by_worth(sources: Sources, back: Lookback) -> list[Evaluation]:
    """Every candidate, the most worth for each dollar of price first; whether the budget reaches it is not asked."""
    return remembered(_by_worth, sources, asked=(back,))


def _by_worth(sources: Sources, back: Lookback) -> list[Evaluation]:
    each = [_evaluated(sources, back, name) for name in sources.names]
    return sorted(each, key=lambda one: (one.index is None, -(one.index or 0), one.name.casefold()))


def _evaluated(sources: Sources, back: Lookback, name: str) -> Evaluation:
    stress = sources.judging(back).exact(STRESSED)
    try:
        of = sources.candidate(name)
        cash = cash_flows(sources, back, of)
        less, lower = (
            int(equipment_npv(sources, back, name, changed).value)
            for changed in (Stress(volume=-stress), Stress(rate=-stress))
        )
        npv = int(equipment_npv(sources, back, name).value)
    except NOT_KNOWN as error:
        return Evaluation(name, unknown=str(error))
    lease = _known(lambda: lease_or_buy(sources, back, name))
    coverage = _known(lambda: equipment_dscr(sources, back, name))
    spare = _known(lambda: above_floor(sources, back))
    needed = _known(lambda: break_even_procedures(sources, back, name))
    return Evaluation(
        of.name,
        of.price,
        npv,
        _rates(cash.flows),
        payback(cash.flows),
        payback(cash.flows, of.discount),
        of.volume,
        None if of.allowed is not None else cash.allowed.done,
        int(needed.value) if needed else None,
        less,
        lower,
        advice(int(lease.value)) if lease else "no lease",
        float(coverage.value) if coverage else None,
        spare.balance - of.paid_at_once if spare else None,
    )


def _rates(flows: list[Fraction]) -> str:
    try:
        return rates_said(rates_of_return(flows)).removeprefix("IRR ")
    except OutOfRange:
        return "none"


def _known(compute: Callable[[], Found], notes: list[str] | None = None) -> Found | None:
    """What is worked out; None, with the reason noted, where data for it is missing."""
    try:
        return compute()
    except NoData as error:
        if notes is not None:
            notes.append(str(error))
        return None


def _row(one: Evaluation) -> tuple[Value, ...]:
    known = one.index is not None
    return (
        one.name,
        one.price if known else None,
        one.npv,
        one.irr,
        _float(one.payback),
        _float(one.discounted),
        _float(one.volume),
        _float(one.done),
        one.break_even,
        one.less_volume,
        one.lower_rates,
        one.lease,
        one.coverage,
        one.cash_after,
        "" if one.fits is None else "yes" if one.fits else "no",
        one.verdict,
    )


def _float(exact: Fraction | None) -> float | None:
    return None if exact is None else float(exact)
