"""Days that lie years back or ahead are taken in and told: just inside, at and just outside the threshold."""

from datetime import date

import pandas as pd
import pytest
from small_book import frame_of

from medoffice_xl.intake.far_days import FAR_AHEAD, FAR_BACK, far_days
from medoffice_xl.intake.take import take_in
from medoffice_xl.readers.reading import Reading
from medoffice_xl.tables import REMITTANCES, TABLES, THRESHOLDS

TODAY = date(2026, 11, 27)


def checks(day):
    row = {"trace": "T1", "paid_date": pd.Timestamp(day), "remittance": "r", "payer": "Acme", "amount": 0}
    return {"remittances": frame_of(REMITTANCES, [row])}


def told(day, **tables):
    return [problem.problem for problem in far_days("a.835", checks(day), tables, TODAY)]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-11-27", ""),
        ("2026-12-28", ""),  # 31 days ahead
        ("2026-12-29", "more than 31 days ahead"),
        ("2062-06-01", "more than 31 days ahead"),
        ("2016-11-28", ""),
        ("2016-11-27", "120 months back or more"),
        ("1962-06-01", "120 months back or more"),
    ],
)
def test_at_the_threshold_and_beside_it(day, words):
    found = told(day)
    assert len(found) == bool(words)
    assert not words or f"1 rows have a day {words}" in found[0]
    assert not words or found[0].endswith("of T1.")


def test_the_practice_may_say_otherwise():
    rows = [
        {"name": FAR_BACK.name, "value": 24.0, "unit": "months", "since": pd.Timestamp(2026, 1, 1)},
        {"name": FAR_AHEAD.name, "value": 5.0, "unit": "days", "since": pd.Timestamp(2026, 1, 1)},
    ]
    own = frame_of(THRESHOLDS, rows)
    assert told("2024-11-28", thresholds=own) == []
    assert "24 months back" in told("2024-11-27", thresholds=own)[0]
    assert "5 days ahead" in told("2026-12-03", thresholds=own)[0]


def test_a_day_without_one_is_not_told():
    assert told(None) == []


def test_it_is_taken_in_and_listed():
    row = {"posted": pd.Timestamp(2062, 11, 5), "amount": 100, "line_id": "1", "description": "Deposit"}
    reading = Reading("a.csv", "bank", {"bank": frame_of(TABLES["bank"], [row])})
    taken = take_in(reading, {}, content_hash="0", today=TODAY)
    assert len(taken.frames["bank"]) == 1
    assert [row["value"] for row in taken.frames["problems"].to_dict("records")] == ["2062-11-05"]
