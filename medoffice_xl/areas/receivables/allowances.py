"""What contracts are expected to take off charges that no payer has answered yet.

Net figures need it: an open charge is carried at the full fee, but only the contracted part of it will ever be
paid. The expectation is each payer's own history: contractual adjustments as a share of charges, on the claims of
the last year that payers have answered.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import narwhals as nw

from medoffice_xl.ledger.period import Period, year_up_to
from medoffice_xl.ledger.practice_costs import half_up
from medoffice_xl.ledger.rows import Rows, fetch, only, within


@dataclass(frozen=True, slots=True)
class Allowances:
    """Expected contractual adjustments, in cents: on the A/R, and on the charges of the period."""

    on_receivable: int
    on_charges: int
    payers_without_history: tuple[str, ...]


def expected_allowances(entries: Rows, as_of: date, period: Period) -> Allowances:
    """The allowances on the claims no payer has answered by the day, and on all charges of the period.

    A claim is answered once an insurance payment or a contractual adjustment was posted to it, and not taken back; from
    then on its balance is what remains, and needs no allowance. A patient's copay is no payer's answer. The allowance
    of an open claim is the ratio × its charges, since the contract takes its part off the whole fee; never more than is
    still owed. Rounded half up once a payer. `entries` are the accounts of the day.
    """
    claims = _claims(entries, period)
    answered = (nw.col("from_payer") != 0) | (nw.col("contractual") != 0)
    history = year_up_to(as_of)
    known = claims.filter(answered & within("opened", history.first, history.last))
    sums = fetch(known.group_by("payer").agg(nw.col("contractual", "charge").sum()))
    ratios = {row["payer"]: Fraction(row["contractual"], row["charge"]) for row in sums if row["charge"] > 0}
    waiting = claims.filter(~answered & (nw.col("amount") > 0))
    still_open = fetch(waiting.group_by("payer", "charge", "amount").agg(claims=nw.len()))
    charged = fetch(claims.group_by("payer").agg(nw.col("in_period").sum()))
    on_receivable: dict[str, Fraction] = defaultdict(Fraction)
    for row in still_open:
        allowance = min(ratios.get(row["payer"], Fraction(0)) * row["charge"], Fraction(row["amount"]))
        on_receivable[row["payer"]] += row["claims"] * allowance
    return Allowances(
        on_receivable=sum(half_up(exact) for exact in on_receivable.values()),
        on_charges=sum(half_up(ratios[row["payer"]] * row["in_period"]) for row in charged if row["payer"] in ratios),
        payers_without_history=tuple(
            sorted(row["payer"] for row in charged if row["payer"] not in ratios and row["in_period"])
        ),
    )


def _claims(entries: Rows, period: Period) -> Rows:
    """One row a claim with charges, as it stands."""
    sums = ("charge", "contractual", "from_payer", "amount", "lines")
    return (
        entries.select("claim_id", "payer", "day", "post_date", *sums)
        .filter(~nw.col("day").is_null())
        .with_columns(in_period=only(within("day", period.first, period.last), "charge"))
        .group_by("claim_id")
        .agg(
            nw.col(*sums, "in_period").sum(),
            nw.col("payer").max(),
            opened=nw.col("post_date").min(),
        )
        .filter(nw.col("lines") > 0)
    )
