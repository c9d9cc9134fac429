"""What makes a charge line: its number within the claim, its modifiers, and that it stands there once."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.code_cells import part_modifiers
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.pm_export.columns import AMOUNTS, MODIFIERS, field_of


def number_lines(charges: pd.DataFrame) -> "pd.Series[str]":
    """Line ids; where a line has none, its position within its claim, from 1."""
    position = (charges.groupby("claim_id").cumcount() + 1).astype("str")
    return charges["line_id"].where(charges["line_id"] != "", position).astype("str")


def split_modifiers(
    file: str, charges: pd.DataFrame, lines: "pd.Series[int]", heading: str
) -> tuple[pd.DataFrame, list[Problem]]:
    """The four modifier columns, one modifier each; a fifth modifier, and what is none, are reported."""
    which, cells = _different_rows(charges)
    parted = [_parted(row) for row in cells]
    data = {
        name: pd.Series([mods[place] if place < len(mods) else "" for mods, _ in parted], dtype="str")
        .take(which)
        .set_axis(charges.index)
        for place, name in enumerate(MODIFIERS)
    }

    def told(severity: Severity, problem: str, advice: str, odd: Sequence[bool]) -> list[Problem]:
        rows = np.array(odd, dtype=bool)[which].nonzero()[0].tolist() if any(odd) else []
        places = [(int(lines.iloc[row]), " ".join(parted[which[row]][0])) for row in rows]
        return row_problems(severity, problem, advice, file, places, heading)

    return pd.DataFrame(data), [
        *told(
            Severity.DATA,
            "The line has more than four modifiers; the first four were taken in.",
            "Check the modifiers of this line.",
            [len(mods) > len(MODIFIERS) for mods, _ in parted],
        ),
        *told(
            Severity.DATA,
            "This is no modifier, which has two signs; it was left out.",
            "Correct it and import the file again.",
            [words and not mods for mods, words in parted],
        ),
        *told(
            Severity.NOTE,
            "Words stand beside the modifier; it was taken in without them.",
            "Nothing to do.",
            [words and bool(mods) for mods, words in parted],
        ),
    ]


def _different_rows(charges: pd.DataFrame) -> tuple["np.ndarray[Any, np.dtype[np.intp]]", list[tuple[str, ...]]]:
    """Which of the different rows of modifier cells each row is, and those rows."""
    which = np.zeros(len(charges), dtype=np.intp)
    for name in MODIFIERS:
        codes, values = pd.factorize(charges[name])
        which = pd.factorize(which * max(len(values), 1) + codes)[0]
    first = np.unique(which, return_index=True)[1]
    return which, list(zip(*(charges[name].iloc[first].tolist() for name in MODIFIERS), strict=True))


def numbers_no_lines(rows: pd.DataFrame) -> bool:
    """Whether what looks like line numbers is none: the same number stands at other services of its claim."""
    filled = rows[rows["line_id"] != ""]
    again = filled.duplicated(["claim_id", "line_id"])
    other = again & ~filled.duplicated(["claim_id", "line_id", "code", "dos"])
    return int(other.sum()) > _OFTEN * len(filled)


_OFTEN = 0.1
"""Share of lines that must repeat another's number before the column is not believed; fewer are mistakes to report."""


def states_another_payment(charges: pd.DataFrame, rows: pd.DataFrame) -> "pd.Series[bool]":
    """Rows that say a charge again word for word, with other money posted: an export with a row a payment."""
    posted = [name for name in rows.columns if field_of(name) in AMOUNTS]
    again = charges.duplicated()
    if not posted or not again.any():
        return pd.Series(False, charges.index)
    both = pd.concat([charges, rows[posted]], axis=1)
    return again & ~both.duplicated() & rows[posted].fillna(0).ne(0).any(axis=1)


def duplicates(file: str, charges: pd.DataFrame, lines: "pd.Series[int]") -> tuple["pd.Series[bool]", list[Problem]]:
    """Which rows repeat the claim and line of an earlier one, with a problem for each that names both lines."""
    key = ["claim_id", "line_id"]
    again = charges.duplicated(key)
    if not again.any():
        return again, []
    first = lines.groupby([charges[name] for name in key]).transform("min")
    same = charges.duplicated()
    problems: list[Problem] = []
    for row in charges.index[again]:
        claim, line = str(charges.at[row, "claim_id"]), str(charges.at[row, "line_id"])
        what = "says the same" if same[row] else "says something else"
        problems.append(
            Problem(
                Severity.DATA,
                f"Line {line} of claim {claim} is already on line {first[row]}; this row {what} and was not taken in.",
                "Keep the right one of the two in the practice-management system, and export again.",
                file,
                int(lines[row]),
                "claim_id, line_id",
                claim,
            )
        )
    return again, problems


def look_alikes(file: str, charges: pd.DataFrame, lines: "pd.Series[int]") -> list[Problem]:
    """Rows of an export without line numbers that say exactly what an earlier one says. They are kept."""
    told = [name for name in charges.columns if name != "line_id"]
    again = charges.duplicated(told)
    return row_problems(
        Severity.DATA,
        "An earlier row says exactly the same; as the export numbers no lines, both were taken in.",
        "If the service was billed once, correct it; an export with line numbers can be checked better.",
        file,
        [(int(lines[row]), str(charges.at[row, "claim_id"])) for row in charges.index[again]],
        "claim_id",
    )


def _parted(row: tuple[str, ...]) -> tuple[list[str], bool]:
    """The modifiers of a line's cells, and whether something else stood in them."""
    cells = [part_modifiers(cell) for cell in row if cell]
    found = dict.fromkeys(mod for cell in cells for mod in cell.modifiers)
    return list(found), any(cell.words for cell in cells)
