"""Cells to values of their kind, a column at a time, with the rows that cannot be read.

Each distinct cell is read once, so that a large file costs about as much as its variety.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from medoffice_xl.blanks import trimmed
from medoffice_xl.files.limits import LONGEST_TEXT
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.amounts import cents, decimal_comma, nanos, number, side_as_sign
from medoffice_xl.readers.body import Body
from medoffice_xl.readers.dates import Order, day, orders_of
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.quoting import quotable
from medoffice_xl.readers.sheets import Cell
from medoffice_xl.tables import Column, Kind

_UNREADABLE = object()
_KEPT_AS_TEXT = re.compile(r"""^="(.*)"$|^'(\d.*)$""")
_FILLED_UP = re.compile(r"[-+]?0\d{4,}[-+]?")
_POINT_ZERO = re.compile(r"\d+\.0")
_EXPECTED = {
    Kind.TEXT: f"a text that a cell holds ({LONGEST_TEXT:,} characters)",
    Kind.MONEY: "an amount in whole cents", Kind.PRICE: "an amount", Kind.DATE: "a date", Kind.NUMBER: "a number",
}  # fmt: skip
_FIGURES: dict[Kind, Callable[..., Any]] = {
    Kind.MONEY: lambda cell, comma: cents(side_as_sign(cell), comma),
    Kind.PRICE: nanos,
    Kind.NUMBER: number,
}
_DTYPES = {
    Kind.TEXT: "str",
    Kind.MONEY: "Int64",
    Kind.PRICE: "Int64",
    Kind.DATE: "datetime64[us]",
    Kind.NUMBER: "float64",
}


@dataclass(frozen=True, slots=True)
class Typed:
    """Values by field (money as nullable cents), the rows that lost a required value, and what was found."""

    frame: pd.DataFrame
    unreadable: set[int]
    problems: list[Problem]


def type_columns(body: Body, columns: Sequence[Column], required: Sequence[str]) -> Typed:
    """The body's cells as values. An unreadable cell is reported and left missing; nothing is guessed.

    `unreadable` holds the positions of rows with an unreadable cell in a required column.
    """
    dated = [column.name for column in columns if column.kind is Kind.DATE and column.name in body.cells]
    orders = orders_of({name: body.column(name).distinct() for name in dated})
    problems = _order_remarks(body, orders)
    data: dict[str, pd.Series[Any]] = {}
    bad: dict[Column, list[int]] = {}
    for column in columns:
        data[column.name], bad[column] = _convert(body, column, orders, problems)
    shifted = _shifted(body, bad)
    problems += _shifted_rows(body, bad, shifted)
    unreadable = {row for column, rows in bad.items() if column.name in required for row in rows} | shifted
    for column, rows in bad.items():
        what = "the row was not taken in" if column.name in required else "the cell was left empty"
        problems += row_problems(
            Severity.DATA,
            f"This is not {_EXPECTED[column.kind]}; {what}.",
            "Correct it and import the file again.",
            body.file,
            [(body.lines[row], quotable(body.cells[column.name][row])) for row in rows if row not in shifted],
            body.match.heading(column.name),
        )
    return Typed(pd.DataFrame(data), unreadable, problems)


def _shifted(body: Body, bad: Mapping[Column, Sequence[int]]) -> set[int]:
    """Rows with unreadable cells in several columns, words among them: their cells do not stand where they belong."""
    times = Counter(row for rows in bad.values() for row in rows)
    wordy = {
        row
        for column, rows in bad.items()
        for row in rows
        if quotable(body.cells[column.name][row]) != str(body.cells[column.name][row])
    }
    return {row for row, columns in times.items() if columns > 1 and row in wordy}


def _shifted_rows(body: Body, bad: Mapping[Column, Sequence[int]], shifted: set[int]) -> list[Problem]:
    """A problem for each of them. It quotes nothing: a name may stand in any of the cells."""
    places: dict[str, list[tuple[int, str]]] = {}
    for row in sorted(shifted):
        columns = ", ".join(body.match.heading(column.name) for column, rows in bad.items() if row in rows)
        places.setdefault(columns, []).append((body.lines[row], ""))
    return [
        problem
        for columns, lines in places.items()
        for problem in row_problems(
            Severity.DATA,
            f"The cells of this row do not fit their columns ({columns}); it was not taken in.",
            "A name or note with a comma in it may not be quoted. Correct the row and import the file again.",
            body.file,
            lines,
            columns,
        )
    ]


def text(cell: Cell) -> str:
    """A code, id or name as text; `="00123"` and `'00123`, a spreadsheet's ways to keep zeros, are 00123."""
    if isinstance(cell, str) and cell.isalnum():
        return cell
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == datetime.min.time() else cell.isoformat(" ")
    if isinstance(cell, date):
        return cell.isoformat()
    bare = " ".join(trimmed(str(cell)).split())
    return _KEPT_AS_TEXT.sub(r"\1\2", bare)


def _convert(
    body: Body, column: Column, orders: Mapping[str, Order], problems: list[Problem]
) -> tuple["pd.Series[Any]", list[int]]:
    """A column's values, and the rows whose cell cannot be read. Each different cell is read once."""
    cells = body.column(column.name)
    present = cells.present().tolist()
    read: Callable[[Cell], Any] = _whole_number if _written_as_fractions(cells.distinct()) else _fitting_text
    if column.kind is Kind.DATE:
        read = partial(day, order=orders.get(column.name, Order.MONTH_FIRST))
    elif column.kind in _FIGURES:
        comma = decimal_comma(map(side_as_sign, cells.distinct()))
        read = partial(_FIGURES[column.kind], comma=comma)
        if comma:
            problems.append(_comma_remark(body, column))
        if column.kind is Kind.MONEY and _filled_up(cells.distinct()):
            problems.append(_without_a_point(body, column))
    known = [_try(read, cell) if there else None for cell, there in zip(cells.values, present, strict=True)]
    unread = np.fromiter((value is _UNREADABLE for value in known), dtype=bool, count=len(known))
    bad = unread[cells.codes].nonzero()[0].tolist() if unread.any() else []
    nothing = "" if column.kind is Kind.TEXT else None
    plain = [nothing if value is _UNREADABLE or value is None else value for value in known]
    if column.kind is Kind.NUMBER:
        plain = [None if value is None else float(value) for value in plain]
    values = pd.Series(plain, dtype=_DTYPES[column.kind])
    return values.take(cells.codes).reset_index(drop=True), bad


def _fitting_text(cell: Cell) -> str:
    """The same, where a cell of the workbook holds it; raises ValueError where it is longer."""
    found = text(cell)
    if len(found) > LONGEST_TEXT:
        raise ValueError(cell)
    return found


def _written_as_fractions(cells: Iterable[Cell]) -> bool:
    """Whether every number of a column ends in `.0`: a program that took them for amounts wrote them so."""
    filled = [cell for cell in cells if cell not in ("", None)]
    return bool(filled) and all(isinstance(cell, str) and _POINT_ZERO.fullmatch(cell.strip()) for cell in filled)


def _whole_number(cell: Cell) -> str:
    return _fitting_text(cell).removesuffix(".0")


def _try(read: Callable[[Cell], Any], cell: Cell) -> Any:
    try:
        return read(trimmed(cell) if isinstance(cell, str) else cell)
    except (ValueError, ArithmeticError):
        return _UNREADABLE


def _comma_remark(body: Body, column: Column) -> Problem:
    return Problem(
        Severity.NOTE,
        "This column writes cents after a comma and was read so.",
        "Nothing to do, if that is right.",
        body.file,
        column=body.match.heading(column.name),
    )


def _filled_up(cells: Iterable[Cell]) -> bool:
    """Whether every amount of a column is figures alone, filled up with zeros from the left: 000015000."""
    filled = [str(cell).strip() for cell in cells if cell not in ("", None)]
    return bool(filled) and all(_FILLED_UP.fullmatch(cell) for cell in filled)


def _without_a_point(body: Body, column: Column) -> Problem:
    return Problem(
        Severity.MONEY,
        "The amounts of this column are figures without a point, filled up with zeros; they may be cents, and were "
        "read as dollars.",
        "Compare one with the practice-management system. If they are cents, export the column with a decimal point.",
        body.file,
        column=body.match.heading(column.name),
    )


def _order_remarks(body: Body, orders: Mapping[str, Order]) -> list[Problem]:
    remarks = []
    for name, order in orders.items():
        if order is Order.DAY_FIRST:
            severity, found = Severity.NOTE, "The dates of this column are day first, and were read so."
        elif order is Order.MIXED:
            severity = Severity.DATA
            found = "This column has dates that are month first and others that are day first; month first was taken."
        else:
            continue
        advice = "Check a few against the practice-management system; export with one form of date."
        remarks.append(Problem(severity, found, advice, body.file, column=body.match.heading(name)))
    return remarks
