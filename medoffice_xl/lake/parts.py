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
from medoffice_xl.lake.manifest import UNDATED, Part
from medoffice_xl.tables import Kind, Table, empty_frame

PLACE = "place_in_table"
"""The column that puts rows in order; no table has one of this name."""

_AS = {
    Kind.TEXT: "large_string",
    Kind.DATE: "timestamp[us]",
    Kind.MONEY: "int64",
    Kind.PRICE: "int64",
    Kind.WHOLE: "int64",
    Kind.NUMBER: "float64",
    Kind.RATE: "float64",
}
"""What a column of each kind is in a file, as Arrow calls it."""

_ROWS_OF_A_GROUP = 131_072


def arrow_schema(table: Table, columns: Sequence[str]) -> Any:
    """Some of a table's columns, as a file holds them."""
    import pyarrow as pa  # noqa: PLC0415  (cell functions import without it)

    return pa.schema([(name, pa.type_for_alias(_AS[table[name].kind])) for name in columns])


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
            raise LedgerError(_damaged(folder, table, part, f"{size:,} bytes of {part.size:,}"))


def check_contents(folder: Path, table: Table, parts: Sequence[Part]) -> None:
    """The same, and every byte as it was written."""
    check_parts(folder, table, parts)
    for part in parts:
        with (folder / part.file).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != part.digest:
                raise LedgerError(_damaged(folder, table, part, "other bytes than were written"))


def read_parts(folder: Path, table: Table, parts: Sequence[Part], columns: Sequence[str]) -> pd.DataFrame:
    """The rows of these files as a frame of some of the table's columns, in the order of the table."""
    return read_places(folder, table, parts, columns)[0]


def read_places(
    folder: Path, table: Table, parts: Sequence[Part], columns: Sequence[str]
) -> tuple[pd.DataFrame, "np.typing.NDArray[np.int64]"]:
    """The same, with the number that puts each row into its place."""
    import pyarrow as pa  # noqa: PLC0415

    check_parts(folder, table, parts)
    if not parts:
        return empty_frame(table)[list(columns)], np.zeros(0, dtype="int64")
    rows = pa.concat_tables([_read(folder, table, part, [*columns, PLACE]) for part in parts])
    place = rows.column(PLACE).to_numpy()
    rows = rows.drop_columns([PLACE])
    if (np.diff(place) < 0).any():
        order = np.argsort(place, kind="stable")
        place, rows = place[order], rows.take(pa.array(order))
    return frame_of_arrow(table, rows, columns), place


def frame_of_arrow(table: Table, rows: Any, columns: Sequence[str]) -> pd.DataFrame:
    """Arrow's rows as a frame of some of a table's columns; whole numbers never become floats on the way."""
    import pyarrow as pa  # noqa: PLC0415

    types = empty_frame(table)[list(columns)].dtypes.to_dict()
    nullable = {pa.int64(): pd.Int64Dtype()}
    frame: pd.DataFrame = rows.to_pandas(types_mapper=nullable.get, split_blocks=True, self_destruct=True)
    return frame[list(columns)].astype(types)


def _read(folder: Path, table: Table, part: Part, columns: list[str]) -> Any:
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        with pq.ParquetFile(folder / part.file) as file:
            there = set(file.schema_arrow.names)
            rows = file.read([name for name in columns if name in there])
    except (pa.ArrowInvalid, OSError) as error:
        raise LedgerError(_damaged(folder, table, part, "no whole Parquet file")) from error
    for name in columns:
        if name not in there:  # a column that an earlier version did not have
            rows = rows.append_column(name, _blank(table, name, len(rows)))
    return rows.select(columns)


def _blank(table: Table, name: str, rows: int) -> Any:
    import pyarrow as pa  # noqa: PLC0415

    usual = {"str": "", "int64": 0}.get(str(empty_frame(table)[name].dtype))
    return pa.repeat(pa.scalar(usual, pa.type_for_alias(_AS[table[name].kind])), rows)


def _damaged(folder: Path, table: Table, part: Part, how: str) -> str:
    return (
        f"The file {part.file} of the ledger {folder} is damaged ({how}): {part.rows:,} rows of {table.sheet}, "
        f"{_month(part)}. Restore the folder from a backup; nothing was changed."
    )


def _month(part: Part) -> str:
    return "rows without a day" if part.month == UNDATED else f"month {part.month}"
