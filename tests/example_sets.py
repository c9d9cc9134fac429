"""Sets of tables for tests: from small tables by name, as handles or as the arguments that make them."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from practice_tables import as_cells

import udfs  # noqa: F401  (registers the functions)
from medoffice_xl.cells import load_set
from medoffice_xl.sets import PRACTICE
from medoffice_xl.tables import TABLES


def held(tables: Mapping[str, pd.DataFrame], of: str = PRACTICE.name) -> str:
    """The handle of a set of these frames, by their tables' names."""
    return load_set(of, *pairs({name: as_cells(TABLES[name], frame) for name, frame in tables.items()}))


def pairs(tables: Mapping[str, list[list[Any]]]) -> list[Any]:
    """Names and ranges one after the other, as PRACTICE takes them."""
    return [part for pair in tables.items() for part in pair]
