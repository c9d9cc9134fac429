"""How near the large tables are to the end of their sheets, and what to do about it in time."""

from collections.abc import Mapping

import pandas as pd

from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.tables import TABLES
from medoffice_xl.tables.thresholds import Threshold

ROOM = 1_048_576
"""Rows of a sheet."""

NEAR = Threshold(
    "Rows of a sheet filled", "0.8", "%",
    "Where a table fills so large a share of the 1,048,576 rows of its sheet, or more, a ledger beside the workbook is "
    "offered.",
)  # fmt: skip


def ledger_offered(tables: Mapping[str, pd.DataFrame]) -> str:
    """The sentence that offers a ledger; empty while all tables have room."""
    share = Thresholds(tables.get("thresholds")).newest.exact(NEAR)
    near = [
        f"{table.sheet} has {len(tables[table.name]):,} rows"
        for table in TABLES.values()
        if table.by_month and table.name in tables and len(tables[table.name]) >= share * ROOM
    ]
    if not near:
        return ""
    return (
        f"{'; '.join(near)}: a sheet holds {ROOM:,}. Keep the large tables in a folder beside the workbook, with the "
        "same figures: medoffice ledger BOOK --make FOLDER"
    )
