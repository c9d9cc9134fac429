"""A/R, its days and its age, and the net collection rate, at several days in one pass.

Each is the figure that the functions of one day give on that day; a test holds them together.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pandas as pd

from medoffice_xl.headlines import Known
from medoffice_xl.ledger.at_days import Standing, standings
from medoffice_xl.ledger.balances import Credits
from medoffice_xl.ledger.choices import choose
from medoffice_xl.ledger.first_billed import NO_PAYER
from medoffice_xl.ledger.period import Period, days_up_to, settled
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.sets.unchanging import remembered

OVER = 90
UNAPPLIED = "Unapplied cash"


def ar_totals(charges: Frame, payments: Frame, days: Sequence[date], credits: str) -> Known:
    """A/R on each day, in cents; None before the first charge."""
    return _read(charges, payments, days, lambda at: at.receivable(choose(Credits, credits, "way to treat credits")))


def ar_days(charges: Frame, payments: Frame, days: Sequence[date], window: int, credits: str) -> Known:
    """Days in A/R, gross, on each day; None where nothing was charged in the window."""
    mode = choose(Credits, credits, "way to treat credits")
    return _read(charges, payments, days, lambda at: at.days(window, mode))


def older(charges: Frame, payments: Frame, days: Sequence[date], over: int = OVER) -> Known:
    """The share of the A/R older than so many days since entry, on each day; None where nothing is owed."""
    return _read(charges, payments, days, lambda at: at.share_over(over))


def net_collection(charges: Frame, payments: Frame, days: Sequence[date], window: int, settle: int) -> Known:
    """The net collection rate, matched, on each day; None where nothing could be collected."""
    return _read(charges, payments, days, lambda at: at.collected(settled(at.day, window, settle)))


class Looked:
    """What is read off the ledger of one day."""

    def __init__(self, standing: Standing) -> None:
        self.day = standing.day
        self._unapplied = standing.unapplied
        entries = standing.entries
        self._entries = entries
        dated = entries["day"].notna()
        sums = pd.DataFrame({"lines": entries["lines"], "balance": entries["amount"].where(dated, 0)})
        found = sums.groupby(entries["claim"], sort=False).sum()
        found["opened"] = entries.groupby("claim", sort=False)["post_date"].min()
        self._claims = found[found["lines"] > 0]
        first = entries["day"].where(entries["lines"] > 0).min()
        self._first = None if pd.isna(first) else first.date()

    @property
    def has_charges(self) -> bool:
        """Whether anything had been charged by the day."""
        return not self._claims.empty

    def balances_by_payer(self) -> dict[str, int]:
        """A/R in cents by the payer first billed, whom all entries of a claim name, credits taken off; unapplied cash
        has none."""
        found = self._by_payer(self._claims["balance"])
        return found | ({UNAPPLIED: -self._unapplied} if self._unapplied else {})

    def owed_by_payer(self, days: int) -> dict[str, int]:
        """What is owed for longer, in cents, by the payer first billed; credits do not count."""
        return self._by_payer(self._claims["balance"].clip(lower=0)[self._older(days)])

    def _by_payer(self, cents: "pd.Series[int]") -> dict[str, int]:
        named = self._entries[["claim", "payer"]].drop_duplicates("claim").set_index("claim")["payer"]
        payers = named.reindex(cents.index).replace("", NO_PAYER)
        return {str(payer): int(sums) for payer, sums in cents.groupby(payers).sum().items()}

    def _older(self, days: int) -> "pd.Series[bool]":
        return self._claims["opened"] < pd.Timestamp(self.day - timedelta(days=days))

    def receivable(self, credits: Credits) -> int | None:
        """A/R in cents."""
        if self._claims.empty:
            return None
        balance = self._claims["balance"]
        owed = int(balance.clip(lower=0).sum())
        return owed if credits is Credits.EXCLUDE else int(balance.sum()) - self._unapplied

    def days(self, window: int, credits: Credits) -> float | None:
        """A/R by the average daily charges of the window, or of the part of it that the charges reach back to."""
        owed, period = self.receivable(credits), days_up_to(self.day, window)
        if self._first is not None and period.first < self._first <= period.last:
            period = Period(self._first, period.last)
        charged = int(self._entries["charge"][self._is_within("day", period)].sum())
        return owed * period.days / charged if owed is not None and charged > 0 else None

    def share_over(self, days: int) -> float | None:
        """What is owed for longer, as a share of what is owed; credits on neither side."""
        owed = self._claims["balance"].clip(lower=0)
        return int(owed[self._older(days)].sum()) / int(owed.sum()) if owed.any() else None

    def collected(self, period: Period) -> float | None:
        """Money for the services of the period ÷ what contracts allowed for them, on claims with charges of it."""
        rows = self._served(period)
        money, charge, taken = (int(rows[name].sum()) for name in ("money", "charge", "contractual"))
        return money / (charge - taken) if charge > taken else None

    def collected_by_payer(self, period: Period) -> dict[str, tuple[int, int]]:
        """By the payer first billed, cents of what `collected` divides: money, and what contracts allowed."""
        rows = self._served(period)
        sums = rows[["money", "charge", "contractual"]].groupby(rows["payer"].replace("", NO_PAYER)).sum()
        allowed = sums["charge"] - sums["contractual"]
        return {
            str(payer): (int(money), int(owed))
            for payer, money, owed in zip(sums.index, sums["money"], allowed, strict=True)
        }

    def _served(self, period: Period) -> pd.DataFrame:
        columns = ["claim", "payer", "lines", "money", "charge", "contractual"]
        rows = self._entries.loc[self._is_within("served", period) & self._entries["day"].notna(), columns]
        return rows[rows["lines"].groupby(rows["claim"]).transform("sum") > 0]

    def _is_within(self, column: str, period: Period) -> "pd.Series[bool]":
        return self._entries[column].between(pd.Timestamp(period.first), pd.Timestamp(period.last))


def _read(charges: Frame, payments: Frame, days: Sequence[date], look: Callable[[Looked], float | int | None]) -> Known:
    return [look(each) for each in looked_at(charges, payments, days)]


def looked_at(charges: Frame, payments: Frame, days: Sequence[date]) -> "list[Looked]":
    """The ledger of each of the days, to read off."""
    return remembered(_looked, charges, payments, asked=(tuple(days),))


def _looked(charges: Frame, payments: Frame, days: tuple[date, ...]) -> list[Looked]:
    return [Looked(each) for each in standings(charges, payments, days)]
