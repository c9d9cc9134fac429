"""Every table by its name, those that the areas bring among them."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import import_module

from medoffice_xl.tables.schema import Table


class AllTables(Mapping[str, Table]):
    """The tables that are everybody's (`first`), those of the areas' manifests, then references and logs (`last`).

    The manifests are read when a table is first asked for, not at import: areas stand above this room.
    """

    def __init__(self, first: tuple[Table, ...], last: tuple[Table, ...]) -> None:
        self._first, self._last = first, last

    @cached_property
    def _named(self) -> dict[str, Table]:
        of_areas = (table for area in import_module("medoffice_xl.areas").every() for table in area.tables)
        named: dict[str, Table] = {}
        for table in (*self._first, *of_areas, *self._last):
            if table.name in named:
                raise ValueError(f"two tables are called {table.name}")
            named[table.name] = table
        return named

    def __getitem__(self, name: str) -> Table:
        return self._named[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._named)

    def __len__(self) -> int:
        return len(self._named)
