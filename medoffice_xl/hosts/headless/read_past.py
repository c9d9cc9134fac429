"""Tables that are loaded past the engine, which would otherwise hold millions of cells that no formula asks for."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

import pandas as pd

from medoffice_xl.book import Book
from medoffice_xl.book.cell_counts import counts_of, rows_of, sums_of
from medoffice_xl.book.places import with_sheet
from medoffice_xl.book.sheet_part import FormulaCell
from medoffice_xl.book.told_names import LEDGER_FOLDER
from medoffice_xl.cells import load_beside, load_read
from medoffice_xl.cells.handles import frame_of
from medoffice_xl.errors import MedOfficeError
from medoffice_xl.hosts.headless.looked_at import looks_at
from medoffice_xl.tables import TABLES

_LOADS = re.compile(
    rf'LOAD_TABLE\("(?P<name>\w+)",(?P<table>\w+)\[#All\](?P<ledger>,{LEDGER_FOLDER})?\)', re.IGNORECASE
)
"""The formula of the hidden sheet that loads a table, and nothing else."""


@dataclass(frozen=True, slots=True)
class ReadPast:
    """The handles of tables by the cell that loads each, what the workbook's own formulas count of them by formula, and
    the sheets whose cells the engine need not have.
    """

    handles: Mapping[str, str]
    counts: Mapping[str, str | int]
    sheets: frozenset[str]

    def known(self, cell: str, formula: str) -> str:
        """What the formula of a cell comes to, as a formula; empty where it was not worked out here."""
        found = self.handles.get(cell) or self.counts.get(formula, "")
        return f'"{found}"' if isinstance(found, str) and found else str(found)


def read_past(book: Book, formulas: Mapping[str, Sequence[FormulaCell]], questions: Sequence[str]) -> ReadPast:
    """The tables that lie in the ledger, and those at which nothing looks but what loads and counts them.

    Raises LedgerError where the ledger cannot be used.
    `formulas` are the workbook's, by sheet; `questions` are formulas that will be asked, and may look at more.
    """
    texts = {with_sheet(sheet, cell.place): cell.text for sheet, found in formulas.items() for cell in found}
    loads = {cell: match for cell, text in texts.items() if (match := _LOADS.fullmatch(text)) is not None}
    seen = _looked_at(book, texts, loads, questions)
    handles: dict[str, str] = {}
    counts: dict[str, str | int] = {}
    sheets = set()
    for cell, match in loads.items():
        table, part = TABLES.get(match["name"]), book.layout.tables.get(match["table"])
        if table is None or part is None or part.name != table.excel_name:
            continue
        place = f"{book.path}|{cell}"
        lake = book.lake if match["ledger"] else None  # an unusable ledger is said of the book, not of a cell
        with suppress(MedOfficeError):  # said by the cell itself, which then loads it
            if lake is not None and table.name in lake:
                handles[cell] = load_beside(lake.shelved(table.name), place, len(book.typed_beside(table.name)))
                continue
            if part.sheet.casefold() in seen or formulas[part.sheet] or part.has_totals:
                continue
            handles[cell] = load_read(table, part.headers, partial(_read, book, table.name), place)
            if book.was_read_plainly(table.name):
                counts |= counts_of(table, part, frame_of(handles[cell]))
                sheets.add(part.sheet)
    return ReadPast(handles, counts, frozenset(sheets))


def _looked_at(
    book: Book, texts: Mapping[str, str], loads: Mapping[str, "re.Match[str]"], questions: Sequence[str]
) -> frozenset[str]:
    """The sheets at which other formulas or names look than those that load and count tables."""
    counted = {formula for match in loads.values() for formula in _counts_asked(match["name"])}
    others = [text for cell, text in texts.items() if cell not in loads and text not in counted]
    said = [*others, *questions, *book.layout.names.values(), *book.layout.of_sheets]
    return frozenset(looks_at(said, book.layout.tables.values()))


def _counts_asked(name: str) -> tuple[str, ...]:
    """The workbook's own formulas that count a table, without =."""
    table = TABLES.get(name)
    return (sums_of(table)[1:], rows_of(table)[1:]) if table else ()


def _read(book: Book, name: str) -> tuple[pd.DataFrame, int]:
    return book.read(name), book.left_out(name)
