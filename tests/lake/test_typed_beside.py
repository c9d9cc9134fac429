"""Rows on a sheet that its ledger does not hold are found, whatever the others are, and can be taken in."""

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal
from rows_of_a_ledger import payments

from medoffice_xl.lake import make_lake
from medoffice_xl.lake.typed_beside import taken, told_of_typed, typed_beside
from medoffice_xl.tables import PAYMENTS, REMITTANCES

ROWS = [("C1", "2026-02-28", 100), ("C2", "2026-03-31", 200), ("C2", "2026-03-31", 200), ("C3", "", 300)]
"""Two of them are alike, one has no day."""


@pytest.fixture
def lake(tmp_path):
    return make_lake(tmp_path / "ledger").staged({"payments": payments(*ROWS)}).published()


@pytest.mark.parametrize(
    ("shown", "typed"),
    [
        (ROWS, []),
        (ROWS[2:], []),
        ([*ROWS, ROWS[1]], [4]),  # a third of two that are alike
        ([("C1", "2026-02-28", 101), *ROWS[1:]], [0]),  # a cent more
        ([("C1", "2026-02-28", 100), ("C9", "2026-05-01", 1)], [1]),  # a month that the ledger has not
        ([("C3", "2026-03-31", 300)], [0]),  # a day where there was none
        ([], []),
    ],
)
def test_rows_that_the_ledger_lacks_are_found(lake, shown, typed):
    assert typed_beside(lake, PAYMENTS, payments(*shown)) == typed


def test_a_table_that_is_not_in_the_ledger_has_no_such_rows(lake):
    assert typed_beside(lake, REMITTANCES, payments(("C9", "2026-05-01", 1))) == []


def test_each_row_is_told_with_its_line():
    (told,) = told_of_typed(PAYMENTS, [12])
    assert (told.file, told.line) == ("Sheet Payments", 12)
    assert "is on the sheet and not in the ledger" in told.problem
    assert "--take" in told.advice


def test_a_row_of_a_key_takes_its_place_and_others_are_new(lake):
    """C1 is 101 cents now; C2's key is that of two rows, so that nobody knows which of them was meant: it is new."""
    typed = payments(("C9", "2026-05-01", 1), ("C1", "2026-02-28", 101), ("C2", "2026-03-31", 201))
    found, places, new = taken(lake, PAYMENTS, typed)
    assert (places, new) == (1, 2)
    after = [("C1", "2026-02-28", 101), *ROWS[1:], ("C9", "2026-05-01", 1), ("C2", "2026-03-31", 201)]
    assert_frame_equal(found, payments(*after))


def test_nothing_typed_changes_nothing(lake):
    found, places, new = taken(lake, PAYMENTS, payments())
    assert (places, new) == (0, 0)
    assert_frame_equal(found, payments(*ROWS))
    assert pd.api.types.is_integer_dtype(found["amount"])
