"""The Personnel workbook: tables to type in, no formula and no macro, meant for Excel's own password encryption."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import pandas as pd
from xlsxwriter import Workbook

from medoffice_xl.build.package import parts, zipped
from medoffice_xl.build.sheets.data_table import write_data_table
from medoffice_xl.build.sheets.sheets import Sheets
from medoffice_xl.build.workbook import FIXED
from medoffice_xl.pages.blocks import Note
from medoffice_xl.pages.colors import INK
from medoffice_xl.pages.engine import place_one
from medoffice_xl.pages.page import Page
from medoffice_xl.tables import cells_from_frame
from medoffice_xl.tables.personnel import BEGINS_WITH, FILE_ITEMS, PERSONNEL_TABLES

_PLAIN = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_MACRO_ENABLED = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
"""What Excel asks of a file whose name ends in .xlsm, whether or not there is a macro in it."""

FIRST = Page(
    "Read me",
    "Personnel",
    "Personal records: for whoever keeps personnel, and nobody else",
    (
        Note("Encrypt this workbook before the first name stands in it: File, Info, Protect Workbook, Encrypt with "
             "Password. A hidden or protected sheet protects nothing; the password does. Whoever loses it loses the "
             "workbook: keep it where the practice keeps its keys."),
        Note("PracticeManager takes from it totals of pay by month and role, with roles of fewer than three people "
             "merged: medoffice personnel PracticeManager.xlsm Personnel.xlsm. The password is asked for; it never "
             "stands on the command line."),
        Note("Employees go by the same number here, in PracticeManager and in payroll. Social security numbers, whole "
             "account numbers and diagnoses belong into none of the three."),
        Note("Medical records and forms I-9 are kept apart from the personnel file; the sheet What a file holds says "
             "what goes where, and the File checklist what is there."),
    ),
)  # fmt: skip


def cells_of_personnel(frames: Mapping[str, pd.DataFrame]) -> Mapping[str, Sequence[Sequence[Any]]]:
    """Rows of its tables as cells, from frames by the tables' names."""
    return {
        table.name: cells_from_frame(table, frames[table.name]) for table in PERSONNEL_TABLES if table.name in frames
    }


def personnel_workbook(rows: Mapping[str, Sequence[Sequence[Any]]] | None = None) -> bytes:
    """The workbook, with rows of its tables by name as cells; the same rows always give the same bytes."""
    begins_with = {FILE_ITEMS.name: BEGINS_WITH} | dict(rows or {})
    stream = BytesIO()
    workbook = Workbook(stream, {"in_memory": True, "default_date_format": "mm/dd/yyyy"})
    workbook.set_properties({"title": "Personnel", "created": FIXED})
    workbook.formats[0].set_font_name("Calibri")
    workbook.formats[0].set_font_size(10)
    workbook.formats[0].set_font_color(INK)
    sheets = Sheets(workbook)
    sheets.draw(place_one(FIRST))
    for table in PERSONNEL_TABLES:
        write_data_table(sheets, table, begins_with.get(table.name, ()))
    workbook.close()
    found = parts(stream.getvalue())
    types = "[Content_Types].xml"
    found[types] = found[types].replace(_PLAIN, _MACRO_ENABLED)
    return zipped(found)
