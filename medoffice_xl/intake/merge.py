"""Rows that come in meet the rows that are there: by key, with every change named.

Rows and columns that the user added stay. A column that the incoming rows leave wholly empty is taken as not
said: it does not blank out what is known.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from medoffice_xl.money import show, show_price
from medoffice_xl.tables import Column, Kind, Table, empty_frame

CHANGE_COLUMNS = ("table", "row", "column", "old", "new")


@dataclass(frozen=True, slots=True)
class Merged:
    """A table after the intake: its rows, how many were added, changed, left as they were and removed.

    `changes` has a row for each changed cell, and one with the column “(row)” for each removed row.
    """

    frame: pd.DataFrame
    added: int
    changed: int
    unchanged: int
    removed: int
    changes: pd.DataFrame


def merge(
    table: Table, current: pd.DataFrame, incoming: pd.DataFrame, replaced: "pd.Series[bool] | None" = None
) -> Merged:
    """`current` with `incoming` taken in, by the table's key.

    `replaced` marks rows of `current` that `incoming` states anew as a whole (a remittance sent again): those
    that it does not repeat are removed. Two rows of one key are matched in their order; none is lost.
    """
    current = fitted(table, current)
    incoming = fitted(table, incoming)[table.names]
    owned = pd.Series(False, current.index) if replaced is None else replaced.set_axis(current.index)
    if incoming.empty and not owned.any():
        return Merged(current, 0, 0, 0, 0, _change_rows([]))
    places = _places(table, current, incoming)
    known = places >= 0
    matched = incoming[known].reset_index(drop=True)
    before = current.iloc[places[known]].reset_index(drop=True)
    restated = owned.iloc[places[known]].reset_index(drop=True)

    frame = current.copy(deep=False)
    differs = pd.DataFrame(False, matched.index, table.names)
    for column in table if len(matched) else ():
        said = pd.Series(True, matched.index) if _says(column, incoming) else restated
        differs[column.name] = differ(before[column.name], matched[column.name]) & said
        rows = differs[column.name].to_numpy()
        if rows.any():
            at = current.index[places[known][rows]]
            frame.loc[at, column.name] = matched.loc[rows, column.name].set_axis(at)

    gone = owned & ~owned.index.isin(current.index[places[known]])
    changes = pd.concat([_changes(table, before, matched, differs), _removals(table, current[gone])])
    touched = differs.any(axis=1)
    return Merged(
        frame=fitted(table, pd.concat([frame[~gone], incoming[~known]], ignore_index=True)),
        added=int((~known).sum()),
        changed=int(touched.sum()),
        unchanged=int((~touched).sum()),
        removed=int(gone.sum()),
        changes=changes.reset_index(drop=True),
    )


def fitted(table: Table, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with all of the table's columns and types, the user's own columns kept, rows numbered from 0."""
    types = _types(table)
    texts = [column.name for column in table if column.kind is Kind.TEXT]
    fits = frame.dtypes.to_dict() == types
    if fits and (frame.empty or not any(frame[name].hasnans for name in texts)):
        return frame.reset_index(drop=True)
    lacking = [column.name for column in table if column.name not in frame.columns]
    whole = frame.reset_index(drop=True)
    for name in lacking:
        whole[name] = pd.Series([None] * len(whole), dtype="object")
    own_texts = [name for name in whole.columns if name not in types and whole[name].dtype == "str"]
    filled = whole.assign(**{str(name): whole[name].fillna("") for name in (*texts, *own_texts)})
    return filled.astype(dict(types))


@cache
def _types(table: Table) -> Mapping[str, Any]:
    return MappingProxyType({str(name): kind for name, kind in empty_frame(table).dtypes.items()})


def in_words(column: Column, value: object) -> str:
    """A value as the user reads it."""
    if pd.isna(value):  # type: ignore[call-overload]
        return ""
    if column.kind is Kind.MONEY:
        return show(int(value))  # type: ignore[call-overload]
    if column.kind is Kind.PRICE:
        return show_price(int(value))  # type: ignore[call-overload]
    if column.kind is Kind.DATE:
        return f"{value:%Y-%m-%d}"
    if column.kind is Kind.NUMBER:
        return f"{value:.12g}"
    return str(value)


def _places(table: Table, current: pd.DataFrame, incoming: pd.DataFrame) -> "np.ndarray[Any, np.dtype[np.intp]]":
    """Where each incoming row stands in `current`; -1 for one that is new.

    Only rows that share the first part of the key are looked at, so that a small file costs little in a large book.
    """
    near = np.flatnonzero(current[table.key[0]].isin(incoming[table.key[0]]))
    found = pd.Index(_keys(table, current.iloc[near])).get_indexer(pd.Index(_keys(table, incoming)))
    places = np.full(len(incoming), -1, dtype=np.intp)
    places[found >= 0] = near[found[found >= 0]]
    return places


def _keys(table: Table, frame: pd.DataFrame) -> "pd.Series[str]":
    """The key of each row as one text, told apart from earlier rows of the same key."""
    key = pd.Series("", frame.index, dtype="str")
    for name in table.key:
        key = key + frame[name].astype("str").fillna("") + "\x1f"
    return key + key.groupby(key).cumcount().astype("str")


def _says(column: Column, incoming: pd.DataFrame) -> bool:
    values = incoming[column.name]
    return bool((values != "").any()) if column.kind is Kind.TEXT else bool(values.notna().any())


def differ(old: "pd.Series[Any]", new: "pd.Series[Any]") -> "pd.Series[bool]":
    """Where two columns say different things; nothing and nothing are alike."""
    same = (old == new).fillna(False) | (old.isna() & new.isna())
    return ~same.astype(bool)


def _changes(table: Table, old: pd.DataFrame, new: pd.DataFrame, differs: pd.DataFrame) -> pd.DataFrame:
    rows = [
        (table.name, _row_name(table, new, row), column.header, *_both(column, old, new, row))
        for column in table
        for row in differs.index[differs[column.name]]
    ]
    return _change_rows(rows)


def _change_rows(rows: Sequence[tuple[str, ...]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(CHANGE_COLUMNS), dtype="str")


def _both(column: Column, old: pd.DataFrame, new: pd.DataFrame, row: int) -> tuple[str, str]:
    return in_words(column, old.at[row, column.name]), in_words(column, new.at[row, column.name])


def _removals(table: Table, gone: pd.DataFrame) -> pd.DataFrame:
    rows = [(table.name, _row_name(table, gone, row), "(row)", "there", "removed") for row in gone.index]
    return _change_rows(rows)


def _row_name(table: Table, frame: pd.DataFrame, row: int) -> str:
    parts = (in_words(table[name], frame.at[row, name]) for name in table.told_by or table.key)
    return " ".join(part for part in parts if part)
