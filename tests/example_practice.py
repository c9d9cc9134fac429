"""A practice that holds the small tables of the cell functions' examples, as reports read them."""

from datetime import date
from functools import cache

import pandas as pd
from example_arguments import AS_OF, table_cells

from medoffice_xl.build.pages.settings import PAGE
from medoffice_xl.pages.blocks import InputTable
from medoffice_xl.tables import TABLES, frame_from_cells

_SETTINGS = {each.name: each.start for block in PAGE.blocks if isinstance(block, InputTable) for each in block.inputs}


@cache
def _frame(name: str) -> pd.DataFrame:
    headers, *rows = table_cells(name)
    return frame_from_cells(TABLES[name], headers, rows)[0]


class ExamplePractice:
    """Every table has rows; settings are as in an empty workbook."""

    as_of: date = AS_OF.date()
    name: str = "Invented Family Practice"

    def has(self, table: str) -> bool:
        """Every table is there."""
        return table in TABLES

    def table(self, name: str) -> pd.DataFrame:
        """The small table of this name."""
        return _frame(name)

    def rows(self, name: str) -> pd.DataFrame:
        """The same: no table is in a ledger."""
        return _frame(name)

    def setting(self, name: str) -> object:
        """What the setting begins with."""
        return _SETTINGS[name]
