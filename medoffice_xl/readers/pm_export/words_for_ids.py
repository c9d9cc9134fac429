"""Rows with words where a claim or a code stands: a name that has got into the wrong column, and is not taken in."""

import pandas as pd

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.body import Body
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.heading_words import says_something_known

_MOSTLY = 0.5
"""A column that holds words in more of its rows is one of words."""


def words_for_ids(body: Body, frame: pd.DataFrame) -> tuple["pd.Series[bool]", list[Problem]]:
    """Which rows have several words and no figure for a claim or a code, where most have not, and a problem for each.

    Words that systems use for codes, as `NO SHOW` or `LATE FEE`, are no name. Nothing is quoted.
    """
    odd = pd.Series(False, frame.index)
    problems: list[Problem] = []
    for name in [name for name in ("claim_id", "visit", "code") if name in body.cells]:
        cells = frame[name]
        wordy = [cell for cell in cells.unique() if _is_words(cell)]
        if cells.isin(wordy).sum() > _MOSTLY * (cells != "").sum():
            continue
        words = cells.isin([cell for cell in wordy if not says_something_known(cell.replace(",", " "))])
        odd |= words
        problems += row_problems(
            Severity.DATA,
            "Words stand here instead of a number or code; the row was not taken in.",
            "Look whether its cells are shifted. Correct the row and import the file again.",
            body.file,
            [(int(line), "") for line in frame["line"][words]],
            body.match.heading(name),
        )
    return odd, problems


def _is_words(cell: str) -> bool:
    several = len(cell.replace(",", " ").split()) > 1
    return several and not any(map(str.isdigit, cell)) and any(map(str.isalpha, cell))
