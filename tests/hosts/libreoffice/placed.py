"""A cell function's example call as a formula over cells of a sheet."""

from datetime import datetime
from typing import Any

import xlwings
from xlwings.utils import col_name

COLUMNS_APART = 60


def literal(value: Any) -> str:
    """One value as a formula spells it; nothing for what is left out."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"DATE({value.year},{value.month},{value.day})"
    return '"{}"'.format(value.replace('"', '""')) if isinstance(value, str) else f"{value:g}"


def formula(sheet: xlwings.Sheet, name: str, values: list[Any]) -> str:
    """The call, with its tables and columns put on the sheet from row 101 on."""
    texts = []
    for place, value in enumerate(values):
        if not isinstance(value, list):
            texts.append(literal(value))
            continue
        left = 1 + place * COLUMNS_APART
        sheet.range((101, left)).value = value
        corner = f"{col_name(left + len(value[0]) - 1)}{100 + len(value)}"
        texts.append(f"{col_name(left)}101:{corner}")
    return f"={name}({','.join(texts)})"
