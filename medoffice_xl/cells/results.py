"""From what a metric returns to what a cell can hold."""

from datetime import datetime
from typing import Any

from medoffice_xl.measure import Breakdown, Measure, Unit, Value, in_a_cell

CellValue = float | int | str | bool | datetime | None
Block = list[list[CellValue]]


def to_cells(result: Any) -> CellValue | Block:
    """A function's result as a cell value, or as rows that spill (a breakdown spills its headings too)."""
    if isinstance(result, Measure):
        return in_a_cell(result.value, result.unit)
    if isinstance(result, Breakdown):
        return [
            [column.header for column in result.columns],
            *(
                [_in_a_block(value, column.unit) for value, column in zip(row, result.columns, strict=True)]
                for row in result.body
            ),
        ]
    return result  # type: ignore[no-any-return]


def _in_a_block(value: Value, unit: Unit) -> CellValue:
    """A value among others; nothing is empty text, because hosts show an empty place in a block as 0 or an error."""
    return "" if value is None else in_a_cell(value, unit)


def explanation(result: Measure | Breakdown) -> Block:
    """What a result was made of: rows of label, value, unit; then what was left out and the definition."""
    body: Block = []
    if isinstance(result, Measure):
        body.append([result.definition.name, in_a_cell(result.value, result.unit), str(result.unit)])
    else:
        body.append([result.definition.name, len(result.body), "rows"])
    body += [[part.label, in_a_cell(part.value, part.unit), str(part.unit)] for part in result.parts]
    body.append(["Rows used", result.rows_used, "rows"])
    for left in result.left_out:
        body.append([f"Left out: {left.reason}", left.rows, "rows"])
        if left.amount is not None:
            body.append(["    worth", in_a_cell(left.amount, Unit.MONEY), "$"])
    body += [["Note", note, ""] for note in result.notes]
    body.append(["Formula", result.definition.formula, ""])
    body.append(["Source", result.definition.source, ""])
    return body
