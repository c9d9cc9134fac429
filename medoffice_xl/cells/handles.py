"""Tables cross the border to a host once.

`LOAD_TABLE` keeps a table's frame here and hands the sheet a short text, the handle, that carries a hash of
the content. Every other formula takes the handle. When a row changes, the handle's text changes, and the
host's own dependency graph recalculates what depends on it.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

import pandas as pd

from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.ledger.unchanging import unchanging
from medoffice_xl.problems import Problem
from medoffice_xl.tables import TABLES, Table, frame_from_cells

KEPT = 32
"""Handles kept at a time; the least recently used goes first."""

_loaded: "OrderedDict[str, tuple[Table, pd.DataFrame, list[Problem]]]" = OrderedDict()

_latest: dict[str, str] = {}

_loads = 0


def load_table(cells: Any) -> str:
    """Keep a table given with its header row; return its handle, such as `charges 12,345 rows #1f2e3d4c`."""
    global _loads  # noqa: PLW0603 (the tables of this process)
    rows = _rows(cells)
    if not rows:
        raise BadArgument("LOAD_TABLE takes a whole table with its headings, such as tblCharges[#All].")
    table = _recognise(rows[0])
    frame, problems = frame_from_cells(table, rows[0], rows[1:])
    handle = f"{table.name} {len(frame):,} rows #{_digest(frame)}"
    _loaded[handle] = (table, unchanging(frame), problems)
    _loaded.move_to_end(handle)
    while len(_loaded) > KEPT:
        _loaded.popitem(last=False)
    if _latest.get(table.name) != handle:
        _latest[table.name] = handle
        _loads += 1
    return handle


def loads() -> int:
    """How often the tables loaded last have changed: the same number, the same tables."""
    return _loads


def table_from(value: Any, table: Table) -> pd.DataFrame:
    """The frame behind a handle, or of a raw range with its header row."""
    while isinstance(value, list | tuple) and len(value) == 1:
        value = value[0]
    if isinstance(value, pd.DataFrame):
        return value
    if isinstance(value, str):
        return _by_handle(value, table)
    rows = _rows(value)
    if not rows:
        raise BadArgument(f"Give the table {table.sheet}: its name, or its range with the headings.")
    found = _recognise(rows[0])
    if found.name != table.name:
        raise BadArgument(f"This is the table {found.sheet}; {table.sheet} is needed here.")
    return unchanging(frame_from_cells(table, rows[0], rows[1:])[0])


def latest(name: str) -> str:
    """Handle of the table of this name that was loaded last; "" where none was."""
    handle = _latest.get(name, "")
    return handle if handle in _loaded else ""


def is_loaded(handle: str) -> bool:
    """Whether this process holds the table of the handle."""
    return handle in _loaded


def _by_handle(handle: str, table: Table) -> pd.DataFrame:
    if not handle.startswith(f"{table.name} "):
        raise BadArgument(f"“{handle}” is not the table {table.sheet}.")
    if handle not in _loaded:
        raise NoData("The table was loaded by an earlier session. Press Refresh to load it again.")
    _loaded.move_to_end(handle)
    return _loaded[handle][1]


def _digest(frame: pd.DataFrame) -> str:
    """A short hash of the frame's content, the same in every process."""
    rows = pd.util.hash_pandas_object(frame, index=False).to_numpy()
    return hashlib.blake2b(rows.tobytes(), digest_size=6).hexdigest()


def _rows(cells: Any) -> list[Sequence[Any]]:
    if not isinstance(cells, list | tuple) or not cells:
        return []
    return list(cells) if isinstance(cells[0], list | tuple) else [cells]


def _recognise(header: Sequence[Any]) -> Table:
    """The table whose headings these are: the one that shares most of them, and at least its required ones."""
    headings = {str(cell).strip().casefold() for cell in header if cell not in (None, "")}
    shared = {table.name: sum(column.header.casefold() in headings for column in table) for table in TABLES.values()}
    best = max(shared, key=lambda name: shared[name] / len(TABLES[name].columns))
    if shared[best] < len(TABLES[best].columns) / 2:
        raise BadArgument("These headings belong to no table of this workbook.")
    return TABLES[best]
