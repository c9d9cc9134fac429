"""What other duties may bring later, appointments: taken where it is there, and asked for by name."""

from collections.abc import Iterable

import pandas as pd

from medoffice_xl.area import figure
from medoffice_xl.sets import declared
from medoffice_xl.sets.declared import TableSet

LATER = ("appointments", "appointment_statuses")
"""Tables that the tests of visits wait for, by the names they will have."""

KEPT_VISITS = "kept_visits"
"""A figure that some area may have, asked with the tables and the day: patient_acct, dos, provider of visits kept."""


def sets_holding(names: Iterable[str], among: Iterable[object] | None = None) -> tuple[TableSet, ...]:
    """Of the sets that are everybody's, for each of these tables the narrowest that holds it."""
    every = [each for each in (vars(declared).values() if among is None else among) if isinstance(each, TableSet)]
    holding = [[each for each in every if name in each.tables] for name in names]
    found = [min(sets, key=lambda each: len(each.tables)) for sets in holding if sets]
    return tuple({each.name: each for each in found}.values())


HERE = tuple(name for name in LATER if sets_holding([name]))
"""Those of them that are tables of the house by now."""


def ask(name: str, *given: object) -> pd.DataFrame:
    """What the area that has this figure answers; raises BadArgument where none has it."""
    found: pd.DataFrame = figure(name)(*given)
    return found
