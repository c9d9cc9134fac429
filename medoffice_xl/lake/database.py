"""DuckDB over a ledger's files: embedded, in this process, with no server and no file of its own.

All tables hang on one connection, because rows of two of them are stacked.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from medoffice_xl.lake.manifest import Part
from medoffice_xl.lake.parts import arrow_schema
from medoffice_xl.tables import Table


@cache
def connection() -> Any:
    """This process's own connection."""
    import duckdb  # noqa: PLC0415  (cell functions import without it)

    return duckdb.connect(config={"preserve_insertion_order": False})


def relation(folder: Path, table: Table, parts: Sequence[Part], columns: Sequence[str]) -> Any:
    """Rows of a table, which DuckDB reads from the files column by column when they are asked for."""
    if not parts:
        return connection().from_arrow(arrow_schema(table, columns).empty_table())
    files = [str(folder / part.file) for part in parts]
    quoted = ", ".join(f'"{name}"' for name in columns)
    return connection().read_parquet(files, hive_partitioning=False).project(quoted)
