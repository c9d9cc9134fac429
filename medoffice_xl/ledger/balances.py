"""What each claim owes on a day: the ground on which A/R, its age and its days stand.

A claim is in credit when more was posted to it than charged. Credits are taken claim by claim, so that an
overpayment of one claim never hides what is owed on another.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import narwhals as nw

from medoffice_xl.ledger.entries import Accounts
from medoffice_xl.ledger.period import Period, until
from medoffice_xl.ledger.rows import Rows, fetch_one, flag, only, within
from medoffice_xl.ledger.rows_behind import rows_behind
from medoffice_xl.measure import LeftOut, Part, Unit
from medoffice_xl.money import show
from medoffice_xl.sets.unchanging import remembered


class Credits(StrEnum):
    """What becomes of credit balances: they lower the A/R, or they are left out of it."""

    NET = "net"
    EXCLUDE = "exclude"


@dataclass(frozen=True, slots=True)
class Receivable:
    """A/R on a day, in cents: what is owed, what is in credit (negative), what is not applied yet (positive).

    It is of these `accounts`.
    """

    owed: int
    credit: int
    unapplied: int
    claims: int
    charge_lines: int
    left_out: Sequence[LeftOut]
    notes: Sequence[str]
    accounts: Accounts

    def total(self, credits: Credits) -> int:
        """A/R with credit balances and unapplied cash taken off, or what is owed alone."""
        return self.owed if credits is Credits.EXCLUDE else self.owed + self.credit - self.unapplied

    def rows(self, credits: Credits) -> Rows:
        """What the total is the sum of, by `balance`: open claims and unapplied cash, which has a negative one."""
        claims = open_claims(aged_claims(self.accounts))
        if credits is Credits.EXCLUDE:
            return claims.filter(nw.col("balance") > 0)
        return nw.concat([claims, unapplied_rows(self.accounts, until(self.accounts.as_of))])

    def parts(self, credits: Credits) -> list[Part]:
        """The A/R and what it was made of."""
        taken = "taken off" if credits is Credits.NET else "left out"
        return [
            Part("A/R", self.total(credits), Unit.MONEY),
            Part("Owed on open claims", self.owed, Unit.MONEY),
            Part(f"Credit balances ({taken})", self.credit, Unit.MONEY),
            Part(f"Unapplied cash ({taken})", self.unapplied, Unit.MONEY),
        ]


def claim_balances(
    entries: Rows, age_from: str = "post_date", firsts: Sequence[str] = (), sums: Sequence[str] = ()
) -> Rows:
    """One row a claim: `balance`, `opened` (first `age_from` of its charges), `payer`, `lines`.

    And of other columns of the entries: `firsts`, which are the same throughout a claim, and `sums`.
    """
    return (
        entries.select(
            *dict.fromkeys(("claim_id", "payer", "post_date", "lines", age_from, *firsts, *sums)),
            owing=only(~nw.col("day").is_null()),
        )
        .group_by("claim_id")
        .agg(
            balance=nw.col("owing").sum(),
            opened=nw.col(age_from).min(),
            entered=nw.col("post_date").min(),
            payer=nw.col("payer").max(),
            lines=nw.col("lines").sum(),
            **{name: nw.col(name).max() for name in firsts},
            **{name: nw.col(name).sum() for name in sums},
        )
    )


def receivable(owing: Accounts) -> Receivable:
    """A/R of the accounts: charges less all posted to their claims, by the accounts' day."""
    return remembered(_receivable, owing)


def _receivable(owing: Accounts) -> Receivable:
    balance, known = nw.col("balance"), nw.col("lines") > 0
    claims = aged_claims(owing)
    sums = fetch_one(
        claims.select(
            owed=only(known & (balance > 0), "balance").sum(),
            credit=only(known & (balance < 0), "balance").sum(),
            claims=flag(known & (balance != 0)).sum(),
            charge_lines=nw.col("lines").sum(),
        )
    )
    return Receivable(
        owed=sums["owed"],
        credit=sums["credit"],
        unapplied=unapplied_cash(owing, until(owing.as_of)),
        claims=sums["claims"],
        charge_lines=sums["charge_lines"],
        left_out=claims_left_out(owing),
        notes=entered_undated(owing),
        accounts=owing,
    )


def aged_claims(owing: Accounts, age_from: str = "post_date") -> Rows:
    """`claim_balances` of the accounts."""
    return remembered(_aged_claims, owing, asked=(age_from,))


def _aged_claims(owing: Accounts, age_from: str) -> Rows:
    """Of one payer they are among those of all: a claim's entries name one payer throughout."""
    whole = owing.whole()
    if whole is not None and list(owing.scope.names) == ["payer"]:
        return owing.scope.of_charges(aged_claims(whole, age_from))
    return claim_balances(owing.entries, age_from)


def open_claims(claims: Rows) -> Rows:
    """Of `claim_balances`, the claims with charges whose balance is not zero, as rows behind a figure."""
    open_ones = claims.filter((nw.col("lines") > 0) & (nw.col("balance") != 0))
    return rows_behind(open_ones, "claim_id", "payer", "opened", "balance")


def unapplied_cash(owing: Accounts, posted: Period) -> int:
    """Cash of the period posted to no claim, in cents."""
    cash = owing.unapplied.filter(within("day", posted.first, posted.last))
    return int(fetch_one(cash.select(nw.col("amount").sum()))["amount"])


def unapplied_rows(owing: Accounts, posted: Period) -> Rows:
    """Cash of the period posted to no claim, as rows like `open_claims`: money in is a negative balance."""
    rows = owing.unapplied.filter(within("day", posted.first, posted.last))
    return rows.select(claim_id=nw.lit("", nw.String()), payer="payer", opened="day", balance=-nw.col("amount"))


def claims_left_out(owing: Accounts) -> list[LeftOut]:
    """What A/R leaves out: claims without charges here, entries without a day, capitated lines."""
    return remembered(_claims_left_out, owing)


def _claims_left_out(owing: Accounts) -> list[LeftOut]:
    claims = aged_claims(owing)
    unknown = (nw.col("lines") == 0) & (nw.col("balance") != 0)
    found = fetch_one(claims.select(rows=flag(unknown).sum(), cents=only(unknown, "balance").sum()))
    return [
        *(
            [LeftOut("claims paid or adjusted that are not in the charges", found["rows"], -found["cents"])]
            if found["rows"]
            else []
        ),
        *entries_undated(owing),
        *owing.capitated_charges(until(owing.as_of)),
    ]


def entries_undated(owing: Accounts) -> list[LeftOut]:
    """Entries that cannot be placed in time."""
    found = _without_day(owing)
    return [LeftOut("entries with no date", found["rows"], found["cents"])] if found["rows"] else []


def entered_undated(owing: Accounts) -> list[str]:
    """Says that charges without a posting day count from their date of service."""
    found = _without_day(owing)
    if not found["unposted"]:
        return []
    return [
        f"{found['unposted']:,} charge lines ({show(found['unposted_cents'])}) have no posting day; "
        "they count from their date of service."
    ]


def _without_day(owing: Accounts) -> dict[str, int]:
    """Entries without any day, and charges without a posting day (`unposted`): how many, and their cents."""
    return remembered(_of_no_day, owing)


def _of_no_day(owing: Accounts) -> dict[str, int]:
    undated, unposted = nw.col("day").is_null(), nw.col("undated") > 0
    return fetch_one(
        owing.entries.select(
            rows=flag(undated).sum(),
            cents=only(undated).sum(),
            unposted=nw.col("undated").sum(),
            unposted_cents=only(unposted).sum(),
        )
    )
