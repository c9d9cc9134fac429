"""Every number that judges, gathered from where it is declared: what the sheet Thresholds begins with and may name.

A row whose name nobody looks for judges nothing, and would do so without a word.
"""

import pkgutil
from datetime import date
from functools import cache
from importlib import import_module

import pandas as pd

import medoffice_xl
from medoffice_xl.contracts.did_you_mean import did_you_mean
from medoffice_xl.plain_name import plain_name
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.tables.thresholds import THRESHOLDS, Threshold

ROOMS = ("contracts", "ledger", "production", "areas", "reports", "intake")
"""Where judging is done."""


@cache
def declared() -> tuple[Threshold, ...]:
    """Every threshold of the house, by name and day: whatever module of these rooms has one, it stands there."""
    found: dict[tuple[str, date], Threshold] = {}
    for module in pkgutil.walk_packages(medoffice_xl.__path__, f"{medoffice_xl.__name__}."):
        if module.name.split(".")[1] not in ROOMS:
            continue
        for thing in vars(import_module(module.name)).values():
            if isinstance(thing, Threshold) and found.setdefault((thing.name, thing.since), thing) is not thing:
                raise ValueError(f"two thresholds are called “{thing.name}” from {thing.since}")
    return tuple(found[key] for key in sorted(found))


def unknown_names(thresholds: pd.DataFrame) -> list[Problem]:
    """A problem for each row of the table whose name no number of the house has. Row 2 is the first row."""
    names = [threshold.name for threshold in declared()]
    known = {plain_name(name) for name in names}
    return [
        _unknown(line, name, names)
        for line, name in enumerate(thresholds["name"], 2)
        if plain_name(name) and plain_name(name) not in known
    ]


def _unknown(line: int, name: str, names: list[str]) -> Problem:
    near = did_you_mean(name, names, 1)
    return Problem(
        Severity.MONEY,
        "No threshold has this name; the row judges nothing.",
        f"If it is “{near[0]}”, write it so." if near else "Give it the name of another row, or delete it.",
        THRESHOLDS.sheet,
        line,
        THRESHOLDS["name"].header,
        name,
    )
