"""Charges and payments as one ledger: what raised and what lowered the balance of each claim, entry by entry.

A charge raises a claim's balance; money in and amounts written off lower it. Stacking both makes every balance a
plain sum. Two kinds of entries stay out of fee-for-service figures: capitated lines, on both sides and from the day
that the payer says so, and unapplied cash, which belongs to no claim yet.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from weakref import ref

import narwhals as nw

from medoffice_xl.ledger.capitation import CAPITATED, SAYS_CAPITATED, with_capitated
from medoffice_xl.ledger.day_served import with_day_served
from medoffice_xl.ledger.first_billed import NAMES, first_billed
from medoffice_xl.ledger.known_by import known_by
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.rows import Frame, Rows, fetch_one, flag, only, within
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.ledger.voided import charges_with_voids
from medoffice_xl.measure import LeftOut
from medoffice_xl.sets.unchanging import remembered, unchanging
from medoffice_xl.tables import PAYMENTS
from medoffice_xl.tables.payments import MONEY_KINDS

REFUND = "refund"

CONTRACTUAL = "contractual adjustment"

FROM_PAYER = ("insurance payment", "recoupment")
"""The payment kinds that are a payer's answer, and what takes it back; a patient's copay is none."""

_UNAPPLIED = (nw.col("claim_id") == "") & nw.col("kind").is_in(MONEY_KINDS)
_NO_DAY = nw.lit(None, nw.Datetime("us"))
_NO_TEXT = nw.lit("", nw.String())
_NOTHING, _ONE = nw.lit(0, nw.Int64()), nw.lit(1, nw.Int64())


EVERYTHING = Scope()


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Accounts:
    """The ledger as it stood on a day: its `entries`, those of the `capitated` lines it leaves out (the same columns),
    and `unapplied` cash. Those `of` a scope know the `whole`, as long as it is there."""

    as_of: date
    entries: Rows
    capitated: Rows
    unapplied: Rows
    has_capitated: bool
    scope: Scope = EVERYTHING
    whole: "Callable[[], Accounts | None]" = field(default=lambda: None, compare=False)

    def of(self, scope: Scope) -> "Accounts":
        """The accounts of the claims in scope. Unapplied cash has a payer, but no provider and no location."""
        return remembered(_of, self, asked=(scope, self.as_of)) if scope.names else self

    def capitated_charges(self, period: Period, column: str = "day") -> list[LeftOut]:
        """The charges of capitated lines whose `column` is in the period: lines and cents."""
        if not self.has_capitated:
            return []
        rows = self.capitated.filter(within(column, period.first, period.last))
        found = fetch_one(rows.select(nw.col("lines", "charge").sum()))
        return (
            [LeftOut(f"capitated charge lines ({CAPITATED})", found["lines"], found["charge"])]
            if found["lines"]
            else []
        )


def accounts(charges: Frame, payments: Frame, as_of: date) -> Accounts:
    """Every entry of every claim that was known on the day: `amount` raises the balance of `claim_id` on `day`.

    `charge` is the charge (0 for a payment), `money` what came in less refunds, `refund` what went back (positive),
    `contractual` what the contract took off. All entries of a claim carry its `payer`, `provider` and `location`
    (those first billed, empty where the claim has no charges) and `mixed`, 1 where its lines name several payers.
    Charges carry the days `dos`, `post_date` (the day it counts, or else the date of service) and `submit_date`;
    payments leave these empty. `served` is the day of service that an entry is for, `account` and `seen_by` the patient
    and the provider of a charge, `stands` 1 for a charge that was not voided, `from_payer` what an insurer paid, `kind`
    the kind of a payment.
    Unapplied cash is not among the entries.
    """
    return remembered(_accounts, charges, payments, asked=(as_of,))


def ledger(charges: Frame, payments: Frame, as_of: date) -> Rows:
    """The entries of `accounts`, without capitated lines."""
    return accounts(charges, payments, as_of).entries


def unapplied(payments: Frame, as_of: date) -> Rows:
    """Money received by the day that was not posted to a claim: `day`, `amount` (positive is money in) and `payer`."""
    rows = known_by(as_of, payments, PAYMENTS, "claim_id", "post_date", "payer", "kind", "amount")
    return rows.filter(_UNAPPLIED).select("payer", "amount", day="post_date")


def _accounts(charges: Frame, payments: Frame, as_of: date) -> Accounts:
    posted = _posted(payments, as_of)
    entries = nw.concat([_billed(charges, as_of), posted])
    entries = entries.join(first_billed(charges, as_of), on="claim_id", how="left")
    entries = entries.with_columns(
        *(nw.col(name).fill_null("") for name in NAMES), nw.col("mixed").fill_null(0).cast(nw.Int64())
    )
    cash = unapplied(payments, as_of)
    if not len(posted.filter(nw.col("capitated") != 0).head(1).collect()):
        every = with_day_served(entries)
        return unchanging(Accounts(as_of, unchanging(every), every.head(0), cash, has_capitated=False))
    marked = with_capitated(entries)
    stays = nw.col("capitated") == 0
    left, taken = (with_day_served(marked.filter(which)) for which in (stays, ~stays))
    return unchanging(Accounts(as_of, unchanging(left), taken, cash, has_capitated=True))


def _of(every: Accounts, scope: Scope, as_of: date) -> Accounts:
    cash = Scope(payer=scope.payer).of_charges(every.unapplied)
    return unchanging(
        Accounts(
            as_of,
            unchanging(scope.of_entries(every.entries)),
            scope.of_entries(every.capitated),
            cash.head(0) if scope.provider or scope.location else cash,
            every.has_capitated,
            scope,
            ref(every),
        )
    )


def _billed(charges: Frame, as_of: date) -> Rows:
    names = ("claim_id", "line_id", "patient_acct", "provider", "dos", "post_date", "submit_date", "charge")
    rows = charges_with_voids(charges, as_of, *names)
    counts = nw.coalesce(nw.col("post_date"), nw.col("dos"))
    return rows.select(
        "claim_id",
        "line_id",
        "dos",
        "submit_date",
        day=counts,
        post_date=counts,
        account=nw.when(nw.col("patient_acct") == "").then(nw.col("claim_id")).otherwise(nw.col("patient_acct")),
        seen_by=nw.col("provider"),
        amount=nw.col("charge"),
        charge=nw.col("charge"),
        money=_NOTHING,
        refund=_NOTHING,
        contractual=_NOTHING,
        lines=_ONE,
        stands=1 - nw.col("voided"),
        undated=flag(nw.col("post_date").is_null()),
        capitated=_NOTHING,
        from_payer=_NOTHING,
        kind=_NO_TEXT,
    )


def _posted(payments: Frame, as_of: date) -> Rows:
    rows = known_by(as_of, payments, PAYMENTS, "claim_id", "line_id", "post_date", "kind", "amount", "reason")
    return rows.filter(~_UNAPPLIED).select(
        "claim_id",
        "line_id",
        dos=_NO_DAY,
        submit_date=_NO_DAY,
        day=nw.col("post_date"),
        post_date=_NO_DAY,
        account=_NO_TEXT,
        seen_by=_NO_TEXT,
        amount=-nw.col("amount"),
        charge=_NOTHING,
        money=only(nw.col("kind").is_in(MONEY_KINDS)),
        refund=-only(nw.col("kind") == REFUND),
        contractual=only(nw.col("kind") == CONTRACTUAL),
        lines=_NOTHING,
        stands=_NOTHING,
        undated=_NOTHING,
        capitated=only(SAYS_CAPITATED),
        from_payer=only(nw.col("kind").is_in(FROM_PAYER)),
        kind="kind",
    )
