"""Which sign an export gives to money received: some write credits as negative amounts, some do not.

Every column is judged by the majority of its own amounts; one with too little to judge by follows what the line's
balance shows, else the majority of all columns: what was posted to a charge in all is hardly ever less than nothing.
"""

from collections.abc import Mapping

import pandas as pd

Amounts = Mapping[str, "pd.Series[int]"]

_ENOUGH = 2
"""Amounts that must speak for a sign before a column is turned round on its own."""


def turned(amounts: Amounts, charge: "pd.Series[int]", balance: "pd.Series[int] | None") -> set[str]:
    """The columns that write what lowers the balance as negative amounts."""
    below = {name: int((values < 0).sum()) for name, values in amounts.items()}
    above = {name: int((values > 0).sum()) for name, values in amounts.items()}
    pooled = sum(below.values()) > sum(above.values())
    shown = None if balance is None else _shown_by_balance(amounts, charge, balance)
    found = set()
    for name in amounts:
        own = _said(below[name], above[name])
        if own is None:
            own = shown if shown is not None else pooled
        if own and below[name]:
            found.add(name)
    return found


def _said(below: int, above: int) -> bool | None:
    """Whether the majority is negative; None where there is none, or too few to tell."""
    if below == above or max(below, above) < _ENOUGH:
        return None
    return below > above


def _shown_by_balance(amounts: Amounts, charge: "pd.Series[int]", balance: "pd.Series[int]") -> bool | None:
    """What the balances of the lines say: charge plus the amounts, or charge less them."""
    total = sum(values.fillna(0) for values in amounts.values())
    rows = balance.notna() & charge.notna() & (total != 0)
    added = int(((charge + total) == balance)[rows].sum())
    taken = int(((charge - total) == balance)[rows].sum())
    return None if added == taken else added > taken
