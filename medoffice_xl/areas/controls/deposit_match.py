"""Which deposit is which money: by the trace number in the bank's text, by amount and day, or as a sum of several."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from medoffice_xl.ledger.business_days import business_days

LOOKED_AMONG = 24
"""Items among which the parts of one deposit are looked for: those nearest to it in time. Twice as many would take a
thousand times as long."""

_SHORTEST_TRACE = 4
_RUNS = re.compile(r"[A-Z0-9]+")

Places = Mapping[Hashable, Sequence[int]]
"""Where each trace or amount stands among the money."""

Free = Mapping[int, None]
"""Places of the money that no deposit has taken yet, in their order."""


@dataclass(frozen=True, slots=True)
class Money:
    """Money that should reach the bank: a remittance with its trace, or a day's receipts without one."""

    day: date
    cents: int
    name: str
    trace: str = ""


@dataclass(frozen=True, slots=True)
class Deposit:
    """A line of the bank that brought money in."""

    day: date
    cents: int
    text: str


@dataclass(frozen=True, slots=True)
class Matched:
    """A deposit and what it holds, by their places; `by` says how they were told."""

    deposit: int
    parts: tuple[int, ...]
    by: str


_Step = Callable[[Sequence[Money], Free, Deposit, int, int], tuple[int, ...]]
"""One way to tell what a deposit holds, of so many business days and so many items at most."""


def match_deposits(money: Sequence[Money], deposits: Sequence[Deposit], days: int = 5, most: int = 12) -> list[Matched]:
    """Every deposit that can be told, in three steps; each step takes what the one before left.

    A trace in the bank's text decides whatever the day; if its amount is another, they belong together all the same.
    Then the exact amount, 0 to `days` business days after: of several alike the nearest before it. Last the fewest
    items, at most `most`, that add up to the deposit.
    """
    found: list[Matched] = []
    traces, amounts = _places(_bare(each.trace) for each in money), _places(each.cents for each in money)
    steps: dict[str, _Step] = {
        "trace": partial(_by_trace, traces),
        "amount and day": partial(_by_amount, amounts),
        "several in one deposit": _by_sum,
    }
    free = dict.fromkeys(range(len(money)))
    open_deposits = dict.fromkeys(sorted(range(len(deposits)), key=lambda place: deposits[place].day))
    for name, step in steps.items():
        for place in list(open_deposits):
            parts = step(money, free, deposits[place], days, most)
            if parts:
                found.append(Matched(place, parts, name))
                del open_deposits[place]
                for part in parts:
                    del free[part]
    return sorted(found, key=lambda each: each.deposit)


def _places(values: Iterable[Hashable]) -> dict[Hashable, list[int]]:
    """Where each value stands, so that no deposit looks through all money."""
    places: dict[Hashable, list[int]] = {}
    for place, value in enumerate(values):
        places.setdefault(value, []).append(place)
    return places


def _by_trace(
    traces: Places, money: Sequence[Money], free: Free, deposit: Deposit, days: int, most: int
) -> tuple[int, ...]:
    runs = {*_RUNS.findall(deposit.text.upper())}
    runs |= {run.lstrip("0") for run in runs}
    named = sorted(place for run in runs for place in traces.get(run, ()) if place in free)
    for place in named:
        if money[place].cents == deposit.cents:
            return (place,)
    return tuple(named) if len(named) == 1 or sum(money[place].cents for place in named) == deposit.cents else ()


@cache
def _bare(trace: str) -> str:
    bare = "".join(_RUNS.findall(trace.upper())).lstrip("0")
    return bare if len(bare) >= _SHORTEST_TRACE else "no trace"


def _in_time(money: Sequence[Money], free: Iterable[int], deposit: Deposit, days: int) -> Iterator[int]:
    for place in sorted(free, key=lambda place: money[place].day):
        passed = (deposit.day - money[place].day).days
        # So many business days are never more than this many days: spare the calendar where they cannot be.
        if 0 <= passed <= 2 * days + 7 and business_days(money[place].day, deposit.day) <= days:
            yield place


def _by_amount(
    amounts: Places, money: Sequence[Money], free: Free, deposit: Deposit, days: int, most: int
) -> tuple[int, ...]:
    same = [place for place in amounts.get(deposit.cents, ()) if place in free]
    return tuple(list(_in_time(money, same, deposit, days))[-1:])


def _by_sum(money: Sequence[Money], free: Free, deposit: Deposit, days: int, most: int) -> tuple[int, ...]:
    smaller = [place for place in free if 0 < money[place].cents < deposit.cents]
    near = list(_in_time(money, smaller, deposit, days))[-LOOKED_AMONG:]
    return tuple(
        near[place] for place in fewest_that_add_up([money[place].cents for place in near], deposit.cents, most)
    )


def fewest_that_add_up(amounts: Sequence[int], total: int, most: int) -> tuple[int, ...]:
    """Places of the fewest amounts, at most `most`, whose sum is the total; () where there are none.

    Of as few, those that stand first. Two halves, every sum of each with the fewest amounts that make it: sums of the
    whole are pairs of them.

    >>> fewest_that_add_up([500, 300, 200, 800], 1000, 12)
    (2, 3)
    """
    half = len(amounts) // 2
    left, right = _sums(amounts[:half]), _sums(amounts[half:])
    best: tuple[int, ...] = ()
    for added, places in left.items():
        others = right.get(total - added)
        if others is None:
            continue
        whole = (*places, *(half + place for place in others))
        if 0 < len(whole) <= most and (not best or (len(whole), whole) < (len(best), best)):
            best = whole
    return best


def _sums(amounts: Sequence[int]) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {0: ()}
    for place, amount in enumerate(amounts):
        for added, places in list(found.items()):
            known = found.get(added + amount)
            if known is None or len(places) + 1 < len(known):
                found[added + amount] = (*places, place)
    return found
