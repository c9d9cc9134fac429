"""Rows that came with a version, and what the user made of them, as one table of the next version."""

from typing import Any

import pandas as pd
from small_book import frame_of

from medoffice_xl.tables import THRESHOLDS, empty_frame
from medoffice_xl.upgrade.data_sheets import _over


def thresholds(**values: float) -> pd.DataFrame:
    rows: list[dict[str, Any]] = [
        {"name": name, "value": value, "since": pd.Timestamp(2026, 1, 1)} for name, value in values.items()
    ]
    return frame_of(THRESHOLDS, rows)


def names(frame: pd.DataFrame) -> list[str]:
    return [str(name) for name in frame["name"]]


def test_a_table_that_the_user_emptied_takes_only_what_is_new() -> None:
    came = thresholds(slow=30.0)
    found = _over(THRESHOLDS, thresholds(slow=31.0, old=90.0), came, empty_frame(THRESHOLDS))
    assert names(found) == ["old"]


def test_a_changed_row_stays_the_users_and_others_are_the_new_versions() -> None:
    came = thresholds(slow=30.0, old=90.0)
    found = _over(THRESHOLDS, thresholds(slow=31.0, old=91.0), came, thresholds(slow=45.0, old=90.0))
    assert found["value"].tolist() == [45.0, 91.0]
    assert names(found) == ["slow", "old"]
