"""A list of employees meets *Staff*: it says anew what it knows, and leaves what only the user knows."""

from collections.abc import Mapping

import pandas as pd

from medoffice_xl.problems import Problem

_KEY = "employee"


def meet_staff(
    file: str, tables: Mapping[str, pd.DataFrame], book: Mapping[str, pd.DataFrame]
) -> tuple[Mapping[str, pd.DataFrame], list[Problem]]:
    """The tables of a file with each person's empty cells as the book has them; the kind chosen there stays."""
    if "employees" not in tables or book["employees"].empty:
        return tables, []
    incoming = tables["employees"]
    known = book["employees"].drop_duplicates(_KEY, keep="last").set_index(_KEY)
    theirs = known.reindex(incoming[_KEY]).set_axis(incoming.index)
    filled = incoming.copy(deep=False)
    for name in incoming.columns.drop(_KEY):
        if name not in theirs:
            continue
        there = theirs[name]
        is_known = there.notna() & there.ne("")
        is_empty = incoming[name].isna() | incoming[name].eq("").fillna(False)
        keeps = is_known & (is_empty | (name in ("kind", "known_as")))
        filled[name] = incoming[name].where(~keeps, there).astype(incoming[name].dtype)
    return {**tables, "employees": filled}, []
