"""Work for each hour of the staff, what no rate counts, and the report that lists it row by row."""

from datetime import date

import pytest
from practice_tables import charges, payments
from staff_frames import hours, staff

from medoffice_xl.areas.access.not_counted import not_counted
from medoffice_xl.areas.access.report import build, repeaters
from medoffice_xl.areas.access.workload import Load, workload
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.period import Period, days_up_to
from tests.areas.access.appointment_rows import AS_OF, appointments, schedule_of, several, tables

JUDGED = Thresholds().on(AS_OF)
JUNE = Period(date(2026, 6, 1), AS_OF)
PEOPLE = staff({}, {"role": "Physician", "kind": "physician"})
PAID = hours({"regular": 30, "overtime": 10, "leave": 8}, {"employee": "E2", "regular": 160})
CHARGED = charges(
    {"claim_id": "C1", "patient_acct": "P1", "dos": "2026-06-02", "charge": 90, "post_date": "2026-06-02"},
    {"claim_id": "C2", "patient_acct": "P2", "dos": "2026-06-02", "charge": 90, "post_date": "2026-06-02"},
    {"claim_id": "C3", "patient_acct": "P3", "dos": "2026-05-31", "charge": 90, "post_date": "2026-06-02"},
)
POSTED = payments({"claim_id": "C2", "post_date": "2026-06-20", "amount": 90})
BOOKED = appointments(
    {"patient_acct": "P1", "day": date(2026, 6, 2)},
    {"patient_acct": "P9", "day": date(2026, 6, 3)},
    {"patient_acct": "P8", "status": "Confirmed"},
)


def load(what, booked=BOOKED, paid=PAID):
    of = tables(booked, charges=CHARGED, payments=POSTED, employees=PEOPLE, hours=paid)
    return workload(of, AS_OF, 30, what, JUDGED)


def test_visits_for_each_hour_worked_by_the_staff():
    """Two visits of June, 40 hours worked: leave and the physician's own hours do not count."""
    found = load(Load.VISITS)
    assert found.value == 2 / 40
    assert [part.value for part in found.parts] == [2, 40, JUNE.first, JUNE.last]


def test_open_work_for_each_hour():
    """Two claims with a balance, one visit without a status, one kept and not charged: 4 / 40."""
    found = load(Load.OPEN)
    assert [(part.label, part.value) for part in found.parts[:3]] == [
        ("Claims with a balance", 2), ("Appointments without a status", 1), ("Kept visits without a charge", 1),
    ]  # fmt: skip
    assert found.value == 4 / 40
    assert load(Load.OPEN, booked=None).value == 2 / 40


def test_without_hours_there_is_no_answer():
    with pytest.raises(NoData, match="No hours worked by the staff"):
        load(Load.VISITS, paid=hours({"employee": "E2", "regular": 160}))


def test_what_no_rate_counts_and_what_to_do():
    rows = [*several("Confirmed", 2), *several("Bumped", 3), *several("Cancelled", 1),
            *several("Cancelled", 1, cancelled_on=date(2026, 6, 9)), *several("Complete", 5)]  # fmt: skip
    assert [row[:3] for row in not_counted(schedule_of(*rows), JUNE).body] == [
        ("Day over, no status", 2, "nothing"), ("Status “Bumped” is not known", 3, "nothing"),
        ("Cancelled, no day of it", 1, "early cancel"), ("Cancelled the day before, no time of it", 1, "early cancel"),
    ]  # fmt: skip
    assert not_counted(schedule_of({}), JUNE).body == []


def test_who_misses_again_and_again():
    """Three times and more; an account that is not known is nobody."""
    rows = [
        *several("No Show", 3, patient_acct="P3"),
        *several("No Show", 2, patient_acct="P2"),
        *several("No Show", 4),
    ]
    assert repeaters(schedule_of(*rows), JUDGED)[["patient_acct", "times"]].values.tolist() == [["P3", 3]]


def test_the_report_lists_them_row_by_row():
    page = build(tables(BOOKED, charges=CHARGED), days_up_to(AS_OF, 365), JUDGED)
    verdict, kinds, missing, again, lost, _ = page.blocks
    assert verdict.words == (
        "0.0% of the appointments were missed; 1 appointment has no status although the day is over; 1 kept visit was "
        "never charged."
    )
    assert kinds.source.body[0][:2] == ("Day over, no status", 1)
    assert missing.source.body[0][3] == "P8"
    assert list(again.source.body) == []
    assert lost.source.body[0][2] == "P9"
