"""What a change of receivables from one month's end to another was worth, and which payer's part of it moved."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import narwhals as nw

from medoffice_xl.areas.receivables.month_by_month import OVER, Looked, looked_at
from medoffice_xl.headlines import Cause, Terms, Worth, month_ends
from medoffice_xl.ledger.calendar_months import month_number, month_of
from medoffice_xl.ledger.first_billed import NO_PAYER
from medoffice_xl.ledger.known_by import known_by
from medoffice_xl.ledger.period import settled
from medoffice_xl.ledger.practice_costs import half_up
from medoffice_xl.ledger.rows import Rows, fetch
from medoffice_xl.money import show
from medoffice_xl.sets import Tables
from medoffice_xl.tables import CHARGES, PAYMENTS
from medoffice_xl.tables.payments import MONEY_KINDS


def of_charges(tables: Tables, before: date, now: date, terms: Terms) -> Worth | None:
    """Charges of the month more or less than those of the month before, by payer."""
    rows = known_by(now, tables.rows("charges"), CHARGES, "post_date", "dos", "payer", "charge")
    days = rows.select("payer", day=nw.coalesce(nw.col("post_date"), nw.col("dos")), cents="charge")
    return _of_months(days, before, now, "charged")


def of_payments(tables: Tables, before: date, now: date, terms: Terms) -> Worth | None:
    """Payments of the month, less refunds, more or less than those of the month before, by payer."""
    rows = known_by(now, tables.rows("payments"), PAYMENTS, "post_date", "payer", "kind", "amount")
    days = rows.filter(nw.col("kind").is_in(MONEY_KINDS)).select("payer", day="post_date", cents="amount")
    return _of_months(days, before, now, "posted")


def of_receivables(tables: Tables, before: date, now: date, terms: Terms) -> Worth | None:
    """What is owed less than at the end of the month before, by the payer first billed; credits taken off."""
    return _of_balances(tables, before, now, "owed", 0)


def of_old_receivables(tables: Tables, before: date, now: date, terms: Terms) -> Worth | None:
    """What is owed for more than 90 days less than at the end of the month before, by the payer first billed."""
    return _of_balances(tables, before, now, f"owed for over {OVER} days", OVER)


def of_net_collection(tables: Tables, before: date, now: date, terms: Terms) -> Worth | None:
    """(rate - former rate) x what contracts allow now, by the payer first billed.

    A payer's part is its money above what the former rate of all would have brought for its claims, less what it was
    above that before, by what is allowed now: who has always paid less did not move the rate. None where there is no
    rate on one of the days.
    """
    both = [
        _Collected(at.collected_by_payer(settled(at.day, terms.year, terms.settle)))
        for at in _looked_at(tables, before, now)
    ]
    if not both:
        return None
    then, today = both
    if then.allowed <= 0 or today.allowed <= 0:
        return None
    former, more = then.rate, Fraction(today.allowed, then.allowed)
    names = sorted({*then.by_payer, *today.by_payer})
    causes = [Cause(name, half_up(today.above(former, name) - more * then.above(former, name))) for name in names]
    words = f"{float(today.rate):.1%} of what contracts allow on {now:%m/%d}, {float(former):.1%} on {before:%m/%d}"
    return Worth(sum(each.cents for each in causes), [each for each in causes if each.cents], words)


@dataclass(frozen=True, slots=True)
class _Collected:
    """By payer, cents of money and of what contracts allowed."""

    by_payer: Mapping[str, tuple[int, int]]

    @property
    def allowed(self) -> int:
        return sum(allowed for _, allowed in self.by_payer.values())

    @property
    def rate(self) -> Fraction:
        return Fraction(sum(money for money, _ in self.by_payer.values()), self.allowed)

    def above(self, rate: Fraction, payer: str) -> Fraction:
        """The payer's money above what that rate would have brought."""
        money, allowed = self.by_payer.get(payer, (0, 0))
        return money - rate * allowed


def _of_months(rows: Rows, before: date, now: date, did: str) -> Worth | None:
    sums: dict[int, dict[str, int]] = defaultdict(dict)
    months = rows.filter(~nw.col("day").is_null()).with_columns(month=month_of("day"))
    for row in fetch(months.group_by("month", "payer").agg(nw.col("cents").sum())):
        sums[row["month"]][row["payer"] or NO_PAYER] = row["cents"]
    if month_number(before) not in sums:
        return None
    return _worth(sums[month_number(before)], sums[month_number(now)], before, now, did, 1)


def _of_balances(tables: Tables, before: date, now: date, did: str, over: int) -> Worth | None:
    both = _looked_at(tables, before, now)
    if not both or not both[0].has_charges:
        return None
    then, today = (_owed(at, over) for at in both)
    return _worth(then, today, before, now, did, -1)


def _looked_at(tables: Tables, before: date, now: date) -> list[Looked]:
    """The ledger on both days, out of those that the Dashboard looks at; nothing where the first is none of them."""
    known = {at.day: at for at in looked_at(tables.rows("charges"), tables.rows("payments"), month_ends(now))}
    return [known[before], known[now]] if before in known else []


def _owed(at: Looked, over: int) -> Mapping[str, int]:
    return at.owed_by_payer(over) if over else at.balances_by_payer()


def _worth(then: Mapping[str, int], today: Mapping[str, int], before: date, now: date, did: str, sign: int) -> Worth:
    names = sorted({*then, *today})
    causes = [Cause(name, sign * (today.get(name, 0) - then.get(name, 0))) for name in names]
    words = f"{show(sum(today.values()))} {did} in {now:%B}, {show(sum(then.values()))} in {before:%B}"
    if sign < 0:
        words = f"{show(sum(today.values()))} {did} on {now:%m/%d}, {show(sum(then.values()))} on {before:%m/%d}"
    return Worth(sum(each.cents for each in causes), [each for each in causes if each.cents], words)
