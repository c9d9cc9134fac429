"""What a ledger's files hold: a table's columns as every backend reads them, and the place of each row in the table."""

from collections.abc import Sequence
from typing import Any

from medoffice_xl.tables import Kind, Table

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


def arrow_type(table: Table, name: str) -> Any:
    """What a column of a table is in a file."""
    import pyarrow as pa  # noqa: PLC0415  (cell functions import without it)

    return pa.type_for_alias(_AS[table[name].kind])


def arrow_schema(table: Table, columns: Sequence[str]) -> Any:
    """Some of a table's columns, as a file holds them."""
    import pyarrow as pa  # noqa: PLC0415

    return pa.schema([(name, arrow_type(table, name)) for name in columns])


def with_place(table: Table, columns: Sequence[str]) -> Any:
    """The same with the place of each row."""
    import pyarrow as pa  # noqa: PLC0415

    return arrow_schema(table, columns).append(pa.field(PLACE, pa.int64()))
