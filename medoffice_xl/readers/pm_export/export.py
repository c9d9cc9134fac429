"""Read a charge export: every row is a charge, a total, or a problem that names it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pandas as pd

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.body import Body, open_body
from medoffice_xl.readers.code_cells import modifiers_in_codes
from medoffice_xl.readers.file import File
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.headers import find_header
from medoffice_xl.readers.pm_export.checks import check_charges
from medoffice_xl.readers.pm_export.columns import COLUMNS, MODIFIERS, POSTED, REQUIRED
from medoffice_xl.readers.pm_export.lines import (
    duplicates,
    look_alikes,
    number_lines,
    split_modifiers,
)
from medoffice_xl.readers.pm_export.posted import posted_payments
from medoffice_xl.readers.pm_export.totals import total_rows
from medoffice_xl.readers.reader import NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.typed import Typed, type_columns
from medoffice_xl.tables import CHARGES, empty_frame

KIND = "charges"


def recognises(file: File) -> int:
    """A charge export names most of what a charge must have, or a mapping says that it does."""
    found = set(find_header(file.grid, COLUMNS, file.mapping).places)
    named = len(found & set(REQUIRED))
    if named < 3 and not {"claim_id", "dos", "charge"} & {*file.mapping.values()}:
        return NO
    return max(60, 100 * named // len(REQUIRED)) if found & {"dos", "claim_id"} else NO


def read(path: Path, mapping: Mapping[str, str] | None = None, today: date | None = None) -> Reading:
    """The charges of an export, and the payments it carries.

    `mapping` is the user's own, heading to field; by default the one beside the file. Dates after `today`
    (by default this day) are reported. Codes and modifiers come out in capitals. Raises CannotRead.
    """
    body = open_body(path, "a charge export", COLUMNS, REQUIRED, mapping)
    totals, notes = total_rows(body)
    body = body.without(totals)
    typed = type_columns(body, COLUMNS, (*REQUIRED, "units"))
    problems = [*body.problems, *notes, *typed.problems]

    whole, missing = _complete(body, typed)
    problems += missing
    lines = pd.Series(body.lines, dtype="int64")[whole]
    charges = _charges(body, typed.frame[whole], lines, problems)

    again, repeated = duplicates(body.file, charges, lines)
    problems += repeated
    charges, lines = charges[~again], lines[~again]
    problems += check_charges(body.file, body.match, charges, lines, today or date.today())
    tables = {KIND: charges.reset_index(drop=True)}
    if any(column.name in body.cells for column in POSTED):
        posted = typed.frame.loc[charges.index, [column.name for column in POSTED]]
        tables["payments"], found = posted_payments(body.file, charges, posted)
        problems += found
    return Reading(path.name, KIND, tables, problems)


def _complete(body: Body, typed: Typed) -> tuple["pd.Series[bool]", list[Problem]]:
    """Rows that have all a charge must have, and a problem for each row that has not."""
    frame = typed.frame
    lacks = pd.DataFrame(
        {name: frame[name].isna() | (frame[name] == "" if CHARGES[name].kind == "text" else False) for name in REQUIRED}
    ).astype(bool)
    incomplete = lacks.any(axis=1) | frame.index.isin(typed.unreadable)
    problems: list[Problem] = []
    silent = [row for row in frame.index[incomplete] if row not in typed.unreadable]
    by_lack: dict[str, list[tuple[int, str]]] = {}
    for row in silent:
        lack = ", ".join(body.match.heading(name) for name in REQUIRED if lacks.at[row, name])
        by_lack.setdefault(lack, []).append((body.lines[row], ""))
    for lack, places in by_lack.items():
        problems += row_problems(
            Severity.DATA,
            f"The row has no value for {lack}; it was not taken in.",
            "Fill it in and import the file again.",
            body.file,
            places,
            lack,
        )
    return ~incomplete, problems


def _charges(body: Body, frame: pd.DataFrame, lines: "pd.Series[int]", problems: list[Problem]) -> pd.DataFrame:
    """Complete rows as charges: modifiers parted, lines numbered, units filled in."""
    frame, notes = modifiers_in_codes(body.file, frame, MODIFIERS, lines, body.match.heading("code"))
    problems += notes
    modifiers, too_many = split_modifiers(frame)
    crowded = [(int(lines.iloc[row]), " ".join(frame[list(MODIFIERS)].iloc[row])) for row in too_many]
    problems += row_problems(
        Severity.DATA,
        "The line has more than four modifiers; the first four were taken in.",
        "Check the modifiers of this line.",
        body.file,
        crowded,
        body.match.heading("mod1"),
    )
    charges = frame[CHARGES.names].assign(
        **{name: modifiers[name] for name in MODIFIERS},
        code=frame["code"].str.upper(),
        units=frame["units"].fillna(1.0),
        line_id=number_lines(frame),
    )
    if "line_id" not in body.cells:
        problems += look_alikes(body.file, charges, lines)
    return charges.astype(empty_frame(CHARGES).dtypes.to_dict())


READER = Reader(KIND, recognises, lambda file: read(file.path, file.mapping, file.today), COLUMNS)
