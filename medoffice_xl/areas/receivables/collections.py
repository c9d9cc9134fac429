"""Collection rates: what part of the money the practice could have had came in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import narwhals as nw

from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.ledger.activity import activity
from medoffice_xl.ledger.balances import entered_undated, entries_undated, unapplied_cash, unapplied_rows
from medoffice_xl.ledger.choices import choose
from medoffice_xl.ledger.claims_served import claims_served
from medoffice_xl.ledger.entries import Accounts, accounts
from medoffice_xl.ledger.first_billed import several_payers
from medoffice_xl.ledger.period import Period, settled
from medoffice_xl.ledger.rows import Frame, Rows, fetch_one, within
from medoffice_xl.ledger.rows_behind import rows_behind
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.measure import Definition, Measure, Part, Unit
from medoffice_xl.sets.unchanging import remembered


class Rate(StrEnum):
    """What collections are divided by: what contracts allow, or charges."""

    NET = "net"
    GROSS = "gross"


class Matching(StrEnum):
    """Which money belongs to which charges."""

    MATCHED = "matched"
    CASH = "cash"


DEFINITIONS = {
    Rate.NET: Definition(
        "Net collection rate",
        "(payments − refunds) ÷ (charges − contractual adjustments)",
        "AAFP, Practice finances: adjusted collection rate; MGMA, Cost and Revenue Survey formulas",
    ),
    Rate.GROSS: Definition(
        "Gross collection rate",
        "(payments − refunds) ÷ charges",
        "MGMA, Cost and Revenue Survey formulas",
    ),
}

_SAID = {
    Matching.MATCHED: "Matched: the services of the period, with all that was posted to them since.",
    Matching.CASH: "Same-period cash: whatever was posted in the period. It rises and falls with growth.",
}


_CLAIM = ("claim_id", "payer", "served", "charge", "contractual", "money", "balance")
"""Columns of the rows behind a matched rate: claims."""
_ENTRY = ("claim_id", "payer", "day", "charge", "contractual", "money")
"""Columns of the rows behind a rate of the same period's cash: entries."""


@dataclass(frozen=True, slots=True)
class _Sums:
    """Cents of the charges and the money compared, of the rows `behind`; `open` is still owed on matched claims."""

    charges: int
    contractual: int
    money: int
    refunds: int
    rows: int
    behind: Callable[[], Rows]
    open: int | None = None


def collection_rate(
    charges: Frame,
    payments: Frame,
    as_of: date,
    window: int = 365,
    rate: str = Rate.NET,
    basis: str = Matching.MATCHED,
    settle: int = 0,
    scope: Scope = Scope(),  # noqa: B008 (frozen)
) -> Measure:
    """Payments less refunds, divided by charges less contractual adjustments (net) or by charges (gross).

    (500,000 − 14,000) ÷ (850,000 − 350,000) = 97.2%. Only contractual adjustments lower the denominator; write-offs
    for late filing, authorisations, small balances or bad debt are money lost and stay in it. Over 100% is possible:
    old balances collected, or cash for an earlier period's charges. Raises NoData when the denominator is not above
    zero. Capitated lines count on neither side. The rows behind it are claims (matched) or entries (cash), with what
    each adds to the charges, contractual adjustments and payments. Matched services end `settle` days before `as_of`,
    so that what was charged lately, and cannot be paid yet, does not lower the rate.
    """
    wanted = choose(Rate, rate, "collection rate")
    matching = choose(Matching, basis, "way to match money with charges")
    if settle and matching is Matching.CASH:
        raise BadArgument("Days to settle go with matched services; cash is counted when it comes. Leave them out.")
    period = settled(as_of, window, settle)
    owing = accounts(charges, payments, as_of).of(scope)
    matched = matching is Matching.MATCHED
    sums = _matched(owing.entries, period) if matched else _cash(owing, period)
    collectable = sums.charges - (sums.contractual if wanted is Rate.NET else 0)
    if collectable <= 0:
        whose = f" for {scope}" if scope.names else ""
        raise NoData(f"Nothing could be collected{whose} from {period}: no charges, or all of them adjusted.")
    still_open = [] if sums.open is None else [Part("Still owed on these claims", sums.open, Unit.MONEY)]
    return Measure(
        sums.money / collectable,
        Unit.PERCENT,
        DEFINITIONS[wanted],
        parts=[
            Part("Payments", sums.money + sums.refunds, Unit.MONEY),
            Part("Refunds", sums.refunds, Unit.MONEY),
            Part("Charges", sums.charges, Unit.MONEY),
            Part("Contractual adjustments", sums.contractual, Unit.MONEY),
            *still_open,
            *period.parts,
        ],
        rows_used=sums.rows,
        left_out=[
            *entries_undated(owing),
            *owing.capitated_charges(period, "dos" if matched else "day"),
        ],
        notes=[_SAID[matching], *entered_undated(owing), *(several_payers(owing.entries) if scope.payer else [])],
        rows_behind=sums.behind,
    )


def _matched(entries: Rows, period: Period) -> _Sums:
    return remembered(_sums_of, claims_served(entries, period))


def _sums_of(claims: Rows) -> _Sums:
    found = fetch_one(claims.select(nw.col("charge", "contractual", "money", "refund", "amount").sum(), rows=nw.len()))
    return _Sums(
        charges=found["charge"],
        contractual=found["contractual"],
        money=found["money"],
        refunds=found["refund"],
        rows=found["rows"],
        behind=lambda: rows_behind(claims.with_columns(balance="amount"), *_CLAIM),
        open=found["amount"],
    )


def _cash(owing: Accounts, period: Period) -> _Sums:
    """Everything of the period; money not applied to a claim yet was received all the same."""
    happened = activity(owing, period)
    received = unapplied_cash(owing, period)
    return _Sums(
        charges=happened.charges,
        contractual=happened.contractual,
        money=happened.money + received,
        refunds=happened.refunds,
        rows=happened.entries,
        behind=lambda: _entries_behind(owing, period),
    )


def _entries_behind(owing: Accounts, period: Period) -> Rows:
    nothing = nw.lit(0, nw.Int64())
    cash = unapplied_rows(owing, period).select(
        "claim_id", "payer", day="opened", charge=nothing, contractual=nothing, money=-nw.col("balance")
    )
    inside = owing.entries.filter(within("day", period.first, period.last))
    return nw.concat([rows_behind(inside, *_ENTRY), rows_behind(cash, *_ENTRY)])
