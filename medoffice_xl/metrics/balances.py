"""What each claim owes on a day: the ground on which A/R, its age and its days stand.

A claim is in credit when more was posted to it than charged. Credits are taken claim by claim, so that an
overpayment of one claim never hides what is owed on another.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import narwhals as nw

from medoffice_xl.measure import LeftOut, Part, Unit
from medoffice_xl.metrics.ledger import unapplied
from medoffice_xl.metrics.period import Period, until
from medoffice_xl.metrics.rows import Frame, Rows, fetch_one, flag, moment, only, within
from medoffice_xl.metrics.scope import Scope
from medoffice_xl.money import show


class Credits(StrEnum):
    """What becomes of credit balances: they lower the A/R, or they are left out of it."""

    NET = "net"
    EXCLUDE = "exclude"


@dataclass(frozen=True, slots=True)
class Receivable:
    """A/R on a day, in cents: what is owed, what is in credit (negative), what is not applied yet (positive)."""

    owed: int
    credit: int
    unapplied: int
    claims: int
    charge_lines: int
    left_out: Sequence[LeftOut]
    notes: Sequence[str]

    def total(self, credits: Credits) -> int:
        """A/R with credit balances and unapplied cash taken off, or what is owed alone."""
        return self.owed if credits is Credits.EXCLUDE else self.owed + self.credit - self.unapplied

    def parts(self, credits: Credits) -> list[Part]:
        """The A/R and what it was made of."""
        taken = "taken off" if credits is Credits.NET else "left out"
        return [
            Part("A/R", self.total(credits), Unit.MONEY),
            Part("Owed on open claims", self.owed, Unit.MONEY),
            Part(f"Credit balances ({taken})", self.credit, Unit.MONEY),
            Part(f"Unapplied cash ({taken})", self.unapplied, Unit.MONEY),
        ]


def claim_balances(entries: Rows, as_of: date, age_from: str = "post_date") -> Rows:
    """One row a claim: `balance` on the day, `opened` (first `age_from` of its charges), `payer`, `lines`."""
    posted = nw.col("day") <= moment(as_of)
    return (
        entries.with_columns(owing=only(posted))
        .group_by("claim_id")
        .agg(
            balance=nw.col("owing").sum(),
            opened=nw.col(age_from).min(),
            entered=nw.col("post_date").min(),
            payer=nw.col("payer").max(),
            lines=nw.col("lines").sum(),
        )
    )


def receivable(entries: Rows, payments: Frame, as_of: date, scope: Scope) -> Receivable:
    """A/R on the day, of a ledger's entries in scope: charges posted by then less all posted to their claims."""
    balance, known = nw.col("balance"), nw.col("lines") > 0
    sums = fetch_one(
        claim_balances(entries, as_of).select(
            owed=only(known & (balance > 0), "balance").sum(),
            credit=only(known & (balance < 0), "balance").sum(),
            claims=flag(known & (balance != 0)).sum(),
            charge_lines=nw.col("lines").sum(),
            unknown=only(~known, "balance").sum(),
            unknown_claims=flag(~known & (balance != 0)).sum(),
        )
    )
    return Receivable(
        owed=sums["owed"],
        credit=sums["credit"],
        unapplied=unapplied_cash(payments, until(as_of), scope),
        claims=sums["claims"],
        charge_lines=sums["charge_lines"],
        left_out=[
            *claims_unknown(sums["unknown_claims"], -sums["unknown"]),
            *entries_undated(entries),
        ],
        notes=entered_undated(entries),
    )


def unapplied_cash(payments: Frame, posted: Period, scope: Scope) -> int:
    """Cash of the period posted to no claim, in cents. It has a payer, but no provider and no location."""
    if scope.provider or scope.location:
        return 0
    rows = Scope(payer=scope.payer).of_charges(unapplied(payments)).filter(within("day", posted.first, posted.last))
    return int(fetch_one(rows.select(nw.col("amount").sum()))["amount"])


def claims_unknown(claims: int, cents: int) -> list[LeftOut]:
    """Payments and adjustments posted to claims that have no charges here."""
    return [LeftOut("claims paid or adjusted that are not in the charges", claims, cents)] if claims else []


def entries_undated(entries: Rows) -> list[LeftOut]:
    """Entries that cannot be placed in time."""
    undated = nw.col("day").is_null()
    found = fetch_one(entries.select(rows=flag(undated).sum(), cents=only(undated).sum()))
    return [LeftOut("entries with no date", found["rows"], found["cents"])] if found["rows"] else []


def entered_undated(entries: Rows) -> list[str]:
    """Says that charges without a posting day count from their date of service."""
    found = fetch_one(entries.select(rows=nw.col("undated").sum(), cents=only(nw.col("undated") > 0).sum()))
    if not found["rows"]:
        return []
    return [
        f"{found['rows']:,} charge lines ({show(found['cents'])}) have no posting day; "
        "they count from their date of service."
    ]
