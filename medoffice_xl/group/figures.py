"""What each practice of a group charged, was paid and is owed, by payer: few questions for all practices at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import narwhals as nw

from medoffice_xl.group.practice import NUMBER, GroupPractice, of_group
from medoffice_xl.ledger.balances import aged_claims
from medoffice_xl.ledger.entries import accounts
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.ledger.rows import fetch, moment, only, within
from medoffice_xl.tables import CHARGES, PAYMENTS
from medoffice_xl.tables.payments import MONEY_KINDS

YEAR = 365
"""Days that charges and payments are added up over, up to the day."""


@dataclass(frozen=True, slots=True)
class Owing:
    """Cents of one practice's claims by the payer first billed: charged and received in the year, owed, in credit."""

    charged: int = 0
    received: int = 0
    owed: int = 0
    credit: int = 0


Key = tuple[str, str]
"""A practice's mark, and a payer."""


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """`by_payer` of each practice; and what of each one's cash is `unapplied` to any claim."""

    by_payer: Mapping[Key, Owing]
    unapplied: Mapping[str, int]

    def receivable(self, mark: str) -> int:
        """A practice's A/R, credit balances and unapplied cash taken off, as AR_TOTAL has it."""
        own = [owing.owed + owing.credit for (practice, _), owing in self.by_payer.items() if practice == mark]
        return sum(own) - self.unapplied.get(mark, 0)


def group_figures(
    charges: Mapping[str, Any], payments: Mapping[str, Any], practices: Sequence[GroupPractice], as_of: date
) -> GroupFigures:
    """The figures of all practices, whose rows are given by their marks in any frame that narwhals knows."""
    of_charges = of_group(charges, practices, CHARGES, *CHARGES.counted)
    of_payments = of_group(payments, practices, PAYMENTS, *PAYMENTS.counted)
    owing = accounts(of_charges, of_payments, as_of)
    year = days_up_to(as_of, YEAR)
    practice, balance = nw.col("claim_id").str.slice(0, NUMBER), nw.col("balance")
    known = nw.col("lines") > 0
    claims = aged_claims(owing).with_columns(practice=practice)
    balances = claims.group_by("practice", "payer").agg(
        owed=only(known & (balance > 0), "balance").sum(), credit=only(known & (balance < 0), "balance").sum()
    )
    inside = within("day", year.first, year.last)
    moved = (
        owing.entries.with_columns(practice=practice)
        .group_by("practice", "payer")
        .agg(charged=only(inside, "charge").sum(), received=only(inside, "money").sum())
    )
    found: dict[Key, dict[str, int]] = {}
    for row in (*fetch(balances), *fetch(moved)):
        found.setdefault((row.pop("practice"), row.pop("payer")), {}).update(row)
    cash = of_payments.filter(
        (nw.col("claim_id") == "") & nw.col("kind").is_in(MONEY_KINDS) & (nw.col("post_date") <= moment(as_of))
    )
    unapplied = fetch(cash.group_by("practice").agg(cents=nw.col("amount").sum()))
    return GroupFigures(
        {key: Owing(**found[key]) for key in sorted(found)}, {row["practice"]: row["cents"] for row in unapplied}
    )
