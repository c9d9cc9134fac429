"""A data sheet: one table of the schema, ready to be typed or imported into."""

from collections.abc import Sequence
from math import ceil
from textwrap import shorten
from typing import Any

from medoffice_xl.build.look import BAND
from medoffice_xl.build.sheets.page import Page, fit_to_page, title_band
from medoffice_xl.tables import Column, Kind, Table

HEADER_ROW = 3
LAST_ROW = 1_048_575
PAGE_WIDTH = 300
"""Characters across one landscape page that can still be read; wider tables print on several pages."""

_CHECKS: dict[Kind, dict[str, Any]] = {
    Kind.DATE: {
        "validate": "date", "criteria": "between", "minimum": "=DATE(1990,1,1)", "maximum": "=DATE(2199,12,31)",
        "error_title": "Not a date", "error_message": "Type a date, such as 9/30/2026.",
    },
    Kind.MONEY: {
        "validate": "decimal", "criteria": "between", "minimum": -99_999_999, "maximum": 99_999_999,
        "error_title": "Not an amount", "error_message": "Type an amount in dollars, such as 125.50.",
    },
    Kind.PRICE: {
        "validate": "decimal", "criteria": "between", "minimum": -99_999_999, "maximum": 99_999_999,
        "error_title": "Not a price", "error_message": "Type dollars for one unit, such as 125.50 or 0.054.",
    },
    Kind.WHOLE: {
        "validate": "integer", "criteria": "between", "minimum": -2_147_483_648, "maximum": 2_147_483_647,
        "error_title": "Not a whole number", "error_message": "Type a whole number.",
    },
}  # fmt: skip


def write_data_table(page: Page, table: Table, rows: Sequence[Sequence[Any]] = ()) -> None:
    """Title, explanation and the Excel table itself; with no rows, one blank row to begin with."""
    sheet, look = page.sheet, page.look
    last_column = len(table.columns) - 1
    _title(page, table, max(last_column, 8))
    sheet.set_row(HEADER_ROW, 30)
    count = max(len(rows), 1)
    sheet.add_table(
        HEADER_ROW, 0, HEADER_ROW + count, last_column,
        {
            "name": table.excel_name,
            "style": "Table Style Light 1",
            "columns": [
                {
                    "header": column.header,
                    "header_format": look.heading(column.kind),
                    "format": look.cell(column.kind),
                }
                for column in table
            ],
        },
    )  # fmt: skip
    for index, column in enumerate(table):
        sheet.set_column(index, index, column.width, look.cell(column.kind))
        _check(page, index, column)
        for offset in range(count):
            _write(page, HEADER_ROW + 1 + offset, index, column, rows[offset][index] if rows else None)
    sheet.freeze_panes(HEADER_ROW + 1, 1)
    sheet.repeat_rows(HEADER_ROW)
    fit_to_page(page, tall=0)
    sheet.fit_to_pages(ceil(_width(table, last_column) / PAGE_WIDTH), 0)


def _title(page: Page, table: Table, last_column: int) -> None:
    """The band, with the explanation wrapped within it."""
    title_band(page, table.sheet, "", last_column)
    style = page.look(font_size=10, font_color="#CFE3E6", bg_color=BAND, text_wrap=True, valign="top")
    page.sheet.merge_range(1, 1, 1, last_column, table.doc, style)
    page.sheet.set_row(1, 15 * ceil(len(table.doc) / (_width(table, last_column) - table.columns[0].width)) + 3)


def _width(table: Table, last_column: int) -> int:
    """The width from the first column to the last, in characters; columns beyond the table have the usual 8."""
    return sum(column.width for column in table) + 8 * (last_column + 1 - len(table.columns))


def _write(page: Page, row: int, index: int, column: Column, value: Any) -> None:
    style = page.look.cell(column.kind)
    if value is None:
        page.sheet.write_blank(row, index, None, style)
    elif column.kind is Kind.TEXT:
        page.sheet.write_string(row, index, value, style)
    elif column.kind is Kind.DATE:
        page.sheet.write_datetime(row, index, value, style)
    else:
        page.sheet.write_number(row, index, value, style)


def _check(page: Page, index: int, column: Column) -> None:
    """Down the whole column: what the cell is for when it is selected, and what may be typed into it."""
    check: dict[str, Any] = {"validate": "any"}
    if column.choices:
        check = {
            "validate": "list",
            "source": [choice for choice in column.choices if choice],
            "error_title": "Pick from the list",
            "error_message": shorten(
                "Pick one of: " + ", ".join(choice or "(empty)" for choice in column.choices), 255, placeholder=" …"
            ),
        }
    elif column.kind in _CHECKS:
        check = _CHECKS[column.kind]
    prompt = {"input_title": column.header[:32], "input_message": shorten(column.doc, 255, placeholder=" …")}
    page.sheet.data_validation(HEADER_ROW + 1, index, LAST_ROW, index, check | prompt | {"ignore_blank": True})
