"""DuckDB over a ledger's files: embedded, in this process, with no server and no file of its own.

All tables hang on one connection, because rows of two of them are stacked. A connection answers one question at a time,
and a host may ask from several threads: whoever asks does so `one_at_a_time`.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from threading import RLock
from typing import Any
from weakref import finalize

from medoffice_xl.errors import LedgerError
from medoffice_xl.lake.columns import PLACE, with_place
from medoffice_xl.lake.manifest import Part
from medoffice_xl.lake.part_checks import check_contents
from medoffice_xl.lake.room import before_leaving, own_room
from medoffice_xl.tables import Table

MEMORY = "15%"
"""DuckDB's share of this computer's memory; the rest is for frames made of its rows, and for the spreadsheet."""


@cache
def connection() -> Any:
    """This process's own connection. What does not fit into its memory it puts on the disk, in a room of its own."""
    import duckdb  # noqa: PLC0415  (cell functions import without it)

    config = {
        "preserve_insertion_order": False,
        "memory_limit": MEMORY,
        "temp_directory": str(own_room()),
        "arrow_large_buffer_size": True,  # text as frames hold it, so that it is not copied
    }
    made = duckdb.connect(config=config)
    made.execute("SET enable_progress_bar = false")  # it would stand among what a program is told: Python runs by `-c`
    before_leaving(made.close)
    return made


@contextmanager
def told_in_words() -> Iterator[None]:
    """Raise LedgerError with what to do where DuckDB finds no more room, or a file that is not as it was written."""
    try:
        yield
    except Exception as error:
        said = _in_words(error)
        if not said:
            raise
        raise LedgerError(said) from error


def _in_words(error: Exception) -> str:
    """What DuckDB's error means and what to do; nothing where it is another's, or a fault of ours."""
    duckdb = sys.modules.get("duckdb")  # where it is not loaded, nothing was asked of it
    if duckdb is None or not isinstance(error, duckdb.Error):
        return ""
    told = str(error)
    named = _A_FILE.search(told)
    is_gone = any(words in told for words in _CANNOT_OPEN)
    if named and is_gone and Path(named[0]).is_relative_to(own_room()) and not Path(named[0]).exists():
        return (
            f"A file that was put aside in {own_room().parent} is gone: a program that clears temporary files took it. "
            "Close the workbook, open it again and press Refresh; nothing was changed."
        )
    if isinstance(error, duckdb.OutOfMemoryException) or str(own_room()) in told:
        return (
            "There is not enough room for this over the ledger: what does not fit into memory goes on the disk, in "
            f"{own_room().parent}, and there it did not fit. Make room on that disk, or end other programs, and "
            "try again; nothing was changed."
        )
    # What unpacks a column has no kind of error of its own.
    of_files = duckdb.IOException, duckdb.InvalidInputException, duckdb.SerializationException
    if isinstance(error, of_files) or type(error) is duckdb.Error:
        return _whats_wrong(named[0] if named else "")
    return ""


def _whats_wrong(named: str) -> str:
    """Which file is not as it was written, with its rows; DuckDB's error names it by its path, or not at all.

    Nothing where it names none and all are whole: then the question was at fault.
    """
    for folder, table, parts in reversed([*_open.values()]):
        meant = [part for part in parts if not named or folder / part.file == Path(named)]
        try:
            check_contents(folder, table, meant)
        except LedgerError as error:
            return str(error)
    if not named:
        return ""
    return (
        f"The file {named} of the ledger could not be read, and is whole by now: its drive was away, or another "
        "program held it. Try again; nothing was changed."
    )


_open: dict[int, tuple[Path, Table, Sequence[Part]]] = {}
"""The files of the relations that there are, in the order in which they were made."""

_CANNOT_OPEN = ("Cannot open file", "No files found")
"""What DuckDB says of a file that is not there; a write that failed it tells otherwise."""

_A_FILE = re.compile(r"[^'\"\[\]\n]+\.parquet")


_numbers = count()

one_at_a_time = RLock()
"""Held while figures are made, which may ask the connection: a second thread waits, and finds what both need made."""


def relation(folder: Path, table: Table, parts: Sequence[Part], columns: Sequence[str]) -> Any:
    """Rows of a table, with their places, which DuckDB reads from the files column by column when asked for."""
    if not parts:
        return connection().from_arrow(with_place(table, columns).empty_table())
    files = [str(folder / part.file) for part in parts]
    quoted = ", ".join(f'"{name}"' for name in (*columns, PLACE))
    made = connection().read_parquet(files, hive_partitioning=False).project(quoted)
    number = next(_numbers)
    _open[number] = folder, table, parts
    finalize(made, _open.pop, number, None).atexit = False
    return made


@contextmanager
def named(**relations: Any) -> Iterator[dict[str, str]]:
    """Names for relations of this connection, to be used in SQL while the block lasts; one more, `made`, is free."""
    number = next(_numbers)
    names = {name: f"{name}_{number}" for name in (*relations, "made")}
    for name, rows in relations.items():
        rows.create_view(names[name])
    try:
        yield names
    finally:
        for name in relations:
            connection().execute(f"DROP VIEW {names[name]}")
        connection().execute(f"DROP TABLE IF EXISTS {names['made']}")
