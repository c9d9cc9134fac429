"""A data sheet: one table of the schema, ready to be typed or imported into."""

from collections.abc import Sequence
from itertools import accumulate
from math import ceil
from textwrap import shorten
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from medoffice_xl.build.sheets.sheets import Sheets
from medoffice_xl.pages.colors import BAND, PALE, PAPER
from medoffice_xl.pages.paper import paper_of_table
from medoffice_xl.pages.placed import Dress, Role
from medoffice_xl.pages.text_width import wrapped_lines
from medoffice_xl.render.formats import Formats
from medoffice_xl.render.printing import set_up_print
from medoffice_xl.tables import Column, Kind, Table
from medoffice_xl.tables.number_formats import NUMBER_FORMATS

HEADER_ROW = 3
LAST_ROW = 1_048_575
UNIT_FORMATS = {"%": "0.0%", "$": "$#,##0.00", "times": "0.0#", "score": "0.0#", "ratio": "0.0#"}
"""How a number is written in a row that says its unit; without one of these, as a whole number."""

_USUAL_WIDTH = 8
"""Characters of a column that nobody has set."""

_BAND = 90
"""A band is at least as wide, in characters: room for the explanation of the table."""

_SEEN = 140
"""Characters across that a screen shows at once."""

_SENTENCE = 24
"""Characters from which on a column is meant for words, not for names and codes."""

_INDENT = 2
"""Characters that an indent and the air of a cell take."""

_LINE = 13.0
_ROW = 15.0

_CHECKS: dict[Kind, dict[str, Any]] = {
    Kind.DATE: {
        "validate": "date", "criteria": "between", "minimum": "=DATE(1990,1,1)", "maximum": "=DATE(2199,12,31)",
        "error_title": "Not a date", "error_message": "Type a date, such as 9/30/2026.",
    },
    Kind.MONEY: {
        "validate": "decimal", "criteria": "between", "minimum": -99_999_999, "maximum": 99_999_999,
        "error_title": "Not an amount", "error_message": "Type an amount in dollars, such as 125.50.",
    },
    Kind.WHOLE: {
        "validate": "integer", "criteria": "between", "minimum": -2_147_483_648, "maximum": 2_147_483_647,
        "error_title": "Not a whole number", "error_message": "Type a whole number.",
    },
}  # fmt: skip


def write_data_table(sheets: Sheets, table: Table, rows: Sequence[Sequence[Any]] = ()) -> Worksheet:
    """Title, explanation and the Excel table itself; with no rows, one blank row to begin with."""
    sheet, formats = sheets.add(table.sheet), sheets.formats
    last_column = len(table.columns) - 1
    widths = _widths(table)
    paper = paper_of_table(widths, HEADER_ROW)
    # Of several sheets side by side the first column heads each: no words begin there that need more room.
    _title(sheet, formats, table, widths, 1 if paper.pages_wide > 1 else 0)
    sheet.set_row(HEADER_ROW, _LINE * max(2, *(_heading_lines(column) for column in table)) + 4)
    count = max(len(rows), 1)
    sheet.add_table(
        HEADER_ROW, 0, HEADER_ROW + count, last_column,
        {
            "name": table.excel_name,
            "style": "Table Style Light 1",
            "columns": [
                {
                    "header": column.header,
                    "header_format": _heading(formats, table, index),
                    "format": _looks(formats, table, index),
                }
                for index, column in enumerate(table)
            ],
        },
    )  # fmt: skip
    for index, column in enumerate(table):
        sheet.set_column(index, index, column.width, _looks(formats, table, index))
        _help(sheet, index, column)
        _check(sheet, index, column)
    for offset in range(count):
        _row(sheet, formats, table, HEADER_ROW + 1 + offset, rows[offset] if rows else [None] * len(table.columns))
    sheet.freeze_panes(HEADER_ROW + 1, 1)
    set_up_print(sheet, paper)
    return sheet


def _widths(table: Table) -> list[int]:
    """The columns of the sheet in characters: those of the table, and beside a narrow one as many as the band needs."""
    widths = [column.width for column in table]
    return widths + [_USUAL_WIDTH] * ceil((_BAND - sum(widths)) / _USUAL_WIDTH)


def _title(sheet: Worksheet, formats: Formats, table: Table, widths: Sequence[int], first: int) -> None:
    """The band, with the explanation from a column on, within what a screen and the first sheet of paper show."""
    title = formats.dressed(Dress(Role.TITLE))
    sheet.set_row(0, 30)
    for column in range(len(widths)):
        sheet.write_blank(0, column, None, title)
        sheet.write_blank(1, column, None, formats.dressed(Dress(Role.SUBTITLE)))
    sheet.write_string(0, 0, table.sheet, formats.dressed(Dress(Role.TITLE, indent=1)))
    style = formats(font_color=PALE, bg_color=BAND, text_wrap=True, valign="top", indent=1)
    seen = max(sum(width <= _SEEN for width in accumulate(widths)), 2)
    sheet.merge_range(1, first, 1, seen - 1, table.doc, style)
    sheet.set_row(1, _ROW * wrapped_lines(table.doc, sum(widths[first:seen]) - _INDENT) + 3)
    sheet.set_tab_color(BAND)


def _heading_lines(column: Column) -> int:
    return wrapped_lines(column.header, column.width - _INDENT, bold=True)


def _looks(formats: Formats, table: Table, index: int, **more: Any) -> Format:
    """A cell's. Sentences go on in further lines, and all cells of their row begin with the first."""
    looks = {"num_format": NUMBER_FORMATS[table.columns[index].kind]} | _stands(table, index) | more
    if any(_holds_sentences(table, column) for column in table):
        looks |= {"valign": "top"}
    if _holds_sentences(table, table.columns[index]):
        looks |= {"text_wrap": True}
    return formats(**looks)


def _holds_sentences(table: Table, column: Column) -> bool:
    """Words that are longer than their column now and then; a table of a month's thousands keeps one line a row."""
    return column.kind is Kind.TEXT and column.width >= _SENTENCE and not table.by_month


def _heading(formats: Formats, table: Table, index: int) -> Format:
    """Of a column's heading, over its cells."""
    return formats(
        bold=True,
        font_color=PAPER,
        bg_color=BAND,
        text_wrap=True,
        left=1,
        right=1,
        top=1,
        border_color=BAND,
        **_stands(table, index),
    )


def _stands(table: Table, index: int) -> dict[str, Any]:
    """Words and days to the left, off from a figure before them; figures to the right."""
    if table.columns[index].kind not in (Kind.TEXT, Kind.DATE):
        return {"align": "right"}
    before = table.columns[index - 1].kind if index else Kind.TEXT
    apart = table.columns[index].kind is Kind.DATE or before not in (Kind.TEXT, Kind.DATE)
    return {"align": "left", "indent": 1} if apart else {"align": "left"}


def _row(sheet: Worksheet, formats: Formats, table: Table, row: int, values: Sequence[Any]) -> None:
    """One row. Known words that are longer than their column go on in further lines."""
    units = dict(zip(table.names, values, strict=True)).get("unit")
    lines = 1
    for index, (column, value) in enumerate(zip(table, values, strict=True)):
        style = _looks(formats, table, index)
        if column.kind is Kind.TEXT and value:
            needed = wrapped_lines(value, column.width - 1)
            lines = max(lines, needed)
            style = _looks(formats, table, index, text_wrap=True) if needed > 1 else style
        elif column.kind is Kind.NUMBER and units and value is not None:
            style = _looks(formats, table, index, num_format=UNIT_FORMATS.get(units, "0"))
        _write(sheet, row, index, column, value, style)
    if lines > 1:
        sheet.set_row(row, _ROW + _LINE * (lines - 1))


def _write(sheet: Worksheet, row: int, index: int, column: Column, value: Any, style: Format) -> None:
    if value is None:
        sheet.write_blank(row, index, None, style)
    elif column.kind is Kind.TEXT:
        sheet.write_string(row, index, value, style)
    elif column.kind is Kind.DATE:
        sheet.write_datetime(row, index, value, style)
    else:
        sheet.write_number(row, index, value, style)


def _help(sheet: Worksheet, index: int, column: Column) -> None:
    """What the column is for, when its heading is selected: over the cells it would cover what stands beside them."""
    said = {"input_title": column.header[:32], "input_message": shorten(column.doc, 255, placeholder=" …")}
    sheet.data_validation(HEADER_ROW, index, HEADER_ROW, index, {"validate": "any"} | said)


def _check(sheet: Worksheet, index: int, column: Column) -> None:
    """Down the whole column: what may be typed into it, and how, where that needs saying at the cell itself."""
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
    elif not column.prompt:
        return
    said = {"input_title": column.header[:32], "input_message": column.prompt} if column.prompt else {}
    sheet.data_validation(HEADER_ROW + 1, index, LAST_ROW, index, check | said | {"ignore_blank": True})
