"""Tables cross the border to a host once.

`LOAD_TABLE` keeps a table's frame here and hands the sheet a short text, the handle, that carries a hash of the
content; `LOAD_SET` does the same for tables that belong together. Every other formula takes a set's handle. When a row
changes, the handles' texts change, and the host's own dependency graph recalculates what depends on them.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import pandas as pd

from medoffice_xl.cells.error_cells import hand_on
from medoffice_xl.cells.shelf import Shelf
from medoffice_xl.contracts.near import near
from medoffice_xl.errors import BadArgument, MedOfficeError, NoData
from medoffice_xl.ledger.unchanging import unchanging
from medoffice_xl.sets import SETS, Tables, TableSet, narrowest
from medoffice_xl.tables import TABLES, Table, frame_from_cells

_OF_TABLE = re.compile(r"(?P<name>\w+) [\d,]+ rows #[0-9a-f]+")
_OF_SET = re.compile(r"(?P<name>\w+) \d+ tables #[0-9a-f]+")

NOT_HELD = "“{}” was loaded by an earlier session of Python. Press Refresh to load it again."

_tables: Shelf[pd.DataFrame] = Shelf()
_sets: Shelf[Mapping[str, str]] = Shelf()
"""Of each set the handles of its tables, by their names."""

_place: ContextVar[str] = ContextVar("place", default="")


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What a set is made of: tables given by name, and those of whole sets or handles beside them."""

    by_name: dict[str, str]
    others: dict[str, str]


@contextmanager
def loading_at(place: str) -> Iterator[None]:
    """Whatever is loaded within is loaded by the cell of this name, and supersedes what it loaded before."""
    token = _place.set(place)
    try:
        yield
    finally:
        _place.reset(token)


def load_table(name: str, cells: Any) -> str:
    """Keep a table given with its header row; return its handle, such as `charges 12,345 rows #1f2e3d4c`."""
    table = _named(name)
    rows = _rows(cells)
    if not rows:
        raise BadArgument(f"{table.sheet} needs a whole range with its headings, such as {table.excel_name}[#All].")
    _check_headings(table, rows[0])
    frame = frame_from_cells(table, rows[0], rows[1:])[0][table.counted]
    handle = f"{table.name} {len(frame):,} rows #{_digest(frame)}"
    if handle not in _tables:
        unchanging(frame)
    _tables.put(_place_of(table.name, handle), handle, frame)
    return handle


def load_set(name: str, *given: Any) -> str:
    """Keep tables as one set; return its handle, such as `Practice 20 tables #1f2e3d4c`.

    `given` are pairs of a table's name and its range or handle; and, without a name, handles of tables and of other
    sets, or ranges of such handles. What is given by name counts before a set's own.
    """
    of = _set_named(name)
    gathered = _gather(of, given)
    tables = dict(sorted({**gathered.others, **gathered.by_name}.items()))
    if not tables:
        raise BadArgument(f"{of.function} takes pairs: a table's name and its range, such as {_example(of)}.")
    digest = hashlib.blake2b("\n".join(tables.values()).encode(), digest_size=6).hexdigest()
    handle = f"{of.name} {len(tables)} tables #{digest}"
    _sets.put(_place_of(of.name, handle), handle, tables)
    return handle


def tables_of(value: Any, argument: str) -> Tables:
    """The tables behind a set's handle."""
    handle = _single(value)
    if not isinstance(handle, str) or not _OF_SET.fullmatch(handle):
        raise _no_set(handle, argument)
    tables = _sets.get(handle)
    if tables is None:
        raise NoData(NOT_HELD.format(handle))

    def find(name: str) -> pd.DataFrame | None:
        return _frame(tables[name]) if name in tables else None

    def absent(name: str) -> MedOfficeError:
        function = narrowest([name]).function
        return NoData(
            f"“{handle}” has no table {TABLES[name].sheet}. Give it by its name: "
            f'={function}(…, "{name}", its range with the headings).'
        )

    return Tables(find, tables, absent)


def is_lost(text: object) -> bool:
    """Whether this is a handle of something that this process does not hold."""
    return isinstance(text, str) and _is_handle(text) and not is_held(text)


def is_held(handle: str) -> bool:
    """Whether this process holds what the handle stands for."""
    tables = _sets.get(handle)
    return handle in _tables if tables is None else all(each in _tables for each in tables.values())


def _place_of(name: str, handle: str) -> tuple[str, str]:
    """Where something is loaded; a caller that is no cell supersedes nothing."""
    return _place.get() or handle, name


def _frame(handle: str) -> pd.DataFrame:
    frame = _tables.get(handle)
    if frame is None:
        raise NoData(NOT_HELD.format(handle))
    return frame


def _gather(of: TableSet, given: Sequence[Any]) -> _Gathered:
    gathered = _Gathered({}, {})
    values = iter(given)
    for value in values:
        hand_on(value, "tables")
        single = _single(value)
        if single is None or single == "":
            continue
        if isinstance(single, str) and not _is_handle(single):
            table = _named(single, of)
            if table.name in gathered.by_name:
                raise BadArgument(f"The table {table.sheet} ({table.name}) is given twice.")
            gathered.by_name[table.name] = _one(table, next(values, None))
            continue
        for handle in _handles(single, of):
            _take(gathered.others, handle, of)
    return gathered


def _take(others: dict[str, str], handle: str, of: TableSet) -> None:
    """Add a table's handle, or the handles of a set's tables, as far as they belong to this set."""
    if (match := _OF_TABLE.fullmatch(handle)) is not None:
        _named(match["name"], of)
        found: Mapping[str, str] = {match["name"]: handle}
    else:
        found = _known_set(handle)
    for name, each in found.items():
        if name not in of.tables:
            continue
        if others.setdefault(name, each) != each:
            raise BadArgument(
                f"The table {TABLES[name].sheet} ({name}) is given twice, in two versions. Give it by its name to say "
                "which counts."
            )


def _one(table: Table, value: Any) -> str:
    """The handle of a table that is given by name: as a range, as its own handle, or within a set."""
    hand_on(value, table.name)
    content = _single(value)
    if not isinstance(content, str):
        return load_table(table.name, content)
    if (match := _OF_TABLE.fullmatch(content)) is not None:
        if match["name"] != table.name:
            raise BadArgument(f"“{content}” is not the table {table.sheet}.")
        _frame(content)
        return content
    if not _OF_SET.fullmatch(content):
        raise BadArgument(f"“{content}” is not the table {table.sheet}: give its range with the headings.")
    tables = _known_set(content)
    if table.name not in tables:
        raise NoData(f"“{content}” has no table {table.sheet}.")
    return tables[table.name]


def _known_set(handle: str) -> Mapping[str, str]:
    tables = _sets.get(handle)
    if tables is None:
        raise NoData(NOT_HELD.format(handle))
    return tables


def _handles(value: Any, of: TableSet) -> list[str]:
    """The handles of a range that holds nothing else."""
    cells = [cell for row in _rows(value) for cell in row if cell not in (None, "")] or [value]
    for cell in cells:
        hand_on(cell, "tables")
        if not isinstance(cell, str) or not _is_handle(cell):
            raise BadArgument(
                f"Before a range stands the name of its table, such as {_example(of)}. Found instead: {str(cell)[:60]}."
            )
    if isinstance(value, str):
        return [value]
    return cells


def _is_handle(text: str) -> bool:
    return bool(_OF_TABLE.fullmatch(text) or _OF_SET.fullmatch(text))


def _named(name: str, of: TableSet | None = None) -> Table:
    """The table of this name; the name of its sheet and of its cell on the sheet Handles will do as well."""
    plain = _plain(name)
    tables = TABLES if of is None else of.tables
    for table in tables.values():
        if plain in (_plain(table.name), _plain(table.sheet)):
            return table
    alike = near(name, list(tables), 3)
    hint = f" Near it: {', '.join(alike)}." if alike else ""
    where = "no table of this workbook" if of is None else f"no table of {of.name}"
    raise BadArgument(f"“{name}” is {where}.{hint} There are: {', '.join(tables)}.")


def _set_named(name: str) -> TableSet:
    for each in SETS.values():
        if each.name.casefold() == name.strip().casefold():
            return each
    raise BadArgument(f"“{name}” is no set of tables. There are: {', '.join(SETS)}.")


def _plain(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())


def _no_set(value: Any, argument: str) -> MedOfficeError:
    of = SETS[argument]
    if isinstance(value, str) and (match := _OF_TABLE.fullmatch(value)):
        return BadArgument(
            f"“{value}” is one table; {argument} is a set of them: the name {argument}, or ={of.function}"
            f'("{match["name"]}", …).'
        )
    return BadArgument(f"“{argument}” takes a set of tables: the name {argument}, or ranges by name, {_example(of)}.")


def _example(of: TableSet) -> str:
    first = of.own[0]
    return f'={of.function}("{first.name}", {first.excel_name}[#All], …)'


def _digest(frame: pd.DataFrame) -> str:
    """A short hash of the frame's content, the same in every process."""
    rows = pd.util.hash_pandas_object(frame, index=False).to_numpy()
    return hashlib.blake2b(rows.tobytes(), digest_size=6).hexdigest()


def _single(value: Any) -> Any:
    while isinstance(value, list | tuple) and len(value) == 1:
        value = value[0]
    return value


def _rows(cells: Any) -> list[Sequence[Any]]:
    if not isinstance(cells, list | tuple) or not cells:
        return []
    return list(cells) if isinstance(cells[0], list | tuple) else [cells]


def _check_headings(table: Table, header: Sequence[Any]) -> None:
    """Raise BadArgument where a column that the table cannot do without is missing."""
    there = {str(cell).strip().casefold() for cell in header if cell not in (None, "")}
    missing = [
        column.header
        for column in table
        if column.required and column.counts and not {column.header.casefold(), column.name.casefold()} & there
    ]
    if missing:
        raise BadArgument(
            f"This is not the table {table.sheet}: its headings lack {', '.join(missing)}. Give the whole range with "
            f"its first row, such as {table.excel_name}[#All]."
        )
