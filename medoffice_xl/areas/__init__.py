"""The duties of a medical office manager, one folder each; what they bring together is read from their manifests."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module

from medoffice_xl.actions import FIRST_ACTIONS, GROUPS, LAST_ACTIONS, Action
from medoffice_xl.area import Area
from medoffice_xl.demo.invented import DemoPart, InventedPractice
from medoffice_xl.pages.pack import PackSection
from medoffice_xl.pages.page import Page
from medoffice_xl.reports.practice import Practice

AREAS = (
    "receivables",
    "denials",
    "compliance",
    "payers",
    "rates",
    "budget",
    "payables",
    "equipment",
    "forecast",
    "controls",
    "patients",
    "worklists",
    "access",
    "staff",
    "marketing",
    "satisfaction",
    "plan",
    "pack",
)
"""Every area, by its folder, in the order a manager meets them."""


@cache
def every() -> tuple[Area, ...]:
    """The manifest of every area."""
    return tuple(import_module(f"{__name__}.{name}.area").AREA for name in AREAS)


@cache
def actions() -> tuple[Action, ...]:
    """Every button, as the ribbon has them: group by group, the areas' between those that are everybody's."""
    named = (*FIRST_ACTIONS, *(action for area in every() for action in area.actions), *LAST_ACTIONS)
    return tuple(sorted(named, key=lambda action: GROUPS.index(action.group)))


@cache
def reports() -> Mapping[str, Callable[[Practice], Page]]:
    """What builds each report, by its name."""
    return _once(pair for area in every() for pair in area.reports.items())


def demo_parts(practice: InventedPractice) -> tuple[DemoPart, ...]:
    """What the areas add to the invented practice, in their order."""
    return tuple(area.demo(practice) for area in every() if area.demo)


def pack_sections() -> tuple[PackSection, ...]:
    """What the areas show in the physician pack, in their order."""
    return tuple(section for area in every() for section in area.pack)


def report_sheets() -> frozenset[str]:
    """The sheets that buttons make in a workbook."""
    return frozenset(sheet for area in every() for sheet in area.report_sheets) | {"Explain"}


def _once(pairs: Iterable[tuple[str, Callable[[Practice], Page]]]) -> Mapping[str, Callable[[Practice], Page]]:
    found: dict[str, Callable[[Practice], Page]] = {}
    for name, build in pairs:
        if name in found:
            raise ValueError(f"two areas have a report {name}")
        found[name] = build
    return found
