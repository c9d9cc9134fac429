"""The rows of one sheet of a fee schedule as rates, one a row; what is no rate is told apart or reported."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pandas as pd

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.amounts import decimal_comma
from medoffice_xl.readers.body import Body
from medoffice_xl.readers.code_cells import modifiers_in_codes
from medoffice_xl.readers.fee_schedule.codes import (
    are_modifiers,
    is_code,
    joined_modifiers,
    lost_zeros,
    written_code,
    written_range,
)
from medoffice_xl.readers.fee_schedule.columns import KEYS, MODIFIERS
from medoffice_xl.readers.fee_schedule.open_ends import is_open
from medoffice_xl.readers.fee_schedule.rate_cells import IsShare, Rate, rate_of
from medoffice_xl.readers.fee_schedule.rate_columns import RateColumn
from medoffice_xl.readers.fee_schedule.settings import settled
from medoffice_xl.readers.findings import line_ranges, row_problems
from medoffice_xl.readers.headers import normalised
from medoffice_xl.readers.left_out import leave_out
from medoffice_xl.readers.sheets import Cell
from medoffice_xl.readers.typed import text, type_columns
from medoffice_xl.tables import FEE_SCHEDULES

_NO_AMOUNT = "This is not an amount"
_SHARE = "This is a share of the charge, not an amount"


def field_of(column: RateColumn) -> str:
    """The name under which a body has a column of rates."""
    return f"rate {column.place}"


def rates_of(body: Body, columns: Sequence[RateColumn]) -> tuple[pd.DataFrame, list[Problem]]:
    """The rates of a sheet with their `line`, in the fields of the table; and what was found.

    Payer and first day are as the sheet has them, empty where it has none.
    """
    body, notes = _without_notes(body, columns)
    body = _prepared(body)
    typed = type_columns(body, KEYS, ("code", "effective", "end"))
    frame = typed.frame.assign(line=pd.Series(body.lines, dtype="int64"))
    frame, parted = modifiers_in_codes(body.file, frame, MODIFIERS, frame["line"], body.match.heading("code"))
    frame["mods"] = joined_modifiers(frame[name] for name in MODIFIERS)
    rated = [_rated(body, column, alone=len(columns) == 1) for column in columns]
    unread = {place for _, bad, _ in rated for place in bad} if len(columns) == 1 else set()
    problems = [*notes, *typed.problems, *parted, *(problem for _, _, found in rated for problem in found)]
    frame = frame.drop(index=sorted(typed.unreadable | unread))
    frame, strange = settled(body, frame)
    problems += strange
    frame = _with_codes(body, frame, problems)
    long = _one_rate_a_row(frame, columns, [rates for rates, _, _ in rated])
    return long, problems


def _prepared(body: Body) -> Body:
    """Codes without their footnote marks, and no last day where it stands for none."""
    cells = dict(body.cells)
    lasts = body.column("code_to")
    cells["code"] = [written_range(code, last) for code, last in zip(body.column("code"), lasts, strict=True)]
    if "end" in cells:
        pairs = zip(cells["end"], body.column("effective"), strict=True)
        cells["end"] = ["" if is_open(end, first) else end for end, first in pairs]
    return replace(body, cells=cells)


def _without_notes(body: Body, columns: Sequence[RateColumn]) -> tuple[Body, list[Problem]]:
    """The body less rows that are remarks, titles of sections, or the headings once more."""
    rates = [body.column(field_of(column)) for column in columns]
    heading = normalised(body.match.heading("code"))
    again, remarks = set(), []
    for row, code in enumerate(body.column("code")):
        if normalised(code) == heading:
            again.add(row)
        elif not is_code(written_code(code)) and not any(_filled(cells[row]) for cells in rates):
            remarks.append((row, text(code)))
    if not remarks:
        return body.without(again), []
    lines = line_ranges(body.lines[row] for row, _ in remarks)
    said = next((code for _, code in remarks if code), "")
    found = f"Remarks or titles, with no rate and no code, on lines {lines}; they were left aside."
    note = Problem(
        Severity.NOTE, found, "Read them in the file: the program does not.", body.file, body.lines[remarks[0][0]],
        body.match.heading("code"), said[:80],
    )  # fmt: skip
    return body.without(again | {row for row, _ in remarks}), [note]


def _filled(cell: Cell) -> bool:
    return cell is not None and bool(str(cell).strip())


def _rated(body: Body, column: RateColumn, *, alone: bool) -> tuple[list[Rate], list[int], list[Problem]]:
    """The rates of a column, the rows that have none that can be read, and what is wrong with those."""
    cells = body.column(field_of(column))
    distinct = set(cells)
    comma = decimal_comma(distinct)
    known: dict[Cell, Rate | str] = {cell: _read(cell, comma) for cell in distinct}
    found = [known[cell] for cell in cells]
    what = "the row was not taken in" if alone else "the cell was left empty"
    problems = []
    for wrong, advice in (
        (_NO_AMOUNT, "Correct it and import the file again."),
        (_SHARE, "Put the code into a row of its own on Contracts, with the method % of charges."),
    ):
        places = [(body.lines[row], text(cells[row])) for row, each in enumerate(found) if each == wrong]
        problems += row_problems(
            Severity.DATA, f"{wrong}; {what}.", advice, body.file, places, column.heading,
        )  # fmt: skip
    if comma:
        problems.append(
            Problem(
                Severity.NOTE, "This column writes cents after a comma and was read so.",
                "Nothing to do, if that is right.", body.file, column=column.heading,
            )
        )  # fmt: skip
    bad = [row for row, each in enumerate(found) if isinstance(each, str)]
    return [Rate() if isinstance(each, str) else each for each in found], bad, problems


def _read(cell: Cell, comma: bool) -> Rate | str:
    try:
        return rate_of(cell, comma)
    except IsShare:
        return _SHARE
    except (ValueError, ArithmeticError):
        return _NO_AMOUNT


def _with_codes(body: Body, frame: pd.DataFrame, problems: list[Problem]) -> pd.DataFrame:
    """The rows whose code and modifiers can be; the others are reported."""
    left = "the row was not taken in."
    checks: tuple[tuple[str, Any, str, str], ...] = (
        ("code", lost_zeros, f"The code seems to have lost its leading zeros; {left}",
         "Format the column as text in the payer's file, or write the code with all its five characters."),
        ("code", lambda code: bool(code) and not is_code(code), f"This is no code; {left}",
         "Write a code, or a range such as J0000-J9999."),
        ("mods", lambda mods: not are_modifiers(mods), f"This is no modifier; {left}",
         "Write modifiers of two characters, parted by a blank."),
    )  # fmt: skip
    for name, is_wrong, found, advice in checks:
        verdicts = {value: is_wrong(value) for value in frame[name].unique()}
        wrong = frame[name].map(verdicts).astype(bool)
        frame = leave_out(body, frame, wrong, name, found, advice, problems)
    return frame


def _one_rate_a_row(
    frame: pd.DataFrame, columns: Sequence[RateColumn], rates: Sequence[Sequence[Rate]]
) -> pd.DataFrame:
    """Each row once for every column in which it has a rate; once without one where it has none."""
    parts = []
    for column, found, last in zip(columns, rates, _last_days(columns), strict=True):
        amounts = pd.Series([found[row].nanos for row in frame.index], frame.index, dtype="Int64")
        basis = _basis(frame, [found[row].basis for row in frame.index]).where(amounts.isna(), "")
        part = frame.assign(rate=amounts, basis=basis)
        if column.setting:
            part["pos_class"] = column.setting
        if column.mods:
            part["mods"] = (part["mods"] + " " + column.mods).str.strip()
        if column.plan:
            part["plan"] = column.plan
        if column.period:
            part["effective"] = pd.Timestamp(column.period.first).as_unit("us")
            part["end"] = pd.Series(pd.Timestamp(last) if last else pd.NaT, part.index, dtype="datetime64[us]")
        parts.append(part)
    long = pd.concat(parts).sort_values("line", kind="stable", ignore_index=True)
    has = long["rate"].notna() | (long["basis"] != "")
    nowhere = ~has.groupby(long["line"]).transform("any")
    return long[has | (nowhere & ~long["line"].duplicated())]


def _basis(frame: pd.DataFrame, said: Sequence[str]) -> "pd.Series[str]":
    """What the cells say, else what a column of its own says."""
    words = pd.Series(said, frame.index, dtype="str")
    own = frame["basis"].str.casefold()
    return words.where(words != "", own.where(own.isin(FEE_SCHEDULES["basis"].choices), ""))


def _last_days(columns: Sequence[RateColumn]) -> list[Any]:
    """A column's own last day, or the day before the next column of its kind begins."""
    lasts = []
    for column in columns:
        later = [
            other.period.first
            for other in columns
            if column.period and other.period and other.meaning[:3] == column.meaning[:3]
            and other.period.first > column.period.first
        ]  # fmt: skip
        own = column.period.last if column.period else None
        lasts.append(own or (min(later) - timedelta(days=1) if later else None))
    return lasts
