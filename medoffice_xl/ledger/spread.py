"""Mean, median and 90th percentile of days, exact, from how often each number of days occurs."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Statistic(StrEnum):
    """The ways to say how long something usually takes."""

    MEAN = "mean"
    MEDIAN = "median"
    P90 = "p90"


@dataclass(frozen=True, slots=True)
class Spread:
    """How often each number of days occurs; at least one does."""

    counts: Mapping[int, int]

    @property
    def size(self) -> int:
        """How many there are."""
        return sum(self.counts.values())

    def of(self, statistic: Statistic) -> float:
        """The statistic, in days.

        >>> Spread({10: 1, 20: 1, 90: 2}).of(Statistic.MEDIAN)
        55.0
        """
        if statistic is Statistic.MEAN:
            return sum(days * count for days, count in self.counts.items()) / self.size
        return self._quantile(0.5 if statistic is Statistic.MEDIAN else 0.9)

    def _quantile(self, share: float) -> float:
        """Linear between the two nearest, as Excel's PERCENTILE.INC."""
        position = share * (self.size - 1)
        below = int(position)
        low, high = self._at(below), self._at(min(below + 1, self.size - 1))
        return low + (high - low) * (position - below)

    def _at(self, place: int) -> int:
        passed = 0
        for days in sorted(self.counts):
            passed += self.counts[days]
            if place < passed:
                return days
        raise IndexError(place)
