"""Why income differs from its plan: volume (new, established), mix, rate, losses, timing, and what is not visits'.

Each part is positive where it helps. Together they are the actual income less the budgeted one, to the cent.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from medoffice_xl.ledger.adding_up import adding_up


class RevenuePart(StrEnum):
    """A part of the variance of income."""

    NEW = "Volume: new patients"
    ESTABLISHED = "Volume: established patients"
    MIX = "Payer mix"
    RATE = "Rate"
    LOSSES = "Losses"
    TIMING = "Timing"
    NOT_VISITS = "Income not from visits"


@dataclass(frozen=True, slots=True)
class PayerVisits:
    """A payer's visits of a month, how many of them new patients', and what they are allowed in all, in cents."""

    payer: str
    visits: Fraction
    new: Fraction
    allowed: Fraction


@dataclass(frozen=True, slots=True)
class Income:
    """What the visits of a month brought, in cents.

    `losses` were allowed and written off all the same; `booked` is the income that the books show, and `cash` what was
    posted for visits; `cash` is None where the books are on the accrual basis, and nothing waits for its payment.
    """

    visits: tuple[PayerVisits, ...]
    losses: int
    cash: Fraction | int | None
    booked: int

    @property
    def count(self) -> Fraction:
        """Visits of all payers."""
        return sum((each.visits for each in self.visits), Fraction(0))

    @property
    def new(self) -> Fraction:
        """New patients of all payers."""
        return sum((each.new for each in self.visits), Fraction(0))

    @property
    def allowed(self) -> Fraction:
        """What all visits are allowed."""
        return sum((each.allowed for each in self.visits), Fraction(0))

    @property
    def growth(self) -> Fraction:
        """What was allowed, not lost, and not paid: the growth of collectible A/R. None of it on the accrual basis."""
        return Fraction(0) if self.cash is None else self.allowed - self.losses - self.cash

    @property
    def elsewhere(self) -> Fraction:
        """Income of the books that visits do not bring."""
        return self.booked - (self.allowed - self.losses - self.growth)


def revenue_parts(planned: Income, actual: Income) -> dict[RevenuePart, int]:
    """The parts in cents; they add up to the booked income less the planned one.

    Volume prices the difference of visits at the plan's average allowed a visit, new and established patients apart.
    Mix is what the actual visits would bring at the plan's rates, less at that average; a payer that is not planned is
    priced at the average, so that all it differs by is rate. Losses and timing are what they exceed the plan by.
    """
    average = planned.allowed / planned.count if planned.count else Fraction(0)
    rates = {each.payer.casefold(): each.allowed / each.visits for each in planned.visits if each.visits}
    at_plan = sum((each.visits * rates.get(each.payer.casefold(), average) for each in actual.visits), Fraction(0))
    new = actual.new - planned.new
    exact = {
        RevenuePart.NEW: new * average,
        RevenuePart.ESTABLISHED: (actual.count - planned.count - new) * average,
        RevenuePart.MIX: at_plan - actual.count * average,
        RevenuePart.RATE: actual.allowed - at_plan,
        RevenuePart.LOSSES: Fraction(planned.losses - actual.losses),
        RevenuePart.TIMING: planned.growth - actual.growth,
        RevenuePart.NOT_VISITS: actual.elsewhere - planned.elsewhere,
    }
    largest = [abs(part) for part in exact.values()]
    return dict(zip(exact, adding_up([*exact.values()], actual.booked - planned.booked, largest), strict=True))


def together(parts: Iterable[dict[RevenuePart, int]]) -> dict[RevenuePart, int]:
    """The parts of several months."""
    found = dict.fromkeys(RevenuePart, 0)
    for one in parts:
        for name, cents in one.items():
            found[name] += cents
    return found
