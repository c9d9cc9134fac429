"""What was understood of a fee schedule, in a few words: to be read before it is written."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.findings import counted
from medoffice_xl.tables.fee_schedules import BY_REPORT, NOT_COVERED

_NAMED = 4
"""Payers and periods that are named one by one."""


def understood(rates: pd.DataFrame, problems: Sequence[Problem]) -> str:
    """Whose rates, how many of how many codes, in force when, for which settings; and what was left out."""
    if rates.empty:
        return "No rate was understood."
    parts = [
        f"{_listed(rates['payer'].unique().tolist(), 'payers')}: "
        f"{counted(len(rates), 'rate')} of {counted(rates['code'].nunique(), 'code')}",
        f"in force {_listed(_periods(rates), 'periods')}",
        f"for {_settings(rates)}",
    ]
    words = [f"{int((rates['basis'] == word).sum()):,} {word}" for word in (BY_REPORT, NOT_COVERED)]
    parts += [said for said in words if not said.startswith("0 ")]
    wrong = sum(problem.severity is Severity.DATA for problem in problems)
    return ", ".join(parts) + "." + (f" {counted(wrong, 'thing')} to look at." if wrong else " Nothing was left out.")


def _periods(rates: pd.DataFrame) -> list[str]:
    lasts = rates["end"].dt.strftime("%m/%d/%Y").fillna("")
    times = Counter(zip(rates["effective"], lasts, strict=True))
    return [
        f"{first:%m/%d/%Y}{f'–{last}' if last else ' on'} ({count:,})" for (first, last), count in sorted(times.items())
    ]


def _settings(rates: pd.DataFrame) -> str:
    names = {"F": "facilities", "NF": "the office", "": "every setting"}
    times = Counter(rates["pos_class"])
    return " and ".join(f"{names[word]} ({count:,})" for word, count in times.most_common())


def _listed(names: Sequence[str], what: str) -> str:
    return ", ".join(names) if len(names) <= _NAMED else f"{len(names):,} {what}, such as {', '.join(names[:2])}"
