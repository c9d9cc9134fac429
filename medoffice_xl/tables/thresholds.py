"""Thresholds: the numbers that judge, each a dated row with its source. The user may change every one.

What judges declares its threshold beside itself, as a `Threshold`; that row comes with the package and stands on the
sheet. A row of the sheet goes before it from the day it is valid.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import pandas as pd

from medoffice_xl.tables.frames import frame_from_cells
from medoffice_xl.tables.schema import Table, day, number, text

UNITS = ("times", "%", "$", "days", "months", "hours", "people", "lines", "score", "people", "FTE", "sessions")

THRESHOLDS = Table(
    name="thresholds",
    sheet="Thresholds",
    excel_name="tblThresholds",
    doc="The numbers that judge: from where on a payer is slow, a rate is sure, a difference is worth the work. Change "
    "them to the practice's own; a further row of the same name holds from its day on.",
    key=("name", "since"),
    columns=(
        text("name", "Threshold", "What is judged; the name that the program looks for.", required=True, width=32),
        number("value", "Value", "Where it lies. A share is 1% or 0.01.", required=True, width=10),
        text("unit", "Unit", "What the value counts.", required=True, choices=UNITS, width=8),
        day("since", "Valid from", "First day it holds.", required=True),
        text("source", "Source", "Where the value comes from.", required=True, width=48),
        text("does", "What it does", "What happens at the value and beyond it.", width=72),
    ),
)

OWN_CHOICE = "medoffice_xl's own choice; no published figure"


@dataclass(frozen=True, slots=True)
class Threshold:
    """One number that judges, as it comes with the package: a row of the table. A share is a fraction of 1."""

    name: str
    value: str
    unit: str
    does: str
    source: str = OWN_CHOICE
    since: date = date(2026, 1, 1)

    @property
    def exact(self) -> Fraction:
        """The value, exact."""
        return Fraction(self.value)


def threshold_rows(declared: Sequence[Threshold]) -> pd.DataFrame:
    """Declared thresholds as rows of the table."""
    header = [column.header for column in THRESHOLDS]
    rows = [[one.name, float(one.value), one.unit, one.since, one.source, one.does] for one in declared]
    return frame_from_cells(THRESHOLDS, header, rows)[0]
