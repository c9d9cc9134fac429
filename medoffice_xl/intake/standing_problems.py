"""Problems of a sheet as it stands, not of a file: found anew at each import, listed as long as they last."""

from collections.abc import Collection, Sequence
from datetime import date

import pandas as pd

from medoffice_xl.intake.merge import fitted
from medoffice_xl.problems import Problem
from medoffice_xl.tables import PROBLEMS


def listed_anew(
    listed: pd.DataFrame, sheets: Collection[str], problems: Sequence[Problem], today: date
) -> tuple[pd.DataFrame, list[Problem]]:
    """The list with these problems of these sheets in place of those listed before, and those that are new.

    A sheet stands as the file of its problems; one that stays keeps its day.
    """
    since = dict(zip(_keys(listed), listed["found"], strict=True))
    rows = pd.DataFrame([problem.as_dict() for problem in problems], columns=PROBLEMS.names)
    rows["severity"] = rows["severity"].astype("str")
    rows["found"] = [since.get(_key(problem), pd.Timestamp(today)) for problem in problems]
    others = listed[~listed["file"].isin(sheets)]
    frame = fitted(PROBLEMS, pd.concat([others, fitted(PROBLEMS, rows)], ignore_index=True))
    return frame, [problem for problem in problems if _key(problem) not in since]


def _key(problem: Problem) -> tuple[object, ...]:
    return problem.file, problem.line or 0, problem.column, problem.problem


def _keys(listed: pd.DataFrame) -> list[tuple[object, ...]]:
    lines = listed["line"].fillna(0)
    return list(zip(listed["file"], lines, listed["column"], listed["problem"], strict=True))
