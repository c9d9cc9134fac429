"""What the sheet Thresholds begins with: every number that judges, gathered from where it is declared."""

import pkgutil
from datetime import date
from importlib import import_module

import medoffice_xl
from medoffice_xl.tables.thresholds import Threshold

ROOMS = ("contracts", "ledger", "production", "areas", "reports", "intake")
"""Where judging is done."""


def declared() -> list[Threshold]:
    """Every threshold of the house, by name and day: whatever module of these rooms has one, it stands on the sheet."""
    found: dict[tuple[str, date], Threshold] = {}
    for module in pkgutil.walk_packages(medoffice_xl.__path__, f"{medoffice_xl.__name__}."):
        if module.name.split(".")[1] not in ROOMS:
            continue
        for thing in vars(import_module(module.name)).values():
            if isinstance(thing, Threshold) and found.setdefault((thing.name, thing.since), thing) is not thing:
                raise ValueError(f"two thresholds are called “{thing.name}” from {thing.since}")
    return [found[key] for key in sorted(found)]
