"""What will come in, month by month, of what was billed and of services like those of late.

The pattern of a payer class is its own where it has two years of history, else that of all payers. A month of service
whose payments will still more than double takes what is to come from its contracts (Bornhuetter-Ferguson), an older one
from how earlier months went on (chain ladder).
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from medoffice_xl.areas.forecast.experience import Experience
from medoffice_xl.areas.forecast.triangle import Numbers, development_factors, to_ultimate
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.tables.thresholds import Threshold

YOUNG = Threshold(
    "Young month of service", "2", "times",
    "A month whose payments will grow more than so many times is forecast from its contracts, not from what came in.",
)  # fmt: skip
OWN_PATTERN = Threshold(
    "Own payment pattern", "24", "months",
    "A payer class with so many months of services is forecast by its own pattern, another by that of all payers.",
)  # fmt: skip
PATTERN_MONTHS = Threshold(
    "Payment pattern", "12", "months",
    "Payments of so many newest months say how payers pay.",
)  # fmt: skip

LIKE_LATE = 3
"""Services to come are like those of so many months before the newest, whose charges are all entered."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The thresholds of a forecast, on its day."""

    young: float
    own_months: int
    pattern_months: int

    @classmethod
    def of(cls, judging: InForce) -> "Rules":
        """As they are in force."""
        return cls(judging.share(YOUNG), judging.whole(OWN_PATTERN), judging.whole(PATTERN_MONTHS))


@dataclass(frozen=True, slots=True)
class Pattern:
    """How a class pays: `times` by lag to what it will have paid in the end, `rate` of the expected that comes in."""

    times: Numbers
    rate: float
    own: bool

    def paid_by(self, lag: int) -> float:
        """The share paid by a lag; nothing before the first, all after the last."""
        if lag < 0:
            return 0.0
        return 1.0 if lag >= len(self.times) else float(1 / self.times[lag])


@dataclass(frozen=True, slots=True)
class Projection:
    """Cents, as seen from the end of one month (`seen`, its place).

    `ultimate` by payer and month of service; `billed` and `coming` by payer and month ahead: what comes of services
    billed by then, and of services still to come. `by_class` has the patterns, `young` marks the months of service
    that are forecast from their contracts.
    """

    seen: int
    ultimate: Numbers
    billed: Numbers
    coming: Numbers
    by_class: Mapping[str, Pattern]
    young: int


def project(of: Experience, seen: int, ahead: int, rules: Rules) -> Projection:
    """The projection from the end of the month at place `seen`, with nothing that was entered or posted later."""
    size = seen + 1
    money = of.money[:, :size, :size]
    expected = of.expected[:, :size, :size].sum(axis=2)
    patterns = _patterns(of, money, expected, rules)
    ultimate = np.zeros((len(of.payers), size))
    billed = np.zeros((len(of.payers), ahead))
    coming = np.zeros((len(of.payers), ahead))
    young = 0
    paid = money.sum(axis=2)
    late = expected[:, max(seen - LIKE_LATE, 0) : seen] if seen else expected
    for place, kind in enumerate(of.classes):
        pattern = patterns[kind]
        for service in range(size):
            age = seen - service
            times = pattern.times[age]
            is_young = times > rules.young and expected[place, service] > 0
            young = max(young, age + 1 if is_young else 0)
            grown = paid[place, service] * (times if np.isfinite(times) else 1)
            whole = expected[place, service] * pattern.rate if is_young else grown
            shares = np.array([pattern.paid_by(age + month) for month in range(ahead + 1)])
            billed[place] += whole * np.diff(shares)
            ultimate[place, service] = paid[place, service] + whole * (1 - shares[0])
        a_month = late[place].mean() * pattern.rate
        first = np.diff([pattern.paid_by(lag) for lag in range(-1, ahead)])
        coming[place] = a_month * np.cumsum(first)
    return Projection(seen, ultimate, billed, coming, patterns, young)


def _patterns(of: Experience, money: Numbers, expected: Numbers, rules: Rules) -> dict[str, Pattern]:
    every = to_ultimate(development_factors(triangle_of(money.sum(axis=0)), rules.pattern_months))
    found = {}
    for kind in sorted(set(of.classes)):
        mine = np.array([each == kind for each in of.classes])
        own = money[mine].sum(axis=0)
        months = len(own) - _first_with(own)
        is_own = months >= rules.own_months
        times = to_ultimate(development_factors(triangle_of(own), rules.pattern_months)) if is_own else every
        found[kind] = Pattern(times, _rate(own.sum(axis=1), expected[mine].sum(axis=0), times, rules), is_own)
    return found


def triangle_of(money: Numbers) -> Numbers:
    """Cumulative money by month of service and lag, from money by month of service and month of posting."""
    size = len(money)
    found = np.full((size, size), np.nan)
    for service in range(size):
        found[service, : size - service] = np.cumsum(money[service, service:])
    return found


def _rate(paid: Numbers, expected: Numbers, times: Numbers, rules: Rules) -> float:
    """What comes in of a dollar expected: of the newest year of months that are no longer young; else of all."""
    size = len(paid)
    grown = times[np.arange(size)[::-1]]
    ripe = np.flatnonzero(grown <= rules.young)[-12:]
    counted = ripe if expected[ripe].sum() > 0 else np.flatnonzero(np.isfinite(grown))
    whole = expected[counted].sum()
    return float((paid[counted] * grown[counted]).sum() / whole) if whole > 0 else 0.0


def _first_with(money: Numbers) -> int:
    """The first month of service for which anything came in."""
    found = np.flatnonzero(money.any(axis=1))
    return int(found[0]) if found.size else len(money)
