"""A/R by age: how much of what is owed has been owed for how long.

Credit balances have a column of their own: netted into the buckets they would hide what is owed, and shares could
pass 100%.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import narwhals as nw

from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.balances import (
    aged_claims,
    claims_left_out,
    entered_undated,
    open_claims,
    unapplied_cash,
    unapplied_rows,
)
from medoffice_xl.ledger.choices import choose
from medoffice_xl.ledger.entries import Accounts, accounts
from medoffice_xl.ledger.first_billed import NO_PAYER, several_payers
from medoffice_xl.ledger.period import until
from medoffice_xl.ledger.ranking import largest
from medoffice_xl.ledger.rows import Frame, fetch, flag, only
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Measure, Part, Unit
from medoffice_xl.sets.unchanging import remembered

UPPER = (30, 60, 90, 120)
"""Last day of each bucket but the open one."""
BUCKETS = ("0-30", "31-60", "61-90", "91-120", "Over 120")

EVERYTHING = Scope()
SOURCE = "MGMA, Cost and Revenue Survey guide (buckets); HFMA, MAP Keys: aged A/R as a percentage of A/R"


class Basis(StrEnum):
    """Where a claim's age starts."""

    POST = "post"
    DOS = "dos"
    SUBMIT = "submit"


_COLUMN = {Basis.POST: "post_date", Basis.DOS: "dos", Basis.SUBMIT: "submit_date"}
_NAMED = {Basis.POST: "the day the charge was entered", Basis.DOS: "the date of service", Basis.SUBMIT: "submission"}


@dataclass(slots=True)
class Aged:
    """What one payer owes by age, in cents; credits are negative."""

    buckets: list[int] = field(default_factory=lambda: [0] * len(BUCKETS))
    credits: int = 0

    @property
    def owed(self) -> int:
        """All buckets together, without credits."""
        return sum(self.buckets)

    @property
    def total(self) -> int:
        """All buckets, credits taken off."""
        return self.owed + self.credits

    def over(self, days: int) -> int:
        """What is older than a bucket's last day."""
        return sum(self.buckets[UPPER.index(days) + 1 :])

    def share_over(self, days: int) -> float | None:
        """The part of what is owed that is older; None where nothing is owed."""
        return self.over(days) / self.owed if self.owed else None

    def add(self, other: "Aged") -> None:
        """Put another payer's A/R to this one."""
        self.buckets = [mine + theirs for mine, theirs in zip(self.buckets, other.buckets, strict=True)]
        self.credits += other.credits


AGEING_COLUMNS = (
    BreakdownColumn("Payer", Unit.TEXT),
    *(BreakdownColumn(bucket, Unit.MONEY) for bucket in BUCKETS),
    BreakdownColumn("Credits", Unit.MONEY),
    BreakdownColumn("Total", Unit.MONEY),
    BreakdownColumn("Share over 90", Unit.PERCENT),
    BreakdownColumn("Share over 120", Unit.PERCENT),
)


def ageing(
    charges: Frame,
    payments: Frame,
    as_of: date,
    top: int = 0,
    basis: str = Basis.POST,
    scope: Scope = EVERYTHING,
) -> Breakdown:
    """A/R on the day by original payer and age, with credits apart; the last row is the total, net A/R.

    `top` payers by what is owed are shown, the others in one row; 0 shows all. Unapplied cash, if any, is a row of
    its own, a credit. The age is in days from the first posting (or service, or submission) of the claim's charges.
    Raises NoData when there are no charges.
    """
    start = choose(Basis, basis, "start of a claim's age")
    owing = accounts(charges, payments, as_of).of(scope)
    claims = aged_claims(owing, _COLUMN[start])
    payers, open_count, notes = remembered(_by_payer, owing, asked=(_COLUMN[start],))
    if not payers:
        raise NoData(f"There are no charges{f' for {scope}' if scope.names else ''} to age.")
    shown = largest(payers, top, lambda aged: (aged.owed, -aged.credits), _together)
    cash = unapplied_cash(owing, until(as_of))
    if cash:
        shown["Unapplied cash"] = Aged(credits=-cash)
    total = _together(shown.values())
    return Breakdown(
        columns=AGEING_COLUMNS,
        body=[
            (name, *aged.buckets, aged.credits, aged.total, aged.share_over(90), aged.share_over(120))
            for name, aged in {**shown, "Total": total}.items()
        ],
        definition=_definition("A/R ageing", f"balance of each claim by days from {_NAMED[start]} to the day", start),
        parts=[
            Part("A/R", total.total, Unit.MONEY),
            Part("As of", as_of, Unit.DATE),
            Part("Payers", len(payers), Unit.COUNT),
        ],
        rows_used=open_count,
        left_out=claims_left_out(owing),
        notes=[*notes, *entered_undated(owing), *several_payers(owing.entries)],
        rows_behind=lambda: nw.concat([open_claims(claims), unapplied_rows(owing, until(as_of))]),
    )


def share_over(
    charges: Frame,
    payments: Frame,
    as_of: date,
    days: int = 90,
    basis: str = Basis.POST,
    scope: Scope = EVERYTHING,
) -> Measure:
    """The share of the A/R that is older than 30, 60, 90 or 120 days, credits on neither side.

    Raises OutOfRange for other days, NoData when nothing is owed.
    """
    if days not in UPPER:
        raise OutOfRange(f"A/R is aged at 30, 60, 90 and 120 days, not at {days}.")
    start = choose(Basis, basis, "start of a claim's age")
    owing = accounts(charges, payments, as_of).of(scope)
    claims = aged_claims(owing, _COLUMN[start])
    payers, open_count, notes = remembered(_by_payer, owing, asked=(_COLUMN[start],))
    aged = _together(payers.values())
    share = aged.share_over(days)
    if share is None:
        raise NoData(f"Nothing is owed{f' for {scope}' if scope.names else ''} on {as_of:%m/%d/%Y}.")
    return Measure(
        share,
        Unit.PERCENT,
        _definition(f"A/R over {days} days", f"owed for more than {days} days ÷ all that is owed", start),
        parts=[
            Part(f"Owed for more than {days} days", aged.over(days), Unit.MONEY),
            Part("Owed", aged.owed, Unit.MONEY),
            Part("Credit balances (left out)", aged.credits, Unit.MONEY),
            Part("As of", as_of, Unit.DATE),
        ],
        rows_used=open_count,
        left_out=claims_left_out(owing),
        notes=[*notes, *entered_undated(owing), *(several_payers(owing.entries) if scope.payer else [])],
        rows_behind=lambda: open_claims(claims).filter(nw.col("balance") > 0),
    )


def _definition(name: str, formula: str, start: Basis) -> Definition:
    return Definition(name, f"{formula}; age runs from {_NAMED[start]}; credit balances apart, claim by claim", SOURCE)


def _by_payer(owing: Accounts, age_from: str) -> tuple[dict[str, Aged], int, list[str]]:
    """A/R by payer, the number of open claims, and what there is to say about their ages."""
    balance = nw.col("balance")
    as_of, claims = owing.as_of, aged_claims(owing, age_from)
    groups = fetch(
        claims.filter(nw.col("lines") > 0)
        .with_columns(owed=only(balance > 0, "balance"), credit=only(balance < 0, "balance"), claims=flag(balance != 0))
        .group_by("payer", "opened", "entered")
        .agg(nw.col("owed", "credit", "claims").sum())
    )
    payers: dict[str, Aged] = defaultdict(Aged)
    undated = later = 0
    for row in groups:
        opened = row["opened"] or row["entered"]
        undated += row["claims"] if row["opened"] is None else 0
        later += row["claims"] if opened and opened > as_of else 0
        aged = payers[row["payer"] or NO_PAYER]
        aged.buckets[bisect_left(UPPER, (as_of - (opened or as_of)).days)] += row["owed"]
        aged.credits += row["credit"]
    notes = []
    if undated:
        notes.append(f"{undated:,} open claims lack that day; their age runs from the day they were entered.")
    if later:
        notes.append(f"{later:,} open claims start after {as_of:%m/%d/%Y}; they stand under 0-30.")
    return dict(payers), sum(row["claims"] for row in groups), notes


def _together(aged: Iterable[Aged]) -> Aged:
    whole = Aged()
    for each in aged:
        whole.add(each)
    return whole
