"""What runs out of whom, as a list and as a calendar file; the report."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd
import pytest
from icalendar import Calendar
from kinds_of_frame import every_kind
from staff_frames import days_from, hours, staff, vacancies

from medoffice_xl.areas.staff.calendar_file import staff_calendar
from medoffice_xl.areas.staff.due_soon import due_days, due_soon
from medoffice_xl.areas.staff.report import staff_report
from medoffice_xl.areas.staff.settings import SETTINGS
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.errors import NoData, OutOfRange

AS_OF = date(2026, 6, 30)
JUDGED = Thresholds().on(AS_OF)
FINE = {"review_on": "2026-06-01"}


def what(of, as_of=AS_OF):
    return [(due.what, due.day) for due in due_days(of, as_of, JUDGED)]


@pytest.mark.parametrize(
    ("left", "notice"),
    [(-1, "late"), (0, "within 30 days"), (30, "within 30 days"), (31, "within 60 days"), (60, "within 60 days"),
     (61, "within 90 days"), (90, "within 90 days")],
)  # fmt: skip
def test_notices(left, notice):
    (row,) = due_soon(staff({**FINE, "license_until": days_from(AS_OF, left)}), AS_OF, 0, JUDGED).body
    assert (row[3], row[5], row[6]) == ("License", left, notice)


def test_what_is_further_off_is_not_told():
    of = staff({**FINE, "license_until": days_from(AS_OF, 91)})
    with pytest.raises(NoData):
        due_soon(of, AS_OF, 0, JUDGED)
    assert due_soon(of, AS_OF, 91, JUDGED).body[0][6] == ""
    with pytest.raises(OutOfRange):
        due_soon(of, AS_OF, -1, JUDGED)


@every_kind
def test_how_long_things_last(on):
    """DEA 3 years, CPR 2 (29 February 2024 becomes 28 February 2026), training and review 1 year."""
    of = staff({"dea_since": "2023-07-15", "cpr_on": "2024-02-29", "training_on": "2025-09-01",
                "review_on": "2025-08-01", "board_until": "2026-12-31", "cme_by": "2026-11-30",
                "malpractice_until": "2026-10-31", "i9_until": "2026-07-01"})  # fmt: skip
    assert what(on(of)) == [
        ("CPR course", date(2026, 2, 28)),
        ("I-9 work permit", date(2026, 7, 1)),
        ("DEA registration", date(2026, 7, 15)),
        ("Review", date(2026, 8, 1)),
        ("Training", date(2026, 9, 1)),
        ("Malpractice cover", date(2026, 10, 31)),
        ("CME hours", date(2026, 11, 30)),
        ("Board certificate", date(2026, 12, 31)),
    ]


def test_the_form_i9_and_the_first_review_count_from_the_first_day():
    """Hired on Wednesday, July 1: Thursday 2nd, Monday 6th (the 3rd is a holiday), Tuesday 7th."""
    of = staff({"hired": "2026-07-01", "i9_on": None})
    assert what(of, date(2026, 7, 1)) == [("Form I-9", date(2026, 7, 7)), ("Review", date(2027, 7, 1))]


def test_what_happened_later_does_not_count():
    of = staff({"review_on": "2026-07-01", "cpr_on": "2026-07-01", "i9_on": "2026-07-01", "hired": "2026-06-01"})
    assert what(of) == [("Form I-9", date(2026, 6, 4)), ("Review", date(2027, 6, 1))]


def test_who_left_is_not_reminded():
    day = {"license_until": "2026-07-01"}
    of = staff({**day, "left": "2026-06-30"}, {**day, "left": "2026-07-01"}, {**day, "hired": "2026-07-01"})
    assert [due.employee for due in due_days(of, AS_OF, JUDGED) if due.what == "License"] == ["E2"]


@dataclass
class Asked:
    """A practice of these tables."""

    tables: dict[str, pd.DataFrame]
    settings: dict[str, Any] = field(default_factory=lambda: {each.name: each.start for each in SETTINGS})
    as_of: date = AS_OF
    name: str = ""

    def has(self, table: str) -> bool:
        return table in self.tables

    def table(self, name: str) -> pd.DataFrame:
        return self.tables[name]

    def setting(self, name: str) -> Any:
        return self.settings[name]


def test_the_calendar_keeps_its_entries():
    """An entry stays the same when its day moves."""
    first, moved = (
        Calendar.from_ical(
            staff_calendar(Asked({"employees": staff({**FINE, "known_as": "AB", "license_until": day})}))
        )
        for day in ("2026-09-01", "2028-09-01")
    )
    told = [(event["dtstart"].dt, str(event["summary"])) for event in first.walk("VEVENT")]
    assert told == [(date(2026, 9, 1), "License: AB, Front desk"), (date(2027, 6, 1), "Review: AB, Front desk")]
    ids = [{str(event["uid"]) for event in each.walk("VEVENT")} for each in (first, moved)]
    assert ids[0] == ids[1]


def test_no_calendar_without_days():
    with pytest.raises(NoData):
        staff_calendar(Asked({"employees": staff({"hired": "2026-07-01"})}))


def test_the_report():
    """1 of 1.5 people on average left (2 until December, 1 from then on): 6 × 2 + 6 × 1 = 18 ÷ 12; 5,888.57 each."""
    of = staff({**FINE, "license_until": "2026-06-29"}, {"left": "2025-12-31", "leave": "voluntary"})
    of = of.assign(review_on=pd.Timestamp("2026-06-01"))
    page = staff_report(Asked({
        "employees": of, "hours": hours({"regular": 90, "overtime": 10}),
        "vacancies": vacancies({"vacancy": "A", "opened": "2026-06-01", "weekly_hours": 40}),
    }))  # fmt: skip
    verdict = "1 person left in the last 12 months (70.6% of the staff), at about $5,888.57; 1 thing is late."
    assert page.blocks[0].words == verdict
    assert any("Overtime is 10.0%" in str(getattr(block, "words", "")) for block in page.blocks)
