"""The tables that a figure is made of, as it is given them: by name, each in one version."""

from collections.abc import Callable, Collection, Hashable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import narwhals as nw
import pandas as pd

from medoffice_xl.errors import MedOfficeError, NoData
from medoffice_xl.tables import TABLES

if TYPE_CHECKING:
    from medoffice_xl.sets.shared import Shared

Made = TypeVar("Made")
Find = Callable[[str], pd.DataFrame | None]
Absent = Callable[[str], MedOfficeError]


def is_absent(name: str) -> MedOfficeError:
    """What to say of a table that is not there."""
    return NoData(f"The table {TABLES[name].sheet} is missing.")


class Tables:
    """Tables by name, fetched when they are asked for.

    `versions` says of each table that is there which version of it this is, where that is known: the same text, the
    same content. `absent` says what is told of one that is not there. `rows` finds a table in whichever frame holds it,
    where that is not always one in memory. `narrowed` to some tables, it gives those and no others, so that what a
    figure says it reads is all it can read.
    """

    def __init__(
        self,
        find: Find,
        versions: Mapping[str, str] | None = None,
        absent: Absent = is_absent,
        rows: Callable[[str], Any] | None = None,
    ) -> None:
        self._find = find
        self._rows = rows or find
        self._versions = versions
        self._absent = absent
        self._allowed: Collection[str] = TABLES
        self.own_memory: dict[Hashable, object] = {}

    @classmethod
    def of(cls, frames: Mapping[str, pd.DataFrame | None]) -> "Tables":
        """Tables from frames by name."""
        return cls(frames.get)

    def __getitem__(self, name: str) -> pd.DataFrame:
        """The table; raises NoData that names it where it is not there."""
        found = self.get(name)
        if found is None:
            raise self._absent(name)
        return found

    def get(self, name: str) -> pd.DataFrame | None:
        """The table, or None where it is not there."""
        self._check(name)
        return self._find(name)

    def _check(self, name: str) -> None:
        if name not in self._allowed:
            raise KeyError(f"the table {name} is read and not declared")

    def rows(self, name: str) -> Any:
        """The table in whichever frame holds it, for what narwhals works out; raises NoData as `[name]` does."""
        found = self.rows_if_there(name)
        if found is None:
            raise self._absent(name)
        return found

    def rows_if_there(self, name: str) -> Any:
        """The same, or None where it is not there."""
        self._check(name)
        return self._rows(name)

    def has_rows(self, name: str) -> bool:
        """Whether the table is there and holds anything."""
        rows = self.rows_if_there(name)
        if rows is None or isinstance(rows, pd.DataFrame):
            return rows is not None and len(rows) > 0
        return len(nw.from_native(rows).lazy().head(1).collect()) > 0

    def require(self, names: Collection[str]) -> None:
        """Raise NoData for the first of these tables that is not there."""
        for name in names:
            if self._versions is None:
                self.rows(name)
            elif name not in self._versions:
                raise self._absent(name)

    def narrowed(self, names: Collection[str]) -> "Tables":
        """The same tables, of which only these can be read."""
        other = Tables(self._find, self._versions, self._absent, self._rows)
        other._allowed = names
        other.own_memory = self.own_memory
        return other

    def replaced(self, **frames: pd.DataFrame) -> "Tables":
        """The same tables with other frames in the place of some."""
        other = Tables(
            lambda name: frames[name] if name in frames else self.get(name),
            absent=self._absent,
            rows=lambda name: frames[name] if name in frames else self._rows(name),
        )
        other._allowed = self._allowed
        return other

    def version(self, names: Collection[str]) -> tuple[str | None, ...] | None:
        """Which versions of these tables there are, None for one that is not there; None where nobody knows."""
        return None if self._versions is None else tuple(self._versions.get(name) for name in names)

    def shared(self, what: "Shared[Made]", *asked: Hashable) -> Made:
        """What many figures share, worked out once for each version of the tables it is made of and what is asked."""
        return what.of(self, *asked)
