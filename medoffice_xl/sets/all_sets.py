"""Every set by its name, those that the areas bring among them, and one of all tables."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import import_module

from medoffice_xl.sets.declared import TableSet
from medoffice_xl.tables.benchmarks import BENCHMARKS

OFFICE = "Office"
"""The set of every table that figures are made of: for what looks at the practice as a whole."""


class AllSets(Mapping[str, TableSet]):
    """The sets that are everybody's, then those of the areas' manifests; one that includes another stands after it.

    Last stands Office, which includes all of them.

    The manifests are read when a set is first asked for, not at import: areas stand above this room.
    """

    def __init__(self, first: tuple[TableSet, ...]) -> None:
        self._first = first

    @cached_property
    def _named(self) -> dict[str, TableSet]:
        of_areas = (each for area in import_module("medoffice_xl.areas").every() for each in area.sets)
        named: dict[str, TableSet] = {}
        owners: dict[str, str] = {}
        for each in (*self._first, *of_areas):
            if each.name in named:
                raise ValueError(f"two sets are called {each.name}")
            if strangers := [other.name for other in each.includes if named.get(other.name) is not other]:
                raise ValueError(f"{each.name} includes {', '.join(strangers)}, which no manifest declares before it")
            for table in each.own:
                if owners.setdefault(table.name, each.name) != each.name:
                    raise ValueError(f"the table {table.name} is {owners[table.name]}'s own and {each.name}'s")
            named[each.name] = each
        handles = {table.replace("_", ""): table for table in owners}
        if alike := [handles[name.casefold()] for name in named if name.casefold() in handles]:
            raise ValueError(f"the table {alike[0]} and a set would have one name in formulas")
        return named | {OFFICE: _of_all(tuple(named.values()))}

    def __getitem__(self, name: str) -> TableSet:
        return self._named[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._named)

    def __len__(self) -> int:
        return len(self._named)


def _of_all(every: tuple[TableSet, ...]) -> TableSet:
    """A set that includes all others: by those that no other one includes."""
    within = {other.name for each in every for other in each.includes}
    outer = tuple(each for each in every if each.name not in within)
    return TableSet(OFFICE, "everything: the tables of every duty, and the benchmarks", (BENCHMARKS,), outer)
