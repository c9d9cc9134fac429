"""Whether a ledger's files are what it says they are: there, of their length, of their bytes, of its tables' columns.

Whoever reads rows asks first, whatever is to read them: DuckDB and Spark take the first file's word for what all of
them hold, and fit the others to it, so that cents in a column of fractions would be rounded without a word.
"""

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from medoffice_xl.errors import LedgerError
from medoffice_xl.files.words import in_words
from medoffice_xl.lake.columns import with_place
from medoffice_xl.lake.manifest import UNDATED, Part
from medoffice_xl.tables import Table

_KNOWN_FILES = 4_096
"""Files whose columns a process remembers: thirty years of every table, and of a group's practices some."""


def check_parts(folder: Path, table: Table, parts: Sequence[Part]) -> None:
    """Raise LedgerError that names the first file that is not there, or not as long as it was written."""
    for part in parts:
        try:
            size = (folder / part.file).stat().st_size
        except OSError:
            raise LedgerError(
                f"The ledger {folder} lacks the file {part.file}: {part.rows:,} rows of {table.sheet}, {_month(part)}. "
                "Restore the folder from a backup; nothing was changed."
            ) from None
        if size != part.size:
            raise LedgerError(damaged(folder, table, part, f"{size:,} bytes of {part.size:,}"))


def check_columns(folder: Path, table: Table, parts: Sequence[Part]) -> None:
    """The same, and that each file has the rows it is to have, in the table's columns and in no others."""
    check_parts(folder, table, parts)
    expected = dict(_shape(with_place(table, table.names)))
    for part in parts:
        rows, there = _footer(folder, table, part)
        if wrong := list(_differences(table, expected, dict(there))):
            _check_bytes(folder, table, part)
            raise LedgerError(
                f"The file {part.file} of the ledger {folder} is not as this version of medoffice_xl writes it: "
                f"{'; '.join(wrong)}. {_whose(table, part)} Restore the folder from a backup, or use the version that "
                "wrote it; nothing was changed."
            )
        if rows != part.rows:
            raise LedgerError(damaged(folder, table, part, f"{rows:,} rows of {part.rows:,}"))


def check_contents(folder: Path, table: Table, parts: Sequence[Part]) -> None:
    """The same, and every byte as it was written."""
    check_parts(folder, table, parts)
    for part in parts:
        _check_bytes(folder, table, part)
    check_columns(folder, table, parts)


def damaged(folder: Path, table: Table, part: Part, how: str) -> str:
    """That a file is not as it was written, whose rows it holds, and what to do."""
    return (
        f"The file {part.file} of the ledger {folder} is damaged ({how}): {part.rows:,} rows of {table.sheet}, "
        f"{_month(part)}. Restore the folder from a backup; nothing was changed."
    )


def _check_bytes(folder: Path, table: Table, part: Part) -> None:
    try:
        with (folder / part.file).open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise LedgerError(damaged(folder, table, part, f"it cannot be read: {in_words(error)}")) from error
    if digest != part.digest:
        raise LedgerError(damaged(folder, table, part, "other bytes than were written"))


_Shape = tuple[tuple[str, str], ...]
"""Columns, each with what it holds in words."""


def _differences(table: Table, expected: dict[str, str], there: dict[str, str]) -> Iterator[str]:
    headers = {column.name: f"{column.header} ({column.name})" for column in table}
    for name, kind in expected.items():
        if name not in there:
            yield f"it lacks the column {headers.get(name, name)}"
        elif there[name] != kind:
            yield f"its column {headers.get(name, name)} holds {there[name]} where {kind} belong"
    for name in there.keys() - expected.keys():
        yield f"it has the column {name}, which {table.sheet} has not"


def _footer(folder: Path, table: Table, part: Part) -> tuple[int, _Shape]:
    """How many rows a file says it has, and its columns."""
    import pyarrow as pa  # noqa: PLC0415  (cell functions import without it)

    path = folder / part.file
    try:
        return _read_footer(path, part.size, path.stat().st_mtime_ns)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise LedgerError(damaged(folder, table, part, "no whole Parquet file")) from error


@lru_cache(_KNOWN_FILES)
def _read_footer(path: Path, size: int, changed: int) -> tuple[int, _Shape]:
    import pyarrow.parquet as pq  # noqa: PLC0415

    with pq.ParquetFile(path) as file:
        return file.metadata.num_rows, _shape(file.schema_arrow)


def _shape(schema: Any) -> _Shape:
    return tuple((field.name, _in_words(field.type)) for field in schema)


def _in_words(kind: Any) -> str:
    """What a column of this Arrow type holds. Texts differ in how long they may be, which is nothing to a reader."""
    import pyarrow as pa  # noqa: PLC0415

    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        return "texts"
    words = {pa.int64(): "whole numbers", pa.float64(): "numbers", pa.timestamp("us"): "days"}
    return words.get(kind, f"values of the kind {kind}")


def _whose(table: Table, part: Part) -> str:
    return f"It holds {part.rows:,} rows of {table.sheet}, {_month(part)}."


def _month(part: Part) -> str:
    return "rows without a day" if part.month == UNDATED else f"month {part.month}"
