"""Months of the ledger from trial balances: what stood on an account at one month's end less what stood at the last."""

from collections.abc import Collection
from datetime import date, timedelta

import pandas as pd

from medoffice_xl.ledger.calendar_months import month_end
from medoffice_xl.ledger.year_start import JANUARY
from medoffice_xl.tables import LEDGER, empty_frame
from medoffice_xl.tables.accounts import BALANCE_SHEET, INCOME
from medoffice_xl.tables.general_ledger import TRIAL_BALANCE

_CREDITS = (*INCOME, "liability", "equity")
"""Kinds that a report shows positive where they are credits."""


def months_from(
    balances: pd.DataFrame, accounts: pd.DataFrame, months: Collection[date], year_start: int = JANUARY
) -> pd.DataFrame:
    """The ledger of these months (first days), as far as the trial balances give it.

    Income and expenses begin at nothing in the month `year_start`: those of it are what stands at its end; all else is
    a difference of two month's ends. A month whose last balance or the one before it is missing has no rows.
    """
    kinds = {name.casefold(): kind for name, kind in zip(accounts["account"], accounts["kind"], strict=True)}
    of_day: dict[date, dict[str, int]] = {}
    bases: dict[date, str] = {}
    for row in balances[balances["as_of"].notna()].to_dict("records"):
        day = row["as_of"].date()
        of_day.setdefault(day, {})[row["account"]] = int(row["balance"])
        bases[day] = row["basis"]
    rows = []
    for month in sorted(months):
        last, before = month_end(month), month - timedelta(days=1)
        for account in sorted({*of_day.get(last, {}), *of_day.get(before, {})} if last in of_day else ()):
            kind = kinds.get(account.casefold(), "")
            begins = month.month == year_start and kind not in BALANCE_SHEET
            if not begins and before not in of_day:
                continue
            debit = of_day[last].get(account, 0) - (0 if begins else of_day[before].get(account, 0))
            if debit:
                amount = -debit if kind in _CREDITS else debit
                rows.append((pd.Timestamp(month), account, amount, bases[last], TRIAL_BALANCE))
    names = ["month", "account", "amount", "basis", "source"]
    return pd.DataFrame(rows, columns=names)[LEDGER.names].astype(empty_frame(LEDGER).dtypes.to_dict())


def without_the_one_before(balances: pd.DataFrame, year_start: int = JANUARY) -> list[date]:
    """Days of trial balances that are no year's first month and have none of the month before."""
    days = {stamp.date() for stamp in balances["as_of"].dropna()}
    return sorted(day for day in days if day.month != year_start and day.replace(day=1) - timedelta(days=1) not in days)
