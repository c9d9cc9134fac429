"""How long it takes to put rows into the workbook and recalculate it, beside other writers of the same rows.

    python benchmarks/refresh.py [ROWS ...]        default: 50000 200000

All figures of a line come from one run on one machine; the ratios are what to compare.
"""

import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import xlsxwriter

from medoffice_xl.book import open_book
from medoffice_xl.hosts.headless import refresh
from medoffice_xl.tables import CHARGES, Kind, cells_from_frame

ROOT = Path(__file__).resolve().parents[1]
BOOK = ROOT / "workbook" / "PracticeManager.xlsm"


def charges(rows: int) -> pd.DataFrame:
    """Invented charges: as many texts, amounts and days as the table has columns."""
    random = np.random.default_rng(835)
    return pd.DataFrame({column.name: _column(column.name, column.kind, rows, random) for column in CHARGES})


def _column(name: str, kind: Kind, rows: int, random: np.random.Generator) -> "pd.Series[Any]":
    if kind is Kind.DATE:
        days = pd.to_timedelta(random.integers(0, 360, rows), "D")
        return pd.Series(pd.Timestamp(2025, 7, 1) + days).astype("datetime64[us]")
    if kind in (Kind.MONEY, Kind.WHOLE):
        return pd.Series(random.integers(1_000, 90_000, rows))
    if kind in (Kind.NUMBER, Kind.RATE):
        return pd.Series(random.integers(1, 5, rows).astype("float64"))
    if name == "claim_id":
        return pd.Series([f"C{row // 2:07d}" for row in range(rows)], dtype="str")
    if name == "line_id":
        return pd.Series([str(row % 2 + 1) for row in range(rows)], dtype="str")
    return pd.Series(np.array([f"{name} {number}" for number in range(40)])[random.integers(0, 40, rows)], dtype="str")


def by_xlsxwriter(path: Path, rows: list[list[Any]]) -> None:
    """A new file, rows as they come (its constant-memory mode is its fastest)."""
    with xlsxwriter.Workbook(path, {"constant_memory": True, "default_date_format": "mm/dd/yyyy"}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)


def by_openpyxl(path: Path, rows: list[list[Any]]) -> None:
    """A new file in its write-only mode."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    book.save(path)


def timed(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


def measure(rows: int, folder: Path) -> None:
    path = folder / "book.xlsm"
    path.write_bytes(BOOK.read_bytes())
    frame = charges(rows)
    cells = cells_from_frame(CHARGES, frame)

    def write() -> None:
        book = open_book(path)
        book.write({"charges": frame})
        book.set_setting("AsOf", date(2026, 6, 30))
        book.save()

    first = timed(write)
    again = timed(write)
    read = timed(lambda: open_book(path).read("charges"))
    recalculated = timed(lambda: refresh(path))
    writer = timed(lambda: by_xlsxwriter(folder / "a.xlsx", cells))
    other = timed(lambda: by_openpyxl(folder / "b.xlsx", cells))
    print(f"{rows:,} rows × {len(CHARGES.columns)} columns into {BOOK.name} ({path.stat().st_size / 1e6:.1f} MB)")
    print(f"  write, the table empty before   {first:6.2f} s")
    print(f"  write, over as many rows        {again:6.2f} s")
    print(f"  XlsxWriter, a new plain file    {writer:6.2f} s   {writer / first:5.1f} × ours")
    print(f"  openpyxl, a new plain file      {other:6.2f} s   {other / first:5.1f} × ours")
    print(f"  read the table                  {read:6.2f} s")
    print(f"  refresh, with load and save     {recalculated:6.2f} s   {recalculated / first:5.1f} × the write")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        for count in [int(text) for text in sys.argv[1:]] or [50_000, 200_000]:
            measure(count, Path(scratch))
