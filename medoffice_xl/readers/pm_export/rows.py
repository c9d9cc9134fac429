"""The rows of a report that are lines: without totals, repeated headings and labels, and with merged cells filled."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.body import Body
from medoffice_xl.readers.dates import Order, day
from medoffice_xl.readers.findings import line_ranges
from medoffice_xl.readers.headers import normalised
from medoffice_xl.readers.pm_export.columns import AMOUNTS
from medoffice_xl.readers.pm_export.totals import total_rows
from medoffice_xl.readers.sheets import Cell
from medoffice_xl.readers.typed import text

WHO = ("claim_id", "visit", "patient_acct", "patient", "payer")
"""Columns that say whose a line is. In a report with merged cells they are filled on the first line only."""

_MONEY = ("charge", "debit", "credit", *AMOUNTS)
"""Columns of which a line fills at least one, unless it has a day."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a report, and the label that stands above each (a patient's, in a report grouped by patient)."""

    body: Body
    labels: list[str]
    problems: list[Problem]


def lines_of(body: Body, title: str = "") -> Lines:
    """The lines among the rows; `title` is what stands right above the headings, which may be the first label.

    What is left out is noted with its lines; nothing is left out that has an amount and a service.
    """
    again = _repeated_headings(body)
    problems = _noted(body, again, "repeat the headings")
    totals, noted = total_rows(body)
    problems += noted
    labels = dict.fromkeys(again, "") | _labels(body, {*again, *totals})
    problems += _noted(body, [row for row in labels if row not in again], "hold no service and no amount, only a label")
    gone = {*again, *totals, *labels}
    above = _above(len(body), labels, title)
    kept = body.without(gone)
    filled, told = _filled_down(kept)
    return Lines(filled, [label for row, label in enumerate(above) if row not in gone], [*problems, *told])


def _noted(body: Body, rows: Sequence[int], what: str) -> list[Problem]:
    if not rows:
        return []
    lines = line_ranges(body.lines[row] for row in rows)
    found = f"{len(rows):,} rows {what}; they were left out (lines {lines})."
    return [Problem(Severity.NOTE, found, "Nothing to do.", body.file, body.lines[rows[0]])]


def _repeated_headings(body: Body) -> list[int]:
    """Rows that say the headings again, as a report does on every page."""
    said = {name: normalised(heading) for name in body.cells if (heading := body.match.heading(name))}
    first = next((name for name in ("dos", "code", "charge") if name in said), "")
    return [
        row
        for row, cell in enumerate(body.column(first) if first else ())
        if isinstance(cell, str)
        and normalised(cell) == said[first]
        and sum(normalised(cells[row] or "") == said[name] for name, cells in body.cells.items()) > 1
    ]


def _labels(body: Body, known: set[int]) -> dict[int, str]:
    """Rows without a day and without an amount, with the text that stands in them."""
    money = [body.cells[name] for name in body.cells if name.split("#")[0] in _MONEY]
    no_day = {cell for cell in {*body.column("dos")} if not _is_day(cell)}
    return {
        row: " ".join(filter(None, (text(cells[row]) for cells in body.cells.values())))
        for row, cell in enumerate(body.column("dos"))
        if cell in no_day and row not in known and not any(_filled(cells[row]) for cells in money)
    }


def _is_day(cell: Cell) -> bool:
    for order in (Order.MONTH_FIRST, Order.DAY_FIRST):
        with suppress(ValueError):
            return day(cell, order) is not None
    return False


def _filled(cell: Cell) -> bool:
    return cell is not None and cell != "" and not (isinstance(cell, str) and not cell.strip())


def _above(count: int, labels: dict[int, str], label: str) -> list[str]:
    above = []
    for row in range(count):
        label = labels.get(row, label) or label
        above.append(label)
    return above


def _filled_down(body: Body) -> tuple[Body, list[Problem]]:
    """Rows that say nothing of whose they are are of the one above: so a report with merged cells leaves them."""
    who = [name for name in WHO if name in body.cells]
    if len(who) < 2 or not len(body):
        return body, []
    blank = [row for row in range(1, len(body)) if not any(_filled(body.cells[name][row]) for name in who)]
    if not blank or not any(_filled(body.cells[name][0]) for name in who):
        return body, []
    also = [name for name in ("dos", "provider", "location", "plan", "post_date") if name in body.cells]
    cells = dict(body.cells)
    for name in (*who, *also):
        column = list(body.cells[name])
        for row in blank:
            if not _filled(column[row]):
                column[row] = column[row - 1]
        cells[name] = column
    lines = line_ranges(body.lines[row] for row in blank)
    found = f"{len(blank):,} rows do not say whose they are; they were read as of the row above (lines {lines})."
    told = Problem(Severity.NOTE, found, "Nothing to do if the report merges cells.", body.file, body.lines[blank[0]])
    return Body(body.file, body.match, body.lines, cells, body.problems), [told]
