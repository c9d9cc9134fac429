"""Small frames of the practice's tables, made from the columns that a test is about."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from medoffice_xl.tables import Column, Kind, Table, frame_from_cells

_FILLED: Mapping[Kind, Any] = {
    Kind.TEXT: "x",
    Kind.MONEY: 0,
    Kind.PRICE: 0,
    Kind.DATE: "2026-01-01",
    Kind.NUMBER: 0,
    Kind.WHOLE: 0,
    Kind.RATE: 0,
}


def frame(table: Table, *rows: Mapping[str, Any]) -> pd.DataFrame:
    """A frame of the table: money in dollars, days as ISO text; required columns that are not given are filled."""
    cells = [[row.get(column.name, _default(column)) for column in table] for row in rows]
    made, problems = frame_from_cells(table, table.headers, cells)
    assert not problems, problems
    return made


def _default(column: Column) -> Any:
    if not column.required:
        return None
    return column.choices[0] if column.choices else _FILLED[column.kind]
