"""Bills that may be the same bill entered twice: five tests, each with how sure it is and why.

D1 same vendor, same number. D2 same vendor, amount and day, another number. D3 same vendor and amount, numbers one slip
of typing apart. D4 same number and amount, vendors of nearly one name. D5 same vendor, amounts of the same digits in
another order. Left out: void bills and credits, bills that recur month by month, and parts of one bill.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from medoffice_xl.areas.payables.names import number_key
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.rows import Frame, fetch, take
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit, Value
from medoffice_xl.plain_name import plain_name
from medoffice_xl.tables import BILLS
from medoffice_xl.tables.payables import VOID
from medoffice_xl.tables.thresholds import Threshold

_PRACTICE = "Duplicate-payment audits: same vendor, number, amount and day, alone and with slips of typing"
DAYS_APART = Threshold(
    "Duplicate bills: days apart", "365", "days", "Bills further apart than this are never held to be one.", _PRACTICE
)
DIGITS_DAYS = Threshold(
    "Duplicate bills: days apart, swapped digits", "31", "days",
    "Amounts of the same digits are looked at up to this many days apart.", _PRACTICE,
)  # fmt: skip
SLIPS = Threshold(
    "Duplicate bills: slips of typing in a number", "1", "times",
    "Numbers so many slips apart, or fewer, may be one: a digit too many, too few, wrong, or two swapped (optimal "
    "string alignment).", _PRACTICE,
)  # fmt: skip
LENGTH = Threshold(
    "Duplicate bills: length of a number", "4", "times",
    "Numbers shorter than this are too short for a slip of typing to mean anything.", _PRACTICE,
)  # fmt: skip
NAMES_ALIKE = Threshold(
    "Duplicate bills: vendors' names alike", "80", "score",
    "Names so much alike, or more, may be one vendor (token set ratio, 0 to 100).", _PRACTICE,
)  # fmt: skip
RECURS = Threshold(
    "Recurring bills: times", "3", "times",
    "A vendor's equal amounts a month (28 to 31 days) apart, so many times or more, are no duplicates.", _PRACTICE,
)  # fmt: skip

MONTH_APART = range(28, 32)
SURE = {"D1": 100.0, "D2": 95.0, "D3": 90.0, "D5": 70.0}
"""How sure each test is, out of 100, in the order of the tests; D4 is as sure as the names are alike."""

_PART = re.compile(r"(\d+) ?(?:of|/) ?\d+\s*$|(?:part|pmt|instal\w*|draw)\W*(\d+)\s*$", re.IGNORECASE)

DEFINITION = Definition(
    "Possible duplicate bills",
    "pairs of bills up to 365 days apart: D1 same vendor and number; D2 same vendor, amount and day; D3 same vendor "
    "and amount, numbers one slip apart; D4 same number and amount, names alike; D5 same vendor, same digits in amount",
    "Duplicate-payment audits; rapidfuzz (optimal string alignment, token set ratio)",
)
COLUMNS = (
    BreakdownColumn("Vendor", Unit.TEXT),
    BreakdownColumn("Number", Unit.TEXT),
    BreakdownColumn("Bill date", Unit.DATE),
    BreakdownColumn("Amount", Unit.MONEY),
    BreakdownColumn("Other vendor", Unit.TEXT),
    BreakdownColumn("Other number", Unit.TEXT),
    BreakdownColumn("Other date", Unit.DATE),
    BreakdownColumn("Other amount", Unit.MONEY),
    BreakdownColumn("Test", Unit.TEXT),
    BreakdownColumn("Score", Unit.RATIO),
    BreakdownColumn("Why", Unit.TEXT),
)


@dataclass(frozen=True, slots=True)
class Billed:
    """A bill as it is compared with others."""

    place: int
    vendor: str
    number: str
    day: date
    amount: int
    plain_vendor: str
    plain_number: str


@dataclass(frozen=True, slots=True)
class Suspect:
    """Two bills that may be one; `cents` is what would be paid twice."""

    first: Billed
    other: Billed
    test: str
    score: float
    why: str

    @property
    def cents(self) -> int:
        """The smaller of both amounts."""
        return min(self.first.amount, self.other.amount)


def duplicates(bills: Frame, judged: InForce, as_of: date, top: int = 0) -> Breakdown:
    """Pairs of bills dated by the day that may be one, the surest first, then most money.

    A pair stands once, under the surest test that finds it. `top` pairs are shown; 0 shows all. Raises NoData where
    no pair is found.
    """
    found = suspects(bills, judged, as_of)
    if not found:
        raise NoData("No two bills look like one.")
    shown = found[:top] if top > 0 else found
    return Breakdown(
        columns=COLUMNS,
        body=[row_of(one) for one in shown],
        definition=DEFINITION,
        parts=[
            Part("Pairs", len(found), Unit.COUNT),
            Part("Paid twice if all are the same", sum(one.cents for one in found), Unit.MONEY),
            Part("As of", as_of, Unit.DATE),
        ],
        rows_used=len({place for one in found for place in (one.first.place, one.other.place)}),
        notes=["Two bills that look alike are something to look at, no proof."],
    )


def row_of(one: Suspect) -> tuple[Value, ...]:
    """A pair as a row, in the order of COLUMNS."""
    return (
        *(one.first.vendor, one.first.number, one.first.day, one.first.amount),
        *(one.other.vendor, one.other.number, one.other.day, one.other.amount),
        *(one.test, one.score, one.why),
    )


def suspects(bills: Frame, judged: InForce, as_of: date) -> list[Suspect]:
    """Every pair that may be one bill, the surest first, then most money, then the earliest."""
    listed = _billed(bills, as_of)
    recurring = _recurring(listed, judged.whole(RECURS))
    pairs: dict[tuple[int, int], Suspect] = {}
    for first, other in _candidates(listed):
        if (other.day - first.day).days > judged.whole(DAYS_APART) or _parts_of_one(first, other):
            continue
        suspect = _suspect(first, other, judged)
        if suspect is None or _recur_together(first, other, recurring):
            continue
        key = (first.place, other.place)
        if key not in pairs or pairs[key].score < suspect.score:
            pairs[key] = suspect
    return sorted(pairs.values(), key=lambda one: (-one.score, -one.cents, one.first.day, one.first.place))


def _billed(bills: Frame, as_of: date) -> list[Billed]:
    """Bills by the day, earliest first; void ones, credits and amounts of nothing are none."""
    rows: list[dict[str, Any]] = fetch(take(bills, BILLS, "vendor", "number", "bill_date", "amount", "state"))
    counted = [row for row in rows if row["state"] != VOID and row["amount"] > 0 and row["bill_date"] <= as_of]
    ordered = sorted(counted, key=lambda row: (row["bill_date"], row["vendor"], row["number"]))
    return [
        Billed(place, row["vendor"], row["number"], row["bill_date"], row["amount"],
               plain_name(row["vendor"]), number_key(row["number"]))
        for place, row in enumerate(ordered)
    ]  # fmt: skip


def _candidates(bills: Iterable[Billed]) -> Iterator[tuple[Billed, Billed]]:
    """Pairs that a test could find, each the earlier bill first: no bill is held against all others."""
    groups: dict[tuple[object, ...], list[Billed]] = defaultdict(list)
    for bill in bills:
        groups["amount", bill.plain_vendor, bill.amount].append(bill)
        groups["digits", bill.plain_vendor, _digits(bill.amount)].append(bill)
        if bill.plain_number:
            groups["number", bill.plain_vendor, bill.plain_number].append(bill)
            groups["everywhere", bill.plain_number, bill.amount].append(bill)
    for group in groups.values():
        yield from combinations(group, 2)


def _suspect(first: Billed, other: Billed, judged: InForce) -> Suspect | None:
    """The surest test that finds the two bills to be one."""
    if first.plain_vendor != other.plain_vendor:
        return _of_two_vendors(first, other, judged)
    if first.plain_number and first.plain_number == other.plain_number:
        amounts = "" if first.amount == other.amount else ", though the amounts differ"
        return Suspect(first, other, "D1", SURE["D1"], f"same vendor, same number{amounts}")
    if first.amount == other.amount:
        return _of_one_amount(first, other, judged)
    near = (other.day - first.day).days <= judged.whole(DIGITS_DAYS)
    if near and _digits(first.amount) == _digits(other.amount):
        return Suspect(first, other, "D5", SURE["D5"], "same vendor, the amounts have the same digits in another order")
    return None


def _of_one_amount(first: Billed, other: Billed, judged: InForce) -> Suspect | None:
    if first.day == other.day:
        return Suspect(first, other, "D2", SURE["D2"], "same vendor, amount and day, another number")
    slips = _slips(first.plain_number, other.plain_number, judged)
    if not slips:
        return None
    why = f"same vendor and amount, numbers {slips} {'slip' if slips == 1 else 'slips'} of typing apart"
    return Suspect(first, other, "D3", SURE["D3"], why)


def _of_two_vendors(first: Billed, other: Billed, judged: InForce) -> Suspect | None:
    from rapidfuzz.fuzz import token_set_ratio  # noqa: PLC0415  (cell functions import without it)

    if not first.plain_number or first.plain_number != other.plain_number or first.amount != other.amount:
        return None
    alike = float(token_set_ratio(first.plain_vendor, other.plain_vendor))
    if alike < judged.exact(NAMES_ALIKE):
        return None
    return Suspect(first, other, "D4", round(alike, 1), "same number and amount, vendors of nearly one name")


def _slips(one: str, other: str, judged: InForce) -> int:
    """How many slips of typing two numbers are apart, where that is few enough; 0 where they say nothing."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415  (cell functions import without it)

    if min(len(one), len(other)) < judged.whole(LENGTH):
        return 0
    most = judged.whole(SLIPS)
    apart = int(OSA.distance(one, other))
    return apart if apart <= most else 0


def _digits(amount: int) -> str:
    """The digits of an amount in order: amounts that share them differ by a multiple of nine cents."""
    return "".join(sorted(str(amount)))


def _parts_of_one(first: Billed, other: Billed) -> bool:
    """Whether the numbers say that these are different parts of one bill: 1 of 3 and 2 of 3."""
    parts = [_PART.search(each.number) for each in (first, other)]
    said = [found[1] or found[2] for found in parts if found]
    return len(said) == 2 and said[0] != said[1]


Recurring = Mapping[tuple[str, int], set[date]]


def _recurring(bills: Iterable[Billed], times: int) -> Recurring:
    """The days on which a vendor's amount recurs, a month apart, so many times or more."""
    days: dict[tuple[str, int], set[date]] = defaultdict(set)
    for bill in bills:
        days[bill.plain_vendor, bill.amount].add(bill.day)
    return {key: found for key, of_it in days.items() if (found := _chained(sorted(of_it), times))}


def _chained(days: list[date], times: int) -> set[date]:
    """The days that stand in a chain of at least so many, each a month after the one before it."""
    numbers = [day.toordinal() for day in days]
    behind = _longest(numbers)
    ahead = _longest([-number for number in reversed(numbers)])[::-1]
    return {day for day, before, after in zip(days, behind, ahead, strict=True) if before + after - 1 >= times}


def _longest(days: list[int]) -> list[int]:
    """How long the longest chain is that ends on each day; days are numbers, rising."""
    found: list[int] = []
    for place, day in enumerate(days):
        ends = [found[at] for at in range(place) if day - days[at] in MONTH_APART]
        found.append(1 + max(ends, default=0))
    return found


def _recur_together(first: Billed, other: Billed, recurring: Recurring) -> bool:
    """Whether both are bills of one chain: a second bill within the month is not."""
    days = recurring.get((first.plain_vendor, first.amount), set())
    is_month = (other.day - first.day).days >= MONTH_APART[0]
    return is_month and first.amount == other.amount and {first.day, other.day} <= days
