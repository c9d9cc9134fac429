"""Short texts that stand for tables and for sets of them: what a sheet holds in their place.

Tables cross the border to a host once. A handle carries a hash of the content, so that its text changes when a row
changes, and the host's own dependency graph asks anew what depends on it.
"""

import hashlib
import re
from collections.abc import Hashable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

import pandas as pd

from medoffice_xl.cells.raw_values import single
from medoffice_xl.cells.shelf import Shelf
from medoffice_xl.errors import BadArgument, MedOfficeError, NoData
from medoffice_xl.lake import Shelved
from medoffice_xl.sets import SETS, Tables, TableSet, narrowest
from medoffice_xl.sets.unchanging import unchanging
from medoffice_xl.tables import TABLES, Table

Held = TypeVar("Held")

_OF_TABLE = re.compile(r"(?P<name>\w+) [\d,]+ rows(?:, (?P<out>[\d,]+) left out)? #[0-9a-f]+")
_OF_SET = re.compile(r"\w+ \d+ tables #[0-9a-f]+")

_tables: Shelf[pd.DataFrame | Shelved] = Shelf()
"""Tables of a sheet as frames, those of a ledger as what reads them."""

_sets: Shelf[Mapping[str, str]] = Shelf()
"""Of each set the handles of its tables, by their names."""

_place: ContextVar[str] = ContextVar("place", default="")
_owner: ContextVar[Hashable] = ContextVar("owner", default=None)


@contextmanager
def loading_at(place: str) -> Iterator[None]:
    """What is loaded within is loaded by the cell of this name, and supersedes what that cell loaded before."""
    token = _place.set(place)
    try:
        yield
    finally:
        _place.reset(token)


@contextmanager
def loading_for(owner: Hashable) -> Iterator[None]:
    """What is loaded within belongs to this workbook: cells of other workbooks supersede nothing of it."""
    token = _owner.set(owner)
    try:
        yield
    finally:
        _owner.reset(token)


def forget_owner(owner: Hashable) -> None:
    """Drop what belongs to a workbook that was closed, and to no other one."""
    _tables.forget(owner)
    _sets.forget(owner)


def keep_table(table: Table, frame: pd.DataFrame, left_out: int = 0) -> str:
    """Keep the columns of a table that count; returns a handle such as `charges 12,345 rows #1f2e3d4c5b6a`.

    It says how many rows are `left_out` because they cannot be read: `charges 12,345 rows, 2 left out #1f2e3d4c5b6a`.
    """
    counted = frame[table.counted]
    out = f", {left_out:,} left out" if left_out else ""
    handle = f"{table.name} {len(counted):,} rows{out} #{_digest(counted)}"
    if handle not in _tables:
        unchanging(counted)
    _tables.put(_place_of(table.name, handle), handle, counted, _owner.get())
    return handle


def keep_shelved(shelved: Shelved, left_out: int = 0) -> str:
    """Keep a table of a ledger, of which nothing is read yet; the handle's hash is that of its files.

    It says how many rows of the sheet that shows it are `left_out`, because they are not in the ledger.
    """
    out = f", {left_out:,} left out" if left_out else ""
    handle = f"{shelved.table.name} {len(shelved):,} rows{out} #{shelved.version}"
    _tables.put(_place_of(shelved.table.name, handle), handle, shelved, _owner.get())
    return handle


def keep_set(of: TableSet, tables: Mapping[str, str]) -> str:
    """Keep the handles of tables as one set; returns a handle such as `Practice 20 tables #1f2e3d4c5b6a`."""
    in_order = dict(sorted(tables.items()))
    digest = hashlib.blake2b("\n".join(in_order.values()).encode(), digest_size=6).hexdigest()
    handle = f"{of.name} {len(in_order)} tables #{digest}"
    _sets.put(_place_of(of.name, handle), handle, in_order, _owner.get())
    return handle


def tables_of(value: Any, argument: str) -> Tables:
    """The tables behind a set's handle; `argument` is the set's name."""
    handle = single(value)
    if not isinstance(handle, str) or not is_set(handle):
        raise _no_set(handle, SETS[argument])
    tables = set_of(handle)

    def find(name: str) -> pd.DataFrame | None:
        return frame_of(tables[name]) if name in tables else None

    def rows(name: str) -> Any:
        return rows_of(tables[name]) if name in tables else None

    def absent(name: str) -> MedOfficeError:
        given = SETS.get(handle.partition(" ")[0])
        function = (given if given and name in given.tables else narrowest([name])).function
        return NoData(
            f"“{handle}” has no table {TABLES[name].sheet}. Give it by its name: "
            f'={function}(…, "{name}", its range with the headings).'
        )

    return Tables(find, tables, absent, rows)


def frame_of(handle: str) -> pd.DataFrame:
    """The table behind a handle, in memory; raises NoData where this process does not hold it."""
    held = _held(_tables, handle)
    return held if isinstance(held, pd.DataFrame) else unchanging(held.frame())


def rows_of(handle: str) -> Any:
    """The table behind a handle in whichever frame figures read it in: one of a ledger is read from its files."""
    held = _held(_tables, handle)
    return held if isinstance(held, pd.DataFrame) else unchanging(held.relation())


def check_held(handle: str) -> None:
    """Raise NoData where this process does not hold the table behind a handle; none of its rows is read."""
    _held(_tables, handle)


def set_of(handle: str) -> Mapping[str, str]:
    """The handles of a set's tables, by their names; raises NoData where this process does not hold the set."""
    return _held(_sets, handle)


def table_name(handle: str) -> str:
    """Which table a handle stands for; empty where the text is no handle of a table."""
    match = _OF_TABLE.fullmatch(handle)
    return match["name"] if match else ""


def rows_left_out(handle: str) -> int:
    """How many rows of a table its handle says cannot be read."""
    match = _OF_TABLE.fullmatch(handle)
    return int((match["out"] or "0").replace(",", "")) if match else 0


def is_set(text: str) -> bool:
    """Whether the text is a handle of a set."""
    return bool(_OF_SET.fullmatch(text))


def is_lost(text: object) -> bool:
    """Whether this is a handle of something that this process does not hold."""
    return isinstance(text, str) and bool(table_name(text) or is_set(text)) and not is_held(text)


def is_held(handle: str) -> bool:
    """Whether this process holds what the handle stands for, a set with all its tables."""
    tables = _sets.get(handle)
    return handle in _tables if tables is None else all(each in _tables for each in tables.values())


def example(of: TableSet) -> str:
    """How a user puts such a set together."""
    first = of.own[0]
    return f'={of.function}("{first.name}", {first.excel_name}[#All], …)'


def _held(shelf: Shelf[Held], handle: str) -> Held:
    found = shelf.get(handle)
    if found is None:
        raise NoData(f"“{handle}” was loaded by an earlier session of Python. Press Refresh to load it again.")
    return found


def _place_of(name: str, handle: str) -> tuple[str, str]:
    """Where something is loaded; a caller that is no cell supersedes nothing."""
    return _place.get() or handle, name


def _no_set(value: Any, of: TableSet) -> MedOfficeError:
    name = table_name(value) if isinstance(value, str) else ""
    if name:
        return BadArgument(
            f'“{value}” is one table; {of.name} is a set of them: the name {of.name}, or ={of.function}("{name}", …).'
        )
    return BadArgument(f"“{of.name}” takes a set of tables: the name {of.name}, or ranges by name, {example(of)}.")


def _digest(frame: pd.DataFrame) -> str:
    """A short hash of the frame's content, the same in every process."""
    rows = pd.util.hash_pandas_object(frame, index=False).to_numpy()
    return hashlib.blake2b(rows.tobytes(), digest_size=6).hexdigest()
