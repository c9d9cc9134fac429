"""What LOAD_TABLE, LOAD_SET and the sets' own functions do: ranges in, handles out.

A set takes pairs of a table's name and its content: a range, the table's handle, or a set that has it. Handles say
themselves what they are, so they also stand without a name, alone or as a range of nothing else. Nothing is guessed
from headings.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from medoffice_xl.cells.error_cells import hand_on
from medoffice_xl.cells.handles import (
    check_held,
    example,
    is_set,
    keep_set,
    keep_shelved,
    keep_table,
    loading_at,
    set_of,
    table_name,
)
from medoffice_xl.cells.raw_values import rows_of, single
from medoffice_xl.contracts.did_you_mean import did_you_mean
from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.lake import Lake, Shelved, open_told
from medoffice_xl.lake.typed_beside import typed_beside
from medoffice_xl.sets import SETS, TableSet
from medoffice_xl.tables import TABLES, Table
from medoffice_xl.tables.frames import read_cells


def load_table(name: str, cells: Any, ledger: str = "") -> str:
    """Keep the table of this name, given with its header row, or in a ledger that has it; returns its handle."""
    table = _named(name, TABLES, "no table of this workbook")
    if ledger:
        lake = open_told(ledger)
        if table.name in lake:
            return keep_shelved(lake.shelved(table.name), _typed(lake, table, rows_of(cells)))
    rows = rows_of(cells)
    if not rows:
        raise BadArgument(f"{table.sheet} needs a whole range with its headings, such as {table.excel_name}[#All].")
    _check_headings(table, rows[0])
    read = read_cells(table, rows[0], rows[1:])
    return keep_table(table, read.frame, len(read.left_out))


def _typed(lake: Lake, table: Table, rows: Sequence[Sequence[Any]]) -> int:
    """How many rows on the table's sheet are not in the ledger, or cannot be read."""
    if not rows:
        return 0
    read = read_cells(table, rows[0], rows[1:])
    return len(read.left_out) + len(typed_beside(lake, table, read.frame))


def load_read(table: Table, header: Sequence[Any], read: Callable[[], tuple[pd.DataFrame, int]], place: str) -> str:
    """Keep a table that is read past the cell at `place`, which would load it; returns its handle.

    `read` gives its rows, and how many are left out because they cannot be read.
    """
    _check_headings(table, header)
    with loading_at(place):
        return keep_table(table, *read())


def load_beside(shelved: Shelved, place: str, typed: int = 0) -> str:
    """Keep a table of a ledger, past the cell at `place`, which would load it; returns its handle.

    It says how many rows were `typed` on the sheet that shows it.
    """
    with loading_at(place):
        return keep_shelved(shelved, typed)


def load_set(name: str, *given: Any) -> str:
    """Keep tables as the set of this name; returns its handle. What is given by name counts before a set's own."""
    of = _set_named(name)
    named, others = _gather(of, given)
    tables = _together(others, named) | named
    if not tables:
        raise BadArgument(f"{of.function} takes pairs: a table's name and its range, such as {example(of)}.")
    return keep_set(of, tables)


def _gather(of: TableSet, given: Sequence[Any]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Handles of tables given by name; and names and handles of those that came without one."""
    named: dict[str, str] = {}
    others: list[tuple[str, str]] = []
    values = iter(given)
    for value in values:
        hand_on(value, "tables")
        alone = single(value)
        if isinstance(alone, str) and alone and not _is_handle(alone):
            table = _named(alone, of.tables, f"no table of {of.name}")
            if table.name in named:
                raise BadArgument(f"The table {table.sheet} ({table.name}) is given twice.")
            named[table.name] = _content(table, next(values, None))
        else:
            others += [pair for handle in _handles(alone, of) for pair in _tables_behind(handle, of)]
    return named, others


def _content(table: Table, value: Any) -> str:
    """The handle of a table that is given by name."""
    hand_on(value, table.name)
    content = single(value)
    if not isinstance(content, str):
        return load_table(table.name, content)
    if is_set(content):
        tables = set_of(content)
        if table.name not in tables:
            raise NoData(f"“{content}” has no table {table.sheet}.")
        return tables[table.name]
    if table_name(content) != table.name:
        raise BadArgument(f"“{content}” is not the table {table.sheet}: give its range with the headings.")
    check_held(content)
    return content


def _handles(value: Any, of: TableSet) -> list[str]:
    """The handles in a range that holds nothing else; none of what is empty."""
    cells = [cell for row in rows_of(value) or [[value]] for cell in row if cell not in (None, "")]
    for cell in cells:
        hand_on(cell, "tables")
        if not isinstance(cell, str) or not _is_handle(cell):
            raise BadArgument(
                f"Before a range stands the name of its table, such as {example(of)}. Found instead: {str(cell)[:60]}."
            )
    return cells


def _tables_behind(handle: str, of: TableSet) -> list[tuple[str, str]]:
    """Name and handle of the table, or of those tables of another set that belong to this one."""
    if is_set(handle):
        return [(name, each) for name, each in set_of(handle).items() if name in of.tables]
    name = _named(table_name(handle), of.tables, f"no table of {of.name}").name
    check_held(handle)
    return [(name, handle)]


def _together(others: Iterable[tuple[str, str]], named: Mapping[str, str]) -> dict[str, str]:
    """The tables given without a name; two versions of one are a mistake, unless a name says which counts."""
    tables: dict[str, str] = {}
    for name, handle in others:
        if tables.setdefault(name, handle) != handle and name not in named:
            raise BadArgument(
                f"The table {TABLES[name].sheet} ({name}) is given twice, in two versions. Give it by its name to say "
                "which counts."
            )
    return tables


def _is_handle(text: str) -> bool:
    return is_set(text) or bool(table_name(text))


def _named(name: str, tables: Mapping[str, Table], what_else: str) -> Table:
    """The table of this name, in upper or lower case; its sheet's name will do as well."""
    plain = _plain(name)
    for table in tables.values():
        if plain in (_plain(table.name), _plain(table.sheet)):
            return table
    alike = did_you_mean(name.casefold(), tables, 3)
    hint = f" Near it: {', '.join(alike)}." if alike else ""
    raise BadArgument(f"“{name}” is {what_else}.{hint} There are: {', '.join(tables)}.")


def _set_named(name: str) -> TableSet:
    for each in SETS.values():
        if each.name.casefold() == name.strip().casefold():
            return each
    raise BadArgument(f"“{name}” is no set of tables. There are: {', '.join(SETS)}.")


def _plain(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())


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
