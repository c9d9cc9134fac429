"""The numbers that judge: read from the table as of a day, and each felt just inside and just outside."""

from datetime import date
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from contract_tables import AS_DECLARED, judged, moved, table

from medoffice_xl.contracts.days import to_day
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.intake.threshold_names import declared
from medoffice_xl.tables import THRESHOLDS
from medoffice_xl.tables.thresholds import Threshold, threshold_rows

SLOW = Threshold("Marked slow", "1.5", "times", "…")
SMALL = Threshold("Small", "0.01", "$", "…")


def rows(*dated: tuple[str, str, float]) -> pd.DataFrame:
    return table(
        THRESHOLDS,
        *({"name": name, "value": value, "unit": "times", "since": since, "source": "ours"}
          for name, since, value in dated),
    )  # fmt: skip


def test_what_comes_with_the_package_holds_where_the_table_says_nothing() -> None:
    assert Thresholds().on(date(2020, 1, 1)).exact(SLOW) == Fraction(3, 2)
    assert Thresholds(rows(("Marked denying", "2020-01-01", 9))).on(date(2026, 1, 1)).exact(SLOW) == Fraction(3, 2)


def test_a_row_holds_from_its_day_until_the_next_one_begins() -> None:
    of = Thresholds(rows(("Marked slow", "2026-07-01", 3), ("marked  SLOW ", "2026-04-01", 2)))
    days = (date(2026, 3, 31), date(2026, 4, 1), date(2026, 6, 30), date(2026, 7, 1))
    assert [of.on(day).exact(SLOW) for day in days] == [Fraction(3, 2), 2, 2, 3]


def test_of_two_rows_of_one_day_the_lower_one_on_the_sheet_holds() -> None:
    of = Thresholds(rows(("Marked slow", "2026-04-01", 2), ("Marked slow", "2026-04-01", 4)))
    assert of.on(date(2026, 4, 1)).exact(SLOW) == 4


def test_many_days_at_once_are_judged_each_on_its_own() -> None:
    of = Thresholds(moved(SMALL, 1.0, "2026-04-01"))
    days = np.array([to_day(date(2026, 3, 31)), to_day(date(2026, 4, 1)), to_day(date(2026, 4, 2)), 0])
    # What has no day is judged as what was before every row.
    assert of.cents_on(SMALL, days).tolist() == [1, 100, 100, 1]
    assert Thresholds().cents_on(SMALL, days).tolist() == [1, 1, 1, 1]
    top, bottom = of.fractions_on(SMALL, days)
    assert (top / bottom).tolist() == [0.01, 1.0, 1.0, 0.01]


@pytest.mark.parametrize(("value", "whole"), [(5.0, 5), (5.2, 6), (0.0, 0)])
def test_a_count_is_the_first_whole_number_that_reaches_the_value(value: float, whole: int) -> None:
    assert judged(SLOW, value).whole(SLOW) == whole


def test_dollars_are_exact_cents() -> None:
    # 0.29 × 100 is 28.999999999999996 in a float
    assert judged(SMALL, 0.29).cents(SMALL) == 29
    assert AS_DECLARED.cents(SMALL) == 1


def test_every_threshold_of_the_house_is_a_row_with_a_source_and_a_day() -> None:
    every = declared()
    frame = threshold_rows(every)
    assert {"Marked slow", "Old rate year", "Confidence of an inferred rate"} <= set(frame["name"])
    assert (
        len(frame)
        == len(every)
        == len(frame.assign(name=frame["name"].str.casefold()).drop_duplicates(["name", "since"]))
    )
    assert (frame["source"] != "").all()
    assert (frame["does"] != "").all()
    assert frame["since"].notna().all()
    assert frame["unit"].isin(THRESHOLDS["unit"].choices).all()
    for threshold in every:
        assert Thresholds(frame).on(threshold.since).exact(threshold) == threshold.exact
