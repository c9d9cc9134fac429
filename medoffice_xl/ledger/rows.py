"""A table's rows as every metric reads them: lazily, from whatever frame holds them.

pandas, Polars and DuckDB (any frame that narwhals knows) come out alike: text is never null, days are timestamps,
money is whole cents. Metrics never join: they stack rows and group them, which every backend does the same way.
"""

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any

import narwhals as nw
import pandas as pd

from medoffice_xl.errors import BadArgument
from medoffice_xl.lake.columns import PLACE
from medoffice_xl.lake.parts import frame_of_arrow
from medoffice_xl.sets.unchanging import remembered, unchanging
from medoffice_xl.tables import Kind, Table, empty_frame

Frame = Any
"""A table of the practice in any frame that narwhals knows."""

Rows = nw.LazyFrame[Any]

_AS: dict[Kind, Any] = {
    Kind.TEXT: nw.String(),
    Kind.DATE: nw.Datetime("us"),
    Kind.MONEY: nw.Int64(),
    Kind.PRICE: nw.Int64(),
    Kind.WHOLE: nw.Int64(),
    Kind.NUMBER: nw.Float64(),
    Kind.RATE: nw.Float64(),
}


def take(frame: Frame, table: Table, *names: str) -> Rows:
    """The named columns of a table, typed as the table says; text that is null becomes empty."""
    if isinstance(frame, pd.DataFrame) and all(name in frame and _is_typed(frame, table, name) for name in names):
        typed: Rows = nw.from_native(frame[[*names]]).lazy()
        return typed
    rows: Rows = nw.from_native(frame).lazy()
    types = rows.collect_schema()
    missing = [table[name].header for name in names if name not in types]
    if missing:
        raise BadArgument(f"The table {table.sheet} has no column {', '.join(missing)}.")
    return rows.select(*(name if _is_typed(frame, table, name) else _typed(table, name) for name in names))


def _is_typed(frame: Frame, table: Table, name: str) -> bool:
    """Whether a column is as it is to be, as those of loaded tables are: it then costs nothing to take."""
    if not isinstance(frame, pd.DataFrame) or frame[name].dtype != _types(table)[name]:
        return False
    return table[name].kind is not Kind.TEXT or not frame[name].hasnans


@cache
def _types(table: Table) -> dict[str, Any]:
    return dict(empty_frame(table).dtypes)


def _typed(table: Table, name: str) -> nw.Expr:
    kind = table[name].kind
    column = nw.col(name).cast(_AS[kind])
    return column.fill_null("") if kind is Kind.TEXT else column


def of_columns(frame: Frame, *names: str) -> Frame:
    """The frame with these columns alone: what is made of them stands when another column of the table changes.

    A frame that is not in memory stays as it is; so does one that somebody may change.
    """
    return remembered(_of_columns, frame, asked=names) if isinstance(frame, pd.DataFrame) else frame


def _of_columns(frame: pd.DataFrame, *names: str) -> pd.DataFrame:
    return unchanging(frame[[name for name in names if name in frame]])


def moment(day: date) -> nw.Expr:
    """A day as a timestamp to compare a day column with."""
    return nw.lit(datetime(day.year, day.month, day.day), nw.Datetime("us"))


def within(column: str, first: date, last: date) -> nw.Expr:
    """True where the day is from `first` to `last`, both counted; never where it is missing."""
    return (nw.col(column) >= moment(first)) & (nw.col(column) <= moment(last))


def only(condition: nw.Expr, column: str = "amount") -> nw.Expr:
    """The column's cents where the condition holds, 0 elsewhere."""
    return nw.when(condition).then(nw.col(column)).otherwise(nw.lit(0, nw.Int64()))


def flag(condition: nw.Expr) -> nw.Expr:
    """1 where the condition holds, 0 elsewhere."""
    return nw.when(condition).then(nw.lit(1, nw.Int64())).otherwise(nw.lit(0, nw.Int64()))


def as_pandas(rows: Rows, table: Table) -> pd.DataFrame:
    """Rows of a table, in whichever columns they have, as a pandas frame of the table's own types."""
    if rows.implementation.is_duckdb():  # what comes from it is let go column by column, as each is taken over
        there: Any = rows.collect().to_native()
        return frame_of_arrow(table, there, there.column_names)
    found = rows.collect().to_pandas().reset_index(drop=True)
    return found.astype({name: _types(table)[name] for name in found.columns})


def columns_there(frame: Frame, table: Table) -> list[str]:
    """The table's columns that the rows have, in the table's order: those behind a handle are the ones that count."""
    there = set(nw.from_native(frame).lazy().collect_schema().names())
    return [name for name in table.names if name in there]


def whole_rows(frame: Frame, table: Table, which: nw.Expr) -> pd.DataFrame:
    """The rows of a table that `which` holds of, in the table's order and in whichever of its columns the frame has."""
    return _in_order(_with_places(frame, table).filter(which), table)


def in_memory(frame: Frame, table: Table) -> pd.DataFrame:
    """All rows of a table, in its order, whatever frame holds them."""
    return frame if isinstance(frame, pd.DataFrame) else _in_order(_with_places(frame, table), table)


def some_columns(frame: Frame, table: Table, *names: str) -> pd.DataFrame:
    """Columns of all rows of a table in memory, in its order; the others are not read."""
    rows: Rows = nw.from_native(frame).lazy()
    placed = [PLACE] if PLACE in rows.collect_schema().names() else []
    return _in_order(rows.select(*placed, *(_typed(table, name) for name in names)), table)


def _with_places(frame: Frame, table: Table) -> Rows:
    """The table's columns that the frame has, and the place of each row where the frame knows it."""
    names = columns_there(frame, table)
    if PLACE not in nw.from_native(frame).lazy().collect_schema().names():
        return take(frame, table, *names)
    rows: Rows = nw.from_native(frame).lazy()
    return rows.select(PLACE, *(_typed(table, name) for name in names))


def _in_order(rows: Rows, table: Table) -> pd.DataFrame:
    """A database hands rows out in any order, each time in another: the first of two is found by their places."""
    if PLACE not in rows.collect_schema().names():
        return as_pandas(rows, table)
    return as_pandas(rows.collect().sort(PLACE).drop(PLACE).lazy(), table)


def fetch(rows: Rows) -> list[dict[str, Any]]:
    """A small result as plain values: int, float, str, date. A sum of whole numbers over no rows is 0, a mean None.

    Money and counts are whole in every backend; what is a fraction stays one.
    """
    found = rows.collect()
    names = found.columns
    columns = [_plain_values(found[name]) for name in names]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _plain_values(column: nw.Series[Any]) -> list[Any]:
    """The values of a column as plain ones."""
    plain = _plain(column.dtype)
    values = column.to_list()
    if column.dtype.is_integer() and not column.null_count():
        return values
    return values if plain is None else [plain(value) for value in values]


def _plain(kind: Any) -> Callable[[Any], Any] | None:
    """How the values of a column become plain ones; None where they are."""
    if kind.is_integer() or (kind.is_decimal() and kind.scale == 0):  # DuckDB's sums of whole numbers
        return lambda value: int(value or 0)
    if kind.is_numeric():
        return lambda value: None if value is None or value != value else float(value)  # noqa: PLR0124 (NaN)
    return _day if kind.is_temporal() else None


def fetch_one(rows: Rows) -> dict[str, Any]:
    """The one row of a query of sums, as plain values."""
    return fetch(rows)[0]


def _day(value: Any) -> date | None:
    return None if value is None or value != value else date(value.year, value.month, value.day)  # noqa: PLR0124 (NaT)
