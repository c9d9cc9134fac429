"""Who is a new patient: one whom nobody of the practice has seen in the three years before."""

from datetime import date

import pandas as pd

NEW_AFTER_YEARS = 3
"""A patient not seen for so long is new again (the field's definition of a new patient)."""


def is_new(account: "pd.Series[str]", served: "pd.Series[pd.Timestamp]") -> "pd.Series[bool]":
    """Of visits by account and day: which are a new patient's. On a patient's first day one visit is new alone.

    The rows come in the order of account and day; the first of several on a day is the new one.
    """
    before = served.groupby(account).shift()
    return before.isna() | (before < served - pd.DateOffset(years=NEW_AFTER_YEARS))


def reaches_back(begins: date) -> str:
    """What to know of new patients where the charges do not reach back far enough."""
    return (
        f"The charges begin on {begins:%m/%d/%Y}. A patient is new who was not seen in the {NEW_AFTER_YEARS} "
        "years before, as far as they reach back: in the first months too many count as new."
    )
