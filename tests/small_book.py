"""A small Practice Manager workbook for tests: every table, a handle sheet, a sheet of formulas, a foreign part."""

import io
import random
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from medoffice_xl.build.sheets.handles import handle_name
from medoffice_xl.sets import PRACTICE
from medoffice_xl.tables import SCHEMA_VERSION, TABLES, Kind, Table, cells_from_frame, empty_frame

HEADER_ROW = 3
FORMATS = {Kind.TEXT: "@", Kind.MONEY: "#,##0.00", Kind.PRICE: "#,##0.00#######", Kind.DATE: "mm/dd/yyyy"}
FOREIGN_PART = "xl/vbaProject.bin"

Fill = Callable[[Workbook, Worksheet], None]


def frame_of(table: Table, rows: list[dict[str, Any]]) -> pd.DataFrame:
    """Rows given by field as a frame of the table's types; what a row does not name is empty."""
    empty = empty_frame(table)
    if not rows:
        return empty
    data = {}
    for column in table:
        whole = column.required and column.kind in (Kind.MONEY, Kind.PRICE, Kind.WHOLE)
        blank = "" if column.kind is Kind.TEXT else 0 if whole else None
        data[column.name] = pd.Series([row.get(column.name, blank) for row in rows]).astype(empty[column.name].dtype)
    return pd.DataFrame(data)


def build(
    path: Path,
    frames: Mapping[str, pd.DataFrame] | None = None,
    *,
    calc: Fill | None = None,
    tweak: Mapping[str, Fill] | None = None,
    as_of: date = date(2026, 6, 30),
    version: str | None = SCHEMA_VERSION,
    only: tuple[str, ...] = (),
) -> Path:
    """Write the workbook. `tweak` fills a table's sheet further, `calc` the sheet “Owner's A, R”."""
    data = io.BytesIO()
    book = Workbook(data, {"in_memory": True})
    for table in TABLES.values():
        if not only or table.name in only:
            _table_sheet(book, table, (frames or {}).get(table.name), (tweak or {}).get(table.name))
    settings = book.add_worksheet("Settings")
    settings.write_datetime("B2", _midnight(as_of), book.add_format({"num_format": "mm/dd/yyyy"}))
    settings.write_number("B3", 90)
    book.define_name("AsOf", "=Settings!$B$2")
    book.define_name("WindowDays", "=Settings!$B$3")
    calc_sheet = book.add_worksheet("Owner's A, R")
    if calc:
        calc(book, calc_sheet)
    handles = book.add_worksheet("Handles")
    handles.hide()
    there = [table for table in PRACTICE.tables.values() if not only or table.name in only]
    for row, table in enumerate(there):
        load = f'=LOAD_TABLE("{table.name}",{table.excel_name}[#All])'
        handles.write_dynamic_array_formula(row, 1, row, 1, load, None, "")
        book.define_name(handle_name(table), f"=Handles!$B${row + 1}")
    together = f'=LOAD_SET("Practice",$B$1:$B${len(there)})'
    handles.write_dynamic_array_formula(len(there), 1, len(there), 1, together, None, "")
    book.define_name("Practice", f"=Handles!$B${len(there) + 1}")
    if version is not None:
        book.set_custom_property("medoffice_xl schema", version, "text")
    book.close()
    path.write_bytes(_with_foreign_part(data.getvalue()))
    return path


def part(path: Path, name: str) -> bytes:
    """One part of the file."""
    with zipfile.ZipFile(path) as archive:
        return archive.read(name)


def replace_part(path: Path, name: str, content: bytes) -> None:
    """Exchange one part of the file."""
    with zipfile.ZipFile(path) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()} | {name: content}
    with zipfile.ZipFile(path, "w") as archive:
        for each, data in parts.items():
            archive.writestr(each, data)


def sheet_part(path: Path, sheet: str) -> str:
    """The part that a sheet is in."""
    from openpyxl import load_workbook

    return f"xl/worksheets/sheet{load_workbook(path).sheetnames.index(sheet) + 1}.xml"


def raw_entries(path: Path) -> dict[str, bytes]:
    """Each entry's packed bytes, in the order of the file."""
    data = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        infos = archive.infolist()
        found = {}
        for info in infos:
            start = info.header_offset + 30
            start += int.from_bytes(data[info.header_offset + 26 : info.header_offset + 28], "little")
            start += int.from_bytes(data[info.header_offset + 28 : info.header_offset + 30], "little")
            found[info.filename] = data[start : start + info.compress_size]
    return found


def _midnight(day: date) -> Any:
    return pd.Timestamp(day).to_pydatetime()


def _table_sheet(book: Workbook, table: Table, frame: pd.DataFrame | None, tweak: Fill | None) -> None:
    sheet = book.add_worksheet(table.sheet)
    rows = cells_from_frame(table, frame) if frame is not None else []
    styles = {kind: book.add_format({"num_format": FORMATS.get(kind, "General")}) for kind in Kind}
    last = HEADER_ROW + max(len(rows), 1)
    sheet.write_string(0, 1, f"{table.sheet}: notes above stay")
    sheet.add_table(
        HEADER_ROW,
        0,
        last,
        len(table.columns) - 1,
        {"name": table.excel_name, "columns": [{"header": column.header} for column in table]},
    )
    for index, column in enumerate(table):
        sheet.set_column(index, index, column.width, styles[column.kind])
        if column.choices:
            sheet.data_validation(HEADER_ROW + 1, index, last, index, {"validate": "list", "source": ["a", "b"]})
        for offset in range(max(len(rows), 1)):
            _cell(sheet, HEADER_ROW + 1 + offset, index, rows[offset][index] if rows else None, styles[column.kind])
    if tweak:
        tweak(book, sheet)


def _cell(sheet: Worksheet, row: int, column: int, value: Any, style: Any) -> None:
    if value is None or value == "":
        sheet.write_blank(row, column, None, style)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, style)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, _midnight(value), style)
    else:
        sheet.write_number(row, column, value, style)


def _with_foreign_part(data: bytes) -> bytes:
    """A part of random bytes amid the others, packed and with a comment, as no writer of ours would."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for index, info in enumerate(source.infolist()):
            target.writestr(info, source.read(info))
            if index == 2:
                foreign = zipfile.ZipInfo(FOREIGN_PART, (2026, 1, 2, 3, 4, 6))
                foreign.comment = b"not ours"
                target.writestr(foreign, random.Random(7).randbytes(5000))
    return out.getvalue()
