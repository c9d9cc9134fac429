"""Cells that hold a procedure code and its modifier together."""

from collections.abc import Sequence

import pandas as pd

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.findings import row_problems

_CODE_AND_MODIFIER = r"(?i)([A-Z0-9]{5})(?:\s*-\s*|\s+)([A-Z0-9]{2})"
"""A procedure code, which has five characters, with its modifier in the same cell."""


def modifiers_in_codes(
    file: str, rows: pd.DataFrame, modifiers: Sequence[str], lines: "pd.Series[int]", heading: str
) -> tuple[pd.DataFrame, list[Problem]]:
    """Codes such as `G0438-25` or `G0438 25` as code and modifier, each noted.

    `modifiers` are the columns of modifiers, the first of which takes the one found. Only where the row has no
    modifier of its own; any other cell is a code as it stands.
    """
    first = modifiers[0]
    alone = (rows[list(modifiers)] == "").all(axis=1)
    both = alone & rows["code"].str.fullmatch(_CODE_AND_MODIFIER)
    if not both.any():
        return rows, []
    parts = rows.loc[both, "code"].str.extract(_CODE_AND_MODIFIER)
    parted = rows.assign(**{"code": parts[0].combine_first(rows["code"]), first: parts[1].combine_first(rows[first])})
    notes = row_problems(
        Severity.NOTE,
        "The code and its modifier stand in one cell; they were taken in as two.",
        "Nothing to do, if that is right.",
        file,
        [(int(lines[row]), str(rows.at[row, "code"])) for row in rows.index[both]],
        heading,
    )
    return parted, notes
