"""The practice month by month: what was charged, what came in, what is owed."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import narwhals as nw

from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit
from medoffice_xl.metrics.balances import entered_undated, entries_undated
from medoffice_xl.metrics.ledger import ledger, unapplied
from medoffice_xl.metrics.period import Period, days_up_to, until
from medoffice_xl.metrics.rows import Frame, Rows, fetch, fetch_one, only

DEFINITION = Definition(
    "Month by month",
    "charges, payments less refunds and contractual adjustments by posting day; A/R at the month's end net of credit "
    "balances and unapplied cash; days in A/R = A/R ÷ (gross charges of the window ÷ days)",
    "MGMA, Cost and Revenue Survey formulas",
)

COLUMNS = (
    BreakdownColumn("Month", Unit.DATE),
    BreakdownColumn("Charges", Unit.MONEY),
    BreakdownColumn("Payments", Unit.MONEY),
    BreakdownColumn("Contractual adjustments", Unit.MONEY),
    BreakdownColumn("A/R", Unit.MONEY),
    BreakdownColumn("Days in A/R", Unit.DAYS),
)


def monthly(charges: Frame, payments: Frame, as_of: date, months: int = 13, window: int = 90) -> Breakdown:
    """One row a month, oldest first, the month of `as_of` (up to that day) last.

    The first column is the month's first day. Days in A/R is gross (MGMA), as `days_in_ar` at the month's end; empty
    in a month before anything was charged. Payments include unapplied cash. Raises NoData when there are no charges.
    """
    if not 1 <= months <= 120:
        raise OutOfRange(f"You asked for {months:,} months; give 1 to 120.")
    entries = ledger(charges, payments)
    days = _days(entries, payments)
    first_charged = min((day for day, sums in days.items() if sums.charges), default=None)
    if first_charged is None:
        raise NoData("There are no charges yet.")
    body = []
    for month in months_up_to(as_of, months):
        inside = _sum(days, month)
        owed = _sum(days, until(month.last)).owed
        period = days_up_to(month.last, window)
        period = Period(max(period.first, first_charged), period.last)
        charged = _sum(days, period).charges
        days_owed = owed * period.days / charged if charged > 0 else None
        body.append((month.first, inside.charges, inside.money, inside.contractual, owed, days_owed))
    return Breakdown(
        columns=COLUMNS,
        body=body,
        definition=DEFINITION,
        parts=[Part("Months", months, Unit.COUNT), Part("Window of days in A/R", window, Unit.DAYS)],
        rows_used=fetch_one(entries.select(rows=nw.len()))["rows"],
        left_out=entries_undated(entries),
        notes=[f"The last month runs to {as_of:%m/%d/%Y}.", *entered_undated(entries)],
    )


@dataclass(slots=True)
class Sums:
    """What was posted, in cents; `owed` is what it changed the A/R by."""

    charges: int = 0
    money: int = 0
    contractual: int = 0
    owed: int = 0

    def add(self, other: "Sums") -> None:
        """Put another day's sums to these."""
        self.charges += other.charges
        self.money += other.money
        self.contractual += other.contractual
        self.owed += other.owed


def _days(entries: Rows, payments: Frame) -> dict[date, Sums]:
    """What was posted on each day. Claims without charges here change no A/R; unapplied cash lowers it."""
    rows = entries.with_columns(known=nw.col("lines").max().over("claim_id")).with_columns(
        owed=only(nw.col("known") > 0)
    )
    sums: dict[date, Sums] = defaultdict(Sums)
    for row in fetch(rows.group_by("day").agg(nw.col("charge", "money", "contractual", "owed").sum())):
        if row["day"] is not None:
            sums[row["day"]].add(Sums(row["charge"], row["money"], row["contractual"], row["owed"]))
    for row in fetch(unapplied(payments).group_by("day").agg(nw.col("amount").sum())):
        if row["day"] is not None:
            sums[row["day"]].add(Sums(money=row["amount"], owed=-row["amount"]))
    return dict(sums)


def _sum(days: Mapping[date, Sums], period: Period) -> Sums:
    whole = Sums()
    for day, sums in days.items():
        if period.first <= day <= period.last:
            whole.add(sums)
    return whole


def months_up_to(as_of: date, months: int) -> Iterator[Period]:
    """The months up to the one of `as_of`, oldest first; the last ends on `as_of`."""
    for back in range(months - 1, -1, -1):
        year, month = divmod(as_of.year * 12 + as_of.month - 1 - back, 12)
        first = date(year, month + 1, 1)
        yield Period(first, min(as_of, date(year, month + 1, monthrange(year, month + 1)[1])))
