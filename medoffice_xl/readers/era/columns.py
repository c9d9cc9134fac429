"""oxedi's columns as plain ones: text without nulls, money as int64 cents, days, numbers.

oxedi gives bytes, 128-bit decimals and 32-bit days through the Arrow interface; all of it is turned whole columns
at a time, without a Python object a value.
"""

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from medoffice_xl.day_limits import FIRST_DAY, LAST_DAY, within_limits
from medoffice_xl.money import MOST_CENTS

Array = np.ndarray[Any, np.dtype[Any]]


def as_table(table: pa.Table) -> pa.Table:
    """An oxedi table with its columns as plain ones; row numbers of parents stay, -1 where there is none."""
    return pa.table({name: _plain(table.column(name)) for name in table.column_names})


def numbers(table: pa.Table, name: str) -> Array:
    """A column without nulls, or of floats or days, as a numpy array."""
    values: Array = table.column(name).to_numpy()
    return values


def cents(table: pa.Table, name: str) -> Array:
    """A money column as int64 cents, 0 where there is none: what is missing is reported, and adds nothing."""
    values: Array = pc.fill_null(table.column(name), 0).to_numpy()
    return values


def texts(table: pa.Table, name: str) -> pa.Array:
    """A text column as one array."""
    return whole(table.column(name))


def whole(column: pa.ChunkedArray) -> pa.Array:
    """A column as one array, without a copy where it is one already."""
    return column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()


def segment_of(table: pa.Table, row: int) -> int:
    """The number of the segment a row stands in, from 1 in the file."""
    return int(table.column("segment")[row].as_py())


def text_of(table: pa.Table, name: str, row: int) -> str:
    """One text of a table."""
    return str(table.column(name)[row].as_py())


def where(mask: Array) -> list[int]:
    """The rows at which a mask is true."""
    return [int(row) for row in np.flatnonzero(mask)]


def side_by_side(*parts: pa.Array, between: str) -> pa.Array:
    """Texts put together row by row."""
    return pc.binary_join_element_wise(*parts, pa.scalar(between, pa.large_string()))


def empty(column: pa.Array) -> bool:
    """Whether no text of a column says anything."""
    return not len(column) or pc.max(pc.binary_length(column)).as_py() == 0


def blank(rows: int) -> pa.Array:
    """A text column that says nothing."""
    return pa.repeat(pa.scalar("", pa.large_string()), rows)


def spread(values: pa.Array, places: pa.Array) -> pa.Array:
    """The values at these places, as one column."""
    return blank(len(places)) if empty(values) else values.take(places)


def spaced(*parts: pa.Array) -> pa.Array:
    """Texts put together row by row, parted by one blank, empty ones left out."""
    said, *more = parts
    for part in more:
        if empty(part):
            continue
        both = pc.and_(pc.not_equal(said, ""), pc.not_equal(part, ""))
        gap = pc.if_else(both, pa.scalar(" ", pa.large_string()), pa.scalar("", pa.large_string()))
        said = pc.binary_join_element_wise(said, part, gap)
    return said


def cents_as_text(cents: Array) -> pa.Array:
    """Cents as dollars with two decimals: 8895 is "88.95"."""
    decimals = np.empty((len(cents), 2), dtype="<i8")
    decimals[:, 0] = cents
    decimals[:, 1] = cents >> 63
    array = pa.Array.from_buffers(pa.decimal128(38, 2), len(cents), [None, pa.py_buffer(decimals)])
    return pc.cast(array, pa.large_string())


def joined(owner: Array, owners: int, values: pa.Array, between: str) -> pa.Array:
    """The texts of each owner (0 to `owners` − 1), in order, joined; "" for an owner without any."""
    if len(owner) and (owner[1:] < owner[:-1]).any():
        order = np.argsort(owner, kind="stable")
        values = values.take(pa.array(order))
    ends = np.concatenate(([0], np.cumsum(np.bincount(owner, minlength=owners))))
    lists = pa.LargeListArray.from_arrays(pa.array(ends, pa.int64()), values)
    return pc.binary_join(lists, pa.scalar(between, pa.large_string()))


def _plain(column: pa.ChunkedArray) -> pa.Array:
    array = whole(column)
    kind = array.type
    if pa.types.is_binary(kind):
        return _text(array)
    if pa.types.is_decimal(kind):
        return _cents(array) if kind.scale == 2 else pc.cast(array, pa.float64())
    if pa.types.is_date(kind):
        return _days(array)
    return pc.fill_null(array, -1) if array.null_count else array


def _text(array: pa.Array) -> pa.Array:
    if array.null_count == len(array):
        return blank(len(array))
    try:
        plain = pc.cast(array, pa.large_string())
    except pa.ArrowInvalid:
        plain = pa.array([None if value is None else decoded(value) for value in array.to_pylist()], pa.large_string())
    return pc.fill_null(plain, "") if plain.null_count else plain


def decoded(value: bytes) -> str:
    """Bytes as text: UTF-8, or else Windows' alphabet."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("cp1252", "replace")


def _days(array: pa.Array) -> pa.Array:
    """Days; null where one is none that books can hold."""
    ends = pc.min_max(array)
    first, last = ends["min"].as_py(), ends["max"].as_py()
    if first is not None and not (within_limits(first) and within_limits(last)):
        held = pc.and_(pc.greater_equal(array, pa.scalar(FIRST_DAY)), pc.less_equal(array, pa.scalar(LAST_DAY)))
        array = pc.if_else(held, array, pa.scalar(None, array.type))
    return pc.cast(array, pa.timestamp("us"))


def _cents(array: pa.Array) -> pa.Array:
    """The low halves of the 128-bit numbers; null where a number does not fit."""
    halves = np.frombuffer(array.buffers()[1], dtype="<i8").reshape(-1, 2)[array.offset : array.offset + len(array)]
    low = halves[:, 0]
    fits = (halves[:, 1] == low >> 63) & (low > -MOST_CENTS) & (low < MOST_CENTS)
    missing = ~fits
    if array.null_count:
        missing |= array.is_null().to_numpy(zero_copy_only=False)
    return pa.array(low, pa.int64(), mask=missing if missing.any() else None)
