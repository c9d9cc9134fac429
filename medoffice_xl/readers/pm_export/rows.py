"""The rows of a report that are lines: without totals, repeated headings and labels, and with merged cells filled."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

import numpy as np

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.body import Body
from medoffice_xl.readers.dates import Order, day
from medoffice_xl.readers.findings import left_out, line_ranges
from medoffice_xl.readers.headers import normalised
from medoffice_xl.readers.pm_export.columns import AMOUNTS, field_of
from medoffice_xl.readers.sheets import Cell
from medoffice_xl.readers.totals import total_rows
from medoffice_xl.readers.typed import text

WHO = ("claim_id", "visit", "patient_acct", "patient", "payer")
"""Columns that say whose a line is. In a report with merged cells they are filled on the first line only."""

_ALSO = ("dos", "provider", "location", "plan", "post_date")
"""Columns that such a report may leave out as well."""

_AS_FULL = 3
"""Cells that a line fills at least."""

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
    lacks = ("dos", "code") if {"dos", "code"} & body.cells.keys() else ("remit_date",)
    amount = next((name for name in _MONEY if name in body.cells), "charge")
    totals, noted = total_rows(body, "a charge", lacks=lacks, numbered_by="claim_id", amount=amount)
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
    lines = [body.lines[row] for row in rows]
    return [Problem(Severity.NOTE, left_out(lines, what), "Nothing to do.", body.file, lines[0])]


def _repeated_headings(body: Body) -> list[int]:
    """Rows that say the headings again, as a report does on every page; of headings over two rows, each of them."""
    again = {name: partial(_says, normalised(body.match.heading(name))) for name in body.cells}
    parts = {name: partial(_says_part, normalised(body.match.heading(name))) for name in body.cells}
    whole, part = np.zeros(len(body), dtype=bool), np.zeros(len(body), dtype=bool)
    for name in [name for name in ("dos", "code") if name in body.cells]:
        whole |= body.column(name).where(again[name])
        part |= body.column(name).where(parts[name])
    said = {
        row
        for row in whole.nonzero()[0].tolist()
        if sum(says(body.cells[name][row]) for name, says in again.items()) > 1
    }
    return sorted(said | {row for row in part.nonzero()[0].tolist() if _all_parts(body, parts, row)})


def _all_parts(body: Body, parts: Mapping[str, Callable[[Cell], bool]], row: int) -> bool:
    """Whether every cell of the row, and not only one or two, is a part of its heading."""
    filled = [says(cell) for name, says in parts.items() if _filled(cell := body.cells[name][row])]
    return len(filled) > 2 and all(filled)


def _says(plain: str, cell: Cell) -> bool:
    return isinstance(cell, str) and normalised(cell) == plain


def _says_part(plain: str, cell: Cell) -> bool:
    said = normalised(cell) if isinstance(cell, str) else ""
    return bool(said) and (plain.startswith(said) or plain.endswith(said))


def _labels(body: Body, known: set[int]) -> dict[int, str]:
    """Rows without a day and without an amount, with the text that stands in them.

    One that is as full as a line, with something else where the day should be, is a line whose cells are wrong.
    """
    empty = ~body.column("dos").where(_is_day)
    filled = sum(body.column(name).where(_filled).astype("int64") for name in body.cells)
    empty &= ~(body.column("dos").where(_filled) & (filled >= max(_AS_FULL, len(body.cells) / 2)))
    for name in body.cells:
        if field_of(name) in _MONEY:
            empty &= ~body.column(name).where(_filled)
    return {
        row: " ".join(filter(None, (text(cells[row]) for cells in body.cells.values())))
        for row in empty.nonzero()[0].tolist()
        if row not in known
    }


def _is_day(cell: Cell) -> bool:
    for order in (Order.MONTH_FIRST, Order.DAY_FIRST):
        with suppress(ValueError):
            return day(cell, order) is not None
    return False


def _filled(cell: Cell) -> bool:
    return cell is not None and cell != "" and not (isinstance(cell, str) and not cell.strip())


def _above(count: int, labels: dict[int, str], label: str) -> list[str]:
    if not labels:
        return [label] * count
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
    said = np.zeros(len(body), dtype=bool)
    for name in who:
        said |= body.column(name).where(_filled)
    if said.all() or not said[0]:
        return body, []
    blank = (~said).nonzero()[0].tolist()
    cells = dict(body.cells)
    for name in (*who, *(name for name in _ALSO if name in body.cells)):
        column = body.column(name)
        filled = column.where(_filled) | said
        above = np.maximum.accumulate(np.where(filled, np.arange(len(body)), 0))
        cells[name] = column.rows(above)
    lines = line_ranges(body.lines[row] for row in blank)
    found = f"{len(blank):,} rows do not say whose they are; they were read as of the row above (lines {lines})."
    told = Problem(Severity.NOTE, found, "Nothing to do if the report merges cells.", body.file, body.lines[blank[0]])
    return Body(body.file, body.match, body.lines, cells, body.problems), [told]
