"""What a workbook shows of a table that stands in a ledger: the newest rows, and that they are not all."""

from pathlib import Path

import pandas as pd

from medoffice_xl.tables import Table

NEWEST_ROWS = 50_000
"""Rows shown of each table unless the setting says otherwise: so many are read and written in a second or two."""

MOST_ROWS = 1_000_000
"""Rows that a sheet has room for under its headings, with some left for what is typed below."""


def newest(table: Table, frame: pd.DataFrame, most: int) -> pd.DataFrame:
    """Of a table's rows those of the newest days, so many at most, in their order; rows without a day come last."""
    if len(frame) <= most:
        return frame
    latest = frame[table.by_month].reset_index(drop=True).sort_values(kind="stable", na_position="first").index[-most:]
    return frame.iloc[sorted(latest)].reset_index(drop=True)


def rows_asked(setting: object) -> int:
    """How many rows to show, by the setting: what is no number of rows counts as none said."""
    if isinstance(setting, int | float) and not isinstance(setting, bool) and setting >= 1:
        return min(int(setting), MOST_ROWS)
    return NEWEST_ROWS


def told_on_sheet(table: Table, shown: int, rows: int, folder: Path) -> str:
    """What stands above the headings of a table that is in a ledger."""
    what = f"All {rows:,} rows" if shown == rows else f"The newest {shown:,} of {rows:,} rows"
    return (
        f"{what} of {table.sheet}. They stand in the ledger {folder}, and every figure is made of all of them. "
        "What is typed on this sheet does not reach the ledger: it is told, kept below these rows, and counts nowhere."
    )
