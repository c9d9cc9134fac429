"""The practice month by month: what was charged, what came in, what is owed."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import narwhals as nw

from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.balances import entered_undated, entries_undated
from medoffice_xl.ledger.entries import accounts
from medoffice_xl.ledger.period import Period, days_up_to, until
from medoffice_xl.ledger.rows import Frame, Rows, fetch, fetch_one, moment, only
from medoffice_xl.ledger.rows_behind import behind
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit

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

    The first column is the month's first day. Days in A/R is gross (MGMA), as `days_in_ar` at the month's end; empty in
    a month before anything was charged. Payments include unapplied cash; capitated lines are left out, and said. Raises
    NoData when there are no charges.
    """
    if not 1 <= months <= 120:
        raise OutOfRange(f"You asked for {months:,} months; give 1 to 120.")
    owing = accounts(charges, payments)
    entries = owing.entries
    known = _known(entries)
    days = _days(known, owing.unapplied)
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
        left_out=[*entries_undated(owing), *owing.capitated_charges(until(as_of))],
        notes=[f"The last month runs to {as_of:%m/%d/%Y}.", *entered_undated(owing)],
        rows=_rows(known, owing.unapplied, as_of),
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


def _known(entries: Rows) -> Rows:
    """The entries with `owed`, what they change the A/R by: nothing where their claim has no charges here."""
    return entries.with_columns(known=nw.col("lines").max().over("claim_id")).with_columns(
        owed=only(nw.col("known") > 0)
    )


def _rows(known: Rows, unapplied: Rows, as_of: date) -> Rows:
    """The entries up to the day, and unapplied cash: `balance` is what each changes the A/R by."""
    nothing = nw.lit(0, nw.Int64())
    names = ("claim_id", "payer", "day", "charge", "money", "contractual", "balance")
    cash = unapplied.select(
        "payer",
        "day",
        claim_id=nw.lit("", nw.String()),
        charge=nothing,
        contractual=nothing,
        money="amount",
        balance=-nw.col("amount"),
    )
    both = nw.concat([behind(known.with_columns(balance="owed"), *names), behind(cash, *names)])
    return both.filter(nw.col("day") <= moment(as_of))


def _days(rows: Rows, unapplied: Rows) -> dict[date, Sums]:
    """What was posted on each day. Claims without charges here change no A/R; unapplied cash lowers it."""
    sums: dict[date, Sums] = defaultdict(Sums)
    for row in fetch(rows.group_by("day").agg(nw.col("charge", "money", "contractual", "owed").sum())):
        if row["day"] is not None:
            sums[row["day"]].add(Sums(row["charge"], row["money"], row["contractual"], row["owed"]))
    for row in fetch(unapplied.group_by("day").agg(nw.col("amount").sum())):
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
