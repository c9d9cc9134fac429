"""The voucher check of a group, added up by practice and payer: each line by the contracts of its own practice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np
import pandas as pd

from medoffice_xl.contracts.check_of_ledger import checked_batches
from medoffice_xl.contracts.line_class import Finding
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.group.practice import GroupPractice
from medoffice_xl.sets import Tables


@dataclass(frozen=True, slots=True)
class Checked:
    """Sums of checked lines: how many, how many were compared and underpaid, and cents below and above contract."""

    lines: int = 0
    compared: int = 0
    short_lines: int = 0
    short: int = 0
    over: int = 0

    def __add__(self, other: "Checked") -> "Checked":
        return Checked(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))


SUMS = tuple(each.name for each in fields(Checked))

ByPayer = Mapping[tuple[str, str], Checked]
"""Sums by a practice's mark and a payer."""


def rulebook_of(pricing: Mapping[str, pd.DataFrame]) -> Rulebook:
    """What prices a practice's lines."""
    return Tables.of(pricing).shared(RULEBOOK)


def sums_by_payer(lines: pd.DataFrame) -> pd.DataFrame:
    """Sums of checked lines, one row a payer, in the columns `payer` and SUMS; they add up over batches."""
    compared = lines["compared"].to_numpy()
    short = compared & (lines["finding"] == Finding.UNDERPAID).to_numpy()
    over = compared & (lines["finding"] == Finding.OVERPAID).to_numpy()
    variance = lines["variance"].to_numpy()
    each = pd.DataFrame(
        {
            "payer": lines["payer"].to_numpy(),
            "lines": 1,
            "compared": compared.astype("int64"),
            "short_lines": short.astype("int64"),
            "short": -np.where(short, variance, 0),
            "over": np.where(over, variance, 0),
        }
    )
    return each.groupby("payer", as_index=False, sort=True)[list(SUMS)].sum()


def added_up(parts: Iterable[tuple[str, pd.DataFrame]]) -> ByPayer:
    """Batches' sums, each with its practice's mark, as one for each practice and payer."""
    found: dict[tuple[str, str], Checked] = {}
    for mark, frame in parts:
        for row in frame.to_dict("records"):
            key = mark, str(row["payer"])
            found[key] = found.get(key, Checked()) + Checked(*(int(row[name]) for name in SUMS))
    return dict(sorted(found.items()))


def checked_here(practices: Sequence[GroupPractice]) -> ByPayer:
    """The check on this machine: practice by practice, batch by batch, through DuckDB."""
    return added_up(
        (practice.mark, sums_by_payer(lines))
        for practice in practices
        for _, lines in checked_batches(
            practice.lake.shelved("remits").relation(),
            practice.lake.shelved("charges").relation(),
            rulebook_of(practice.pricing),
        )
    )
