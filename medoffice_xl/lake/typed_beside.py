"""Rows on a sheet that shows a ledger's, and that the ledger does not hold: typed there, or typed over one it shows.

Nobody looks for them in the ledger, so they are told, and stay on the sheet until somebody says what they are.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from medoffice_xl.lake.folder import Lake
from medoffice_xl.lake.parts import by_month, read_parts
from medoffice_xl.lake.places import rows_named
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.tables import Table


def typed_beside(lake: Lake, table: Table, shown: pd.DataFrame) -> list[int]:
    """The places in `shown` of rows that are not in the ledger, each as often as the ledger lacks it."""
    if table.name not in lake or shown.empty:
        return []
    months = {month for month, _ in by_month(table, shown)}
    parts = [part for part in lake.manifest.tables[table.name] if part.month in months]
    held = read_parts(lake.folder, table, parts, table.names)
    unknown = ~np.isin(rows_named(table.names, shown), rows_named(table.names, held))
    return [int(place) for place in np.flatnonzero(unknown)]


def told_of_typed(table: Table, lines: Sequence[int]) -> Iterator[Problem]:
    """A problem for each of these rows of the table's sheet."""
    for line in lines:
        yield Problem(
            Severity.DATA,
            "This row is on the sheet and not in the ledger: it was typed here or typed over, or the ledger has "
            "changed since. It counts nowhere.",
            "Delete it, or take all such rows into the ledger: medoffice ledger BOOK --take",
            table.told_as,
            line,
        )


def taken(lake: Lake, table: Table, typed: pd.DataFrame) -> tuple[pd.DataFrame, int, int]:
    """The ledger's table with rows that were typed: each in the place of the row of its key, or as a new one.

    Returns how many took a place, and how many are new. A row whose key several rows have is none of theirs: new.
    """
    held = lake.frame(table.name)
    keys, typed_keys = rows_named(table.key, held), rows_named(table.key, typed)
    alone = ~held.duplicated(list(table.key), keep=False).to_numpy() & np.isin(keys, typed_keys)
    places = pd.Index(typed_keys).get_indexer(pd.Index(keys[alone]))
    order = np.arange(len(held) + len(typed))
    order[np.flatnonzero(alone)] = len(held) + places
    new = np.setdiff1d(np.arange(len(typed)), places)
    rows = [*order[: len(held)], *(len(held) + new)]
    whole = pd.concat([held, typed], ignore_index=True).iloc[rows].reset_index(drop=True)
    return whole, len(places), len(new)
