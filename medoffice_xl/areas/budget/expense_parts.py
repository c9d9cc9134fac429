"""Why a cost differs from its plan: because there was more or less to do, or because more or less was spent on it."""

from dataclasses import dataclass
from fractions import Fraction

from medoffice_xl.ledger.practice_costs import half_up


@dataclass(frozen=True, slots=True)
class Flexed:
    """A cost of a month, in cents: as planned, what the plan allows for what was done, and as it was."""

    budget: int
    flex: int
    actual: int

    @property
    def volume(self) -> int:
        """Plan less what it allows for what was done; positive where less had to be done."""
        return self.budget - self.flex

    @property
    def spending(self) -> int:
        """What was allowed less what was spent; positive where less was spent."""
        return self.flex - self.actual

    @property
    def variance(self) -> int:
        """Plan less actual; positive where it helps."""
        return self.budget - self.actual


def flexed(budget: int, actual: int, fixed_share: Fraction, driven: Fraction | None) -> Flexed:
    """A cost flexed by its driver: fixed part + variable part × `driven`, which is the driver's actual ÷ planned.

    `driven` is None where the driver is none or is not known: the plan then stands as it is. Rounded half up once.
    """
    if driven is None:
        return Flexed(budget, budget, actual)
    return Flexed(budget, half_up(budget * (fixed_share + (1 - fixed_share) * driven)), actual)
