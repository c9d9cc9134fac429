"""A month of a table as a Parquet file, and Parquet files as a frame of the table.

A file holds the table's columns as every backend reads them (text never null, money whole cents, days without a time)
and the place of each row in the whole table, so that months put together again stand in their order.
"""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from medoffice_xl.errors import LedgerError
from medoffice_xl.lake.columns import PLACE, arrow_schema, with_place
from medoffice_xl.lake.manifest import UNDATED, Part
from medoffice_xl.lake.part_checks import check_columns, damaged
from medoffice_xl.tables import Table, empty_frame

_ROWS_OF_A_GROUP = 131_072


def by_month(table: Table, frame: pd.DataFrame) -> Iterator[tuple[str, "np.typing.NDArray[np.intp]"]]:
    """Each month that there is, as 2026-06, with the places of its rows; rows without a day come last."""
    months = frame[table.by_month].dt.strftime("%Y-%m").fillna(UNDATED).to_numpy(dtype=object)
    codes, names = pd.factorize(months, sort=True)
    order = np.argsort(codes, kind="stable")
    ends = np.cumsum(np.bincount(codes, minlength=len(names)))
    for name, first, end in zip(names, [0, *ends], ends, strict=False):
        yield str(name), order[first:end]


def as_parquet(table: Table, frame: pd.DataFrame, place: "np.typing.NDArray[np.int64]") -> bytes:
    """Rows as the bytes of a file: the same rows, the same bytes."""
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    rows = pa.Table.from_pandas(frame[table.names], arrow_schema(table, table.names), preserve_index=False)
    rows = rows.append_column(PLACE, pa.array(place)).replace_schema_metadata(None)
    sink = pa.BufferOutputStream()
    pq.write_table(rows, sink, compression="zstd", row_group_size=_ROWS_OF_A_GROUP)
    content: bytes = sink.getvalue().to_pybytes()
    return content


def part_of(table: Table, month: str, rows: int, content: bytes) -> Part:
    """The entry of a file in the manifest."""
    digest = hashlib.sha256(content).hexdigest()
    return Part(f"{table.name}/month={month}/{digest[:24]}.parquet", month, rows, len(content), digest)


def read_parts(folder: Path, table: Table, parts: Sequence[Part], columns: Sequence[str]) -> pd.DataFrame:
    """The rows of these files as a frame of some of the table's columns, in the order of the table."""
    return read_places(folder, table, parts, columns)[0]


def read_places(
    folder: Path, table: Table, parts: Sequence[Part], columns: Sequence[str]
) -> tuple[pd.DataFrame, "np.typing.NDArray[np.int64]"]:
    """The same, with the number that puts each row into its place."""
    import pyarrow as pa  # noqa: PLC0415

    check_columns(folder, table, parts)
    if not parts:
        return empty_frame(table)[list(columns)], np.zeros(0, dtype="int64")
    rows = in_order(pa.concat_tables([_read(folder, table, part, columns) for part in parts]))
    return frame_of_arrow(table, rows.drop_columns([PLACE]), columns), rows.column(PLACE).to_numpy()


def frame_of_arrow(table: Table, rows: Any, columns: Sequence[str]) -> pd.DataFrame:
    """Arrow's rows as a frame of some of a table's columns; whole numbers never become floats on the way."""
    import pyarrow as pa  # noqa: PLC0415

    types = empty_frame(table)[list(columns)].dtypes.to_dict()
    nullable = {pa.int64(): pd.Int64Dtype()}
    frame: pd.DataFrame = rows.to_pandas(types_mapper=nullable.get, split_blocks=True, self_destruct=True)
    return frame[list(columns)].astype(types)


def in_order(rows: Any, by: str = PLACE) -> Any:
    """Arrow's rows by their places, or by another number."""
    import pyarrow as pa  # noqa: PLC0415

    place = rows.column(by).to_numpy()
    if not (np.diff(place) < 0).any():
        return rows
    return rows.take(pa.array(np.argsort(place, kind="stable")))


def _read(folder: Path, table: Table, part: Part, columns: Sequence[str]) -> Any:
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    wanted = with_place(table, columns)
    try:
        with pq.ParquetFile(folder / part.file) as file:
            return file.read(wanted.names).select(wanted.names).cast(wanted)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise LedgerError(damaged(folder, table, part, "no whole Parquet file")) from error
