"""Charges and payments as one ledger: what raised and what lowered the balance of each claim, entry by entry.

A charge raises a claim's balance; money in and amounts written off lower it. Stacking both makes every balance a
plain sum. Two kinds of entries stay out of fee-for-service figures: capitated lines (CO-24), on both sides, and
unapplied cash, which belongs to no claim yet.
"""

from dataclasses import dataclass

import narwhals as nw

from medoffice_xl.ledger.first_billed import NAMES, first_billed
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.rows import Frame, Rows, fetch_one, flag, only, take, within
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.ledger.unchanging import remembered, unchanging
from medoffice_xl.measure import LeftOut
from medoffice_xl.tables import CHARGES, PAYMENTS

CAPITATED = "CO-24"
"""Adjustment reason of a service covered by capitation."""

REFUND = "refund"
MONEY_IN = ("insurance payment", "patient payment", REFUND)
"""Payment kinds that are money; a refund is negative."""

CONTRACTUAL = "contractual adjustment"

_UNAPPLIED = (nw.col("claim_id") == "") & nw.col("kind").is_in(MONEY_IN)
_NO_DAY = nw.lit(None, nw.Datetime("us"))
_NOTHING = nw.lit(0, nw.Int64())


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Accounts:
    """The ledger's `entries`, those of the `capitated` lines it leaves out (the same columns), and `unapplied` cash."""

    entries: Rows
    capitated: Rows
    unapplied: Rows

    def of(self, scope: Scope) -> "Accounts":
        """The accounts of the claims in scope. Unapplied cash has a payer, but no provider and no location."""
        return remembered(_of, self, asked=(scope,)) if scope.names else self

    def capitated_charges(self, period: Period, column: str = "day") -> list[LeftOut]:
        """The charges of capitated lines whose `column` is in the period: lines and cents."""
        rows = self.capitated.filter(within(column, period.first, period.last))
        found = fetch_one(rows.select(nw.col("lines", "charge").sum()))
        return [LeftOut("capitated charge lines (CO-24)", found["lines"], found["charge"])] if found["lines"] else []


def accounts(charges: Frame, payments: Frame) -> Accounts:
    """Every entry of every claim: `amount` raises the balance of `claim_id` on `day`.

    `charge` is the charge (0 for a payment), `money` what came in less refunds, `refund` what went back (positive),
    `contractual` what the contract took off. All entries of a claim carry its `payer`, `provider` and `location`
    (those first billed, empty where the claim has no charges) and `mixed`, 1 where its lines name several payers.
    Charges carry the days `dos`, `post_date` (the day it counts, or else the date of service) and `submit_date`;
    payments leave these empty. Unapplied cash is not among the entries.
    """
    return remembered(_accounts, charges, payments)


def ledger(charges: Frame, payments: Frame) -> Rows:
    """The entries of `accounts`, without capitated lines."""
    return accounts(charges, payments).entries


def unapplied(payments: Frame) -> Rows:
    """Money received that was not posted to a claim: `day`, `amount` (positive is money in) and `payer`."""
    rows = take(payments, PAYMENTS, "claim_id", "post_date", "payer", "kind", "amount")
    return rows.filter(_UNAPPLIED).select("payer", "amount", day="post_date")


def _accounts(charges: Frame, payments: Frame) -> Accounts:
    entries = nw.concat([_billed(charges), _posted(payments)]).join(first_billed(charges), on="claim_id", how="left")
    entries = entries.with_columns(*(nw.col(name).fill_null("") for name in NAMES), nw.col("mixed").fill_null(0))
    cash = unapplied(payments)
    if not _any_capitated(payments):
        return unchanging(Accounts(entries, entries.head(0), cash))
    marked = _with_capitated(entries)
    stays = nw.col("capitated") == 0
    return unchanging(Accounts(marked.filter(stays), marked.filter(~stays), cash))


def _of(every: Accounts, scope: Scope) -> Accounts:
    cash = Scope(payer=scope.payer).of_charges(every.unapplied)
    return unchanging(
        Accounts(
            scope.of_entries(every.entries),
            scope.of_entries(every.capitated),
            cash.head(0) if scope.provider or scope.location else cash,
        )
    )


def _billed(charges: Frame) -> Rows:
    rows = take(charges, CHARGES, "claim_id", "line_id", "dos", "post_date", "submit_date", "charge")
    counts = nw.coalesce(nw.col("post_date"), nw.col("dos"))
    return rows.select(
        "claim_id",
        "line_id",
        "dos",
        "submit_date",
        day=counts,
        post_date=counts,
        amount=nw.col("charge"),
        charge=nw.col("charge"),
        money=_NOTHING,
        refund=_NOTHING,
        contractual=_NOTHING,
        lines=nw.lit(1, nw.Int64()),
        undated=flag(nw.col("post_date").is_null()),
        capitated=_NOTHING,
    )


def _posted(payments: Frame) -> Rows:
    rows = take(payments, PAYMENTS, "claim_id", "line_id", "post_date", "kind", "amount", "reason")
    return rows.filter(~_UNAPPLIED).select(
        "claim_id",
        "line_id",
        dos=_NO_DAY,
        submit_date=_NO_DAY,
        day=nw.col("post_date"),
        post_date=_NO_DAY,
        amount=-nw.col("amount"),
        charge=_NOTHING,
        money=only(nw.col("kind").is_in(MONEY_IN)),
        refund=-only(nw.col("kind") == REFUND),
        contractual=only(nw.col("kind") == CONTRACTUAL),
        lines=_NOTHING,
        undated=_NOTHING,
        capitated=flag(nw.col("reason") == CAPITATED),
    )


def _any_capitated(payments: Frame) -> bool:
    reasons = take(payments, PAYMENTS, "reason").filter(nw.col("reason") == CAPITATED)
    return len(reasons.head(1).collect()) > 0


def _with_capitated(entries: Rows) -> Rows:
    """Marks all entries of the capitated lines; of the whole claim where CO-24 names no line of it."""
    line = ("claim_id", "line_id")
    marked = entries.with_columns(
        line_capitated=nw.col("capitated").max().over(*line),
        line_billed=nw.col("lines").max().over(*line),
    )
    marked = marked.with_columns(unplaced=only(nw.col("line_billed") == 0, "capitated"))
    marked = marked.with_columns(claim_capitated=nw.col("unplaced").max().over("claim_id"))
    return marked.with_columns(capitated=flag((nw.col("line_capitated") > 0) | (nw.col("claim_capitated") > 0))).drop(
        "line_capitated", "line_billed", "unplaced", "claim_capitated"
    )
