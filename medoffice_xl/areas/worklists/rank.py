"""The order of work: what lapses soon, then what was to be looked at again, then what pays most a minute."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import lcm

from medoffice_xl.areas.worklists.tables import DONE
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.ledger.business_days import business_days, last_business_day
from medoffice_xl.tables.thresholds import Threshold

DUE_SOON = Threshold(
    "Work due now", "5", "days",
    "A claim whose deadline is so many business days away, or fewer, comes first, where working it pays.",
)  # fmt: skip
TIME_TO_PREPARE = Threshold(
    "Days to prepare", "3", "days",
    "Work is to be done by the last business day on or before the deadline less so many days.",
)  # fmt: skip
WAGE = Threshold(
    "Biller's hour", "35", "$",
    "What an hour of a biller costs, benefits included. A claim that is likely to pay less than its minutes cost is "
    "proposed for write-off.",
)  # fmt: skip


class Lane(StrEnum):
    """Where a claim stands; the first three are worked, in this order."""

    DUE_NOW = "Due now"
    FOLLOW_UP = "Follow-up"
    REST = "To work"
    REVIEW = "Write-off review"
    LOST = "Lost"
    REFUND = "Refund"
    PLACED = "With an agency"
    WAITING = "Not yet due"
    DONE = "Done"


TO_WORK = (Lane.DUE_NOW, Lane.FOLLOW_UP, Lane.REST)
WORTH_NOTHING = (Lane.LOST, Lane.REFUND, Lane.PLACED)
_ORDER = {lane: place for place, lane in enumerate(Lane)}


@dataclass(frozen=True, slots=True)
class Item:
    """One claim to be looked at; money in cents.

    `expected` is what its contract still allows, `chance` the share of it that is usually paid, `lapses` the last day
    on which it can be filed or appealed, `waits_until` the day up to which no answer is no news.
    """

    claim_id: str
    payer: str
    kind: str
    cause: str
    balance: int
    expected: int
    chance: Fraction
    minutes: Fraction
    lapses: date | None = None
    waits_until: date | None = None
    what_to_do: str = ""
    status: str = ""
    owner: str = ""
    follow_up: date | None = None
    is_credit: bool = False
    is_placed: bool = False


@dataclass(frozen=True, slots=True)
class _Rules:
    """What judges on the day: a biller's hour in cents, days to prepare, business days that are soon."""

    as_of: date
    hour: int
    prepare: int
    soon: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """An item in its lane, with what it is worth; `hour` is what a biller's hour costs, in cents."""

    item: Item
    lane: Lane
    work_by: date | None
    hour: int

    @property
    def net(self) -> Fraction:
        """What is likely to come of it less what its minutes cost, in cents."""
        return self.item.expected * self.item.chance - self.item.minutes * self.hour / 60

    @property
    def worth(self) -> Fraction:
        """Expected value, in cents: what is expected × the chance of it, nothing once it has lapsed."""
        return Fraction(0) if self.lane in WORTH_NOTHING else self.item.expected * self.item.chance

    @property
    def cents(self) -> int:
        """What it is worth in whole cents, half up; in whole numbers, as lists of 100,000 claims ask it."""
        share, of = self.item.chance.as_integer_ratio()
        return 0 if self.lane in WORTH_NOTHING else (2 * self.item.expected * share + of) // (2 * of)

    @property
    def cents_a_minute(self) -> int:
        """What a minute of it brings, in whole cents, half up."""
        share, of = self.item.chance.as_integer_ratio()
        minutes, parts = self.item.minutes.as_integer_ratio()
        each = of * minutes
        return 0 if self.lane in WORTH_NOTHING else (2 * self.item.expected * share * parts + each) // (2 * each)

    @property
    def score(self) -> Fraction:
        """Cents a minute."""
        return self.worth / self.item.minutes


def rank(items: Iterable[Item], judged: InForce, as_of: date) -> list[Ranked]:
    """The items in order: by lane, then most a minute, most in all, claim id.

    The value is expected × chance, and 0 once the deadline has passed; a minute costs the biller's hour ÷ 60. A claim
    that is not worth its minutes is for review, wherever its deadline is. One whose follow-up day lies ahead, or whose
    payer may still be on his way, is not yet due, unless its deadline is near.
    """
    rules = _Rules(as_of, judged.cents(WAGE), judged.whole(TIME_TO_PREPARE), judged.whole(DUE_SOON))
    return _sorted([_placed(item, rules) for item in items])


def fill(ranked: Sequence[Ranked], minutes: float) -> list[Ranked]:
    """Of the claims to work, in order, those that fit into so many minutes; one that does not fit leaves room for the
    next that does."""
    left, day = Fraction(minutes), []
    for one in ranked:
        if one.lane in TO_WORK and one.item.minutes <= left:
            day.append(one)
            left -= one.item.minutes
    return day


def _sorted(placed: list[Ranked]) -> list[Ranked]:
    """By lane, score and worth, in whole numbers of one denominator: fractions would be compared one by one."""
    of_worth = lcm(*{one.item.chance.denominator for one in placed})
    of_score = of_worth * lcm(*{one.item.minutes.numerator for one in placed})

    def order(one: Ranked) -> tuple[int, int, int, str]:
        share, of = one.item.chance.as_integer_ratio()
        minutes, parts = one.item.minutes.as_integer_ratio()
        worth = 0 if one.lane in WORTH_NOTHING else one.item.expected * share
        return (
            _ORDER[one.lane],
            -worth * parts * (of_score // (of * minutes)),
            -worth * (of_worth // of),
            one.item.claim_id,
        )

    return sorted(placed, key=order)


def _placed(item: Item, rules: _Rules) -> Ranked:
    work_by = None if item.lapses is None else last_business_day(item.lapses, rules.prepare)
    return Ranked(item, _lane(item, rules), work_by, rules.hour)


def _lane(item: Item, rules: _Rules) -> Lane:
    if item.status == DONE:
        return Lane.DONE
    if item.is_credit:
        return Lane.REFUND
    if item.is_placed:
        return Lane.PLACED
    if item.lapses is not None and item.lapses < rules.as_of:
        return Lane.LOST
    return _lane_by_day(item, rules) if _pays(item, rules.hour) else Lane.REVIEW


def _pays(item: Item, hour: int) -> bool:
    """Whether expected × chance is more than minutes × hour ÷ 60."""
    share, of = item.chance.as_integer_ratio()
    minutes, parts = item.minutes.as_integer_ratio()
    return item.expected * share * parts * 60 > minutes * hour * of


def _lane_by_day(item: Item, rules: _Rules) -> Lane:
    """When a claim that is worth its minutes is to be worked."""
    if item.lapses is not None and business_days(rules.as_of, item.lapses) <= rules.soon:
        return Lane.DUE_NOW
    if item.follow_up is not None:
        return Lane.FOLLOW_UP if item.follow_up <= rules.as_of else Lane.WAITING
    is_early = item.waits_until is not None and rules.as_of < item.waits_until
    return Lane.WAITING if is_early else Lane.REST
