"""The ledger beside the live workbook: where it is, and what the workbook shows of it."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
import xlwings

from medoffice_xl.book.told_names import LEDGER_FOLDER, LEDGER_ROWS
from medoffice_xl.hosts.excel.live_tables import LiveTable, named_value
from medoffice_xl.lake import Lake, as_told, folder_told, open_whole
from medoffice_xl.lake.shown import rows_asked, told_on_sheet
from medoffice_xl.lake.typed_beside import told_of_typed, typed_beside
from medoffice_xl.problems import Problem
from medoffice_xl.tables import TABLES, Table


def ledger_of(book: xlwings.Book) -> Lake | None:
    """The ledger that holds the large tables; None where they stand on their sheets. Raises LedgerError."""
    told = named_value(book, LEDGER_FOLDER) if LEDGER_FOLDER in book.names else None
    return open_whole(folder_told(str(told))[0]) if told else None


def shown(book: xlwings.Book, lake: Lake) -> dict[str, pd.DataFrame]:
    """What the sheets show of the ledger's tables: their newest rows."""
    most = rows_asked(named_value(book, LEDGER_ROWS) if LEDGER_ROWS in book.names else None)
    return {name: lake.newest(name, most) for name in lake.manifest.tables}


def without_typed(lake: Lake, table: Table, live: LiveTable) -> tuple[LiveTable, list[Problem]]:
    """What the sheet shows of the ledger, in this state; rows that were typed stay on it as they are, and are told."""
    typed = set(typed_beside(lake, table, live.frame))
    shown = [place for place in range(len(live.frame)) if place not in typed]
    first = live.place.range.row + 1
    told = list(told_of_typed(table, [first + live.lines[place] for place in sorted(typed)]))
    frame = live.frame.iloc[shown].reset_index(drop=True)
    return replace(live, frame=frame, lines=[live.lines[place] for place in shown]), told


def tell(book: xlwings.Book, lake: Lake, live: Mapping[str, LiveTable], frames: Mapping[str, pd.DataFrame]) -> None:
    """Note which state of the ledger the workbook shows, so that every handle follows, and say so on the sheets."""
    for name, frame in frames.items():
        table = live[name].place.range
        words = told_on_sheet(TABLES[name], len(frame), lake.rows(name), lake.folder)
        table.sheet.range((table.row - 1, table.column)).value = words
    book.names[LEDGER_FOLDER].refers_to_range.value = as_told(lake)
