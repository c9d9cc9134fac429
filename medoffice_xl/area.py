"""An area: one duty of a manager, in one folder, told to the rest of the house by one manifest.

Everything that lists something (tables and their sheets, reports, buttons, figures that another area may ask for) is
derived from the manifests. So a new area is one folder under `areas/`, one file of cell functions under `udfs/`, and
one line in the list of areas.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any

from medoffice_xl.actions import Action
from medoffice_xl.demo.invented import DemoPart, InventedPractice
from medoffice_xl.errors import BadArgument
from medoffice_xl.headlines import Decisions, Headline
from medoffice_xl.pages.blocks import Input
from medoffice_xl.pages.pack import PackSection
from medoffice_xl.pages.page import Page
from medoffice_xl.pages.to_do import ToDo
from medoffice_xl.reports.practice import Practice
from medoffice_xl.sets import TableSet
from medoffice_xl.tables.benchmarks import Benchmark
from medoffice_xl.tables.schema import Table

if TYPE_CHECKING:
    from medoffice_xl.readers.reader import Reader


@dataclass(frozen=True, slots=True)
class Area:
    """What an area brings.

    `duty` says in one sentence what of a manager's work it is for. `tables` are the area's own, beside the ledger and
    the contracts, which are everybody's; `readers` bring files into them, and `sets` say which of them one handle
    stands for, as the first argument of the area's cell functions. `reports` build a page from a practice, by the name
    the command line and the buttons call them, and `report_sheets` are the sheets they are written to. `pages` are its
    sheets of the workbook, `settings` its cells on the sheet Settings, and `benchmarks` what its figures are held
    against. `to_do` is what of its work waits, for the page Home. `figures` are what other areas may ask for, by name.
    `headlines` are the figures that goals, trends and the Dashboard may show, `decisions` what of its work somebody has
    to decide. `pack` is what of its pages the physicians are shown. `demo` adds the area's own to the invented
    practice.
    """

    name: str
    title: str
    duty: str
    tables: tuple[Table, ...] = ()
    readers: "tuple[Reader, ...]" = ()
    sets: tuple[TableSet, ...] = ()
    reports: Mapping[str, Callable[[Practice], Page]] = field(default_factory=dict)
    report_sheets: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
    pages: tuple[Page, ...] = ()
    benchmarks: tuple[Benchmark, ...] = ()
    to_do: tuple[ToDo, ...] = ()
    settings: tuple[Input, ...] = ()
    figures: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    headlines: tuple[Headline, ...] = ()
    decisions: Decisions | None = None
    pack: tuple[PackSection, ...] = ()
    demo: Callable[[InventedPractice], DemoPart] | None = None


def headlines() -> tuple[Headline, ...]:
    """Every figure that goals may name, the Dashboard's first, in its order. Raises ValueError for two alike."""
    found = [each for area in _every() for each in area.headlines]
    for names in ([each.name for each in found], [each.place for each in found if each.place]):
        if len(set(names)) != len(names):
            raise ValueError(f"two headlines are alike: {sorted(map(str, names))}")
    return tuple(sorted(found, key=lambda each: (not each.place, each.place)))


def decisions() -> tuple[Decisions, ...]:
    """What of every area's work waits for a decision."""
    return tuple(area.decisions for area in _every() if area.decisions)


def figure(name: str) -> Callable[..., Any]:
    """A figure that some area declares, by its name: areas ask each other this way and do not import one another.

    Raises BadArgument where no area declares it.
    """
    for area in _every():
        if name in area.figures:
            found: Callable[..., Any] = area.figures[name]
            return found
    raise BadArgument(f"No area has a figure “{name}”.")


def _every() -> tuple[Area, ...]:
    """The manifests. Areas stand above this room: they are looked up when something is asked for, not at import."""
    found: tuple[Area, ...] = import_module("medoffice_xl.areas").every()
    return found
