"""The live workbook as reports see it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import xlwings

from medoffice_xl.hosts.excel.live_ledger import ledger_of
from medoffice_xl.hosts.excel.live_tables import as_of, find_table, named_value, read_table
from medoffice_xl.hosts.excel.progress import Progress
from medoffice_xl.lake import Shelved
from medoffice_xl.tables import TABLES


@dataclass(frozen=True, slots=True)
class LivePractice:
    """A practice's tables and settings, read from the open workbook when they are asked for."""

    book: xlwings.Book
    say: Progress

    def has(self, table: str) -> bool:
        """Whether the workbook has the table of this name."""
        return find_table(self.book, TABLES[table].excel_name) is not None

    def table(self, name: str) -> pd.DataFrame:
        """The table as a frame; raises BookError where it is missing."""
        self.say(f"reading the sheet {TABLES[name].sheet}")
        shelved = self._shelved(name)
        frame = shelved.frame() if shelved else read_table(self.book, TABLES[name]).frame
        self.say("adding up")
        return frame

    def rows(self, name: str) -> Any:
        """The same in whichever frame holds it: one of a ledger as DuckDB reads it."""
        shelved = self._shelved(name)
        return shelved.relation() if shelved else self.table(name)

    def _shelved(self, name: str) -> Shelved | None:
        """The table in the ledger; None where it stands on its sheet."""
        lake = ledger_of(self.book) if TABLES[name].by_month else None
        return lake.shelved(name) if lake and name in lake else None

    @property
    def as_of(self) -> date:
        """The day the figures are of, from the sheet Settings."""
        return as_of(self.book)

    @property
    def name(self) -> str:
        """What the practice is called, from the sheet Settings."""
        return str(named_value(self.book, "PracticeName") or "").strip()

    def setting(self, name: str) -> object:
        """A setting of the workbook by its name."""
        return named_value(self.book, name)
