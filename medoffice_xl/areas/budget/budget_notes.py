"""What the user says of an account's variance: the newest note of the months that are looked at."""

from collections.abc import Collection

import pandas as pd

from medoffice_xl.areas.budget.budget_variance import Said
from medoffice_xl.ledger.calendar_months import month_number


def notes_of_month(notes: pd.DataFrame | None, months: Collection[int]) -> dict[str, Said]:
    """By account (lower case), the newest note of these months."""
    found: dict[str, Said] = {}
    if notes is None:
        return found
    for row in notes.sort_values("month", kind="stable").to_dict("records"):
        if not pd.isna(row["month"]) and month_number(row["month"].date()) in months:
            found[str(row["account"]).casefold()] = Said(str(row["comment"]), str(row["owner"]))
    return found
