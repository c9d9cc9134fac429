"""What the workbook's own formulas count and add up of a table, and the same of its rows where they are read already.

A host that reads a table itself then need not hand millions of cells to its calculation for a few sums.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from math import floor

import pandas as pd

from medoffice_xl.book.layout import TablePart
from medoffice_xl.money import NANOS_A_DOLLAR
from medoffice_xl.tables import Column, Kind, Table
from medoffice_xl.tables.frames import EPOCH

_PLAIN = re.compile(r"[\w .()/%$-]+")
"""Headings that every program reads within brackets; a column of another one is left out."""


def sums_of(table: Table) -> str:
    """A formula that comes to something else when a row comes, goes or changes in what is counted or added up.

    Whole numbers only, as programs write others differently.
    """
    words, numbers = ([_reference(table, column) for column in columns] for columns in _words_and_numbers(table))
    # Not COUNTA: programs disagree on whether an empty text is a word.
    filled = "+".join(f'COUNTIF({each},"?*")' for each in words) or "0"
    total = f"ROUND(100*SUM({','.join(numbers)}),0)" if numbers else "0"
    return f'=ROWS({_reference(table, _counted(table)[0])})&" rows "&({filled})&" words "&{total}'


def rows_of(table: Table) -> str:
    """A formula that counts the rows of a table: those whose first column that has to be filled holds something."""
    return f'=SUMPRODUCT(--({_reference(table, _first(table))}<>""))'


def counts_of(table: Table, part: TablePart, rows: pd.DataFrame) -> Mapping[str, str | int]:
    """What these formulas come to, by their texts without =, of rows that add up to what the cells do.

    Rows that were read plainly (`CellsRead.plainly`) do, and rows that were written.
    """
    words, numbers = _words_and_numbers(table)
    filled = sum(_filled(column, rows) for column in words)
    # Half up, as sums below zero are half down: programs round away from zero.
    hundredfold = 100 * sum((_sum(column, rows) for column in numbers), Fraction())
    total = floor(abs(hundredfold) + Fraction(1, 2)) * (-1 if hundredfold < 0 else 1)
    height = part.body.last.row - part.body.first.row + 1
    return {
        sums_of(table).removeprefix("="): f"{height} rows {filled} words {total}",
        rows_of(table).removeprefix("="): _filled(_first(table), rows),
    }


def _reference(table: Table, column: Column) -> str:
    return f"{table.excel_name}[{column.header}]"


def _counted(table: Table) -> list[Column]:
    return [column for column in table if column.name in table.counted and _PLAIN.fullmatch(column.header)]


def _words_and_numbers(table: Table) -> tuple[list[Column], list[Column]]:
    counted = _counted(table)
    words = [column for column in counted if column.kind is Kind.TEXT]
    return words, [column for column in counted if column.kind is not Kind.TEXT]


def _first(table: Table) -> Column:
    return next((column for column in table if column.name in table.key and column.required), table.columns[0])


def _filled(column: Column, rows: pd.DataFrame) -> int:
    values = rows[column.name]
    return int((values.fillna("") != "").sum() if column.kind is Kind.TEXT else values.notna().sum())


def _sum(column: Column, rows: pd.DataFrame) -> Fraction:
    """What the column's cells add up to: dollars, or a day's number in a sheet."""
    values = rows[column.name].dropna()
    if column.kind is Kind.DATE:
        return Fraction(int(((values - EPOCH) // pd.Timedelta(days=1)).sum()))
    if column.kind in _PARTS:
        return Fraction(int(values.sum()), _PARTS[column.kind])
    return Fraction(float(values.sum()))


_PARTS = {Kind.MONEY: 100, Kind.PRICE: NANOS_A_DOLLAR, Kind.WHOLE: 1}
"""How many of a kind's own whole numbers make one of the cell's."""
