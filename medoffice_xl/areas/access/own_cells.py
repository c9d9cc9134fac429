"""Cells that only schedules have, times of day and lengths: read one by one, with a problem for what is neither."""

from collections.abc import Callable
from typing import Any

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.body import Body
from medoffice_xl.readers.coded import Coded
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.quoting import quotable


def read_cells(
    body: Body, name: str, read: Callable[[Any], int | None], what: str, advice: str, problems: list[Problem]
) -> list[int | None]:
    """The cells of a column as whole numbers; one that says something else is a problem and left empty."""
    cells = body.column(name)
    found = each_cell(cells, read)
    texts = ("" if cell is None else str(cell).strip() for cell in cells)
    wrong = [
        (line, quotable(text))
        for line, text, value in zip(body.lines, texts, found, strict=True)
        if text and value is None
    ]
    found_wrong = f"This is not {what}; the cell was left empty."
    problems += row_problems(Severity.DATA, found_wrong, advice, body.file, wrong, body.match.heading(name))
    return found


def each_cell(cells: Coded, read: Callable[[Any], int | None]) -> list[int | None]:
    """What each cell reads as; every different one is read once."""
    known = [read(cell) for cell in cells.values]
    return [known[code] for code in cells.codes]
