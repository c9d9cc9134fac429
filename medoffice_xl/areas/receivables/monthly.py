"""The practice month by month: what was charged, what came in, what is owed."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import narwhals as nw

from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.balances import entered_undated, entries_undated
from medoffice_xl.ledger.capitation import claims_said_capitated
from medoffice_xl.ledger.entries import Accounts, accounts
from medoffice_xl.ledger.period import Period, days_up_to, until
from medoffice_xl.ledger.rows import Frame, Rows, fetch, fetch_one, only
from medoffice_xl.ledger.rows_behind import rows_behind
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

    The first column is the month's first day. A/R and days in A/R (gross, MGMA) are those of the month's end, as it was
    known then; both are empty where nothing had been charged. Payments include unapplied cash. Capitated lines are left
    out of charges, payments and adjustments, and of the A/R from the day of their CO-24, and said. Raises NoData when
    there are no charges.
    """
    if not 1 <= months <= 120:
        raise OutOfRange(f"You asked for {months:,} months; give 1 to 120.")
    owing = accounts(charges, payments, as_of)
    days = _days(owing.entries, owing.unapplied)
    if not any(sums.lines for sums in days.values()):
        raise NoData("There are no charges yet.")
    standing = _Standing(charges, payments, owing, days)
    body = []
    for month in months_up_to(as_of, months):
        inside = _sum(days, month)
        owed, days_owed = standing.at(month.last, window)
        body.append((month.first, inside.charges, inside.money, inside.contractual, owed, days_owed))
    return Breakdown(
        columns=COLUMNS,
        body=body,
        definition=DEFINITION,
        parts=[Part("Months", months, Unit.COUNT), Part("Window of days in A/R", window, Unit.DAYS)],
        rows_used=fetch_one(owing.entries.select(rows=nw.len()))["rows"],
        left_out=[*entries_undated(owing), *owing.capitated_charges(until(as_of))],
        notes=[f"The last month runs to {as_of:%m/%d/%Y}.", *entered_undated(owing)],
        rows_behind=lambda: _rows(owing),
    )


@dataclass(slots=True)
class Sums:
    """What was posted on a day, in cents, with the number of charge `lines`; `owed` is what the A/R changed by."""

    lines: int = 0
    charges: int = 0
    money: int = 0
    contractual: int = 0
    owed: int = 0

    def add(self, other: "Sums") -> None:
        """Put another day's sums to these."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


class _Standing:
    """A/R and days in A/R at the end of each month.

    Claims with capitated lines stand otherwise from the day of the CO-24 on: they are few, and each month's end asks
    them anew. `days` is what was posted of the accounts.
    """

    def __init__(self, charges: Frame, payments: Frame, owing: Accounts, days: Mapping[date, Sums]) -> None:
        self._frames = charges, payments
        self._capitated = sorted(claims_said_capitated(payments))
        others = ~nw.col("claim_id").is_in(self._capitated)
        self._days = _days(owing.entries.filter(others), owing.unapplied) if self._capitated else days

    def at(self, day: date, window: int) -> tuple[int | None, float | None]:
        """A/R on the day, and in days of the charges of the window up to it; nothing where nothing had been charged."""
        known = (self._days, self._of_capitated(day))
        first = min((on for days in known for on, sums in days.items() if sums.lines and on <= day), default=None)
        if first is None:
            return None, None
        period = days_up_to(day, window)
        period = Period(max(period.first, first), period.last)
        owed = sum(_sum(days, until(day)).owed for days in known)
        charged = sum(_sum(days, period).charges for days in known)
        return owed, owed * period.days / charged if charged > 0 else None

    def _of_capitated(self, day: date) -> Mapping[date, Sums]:
        if not self._capitated:
            return {}
        theirs = nw.col("claim_id").is_in(self._capitated)
        charges, payments = (nw.from_native(frame).lazy().filter(theirs) for frame in self._frames)
        return _days(accounts(charges, payments, day).entries)


def counted_from(entries: Rows) -> Rows:
    """The entries with `owed`, what they change the A/R by from the day `counts` on.

    That is the day they were posted, or on which their claim was first charged; never where it has no charges here.
    """
    charged_on = nw.when(nw.col("lines") > 0).then(nw.col("day")).min().over("claim_id")
    rows = entries.filter(~nw.col("day").is_null()).with_columns(charged_on=charged_on)
    later = nw.when(nw.col("charged_on") > nw.col("day")).then(nw.col("charged_on")).otherwise(nw.col("day"))
    return rows.with_columns(owed=only(~nw.col("charged_on").is_null()), counts=later)


def _days(entries: Rows, unapplied: Rows | None = None) -> dict[date, Sums]:
    """What was posted on each day; unapplied cash lowers the A/R."""
    days: dict[date, Sums] = defaultdict(Sums)
    rows = counted_from(entries.select("claim_id", "day", "lines", "charge", "money", "contractual", "amount"))
    for row in fetch(rows.group_by("day").agg(nw.col("lines", "charge", "money", "contractual").sum())):
        days[row["day"]].add(Sums(row["lines"], row["charge"], row["money"], row["contractual"]))
    for row in fetch(rows.group_by("counts").agg(nw.col("owed").sum())):
        days[row["counts"]].add(Sums(owed=row["owed"]))
    cash = [] if unapplied is None else fetch(unapplied.group_by("day").agg(nw.col("amount").sum()))
    for row in cash:
        if row["day"] is not None:
            days[row["day"]].add(Sums(money=row["amount"], owed=-row["amount"]))
    return dict(days)


def _sum(days: Mapping[date, Sums], period: Period) -> Sums:
    whole = Sums()
    for day, sums in days.items():
        if period.first <= day <= period.last:
            whole.add(sums)
    return whole


def _rows(owing: Accounts) -> Rows:
    """The entries up to the day, and unapplied cash: `balance` is what each changes the A/R by."""
    nothing = nw.lit(0, nw.Int64())
    names = ("claim_id", "payer", "day", "charge", "money", "contractual", "balance")
    cash = owing.unapplied.filter(~nw.col("day").is_null()).select(
        "payer",
        "day",
        claim_id=nw.lit("", nw.String()),
        charge=nothing,
        contractual=nothing,
        money="amount",
        balance=-nw.col("amount"),
    )
    entries = counted_from(owing.entries).with_columns(balance="owed")
    return nw.concat([rows_behind(entries, *names), rows_behind(cash, *names)])


def months_up_to(as_of: date, months: int) -> Iterator[Period]:
    """The months up to the one of `as_of`, oldest first; the last ends on `as_of`."""
    for back in range(months - 1, -1, -1):
        year, month = divmod(as_of.year * 12 + as_of.month - 1 - back, 12)
        first = date(year, month + 1, 1)
        yield Period(first, min(as_of, date(year, month + 1, monthrange(year, month + 1)[1])))
