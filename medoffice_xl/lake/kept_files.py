"""Rows that DuckDB puts aside in files of this process's own room, and reads again as they were."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any


def put_aside(rows: Any, target: Path, **options: Any) -> None:
    """Write a relation as Parquet: to a file, or by `partition_by` to files of a folder.

    Sums of whole numbers have 128 bits, for which a file has no type: they are written as whole numbers of 64 bits.
    """
    rows.project(", ".join(map(_as_held, rows.columns, rows.types))).write_parquet(str(target), **options)


def read_again(files: Sequence[Path]) -> str:
    """The SQL for the rows of these files. Names of folders on the way to them are no columns."""
    return f"FROM read_parquet([{', '.join(map(_quoted, files))}], hive_partitioning=false)"


def _as_held(name: str, kind: object) -> str:
    quoted = '"' + name.replace('"', '""') + '"'
    return f"CAST({quoted} AS BIGINT) AS {quoted}" if str(kind) == "HUGEINT" else quoted


def _quoted(file: Path) -> str:
    return "'" + str(file).replace("'", "''") + "'"
