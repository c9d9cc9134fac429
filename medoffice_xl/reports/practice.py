"""A workbook as reports see it, wherever it is open."""

from datetime import date
from typing import Protocol

import pandas as pd


class Practice(Protocol):
    """The tables and settings of one practice. Nothing is read that no report asks for."""

    def has(self, table: str) -> bool:
        """Whether the workbook has the table of this name."""

    def table(self, name: str) -> pd.DataFrame:
        """The table as a frame; raises BookError where it is missing."""

    @property
    def as_of(self) -> date:
        """The day the figures are of."""

    @property
    def name(self) -> str:
        """What the practice is called; empty if nobody said."""
