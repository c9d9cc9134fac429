"""The day the figures are of follows imports, and never the user's own day."""

from datetime import date

import pandas as pd
import pytest

from medoffice_xl.intake.as_of import FIRST, moved_as_of, newest_posting

JUNE_30, JULY_1, JULY_2 = date(2026, 6, 30), date(2026, 7, 1), date(2026, 7, 2)


@pytest.mark.parametrize(
    ("as_of", "moved_to", "newest", "expected"),
    [
        (FIRST, None, date(2025, 3, 1), date(2025, 3, 1)),  # a fresh workbook takes any day, an earlier one too
        (JUNE_30, None, JULY_2, None),  # typed before the first import
        (JUNE_30, JUNE_30, JULY_1, JULY_1),  # one day forward
        (JUNE_30, JUNE_30, JUNE_30, None),  # the day itself: nothing to move
        (JULY_1, JULY_1, JUNE_30, None),  # never back
        (JULY_1, JUNE_30, JULY_2, None),  # the user typed a later day
        (date(2026, 3, 31), JUNE_30, JULY_2, None),  # … or an earlier one
        (JUNE_30, JUNE_30, None, None),  # nothing was posted
    ],
)
def test_it_moves_forward_and_leaves_a_typed_day_alone(as_of, moved_to, newest, expected):
    assert moved_as_of(as_of, moved_to, newest) == expected


def posted(*days):
    return pd.to_datetime(pd.Series(days, dtype="object"))


def test_the_newest_posting_is_never_past_today():
    days = {"charges": posted("2026-06-30", "2026-07-01"), "payments": posted("2026-07-03", None)}
    assert newest_posting(days, JULY_1) == JULY_1
    assert newest_posting(days, JUNE_30) == JUNE_30
    assert newest_posting(days, date(2026, 7, 3)) == date(2026, 7, 3)


def test_nothing_posted_is_no_day():
    assert newest_posting({"charges": posted(None)}, JULY_1) is None
    assert newest_posting({"charges": posted("2026-07-02")}, JULY_1) is None
