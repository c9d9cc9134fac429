"""Rows as charge lines: codes and modifiers parted, lines numbered, units filled in, voids and repetitions left out."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.body import Body
from medoffice_xl.readers.code_cells import modifiers_in_codes
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.pm_export.checks import check_charges
from medoffice_xl.readers.pm_export.columns import MODIFIERS
from medoffice_xl.readers.pm_export.lines import (
    duplicates,
    look_alikes,
    number_lines,
    numbers_no_lines,
    split_modifiers,
    states_another_payment,
)
from medoffice_xl.readers.pm_export.voids import voided, voided_later
from medoffice_xl.tables import CHARGES, empty_frame

REQUIRED = ("claim_id", "dos", "code", "charge")


@dataclass(frozen=True, slots=True)
class ChargeLines:
    """The charges of an export, by their rows; rows that repeat one only to state another payment of it; charges that
    others of its rows take back; and whether the export numbers the lines of its claims.
    """

    charges: pd.DataFrame
    repeated: pd.DataFrame
    voided: pd.DataFrame
    numbered: bool
    problems: list[Problem]


def charges_of(body: Body, frame: pd.DataFrame, unreadable: set[int], today: date) -> ChargeLines:
    """The rows of `frame` that are whole as charges, and a problem for each that is not taken in.

    `unreadable` are rows that are told of already.
    """
    whole, problems = _complete(body, frame, unreadable)
    rows, numbered = frame[whole], "line_id" in body.cells
    if numbered and numbers_no_lines(rows):
        problems.append(_no_line_numbers(body))
        rows, numbered = rows.assign(line_id=pd.Series("", rows.index, dtype="str")), False
    charges, told = _as_charges(body, rows)
    problems += told
    gone, told = voided(body.file, charges, rows["line"], numbered)
    problems += told
    every, charges = charges, charges[~gone]
    if "whose" in rows:
        gone, told = voided_later(body.file, charges, rows.loc[charges.index])
        problems += told
        charges = charges[~gone]
    taken_back = every.drop(index=charges.index.tolist())
    repeats = states_another_payment(charges, rows.loc[charges.index])
    charges, repeated = charges[~repeats], charges[repeats]
    again, told = duplicates(body.file, charges, rows["line"][charges.index])
    problems += told
    charges = charges[~again]
    lines = rows["line"][charges.index]
    if not numbered:
        problems += look_alikes(body.file, charges, lines)
    problems += check_charges(body.file, body.match, charges, lines, today)
    return ChargeLines(charges, repeated, taken_back[taken_back["charge"] > 0], numbered, problems)


def charges_in(body: Body, frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of `frame` that are whole as charges, without a word on the others."""
    return _as_charges(body, frame[_complete(body, frame, set())[0]])[0]


def _no_line_numbers(body: Body) -> Problem:
    heading = body.match.heading("line_id")
    found = f"“{heading}” does not number the lines of a claim: it repeats within claims; it was left aside."
    return Problem(Severity.NOTE, found, "Nothing to do.", body.file, column=heading)


def _complete(body: Body, frame: pd.DataFrame, unreadable: set[int]) -> tuple["pd.Series[bool]", list[Problem]]:
    """Rows that have all a charge must have, and a problem for each row that has not."""
    lacks = pd.DataFrame({name: frame[name].isna() | (frame[name] == "") for name in REQUIRED}).fillna(False)
    lacks = lacks.astype(bool)
    told = pd.Series(frame.index.isin(unreadable), frame.index)
    incomplete = lacks.any(axis=1)
    by_lack: dict[str, list[tuple[int, str]]] = {}
    lacking = incomplete & ~told
    for line, row in zip(frame["line"][lacking].tolist(), lacks[lacking].to_dict("records"), strict=True):
        lack = ", ".join(body.match.heading(name) for name in REQUIRED if row[name])
        by_lack.setdefault(lack, []).append((line, ""))
    problems = [
        problem
        for lack, places in by_lack.items()
        for problem in row_problems(
            Severity.DATA,
            f"The row has no value for {lack}; it was not taken in.",
            "Fill it in and import the file again.",
            body.file,
            places,
            lack,
        )
    ]
    return ~(incomplete | told), problems


def _as_charges(body: Body, frame: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    lines = frame["line"]
    frame, problems = modifiers_in_codes(body.file, frame, MODIFIERS, lines, body.match.heading("code"))
    modifiers, told = split_modifiers(body.file, frame, lines, body.match.heading("mod1"))
    charges = frame[CHARGES.names].assign(
        **{name: modifiers[name] for name in MODIFIERS},
        units=frame["units"].fillna(1.0),
        line_id=number_lines(frame),
    )
    return charges.astype(empty_frame(CHARGES).dtypes.to_dict()), problems + told
