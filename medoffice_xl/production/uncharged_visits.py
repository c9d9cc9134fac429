"""Visits that were kept and never charged."""

from datetime import date

import pandas as pd

from medoffice_xl.tables.thresholds import Threshold

DAYS_TO_CHARGE = Threshold(
    "Days until a visit is charged", "5", "days",
    "A visit that was kept is to be looked at where no charge of its patient and day was entered within so many days.",
)  # fmt: skip


def without_charge(kept: pd.DataFrame, billed: pd.DataFrame, as_of: date, days: int) -> pd.DataFrame:
    """Visits without a charge of their patient and day more than `days` days after; younger ones may still get one."""
    due = kept[(pd.Timestamp(as_of) - kept["dos"]).dt.days > days]
    had = pd.MultiIndex.from_frame(billed[["patient_acct", "dos"]])
    charged = pd.MultiIndex.from_frame(due[["patient_acct", "dos"]]).isin(had)
    found: pd.DataFrame = due[~charged].reset_index(drop=True)
    return found
