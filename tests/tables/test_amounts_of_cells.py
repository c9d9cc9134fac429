"""Amounts in a table's cells: one that a full sheet could not add up is none, whichever way a column is read."""

import pytest

from medoffice_xl.tables import frame_from_cells
from medoffice_xl.tables.charges import CHARGES


@pytest.mark.parametrize("beside", [1.0, "not read as a whole column"])
def test_the_largest_amount(beside):
    """2^63 / 2^20 cents, $87,960,930,222.08, is the first that is none."""
    rows = [["A", 87_960_930_222.07], ["B", 87_960_930_222.08], ["C", -87_960_930_222.08], ["D", beside]]
    header = [CHARGES["claim_id"].header, CHARGES["charge"].header]
    frame, problems = frame_from_cells(CHARGES, header, rows, first_line=2)
    of_charge = [problem for problem in problems if problem.column == header[1]]
    assert frame["charge"].tolist()[0] == 8_796_093_022_207
    assert [problem.line for problem in of_charge][:2] == [3, 4]
