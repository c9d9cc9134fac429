"""How good the forecast was: made again at every past month-end from what was known then, held against what came."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from medoffice_xl.areas.forecast.experience import Experience
from medoffice_xl.areas.forecast.projection import Rules, project
from medoffice_xl.areas.forecast.triangle import Numbers
from medoffice_xl.sets.unchanging import remembered

AHEAD = 3
LEVEL = Fraction(80, 100)
FEWEST = int(2 / (1 - LEVEL)) - 1
"""An interval of 80% from n past errors needs n ≥ 2 ÷ 20% − 1 of them: nine."""
HISTORY = 12
LEAST_HISTORY = 3
"""Months behind a past month-end: a year where that leaves nine of them, else fewer, but never fewer than three."""


@dataclass(frozen=True, slots=True)
class BackTest:
    """Cents by origin (past month-end, oldest first) and month ahead; the plain mean of three months beside it.

    What had not come yet by the newest full month is NaN.
    """

    origins: tuple[int, ...]
    actual: Numbers
    forecast: Numbers
    plain: Numbers

    def ratios(self, month: int) -> Numbers:
        """What came ÷ what was forecast, so many months ahead (1 is the next)."""
        known = ~np.isnan(self.actual[:, month - 1]) & (self.forecast[:, month - 1] > 0)
        found: Numbers = self.actual[known, month - 1] / self.forecast[known, month - 1]
        return found


@dataclass(frozen=True, slots=True)
class Errors:
    """How far forecasts were off, as shares of what came; `coverage` is the share of months inside the interval."""

    wape: float
    bias: float
    plain_wape: float
    coverage: float | None
    tested: int


def back_test(of: Experience, rules: Rules) -> BackTest:
    """Forecasts of the next three months at every past month-end with enough history behind it."""
    return remembered(_back_test, of, asked=(rules,))


def _back_test(of: Experience, rules: Rules) -> BackTest:
    history = HISTORY
    while history > LEAST_HISTORY and of.newest - AHEAD - history + 2 < FEWEST:
        history -= 1
    origins = tuple(range(history - 1, of.newest))
    came = of.money.sum(axis=(0, 1))
    actual, forecast = np.full((len(origins), AHEAD), np.nan), np.zeros((len(origins), AHEAD))
    plain = np.zeros((len(origins), AHEAD))
    for place, seen in enumerate(origins):
        made = project(of, seen, AHEAD, rules)
        forecast[place] = (made.billed + made.coming).sum(axis=0)
        plain[place] = came[max(seen - 2, 0) : seen + 1].mean()
        known = came[seen + 1 : min(seen + 1 + AHEAD, of.newest + 1)]
        actual[place, : len(known)] = known
    return BackTest(origins, actual, forecast, plain)


def interval(ratios: Numbers) -> tuple[float, float] | None:
    """The tenth and the ninetieth percentile of past ratios, as PERCENTILE.EXC; None of fewer than nine.

    >>> interval(np.arange(1.0, 10.0)), interval(np.arange(1.0, 9.0))
    ((1.0, 9.0), None)
    """
    if len(ratios) < FEWEST:
        return None
    tail = float((1 - LEVEL) / 2)
    low, high = np.quantile(ratios, [tail, 1 - tail], method="weibull")
    return float(low), float(high)


def errors(test: BackTest) -> Errors | None:
    """Errors of the three months' total over all origins that have come in whole; None where there are none.

    A 100, 120, 90 and F 95, 130, 99: WAPE 24 ÷ 310 = 7.74%, bias 14 ÷ 310 = +4.52%.
    """
    whole = ~np.isnan(test.actual).any(axis=1)
    actual = test.actual[whole].sum(axis=1)
    if not len(actual) or actual.sum() <= 0:
        return None
    forecast, plain = test.forecast[whole].sum(axis=1), test.plain[whole].sum(axis=1)
    wape, bias = wape_and_bias(actual, forecast)
    return Errors(wape, bias, wape_and_bias(actual, plain)[0], _coverage(actual, forecast), len(actual))


def wape_and_bias(actual: Numbers, forecast: Numbers) -> tuple[float, float]:
    """Sum of absolute errors, and of errors (forecast less actual), each ÷ sum of what came.

    >>> [round(each, 4) for each in wape_and_bias(np.array([100.0, 120, 90]), np.array([95.0, 130, 99]))]
    [0.0774, 0.0452]
    """
    off = forecast - actual
    return float(np.abs(off).sum() / actual.sum()), float(off.sum() / actual.sum())


def _coverage(actual: Numbers, forecast: Numbers) -> float | None:
    """The share of origins inside the interval that the other origins give; None where they are too few."""
    ratios = actual / np.where(forecast > 0, forecast, np.nan)
    inside = []
    for place, ratio in enumerate(ratios):
        others = np.delete(ratios, place)
        found = interval(others[~np.isnan(others)])
        if found is None:
            return None
        inside.append(found[0] <= ratio <= found[1])
    return float(np.mean(inside))
