"""Tables that belong together, given to a figure as one thing."""

from collections.abc import Iterable, Mapping

from medoffice_xl.sets.all_sets import AllSets
from medoffice_xl.sets.declared import (
    ACCESS,
    BUDGET,
    DENIALS,
    EVERYBODYS,
    OF_STAFF,
    PATIENTS,
    PAYABLES,
    PRACTICE,
    PRICING,
    TableSet,
)
from medoffice_xl.sets.shared import Shared
from medoffice_xl.sets.tables import Tables

SETS: Mapping[str, TableSet] = AllSets(EVERYBODYS)
"""Every set by its name."""


def narrowest(tables: Iterable[str]) -> TableSet:
    """The smallest set that holds all these tables; raises ValueError where none does."""
    wanted = set(tables)
    holding = [each for each in SETS.values() if wanted <= each.tables.keys()]
    if not holding:
        raise ValueError(f"no set holds all of {', '.join(sorted(wanted))}")
    return min(holding, key=lambda each: len(each.tables))


__all__ = [
    "ACCESS",
    "BUDGET",
    "DENIALS",
    "OF_STAFF",
    "PATIENTS",
    "PAYABLES",
    "PRACTICE",
    "PRICING",
    "SETS",
    "Shared",
    "TableSet",
    "Tables",
    "narrowest",
]
