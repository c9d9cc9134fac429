"""What an import means for the contracts: claims found underpaid go to *Appeals*, flaws of contracts to *Problems*."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import pandas as pd

from medoffice_xl.areas.compliance.appeals import is_listed, kept_appeals
from medoffice_xl.contracts.shared import CHECKED, RULEBOOK
from medoffice_xl.intake.merge import fitted
from medoffice_xl.intake.standing_problems import listed_anew
from medoffice_xl.intake.threshold_names import unknown_names
from medoffice_xl.problems import Problem
from medoffice_xl.reports.rows import counted
from medoffice_xl.sets import Tables
from medoffice_xl.tables import CONTRACTS, FEE_SCHEDULES, PROBLEMS, THRESHOLDS, empty_frame
from medoffice_xl.tables.appeals import APPEALS

SHEETS = (CONTRACTS.sheet, FEE_SCHEDULES.sheet, THRESHOLDS.sheet)
"""Sheets on which flaws are found that price or judge wrongly: they stand as the file of their problems."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The tables that change, whole; the flaws that were not listed before; claims new on *Appeals* and made good."""

    frames: Mapping[str, pd.DataFrame]
    problems: tuple[Problem, ...] = ()
    found: int = 0
    recovered: int = 0

    def __str__(self) -> str:
        """What to tell the user; empty where nothing came of it."""
        told = []
        if self.found:
            claims = counted(self.found, "claim was", "claims were")
            told.append(f"{claims} found underpaid and put on the sheet Appeals.")
        if self.recovered:
            told.append(f"{counted(self.recovered, 'claim', 'claims')} of the sheet Appeals recovered.")
        return " ".join(told)


def follow_up(
    tables: Mapping[str, pd.DataFrame],
    changed: Mapping[str, pd.DataFrame],
    today: date,
    beside: Callable[[str], Any] | None = None,
) -> FollowUp:
    """Check the remittances of a workbook (`tables`) as an import leaves it (`changed`).

    `beside` finds the rows of tables that lie in a ledger, as the import leaves it; None of the others.

    Nothing is checked where the import touched neither remittances nor what prices them. What the user wrote on
    *Appeals* stays.
    """
    after = {**tables, **changed}
    if "remits" not in after or not set(changed) & set(CHECKED.reads):
        return FollowUp({})
    left = Tables(after.get, rows=partial(_rows, after, beside) if beside else None)
    lines, found = left.shared(CHECKED), [*left.shared(RULEBOOK).problems]
    if "thresholds" in after:
        found += unknown_names(after["thresholds"])
    before = after["appeals"] if "appeals" in after else empty_frame(APPEALS)
    kept = fitted(APPEALS, kept_appeals(lines, before, today))
    listed = after["problems"] if "problems" in after else empty_frame(PROBLEMS)
    flaws, new = listed_anew(listed, SHEETS, found, today)
    frames = {"appeals": kept, "problems": flaws}
    added = kept[len(before) :]
    made_good = int(is_listed(added, before).sum())
    return FollowUp(
        {name: frame for name, frame in frames.items() if not frame.equals(after.get(name, empty_frame(_OF[name])))},
        tuple(new),
        len(added) - made_good,
        made_good,
    )


def _rows(after: Mapping[str, pd.DataFrame], beside: Callable[[str], Any], name: str) -> Any:
    found = beside(name)
    return after.get(name) if found is None else found


_OF = {"appeals": APPEALS, "problems": PROBLEMS}
