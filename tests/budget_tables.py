"""A small practice's plan and books, as tables by their names: money in dollars, months as ISO days."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
from practice_frames import frame
from practice_tables import charges, payments

from medoffice_xl.sets import Tables
from medoffice_xl.tables import (
    ACCOUNTS,
    BUDGET_AMOUNTS,
    BUDGET_NOTES,
    BUDGET_VISITS,
    CASH,
    CLOSED_MONTHS,
    LEDGER,
    THRESHOLDS,
    TRIAL_BALANCES,
)

KINDS = {
    "accounts": ACCOUNTS,
    "ledger": LEDGER,
    "budget_amounts": BUDGET_AMOUNTS,
    "budget_visits": BUDGET_VISITS,
    "closed_months": CLOSED_MONTHS,
    "cash": CASH,
    "budget_notes": BUDGET_NOTES,
    "thresholds": THRESHOLDS,
    "trial_balances": TRIAL_BALANCES,
}


def budget_tables(**rows: Sequence[dict[str, Any]]) -> Tables:
    """The tables of the set Budget that these rows are of; charges and payments among them."""
    frames: dict[str, pd.DataFrame] = {name: frame(table, *rows.pop(name, ())) for name, table in KINDS.items()}
    frames["charges"] = charges(*rows.pop("charges", ()))
    frames["payments"] = payments(*rows.pop("payments", ()))
    assert not rows, rows
    return Tables.of(frames)


def accounts(*rows: tuple[Any, ...]) -> list[dict[str, Any]]:
    """Accounts as name, kind, fixed share, driver, line, physician pay; what is left out at the end is empty."""
    names = ("account", "kind", "fixed_share", "driver", "line", "physician_pay")
    return [dict(zip(names, row, strict=False)) for row in rows]


def amounts(month: str, **by_account: float) -> list[dict[str, Any]]:
    """A month's amounts by account; an underscore stands for a blank."""
    return [
        {"month": month, "account": name.replace("_", " "), "amount": amount} for name, amount in by_account.items()
    ]
