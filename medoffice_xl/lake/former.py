"""Rows of a ledger that an earlier version of the program wrote: read once, to be written as this one's."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from medoffice_xl.errors import LedgerError
from medoffice_xl.lake.columns import PLACE, arrow_type, with_place
from medoffice_xl.lake.manifest import Part
from medoffice_xl.lake.part_checks import check_parts, damaged
from medoffice_xl.lake.parts import frame_of_arrow, in_order
from medoffice_xl.tables import Table, empty_frame


def former_rows(folder: Path, table: Table, parts: Sequence[Part]) -> pd.DataFrame:
    """All rows of a table; columns that the earlier version had not are empty. Raises LedgerError."""
    import pyarrow as pa  # noqa: PLC0415  (cell functions import without it)

    check_parts(folder, table, parts)
    if not parts:
        return empty_frame(table)
    rows = in_order(pa.concat_tables([_read(folder, table, part) for part in parts]))
    return frame_of_arrow(table, rows.drop_columns([PLACE]), table.names)


def _read(folder: Path, table: Table, part: Part) -> Any:
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    names = [*table.names, PLACE]
    try:
        with pq.ParquetFile(folder / part.file) as file:
            there = set(file.schema_arrow.names)
            rows = file.read([name for name in names if name in there])
        for name in names:
            if name not in there:
                rows = rows.append_column(name, _blank(table, name, len(rows)))
        return rows.select(names).cast(with_place(table, table.names))
    except (pa.ArrowException, OSError, KeyError, ValueError) as error:
        raise LedgerError(damaged(folder, table, part, "no whole Parquet file of that version")) from error


def _blank(table: Table, name: str, rows: int) -> Any:
    import pyarrow as pa  # noqa: PLC0415

    usual = {"str": "", "int64": 0}.get(str(empty_frame(table)[name].dtype))
    return pa.repeat(pa.scalar(usual, arrow_type(table, name)), rows)
