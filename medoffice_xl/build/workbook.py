"""The master workbook, sheet by sheet, in the order a manager meets them: Home and the pages, then the data.

A sheet of data is hidden until it holds rows of the practice; Home and the ribbon lead to it all the same.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from xlsxwriter import Workbook

from medoffice_xl.areas import every
from medoffice_xl.build.pages import placed
from medoffice_xl.build.sheet_groups import sheet_groups
from medoffice_xl.build.sheets.conf import write_conf
from medoffice_xl.build.sheets.data_table import write_data_table
from medoffice_xl.build.sheets.handles import write_handles
from medoffice_xl.build.sheets.intellisense import write_intellisense
from medoffice_xl.build.sheets.sheets import Sheets
from medoffice_xl.intake.threshold_names import declared
from medoffice_xl.pages.colors import INK, MUTED
from medoffice_xl.published import comes_with, published
from medoffice_xl.tables import BENCHMARKS, THRESHOLDS, Table, cells_from_frame
from medoffice_xl.tables.benchmarks import benchmark_rows
from medoffice_xl.tables.thresholds import threshold_rows

FIXED = datetime(2026, 1, 1)
"""Stamped as the day of creation, so that the same source always builds the same bytes."""


def write_sheets(workbook: Workbook) -> list[str]:
    """Write every sheet; returns their VBA code names in order."""
    workbook.set_properties({"title": "Practice Manager", "subject": "A medical practice's money",
                             "created": FIXED, "comments": "Built from source; see medoffice_xl."})  # fmt: skip
    workbook.formats[0].set_font_name("Calibri")
    workbook.formats[0].set_font_size(10)
    workbook.formats[0].set_font_color(INK)
    sheets, book = Sheets(workbook), placed()
    for page in book.pages:
        sheets.draw(page)
    workbook.worksheets()[0].activate()
    for group in sheet_groups():
        for table in group.tables:
            sheet = write_data_table(sheets, table, _begins_with(table))
            sheet.hide()
            if group.of_others:
                sheet.set_tab_color(MUTED)
    write_handles(sheets)
    for page in book.behind:
        sheets.draw(page)
    write_conf(sheets)
    write_intellisense(sheets)
    return sheets.code_names


def _begins_with(table: Table) -> Sequence[Sequence[Any]]:
    """The rows of a table in an empty workbook."""
    if table is BENCHMARKS:
        return benchmark_rows(benchmark for area in every() for benchmark in area.benchmarks)
    if table is THRESHOLDS:
        return cells_from_frame(table, threshold_rows(declared()))
    return cells_from_frame(table, published(table)) if comes_with(table) else ()
