"""Rows that many figures begin with, worked out once where the frame that holds them would do it for every question.

A database answers each question from the beginning: balances from the entries, the entries from the files. Frames in
memory are worked out already, and are handed back as they are.
"""

from itertools import count
from typing import cast
from weakref import finalize

import narwhals as nw

from medoffice_xl.lake.database import drop_later, drop_unneeded
from medoffice_xl.ledger.rows import Rows

_numbers = count()


def kept_rows(rows: Rows) -> Rows:
    """The same rows, which the database that they are in keeps for as long as anything is left that is made of them."""
    native = rows.to_native()
    if rows.implementation.is_pyspark():
        return cast("Rows", nw.from_native(native.cache()))
    if not rows.implementation.is_duckdb():
        return rows
    drop_unneeded()
    number = next(_numbers)
    view, table = f"to_keep_{number}", f"kept_{number}"
    native.query(view, f"CREATE TEMP TABLE {table} AS FROM {view}")
    kept = native.query(view, f"FROM {table}")
    # Relations hold on to those they are made of, so that this one goes last.
    finalize(kept, drop_later, table).atexit = False
    return cast("Rows", nw.from_native(kept).lazy())
