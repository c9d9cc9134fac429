"""Read a charge export: every row is a charge, an entry of a ledger, a total, or a problem that names it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

from medoffice_xl.errors import CannotRead
from medoffice_xl.problems import Problem
from medoffice_xl.readers.body import Body, body_of, remarks_on
from medoffice_xl.readers.file import File
from medoffice_xl.readers.heading_rows import are_headings, no_headings
from medoffice_xl.readers.mapping import missing_columns
from medoffice_xl.readers.plain_text import plain_text
from medoffice_xl.readers.pm_export.charges import ChargeLines, charges_in, charges_of
from medoffice_xl.readers.pm_export.claims import claims_of
from medoffice_xl.readers.pm_export.columns import AMOUNTS, COLUMNS, field_of
from medoffice_xl.readers.pm_export.event_types import LOWERS
from medoffice_xl.readers.pm_export.layout import Layout, find_layout, how_sure, private_headings, seen, taken_columns
from medoffice_xl.readers.pm_export.ledger import Ledger, ledger_of, ledger_payments
from medoffice_xl.readers.pm_export.payers import payer_remarks, payers_of, responsible_of
from medoffice_xl.readers.pm_export.posted import posted_payments
from medoffice_xl.readers.pm_export.postings_list import as_postings, cells_of, postings
from medoffice_xl.readers.pm_export.row_numbers import without_row_numbers
from medoffice_xl.readers.pm_export.rows import Lines, lines_of
from medoffice_xl.readers.pm_export.transactions import CHARGE
from medoffice_xl.readers.pm_export.unposted import credits_beside
from medoffice_xl.readers.pm_export.voids import marked_void
from medoffice_xl.readers.pm_export.words_for_ids import words_for_ids
from medoffice_xl.readers.reader import NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.same_headings import Head, joined, title_or_name
from medoffice_xl.readers.seen import Seen, Unclear
from medoffice_xl.readers.sheets import Grid, read_grids
from medoffice_xl.readers.shifted import shifted_problems, shifted_rows
from medoffice_xl.readers.typed import Typed, text, type_columns
from medoffice_xl.tables import CHARGES, Column, empty_frame

KIND = "charges"

_MUST = ("dos", "charge", "units")
"""A row with an unreadable cell in one of these is not taken in."""


def recognises(file: File) -> int:
    """A charge export says what was done, when and for how much, and for whom, or a mapping says that it does."""
    return how_sure(_layout(file.grid, file.mapping)) if file.grid.rows else NO


def _layout(grid: Grid, mapping: Mapping[str, str]) -> Layout:
    layout = find_layout(grid, mapping)
    return as_postings(layout, cells_of(grid, layout))


def read(path: Path, mapping: Mapping[str, str] | None = None, today: date | None = None) -> Reading:
    """The charges of an export, and the payments it carries.

    `mapping` is the user's own, heading to field; dates after `today` (by default this day) are reported. Codes and
    modifiers come out in capitals. Raises CannotRead.
    """
    export = _opened(path, mapping or {})
    body, layout, problems = export.lines.body, export.layout, export.problems
    typed = type_columns(body, _columns(layout), _MUST)
    frame, told = _identified(export.lines, typed)
    problems += [*typed.problems, *told]
    if layout.postings:
        entries, told = postings(body, layout, frame)
        listed = {KIND: empty_frame(CHARGES), "payments": entries}
        return Reading(path.name, KIND, listed, problems + told, seen=export.seen, lines_numbered=True)
    ledger = ledger_of(body, frame)
    problems += ledger.problems if ledger else []
    void, told = marked_void(body, frame)
    problems += told
    named, told = words_for_ids(body, frame)
    problems += told
    gone = void | named
    charged = pd.Series(True, frame.index) if ledger is None else ledger.rows(CHARGE)
    own = frame[~gone & charged] if ledger is None else _of_ledger(body, frame[~gone & charged], ledger)
    lines = charges_of(body, own, typed.unreadable, today or date.today())
    problems += [*lines.problems, *payer_remarks(body, frame["line"][lines.charges.index])]
    tables = {KIND: lines.charges.reset_index(drop=True)}
    payments, told = _payments(body, layout, frame[~gone], lines, ledger)
    if payments is not None:
        tables["payments"] = payments
    taken_back = pd.concat([lines.voided, charges_in(body, frame[void & charged])])
    return Reading(
        path.name, KIND, tables, problems + told, lines_numbered=lines.numbered, voided=taken_back, seen=export.seen
    )


@dataclass(frozen=True, slots=True)
class _Export:
    """The lines of the sheet that says the most, and its layout."""

    lines: Lines
    layout: Layout
    seen: Seen
    problems: list[Problem]


def _opened(path: Path, mapping: Mapping[str, str]) -> _Export:
    """The export as its lines: a regular text table column by column, any other cell by cell."""
    plain = plain_text(path)
    if plain is not None:
        layout = find_layout(plain.head, mapping)
        heading_line = plain.head.lines[layout.row + layout.height - 1]
        found = plain.columns(heading_line, len(layout.headings))
        if found is not None:
            columns, lines = found
            layout = _clear(plain.head, as_postings(layout, columns.__getitem__))
            gone = shifted_rows(columns)
            kept = np.delete(np.arange(len(lines)), gone)
            cells = {key: columns[place].rows(kept) for key, place in layout.keys.items()}
            told = shifted_problems(path.name, [lines[row] for row in gone])
            body = Body(path.name, layout.match(), [lines[row] for row in kept.tolist()], {**cells}, told)
            return _export(plain.head, layout, body, [])
    grids = [grid for grid in read_grids(path) if grid.rows]
    if not grids:
        raise CannotRead(f"{path.name} is empty. Export it again.")
    layouts = [_layout(grid, mapping) for grid in grids]
    best = max(range(len(grids)), key=lambda index: layouts[index].said)
    heads = [Head(each.row, each.row + each.height - 1, each.headings) for each in layouts]
    whole = joined(grids, heads, best, title_or_name)
    layout = _clear(whole.grid, layouts[best])
    body = body_of(whole.grid, layout.match())
    body.problems.extend(whole.problems)
    return _export(whole.grid, layout, body, whole.others)


def _clear(grid: Grid, layout: Layout) -> Layout:
    """The layout itself; raises Unclear where no column is what a charge must have, CannotRead without headings."""
    if not layout.lacking:
        return layout
    if not are_headings(grid.rows[layout.row + layout.height - 1], grid.rows[layout.row + layout.height :]):
        raise no_headings(grid.file)
    lacking = [column for column in COLUMNS if column.name in layout.lacking]
    missing = missing_columns(grid.file, "a charge export", taken_columns(layout), lacking, COLUMNS)
    raise Unclear(str(missing), seen(grid, layout), lacking=layout.lacking)


def _export(grid: Grid, layout: Layout, body: Body, others: Sequence[str]) -> _Export:
    lines = lines_of(body, " ".join(map(text, grid.rows[layout.row - 1])) if layout.row else "")
    counted, told = without_row_numbers(lines.body)
    remarks = remarks_on(grid, taken_columns(layout), others, private_headings(layout))
    problems = [*body.problems, *remarks, *lines.problems, *told]
    return _Export(replace(lines, body=counted), layout, seen(grid, layout), problems)


def _columns(layout: Layout) -> list[Column]:
    """Every column of a charge, and of the others those that the export has, each of several under its own key."""
    keys = layout.keys
    listed = []
    for column in COLUMNS:
        own = [replace(column, name=key) for key in keys if field_of(key) == column.name]
        listed += own or ([column] if column in CHARGES.columns else [])
    return listed


def _identified(lines: Lines, typed: Typed) -> tuple[pd.DataFrame, list[Problem]]:
    """The values with the line each stands on, its claim, and its payer."""
    body = lines.body
    frame = typed.frame.assign(line=pd.Series(body.lines, dtype="int64"))
    for name in ("visit", "type", "void"):
        if name not in frame:
            frame[name] = pd.Series("", frame.index, dtype="str")
    claim, problems = claims_of(body, frame, lines.labels)
    frame = frame.assign(claim_id=claim, payer=payers_of(body, frame))
    responsible, told = responsible_of(body, frame)
    return frame.assign(responsible=responsible), [*problems, *told]


def _of_ledger(body: Body, rows: pd.DataFrame, ledger: Ledger) -> pd.DataFrame:
    """The charges of a ledger with their amounts, and whose each is: a void stands on a day of its own."""
    whose = rows["claim_id"]
    if not {"claim_id", "visit"} & body.cells.keys():
        whose = rows["patient_acct"].where(rows["patient_acct"] != "", whose)
    return rows.assign(charge=ledger.amounts[rows.index], whose=whose)


def _payments(
    body: Body, layout: Layout, frame: pd.DataFrame, lines: ChargeLines, ledger: Ledger | None
) -> tuple[pd.DataFrame | None, list[Problem]]:
    """The entries of a ledger, or what stands beside the charges; None where the export says nothing of payments."""
    if ledger is not None:
        return ledger_payments(body, ledger, frame, lines.charges)
    told = (
        credits_beside(body.file, body.match.heading(LOWERS), frame[LOWERS], frame["line"]) if LOWERS in frame else []
    )
    if not {*layout.fields} & {*AMOUNTS}:
        return None, told
    stated = pd.concat([lines.charges, lines.repeated]).sort_index()
    payments, found = posted_payments(body.file, layout, stated, frame.loc[stated.index])
    return payments, [*told, *found]


READER = Reader(KIND, recognises, lambda file: read(file.path, file.mapping, file.today), COLUMNS)
