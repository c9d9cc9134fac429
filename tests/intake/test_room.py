"""A workbook that nears the end of its sheets offers a ledger."""

import pandas as pd
import pytest
from rows_of_a_ledger import payments

from medoffice_xl.intake.room import ledger_offered
from medoffice_xl.intake.threshold_names import declared
from medoffice_xl.tables import CHARGES, THRESHOLDS, empty_frame
from medoffice_xl.tables.thresholds import threshold_rows


def many(rows):
    """So many payments, by repeating one."""
    return payments(("C1", "2026-01-01", 1)).iloc[[0] * rows]


@pytest.mark.parametrize(("rows", "offers"), [(838_860, False), (838_861, True), (1_048_576, True), (0, False)])
def test_four_fifths_of_the_rows_are_near_the_end(rows, offers):
    """0.8 × 1,048,576 = 838,860.8."""
    said = ledger_offered({"payments": many(rows), "charges": empty_frame(CHARGES)})
    assert bool(said) is offers
    assert ("--make FOLDER" in said and f"Payments has {rows:,} rows" in said) is offers


def test_the_share_is_a_row_of_thresholds():
    (own,) = [row for row in declared() if row.name == "Rows of a sheet filled"]
    rows = threshold_rows([own])
    rows["value"] = 0.5
    lower = pd.concat([empty_frame(THRESHOLDS), rows], ignore_index=True)
    assert ledger_offered({"payments": many(524_288), "thresholds": lower})
    assert not ledger_offered({"payments": many(524_287), "thresholds": lower})
