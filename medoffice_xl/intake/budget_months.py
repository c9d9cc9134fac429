"""A budget that comes again: whatever day of the month its rows name, an account has one amount a month."""

import pandas as pd


def budgeted_again(incoming: pd.DataFrame, current: pd.DataFrame) -> "pd.Series[bool]":
    """The current rows whose account the incoming ones budget in the same month."""
    there = set(_months_and_accounts(incoming))
    return pd.Series([each in there for each in _months_and_accounts(current)], current.index, dtype=bool)


def _months_and_accounts(frame: pd.DataFrame) -> list[tuple[pd.Period, str]]:
    return list(zip(frame["month"].dt.to_period("M"), frame["account"].str.casefold(), strict=True))
