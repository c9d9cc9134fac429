"""What the receivables are worth: what is still to come in of services billed, by two methods that check each other."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from medoffice_xl.areas.forecast.cash_forecast import projected
from medoffice_xl.areas.forecast.experience import Experience, place_of
from medoffice_xl.areas.forecast.projection import Projection, Rules, triangle_of
from medoffice_xl.areas.forecast.triangle import Numbers, mack_standard_error
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.ledger.choices import choose
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Measure, Part, Unit, Value
from medoffice_xl.tables.thresholds import Threshold

PARTED = Threshold(
    "Net realizable value methods", "0.05", "%",
    "Where the two methods part by more, the payer is to be looked at before either is relied on.",
)  # fmt: skip

RIPE = 18
"""Months of service so many months old tell what became of a balance: HFMA's hindsight analysis."""
OLDEST = 4
"""The last bucket: five months of service and older, from over 120 days on."""
LOOKED_AT = 12
"""A balance is looked at up to so many months after its service."""


class Method(StrEnum):
    """The ways to say what receivables are worth."""

    DEVELOPMENT = "development"
    HINDSIGHT = "hindsight"


DEFINITIONS = {
    Method.DEVELOPMENT: Definition(
        "Net realizable value of A/R",
        "sum over months of service of what they will come to less what is paid, each between zero and its balance; "
        "chain ladder, or Bornhuetter-Ferguson where a month is young",
        "Mack 1993; Bornhuetter and Ferguson 1972; HFMA, net realizable value of patient receivables",
    ),
    Method.HINDSIGHT: Definition(
        "Net realizable value of A/R, by hindsight",
        "today's balance by age × the share of such balances that was collected afterwards, of services at least 18 "
        "months old",
        "HFMA, hindsight analysis of patient receivables",
    ),
}

BY_PAYER = Definition(
    "Net realizable value by payer",
    "both methods side by side; gap = (hindsight − development) ÷ development",
    "HFMA, net realizable value of patient receivables",
)

COLUMNS = (
    BreakdownColumn("Payer", Unit.TEXT),
    BreakdownColumn("A/R", Unit.MONEY),
    BreakdownColumn("By development", Unit.MONEY),
    BreakdownColumn("By hindsight", Unit.MONEY),
    BreakdownColumn("Gap", Unit.PERCENT),
    BreakdownColumn("Share of A/R", Unit.PERCENT),
    BreakdownColumn("To look at", Unit.TEXT),
)


@dataclass(frozen=True, slots=True)
class Worth:
    """Cents by payer, whole; `hindsight` is None where no services are old enough."""

    balance: Numbers
    development: Numbers
    hindsight: Numbers | None


def net_realizable(of: Experience, rules: Rules, payer: str = "", method: str = Method.DEVELOPMENT) -> Measure:
    """What of the A/R will come in, in cents: of a payer, or of all.

    Each payer and month of service counts with zero at least and its balance at most. Raises NoData where hindsight
    has no services of 18 months, BadArgument for a payer without services.
    """
    how = choose(Method, method, "method")
    made = projected(of, rules)
    found = worth(of, made)
    values = found.development if how is Method.DEVELOPMENT else found.hindsight
    if values is None:
        raise NoData(f"Hindsight needs services of {RIPE} months ago; the oldest are of {of.months - 1} months ago.")
    place = place_of(of, payer) if payer.strip() else None
    if place == -1:
        raise BadArgument(f"No services of “{payer}”. Payers: {', '.join(of.payers)}.")
    which = slice(None) if place is None else slice(place, place + 1)
    value, balance = int(values[which].sum()), int(found.balance[which].sum())
    triangle = triangle_of(of.money[:, : of.months, : of.months].sum(axis=0))
    error = mack_standard_error(triangle) if of.months > 3 and (triangle[~np.isnan(triangle)] > 0).all() else None
    return Measure(
        value,
        Unit.MONEY,
        DEFINITIONS[how],
        parts=[
            Part("A/R", balance, Unit.MONEY),
            Part("Share of A/R", value / balance if balance > 0 else None, Unit.PERCENT),
            Part("By development", int(found.development[which].sum()), Unit.MONEY),
            *([] if found.hindsight is None else [Part("By hindsight", int(found.hindsight[which].sum()), Unit.MONEY)]),
            *([Part("Mack's standard error, all payers", round(error), Unit.MONEY)] if error and place is None else []),
            Part("Months forecast from contracts", made.young, Unit.COUNT),
        ],
        rows_used=of.entries,
        left_out=of.left_out,
    )


def realizable_by_payer(of: Experience, rules: Rules, judging: InForce) -> Breakdown:
    """One row a payer, largest A/R first, and the total; those whose methods part are marked."""
    found = worth(of, projected(of, rules))
    most = judging.share(PARTED)
    order = sorted(range(len(of.payers)), key=lambda place: (-found.balance[place], of.payers[place]))
    body = [_row(of.payers[place], *_at(found, [place]), most) for place in order if _counts(found, place)]
    body.append(_row("Total", *_at(found, order), most))
    notes = [] if found.hindsight is not None else [f"Hindsight needs services of {RIPE} months ago."]
    return Breakdown(COLUMNS, body, BY_PAYER, rows_used=of.entries, left_out=of.left_out, notes=notes)


def worth(of: Experience, made: Projection) -> Worth:
    """What the balances of each payer are worth."""
    balance = of.owed.sum(axis=2)
    owed = np.maximum(balance, 0)
    paid = of.money.sum(axis=2)
    rates = np.array([made.by_class[kind].rate for kind in of.classes])
    under_way = of.expected[:, -1].sum(axis=1) * rates
    ultimate = np.column_stack([made.ultimate, under_way])
    development = np.clip(ultimate - paid, 0, owed)
    shares = _collected_after(of)
    hindsight = None
    if shares is not None:
        age = np.minimum(np.maximum(of.newest - np.arange(balance.shape[1]), 0), OLDEST)
        hindsight = np.rint((owed * shares[:, age]).sum(axis=1))
    return Worth(balance.sum(axis=1), np.rint(development.sum(axis=1)), hindsight)


def _collected_after(of: Experience) -> Numbers | None:
    """By payer and age in months: the share of a balance that was collected afterwards.

    Its class's share at that age; where that had no balance, everybody's at that age, then at all ages. None where no
    services are old enough, or nothing was owed of them.
    """
    last = of.newest - RIPE
    if last < 0:
        return None
    classes = np.array(of.classes)
    balances, collected = _afterwards(of, np.ones(len(classes), dtype=bool), last)
    if balances.sum() <= 0:
        return None
    everybody = _share(balances, collected, np.full(OLDEST + 1, collected.sum() / balances.sum()))
    by_class = {kind: _share(*_afterwards(of, classes == kind, last), everybody) for kind in set(of.classes)}
    shares: Numbers = np.clip(np.array([by_class[kind] for kind in of.classes]), 0, 1)
    return shares


def _afterwards(of: Experience, which: "npt.NDArray[np.bool_]", last: int) -> tuple[Numbers, Numbers]:
    """By age, of the services up to the place `last`: balances, and what was collected after them."""
    owed, money = of.owed[which].sum(axis=0), of.money[which].sum(axis=0)
    balances, collected = np.zeros(OLDEST + 1), np.zeros(OLDEST + 1)
    for service in range(last + 1):
        for lag in range(LOOKED_AT + 1):
            seen = service + lag
            balance = owed[service, : seen + 1].sum()
            if balance > 0:
                balances[min(lag, OLDEST)] += balance
                collected[min(lag, OLDEST)] += money[service, seen + 1 : of.newest + 1].sum()
    return balances, collected


def _share(balances: Numbers, collected: Numbers, otherwise: Numbers) -> Numbers:
    found: Numbers = np.where(balances > 0, collected / np.where(balances > 0, balances, 1), otherwise)
    return found


def _at(found: Worth, places: list[int]) -> tuple[int, int, int | None]:
    hindsight = None if found.hindsight is None else int(found.hindsight[places].sum())
    return int(found.balance[places].sum()), int(found.development[places].sum()), hindsight


def _counts(found: Worth, place: int) -> bool:
    return bool(found.balance[place] or found.development[place])


def _row(name: str, balance: int, development: int, hindsight: int | None, most: float) -> tuple[Value, ...]:
    gap = None if hindsight is None or development <= 0 else (hindsight - development) / development
    said = "" if gap is None or abs(gap) <= most else "methods part: look at its old claims"
    share = development / balance if balance > 0 else None
    return name, balance, development, hindsight, gap, share, said
