"""*Costs* as it follows from *Ledger* and *Accounts*: every cost of the books, its fixed and variable part apart."""

from collections.abc import Hashable, Mapping
from fractions import Fraction
from typing import Any

import pandas as pd

from medoffice_xl.ledger.practice_costs import half_up
from medoffice_xl.tables import COSTS, empty_frame
from medoffice_xl.tables.accounts import COST_KINDS, YES
from medoffice_xl.tables.costs import FROM_LEDGER, NOT_MAPPED, PHYSICIANS


def costs_of(ledger: pd.DataFrame, accounts: pd.DataFrame) -> pd.DataFrame:
    """Rows of *Costs* for every posting to an account of costs, and for those of accounts whose kind is not known.

    The fixed part is amount × fixed share, rounded half up; the variable part is the rest, so that both add up. An
    account without a category is “not mapped”, one without a fixed share is fixed.
    """
    said = {str(row["account"]).casefold(): row for row in accounts.to_dict("records")}
    rows = []
    for month, account, amount in zip(ledger["month"], ledger["account"], ledger["amount"], strict=True):
        of = said.get(account.casefold(), {})
        if pd.isna(month) or of.get("kind", "") not in ("", *COST_KINDS):
            continue
        fixed = half_up(int(amount) * fixed_share(of.get("fixed_share")))
        for behaviour, cents in (("fixed", fixed), ("variable", int(amount) - fixed)):
            if cents:
                rows.append((month.replace(day=1), account, _category(of), behaviour, cents, FROM_LEDGER, ""))
    names = ["month", "account", "category", "behaviour", "amount", "source", "note"]
    return pd.DataFrame(rows, columns=names)[COSTS.names].astype(empty_frame(COSTS).dtypes.to_dict())


def fixed_share(share: float | None) -> Fraction:
    """The share of a cost that stays; all of it where none from 0 to 1 is given."""
    if share is None or pd.isna(share) or not 0 <= share <= 1:
        return Fraction(1)
    return Fraction(round(share * 1_000_000), 1_000_000)


def is_mapped(category: str, physician_pay: str, share: float | None) -> bool:
    """Whether *Accounts* says what a cost is for and what of it stays."""
    known = share is not None and not pd.isna(share) and 0 <= share <= 1
    return known and (bool(category) or physician_pay == YES)


def _category(account: Mapping[Hashable, Any]) -> str:
    if account.get("physician_pay") == YES:
        return PHYSICIANS
    return str(account.get("category") or NOT_MAPPED)
