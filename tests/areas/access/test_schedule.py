"""What became of each appointment: statuses, the hours of a late cancel, and what was known on a day."""

from datetime import date

import pandas as pd
import pytest
from small_book import frame_of

from medoffice_xl.areas.access.clock import length_of, minute_of
from medoffice_xl.areas.access.schedule import schedule
from medoffice_xl.areas.access.statuses import statuses_of
from medoffice_xl.errors import NoData
from medoffice_xl.tables import STATUSES, THRESHOLDS
from tests.areas.access.appointment_rows import AS_OF, JUNE, appointments, schedule_of, tables


def outcomes(*rows, **more):
    return schedule_of(*rows, **more).rows["outcome"].tolist()


@pytest.mark.parametrize(
    ("status", "outcome"),
    [("? No show", "no-show"), ("?", "no-show"), ("% Canceled <24h", "late cancel"), ("> Checked out", "kept"),
     ("! Left w/o visit", "left without visit"), ("@ Arrived", "kept"), ("~ Arrived late", "kept"),
     ("# Ins/fin issue", "status missing"), ("- None", "status missing"), ("x Canceled", "early cancel"),
     ("COMPLETE", "kept"), ("  no   show ", "no-show"), ("Rescheduled", "rescheduled"),
     ("Not Confirmed", "status missing"),     ("", "status missing"), ("Show", "kept"), ("N/S", "no-show"),
     ("Bumped", "status unknown"),
     ("z Bumped", "status unknown")],
)  # fmt: skip
def test_what_a_status_is_taken_as(status, outcome):
    assert outcomes({"status": status}) == [outcome]


def test_openemr_has_a_status_of_its_own_for_late_cancels():
    """So that its other one is early without a day; athenahealth writes x for both, and has the day."""
    assert schedule_of({"status": "x Canceled"}).notes == []
    late = {"status": "x", "cancelled_on": JUNE, "cancelled_at": "08:00"}
    assert outcomes(late, {"status": "x", "cancelled_on": date(2026, 6, 1)}) == ["late cancel", "early cancel"]


def test_the_practices_own_statuses_go_before_what_comes_with_the_package():
    own = statuses_of(frame_of(STATUSES, [{"status": "Bumped", "taken_as": "rescheduled"}]))
    assert own.of("bumped") == "rescheduled"
    assert own.of("Complete") == "status unknown"


@pytest.mark.parametrize(
    ("on", "at", "outcome"),
    [(date(2026, 6, 9), "09:00", "early cancel"), (date(2026, 6, 9), "09:01", "late cancel"),
     (date(2026, 6, 10), "08:00", "late cancel"), (date(2026, 6, 10), "", "late cancel"),
     (date(2026, 6, 9), "", "early cancel"), (date(2026, 6, 8), "", "early cancel"), (None, "", "early cancel"),
     (date(2026, 6, 11), "", "late cancel")],
)  # fmt: skip
def test_a_cancellation_is_late_under_24_hours(on, at, outcome):
    """The appointment begins on June 10 at 09:00: at exactly 24 hours it is early."""
    assert outcomes({"status": "Cancelled", "cancelled_on": on, "cancelled_at": at}) == [outcome]


def test_cancellations_of_which_nobody_knows_the_hour_are_told():
    found = schedule_of({"status": "Cancelled"}, {"status": "Cancelled", "cancelled_on": date(2026, 6, 9)})
    assert found.notes == [
        "1 cancellations have no day and count as early.",
        "1 cancellations have no time of day, may have been late, and count as early.",
    ]


def test_the_hours_are_a_threshold():
    rows = appointments({"status": "Cancelled", "cancelled_on": date(2026, 6, 8), "cancelled_at": "09:00"})
    own = frame_of(THRESHOLDS, [{"name": "Late cancel under", "value": 48.5, "since": date(2026, 1, 1)}])
    assert schedule(tables(rows, thresholds=own), AS_OF).rows["outcome"].tolist() == ["late cancel"]


def test_a_status_is_missing_from_the_day_after():
    rows = {"status": "Confirmed", "day": JUNE}
    assert outcomes(rows, as_of=date(2026, 6, 9)) == ["open"]
    assert outcomes(rows, as_of=JUNE) == ["open"]
    assert outcomes(rows, as_of=date(2026, 6, 11)) == ["status missing"]


def test_on_a_day_before_it_an_appointment_is_as_it_was_known_then():
    cancelled = {"status": "Early Cancel", "booked_on": date(2026, 5, 20), "cancelled_on": date(2026, 6, 5)}
    assert outcomes(cancelled, as_of=date(2026, 6, 4)) == ["open"]
    assert outcomes(cancelled, as_of=date(2026, 6, 5)) == ["early cancel"]
    assert outcomes({"status": "No Show", "booked_on": date(2026, 5, 20)}, as_of=date(2026, 6, 9)) == ["open"]
    assert outcomes(cancelled, as_of=date(2026, 5, 20)) == ["open"]
    with pytest.raises(NoData, match="No appointment was made"):
        outcomes(cancelled, as_of=date(2026, 5, 19))


def test_days_from_booking():
    rows = schedule_of({"booked_on": JUNE}, {"booked_on": date(2026, 6, 3)}, {}, {"booked_on": date(2026, 6, 12)}).rows
    assert rows["lead"].tolist()[:2] == [0, 7]
    assert pd.isna(rows["lead"].iloc[2])
    assert pd.isna(rows["lead"].iloc[3]), "booked after its day: nobody knows when it was made"


@pytest.mark.parametrize(
    ("cell", "minute"),
    [("12:00 AM", 0), ("12:30 pm", 750), ("24:00", None), ("9:60", None), ("13:00 PM", None), (0.375, 540),
     ("0.375", 540), ("9am", 540), ("", None), (None, None), (True, None), ("03/02/2026 14:05", 845),
     ("03/02/2026", None), ("930", 570)],
)  # fmt: skip
def test_times_of_day(cell, minute):
    assert minute_of(cell) == minute


@pytest.mark.parametrize(
    ("cell", "minutes"), [(0, None), ("0:20", 20), ("20", 20), ("1 h", 60), ("", None), (1440, None)]
)
def test_lengths(cell, minutes):
    assert length_of(cell) == minutes
