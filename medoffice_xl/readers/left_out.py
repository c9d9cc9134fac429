"""Rows that cannot be taken in: each is reported with its line and value, and the rest goes on."""

import pandas as pd

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.body import Body
from medoffice_xl.readers.findings import row_problems


def leave_out(
    body: Body,
    frame: pd.DataFrame,
    rows: "pd.Series[bool]",
    name: str,
    problem: str,
    advice: str,
    problems: list[Problem],
) -> pd.DataFrame:
    """The frame (with its `line`) less these rows; what is wrong in their column `name` is added to the problems."""
    left = frame[rows]
    shown = left[name].astype("str").where(left[name].notna(), "").tolist()
    places = list(zip(left["line"].tolist(), shown, strict=True))
    problems += row_problems(Severity.DATA, problem, advice, body.file, places, body.match.heading(name))
    return frame[~rows]
