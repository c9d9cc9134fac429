"""A ledger while files are taken in: some of its rows in memory, and the next state with what became of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from medoffice_xl.intake.rows_of_ledger import LARGE, rows_of_ledger
from medoffice_xl.lake import Lake
from medoffice_xl.lake.some_rows import SomeRows, with_rows
from medoffice_xl.readers.reading import Reading


@dataclass(frozen=True, slots=True)
class Beside:
    """A ledger in one state, where there is one, and the rows of it that are looked at."""

    lake: Lake | None = None
    held: Mapping[str, SomeRows] = field(default_factory=dict)

    @classmethod
    def of(
        cls, lake: Lake | None, readings: Sequence[tuple[Reading, str]], book: Mapping[str, pd.DataFrame]
    ) -> "Beside":
        """The rows that these readings need, each given with its content hash; `book` are the other tables."""
        return cls(lake, rows_of_ledger(lake, [reading for reading, _ in readings], book)) if lake else cls()

    @property
    def frames(self) -> dict[str, pd.DataFrame]:
        """The rows that are looked at, by table."""
        return {name: rows.frame for name, rows in self.held.items()}

    def followed_by(self, frames: Mapping[str, pd.DataFrame]) -> "Beside":
        """The same with the ledger's next state, in which these frames stand for what was looked at, or are whole."""
        if self.lake is None:
            return self
        whole = {name: frame for name, frame in frames.items() if name in self.lake and name not in self.held}
        some = {name: frame for name, frame in frames.items() if name in self.held}
        return replace(self, lake=with_rows(self.lake.staged(whole), self.held, some))

    @property
    def rows(self) -> Callable[[str], Any] | None:
        """Finds all rows of one of the LARGE tables, where they lie; None where none of them lies in a ledger."""
        lake = self.lake
        return None if lake is None else lambda name: lake.shelved(name).relation() if name in LARGE else None

    @property
    def staged(self) -> Lake | None:
        """The ledger's next state; None where it is the one it was."""
        return self.lake if self.lake and self.lake.is_staged else None

    def others(self, frames: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
        """Those of the frames that do not stand in the ledger."""
        return {name: frame for name, frame in frames.items() if not self.lake or name not in self.lake}
