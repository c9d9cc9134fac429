"""Candidates, and the tables beside them, for the tests of equipment; money in dollars."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
from practice_frames import frame

from medoffice_xl.areas.equipment.sources import NEEDED, USED, Lookback, Sources, sources_of
from medoffice_xl.areas.equipment.tables import CANDIDATES
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.sets import Tables

AS_OF = date(2026, 6, 30)
BACK = Lookback(AS_OF)

ECHO = {
    "candidate": "Echo", "placed": "2026-07-01", "price": 80_000, "life": 5, "salvage": 5_000, "volume": 24,
    "allowed": 165, "collected": 0.96, "variable": 38, "maintenance": 6_000, "loan_rate": 0.08, "loan_months": 60,
    "discount_rate": 0.09, "tax_rate": 0.3, "depreciation": "MACRS",
}  # fmt: skip
"""Brings 12 × 24 × (165 × 0.96 − 38) − 6,000 = 28,675.20 a year."""


def candidates(*rows: Mapping[str, Any]) -> pd.DataFrame:
    """Rows of Equipment candidates."""
    return frame(CANDIDATES, *rows)


def sources(*rows: Mapping[str, Any], **tables: pd.DataFrame) -> Sources:
    """The candidates with whatever else there is."""
    every = {CANDIDATES.name: candidates(*rows), **tables}
    return sources_of(Tables.of(every).narrowed((*NEEDED, *USED, *RULEBOOK.reads)))
