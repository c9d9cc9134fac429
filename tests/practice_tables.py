"""Small tables for tests: rows as keyword arguments, amounts in dollars, days as ISO text or dates."""

from datetime import date, datetime
from typing import Any

import pandas as pd

from medoffice_xl.tables import CHARGES, PAYMENTS, REMITS, Kind, Table, cells_from_frame, empty_frame

ZERO_REMIT = {column.name: 0 for column in REMITS if column.kind is Kind.MONEY and column.required}


def charges(*rows: dict[str, Any]) -> pd.DataFrame:
    """Charges; each row needs claim_id, dos and charge. Posted on the day of service, payer “Acme”, unless said."""
    return _frame(CHARGES, [{"line_id": "1", "payer": "Acme", "post_date": row["dos"], **row} for row in rows])


def payments(*rows: dict[str, Any]) -> pd.DataFrame:
    """Payments; each row needs claim_id, post_date and amount. An insurance payment unless said."""
    return _frame(PAYMENTS, [{"kind": "insurance payment", "source": "PM", **row} for row in rows])


def remits(*rows: dict[str, Any]) -> pd.DataFrame:
    """Remit lines; each row needs claim_id and paid_date. Status 1, payer “Acme”, unless said."""
    plain = {**ZERO_REMIT, "payer": "Acme", "claim_status": "1", "level": "line", "claim_seq": 1, "line_no": 1}
    return _frame(REMITS, [{**plain, **row} for row in rows])


def as_cells(table: Table, frame: pd.DataFrame) -> list[list[Any]]:
    """A frame as a host hands it over: headings, then rows with days as datetimes."""
    return [
        table.headers,
        *(
            [datetime(cell.year, cell.month, cell.day) if isinstance(cell, date) else cell for cell in row]
            for row in cells_from_frame(table, frame)
        ),
    ]


def _frame(table: Table, rows: list[dict[str, Any]]) -> pd.DataFrame:
    empty = empty_frame(table)
    for row in rows:
        unknown = set(row) - set(table.names)
        assert not unknown, unknown
    data = {column.name: [_value(column.kind, row.get(column.name)) for row in rows] for column in table}
    return pd.DataFrame(data).astype(empty.dtypes)


def _value(kind: Kind, value: Any) -> Any:
    if kind is Kind.TEXT:
        return value or ""
    if kind is Kind.DATE:
        return pd.NaT if value is None else pd.Timestamp(value)
    if kind is Kind.MONEY and value is not None:
        return round(value * 100)
    if kind is Kind.PRICE and value is not None:
        return round(value * 1_000_000_000)
    return value
