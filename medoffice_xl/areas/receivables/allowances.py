"""What contracts are expected to take off charges that no payer has answered yet.

Net figures need it: an open charge is carried at the full fee, but only the contracted part of it will ever be
paid. The expectation is each payer's own history: contractual adjustments as a share of charges, on the claims of
the last year that payers have answered.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import narwhals as nw

from medoffice_xl.ledger.period import Period, days_up_to
from medoffice_xl.ledger.rows import Rows, fetch, flag, moment, only, within

HISTORY_DAYS = 365


@dataclass(frozen=True, slots=True)
class Allowances:
    """Expected contractual adjustments, in cents: on the A/R, and on the charges of the period."""

    on_receivable: int
    on_charges: int
    payers_without_history: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ratio:
    """A payer's contractual adjustments over its charges, exact."""

    contractual: int
    charges: int

    def of(self, cents: int) -> int:
        """The share of an amount, rounded half up to the cent."""
        share = Decimal(cents) * self.contractual / self.charges
        return int(share.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def expected_allowances(entries: Rows, as_of: date, period: Period) -> Allowances:
    """The allowances on the claims no payer has answered by the day, and on all charges of the period.

    A claim is answered once money or a contractual adjustment was posted to it; from then on its balance is what
    remains, and needs no allowance.
    """
    claims = _sorted(_claims(entries, as_of, period), days_up_to(as_of, HISTORY_DAYS))
    sums = nw.col("known_charge", "known_contractual", "unanswered", "in_period").sum()
    by_payer = fetch(claims.group_by("payer").agg(sums))
    ratios = {
        row["payer"]: Ratio(row["known_contractual"], row["known_charge"])
        for row in by_payer
        if row["known_charge"] > 0
    }
    return Allowances(
        on_receivable=_apply(ratios, {row["payer"]: row["unanswered"] for row in by_payer}),
        on_charges=_apply(ratios, {row["payer"]: row["in_period"] for row in by_payer}),
        payers_without_history=tuple(
            sorted(row["payer"] for row in by_payer if row["payer"] not in ratios and row["in_period"])
        ),
    )


def _apply(ratios: Mapping[str, Ratio], cents: Mapping[str, int]) -> int:
    return sum(ratios[payer].of(amount) for payer, amount in cents.items() if payer in ratios)


def _claims(entries: Rows, as_of: date, period: Period) -> Rows:
    """One row a claim as it stood on the day."""
    answer = (nw.col("money") != 0) | (nw.col("contractual") != 0)
    return (
        entries.filter(nw.col("day") <= moment(as_of))
        .with_columns(
            answers=flag(answer),
            in_period=only(within("day", period.first, period.last), "charge"),
        )
        .group_by("claim_id")
        .agg(
            nw.col("charge", "contractual", "amount", "answers", "in_period", "lines").sum(),
            nw.col("payer").max(),
            opened=nw.col("post_date").min(),
        )
        .filter(nw.col("lines") > 0)
    )


def _sorted(claims: Rows, history: Period) -> Rows:
    """Claims with the cents that count for each purpose in a column of their own."""
    answered = nw.col("answers") > 0
    known = answered & within("opened", history.first, history.last)
    return claims.with_columns(
        known_charge=only(known, "charge"),
        known_contractual=only(known, "contractual"),
        unanswered=only(~answered & (nw.col("amount") > 0)),
    )
