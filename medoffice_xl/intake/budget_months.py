"""A budget that comes again: whatever day of the month its rows name, an account has one amount a month."""

from collections.abc import Mapping

import pandas as pd

from medoffice_xl.problems import Problem


def budgeted_again(incoming: pd.DataFrame, current: pd.DataFrame) -> "pd.Series[bool]":
    """The current rows whose account the incoming ones budget in the same month."""
    there = set(_months_and_accounts(incoming))
    return pd.Series([each in there for each in _months_and_accounts(current)], current.index, dtype=bool)


def meet_budget(
    file: str, tables: Mapping[str, pd.DataFrame], book: Mapping[str, pd.DataFrame]
) -> tuple[Mapping[str, pd.DataFrame], list[Problem]]:
    """The tables of a file with the hours that the user budgeted beside the amounts, which no file has."""
    if "budget_amounts" not in tables:
        return tables, []
    incoming, there = tables["budget_amounts"], book["budget_amounts"]
    typed = dict(zip(_months_and_accounts(there), there["hours"], strict=True))
    hours = pd.Series([typed.get(each) for each in _months_and_accounts(incoming)], incoming.index, dtype="Float64")
    filled = incoming["hours"].astype("Float64").fillna(hours).astype(incoming["hours"].dtype)
    return {**tables, "budget_amounts": incoming.assign(hours=filled)}, []


def _months_and_accounts(frame: pd.DataFrame) -> list[tuple[pd.Period, str]]:
    return list(zip(frame["month"].dt.to_period("M"), frame["account"].str.casefold(), strict=True))
