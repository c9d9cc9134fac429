"""Third next available, as the schedule stood on a day."""

from datetime import date, timedelta

import pytest

from medoffice_xl.areas.access.schedule import schedule
from medoffice_xl.areas.access.sessions import WHEN
from medoffice_xl.areas.access.third_next import third_next_available, wait_rise
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.period import Period
from tests.areas.access.appointment_rows import appointments, sessions, tables

MONDAY = date(2026, 6, 29)
NEVER = {"day": date(2026, 1, 5)}


def on(days, **more):
    return {"day": MONDAY + timedelta(days=days), **more}


def wait(booked, when, *asked, as_of=MONDAY):
    of = tables(booked, when)
    return third_next_available(schedule(of, as_of), of.shared(WHEN), *asked)


def test_the_day_of_the_third_open_slot():
    """One open slot tomorrow, one on day 3, one on day 8: the third is 8 days away, in workdays 5 (July 3 observed)."""
    when = sessions(*(on(days, minutes=20, slot_minutes=20) for days in (1, 3, 8)))
    assert wait(appointments(NEVER), when).value == 8
    assert wait(appointments(NEVER), when, "", "", "workdays").value == 5


def test_three_slots_tomorrow_and_none_today():
    when = sessions(on(0, slot_minutes=20), on(1, minutes=60, slot_minutes=20))
    assert wait(appointments(NEVER), when).value == 1


def test_booked_and_blocked_time_is_not_open_and_a_rest_is_no_slot():
    """Tomorrow 60 minutes: 20 booked, 25 left before a block of 10, 5 after: one slot. Two more on day 2."""
    booked = appointments(on(1, starts="09:00", status="Confirmed"))
    when = sessions(on(1, minutes=60, slot_minutes=20), on(1, starts="09:45", minutes=10, kind="block"),
                    on(2, minutes=40, slot_minutes=20))  # fmt: skip
    assert wait(booked, when).value == 2


def test_what_was_cancelled_by_then_is_open_again():
    booked = appointments(on(1, status="Cancelled", booked_on=date(2026, 6, 1), cancelled_on=MONDAY), NEVER)
    when = sessions(on(1, minutes=60, slot_minutes=20), on(4, minutes=60, slot_minutes=20))
    assert wait(booked, when).value == 1
    assert wait(booked, when, as_of=MONDAY - timedelta(days=1)).value == 5


def test_a_type_takes_as_long_as_it_usually_does_in_sessions_kept_for_it():
    """New patients take 40: one fits into each hour that is for them or for all."""
    known = appointments({**NEVER, "type": "New patient", "minutes": 40})
    when = sessions(on(1, minutes=60, slot_minutes=20), on(2, minutes=60, type="Follow-up"),
                    on(3, minutes=60, type="new patient"), on(4, minutes=60, slot_minutes=20))  # fmt: skip
    assert wait(known, when, "New patient").value == 4
    assert wait(known, when).value == 1


def test_the_mean_over_providers_and_who_has_no_three():
    when = sessions(on(1, minutes=60, slot_minutes=20), on(3, minutes=60, slot_minutes=20, provider="Dr Best"),
                    on(3, minutes=40, slot_minutes=20, provider="Dr Cole"))  # fmt: skip
    found = wait(appointments(NEVER), when)
    assert found.value == 2
    assert "Dr Cole" in found.notes[0]
    assert wait(appointments(NEVER), when, "", "dr best").value == 3
    with pytest.raises(NoData, match="Fewer than three open slots for Dr Cole"):
        wait(appointments(NEVER), when, "", "Dr Cole")


def test_a_wait_that_grows():
    """A Monday's third slot is on Tuesday; with June's Tuesdays full it is on Wednesday: one day more than in May."""
    days = [MONDAY - timedelta(days=back) for back in range(70)]
    when = sessions(*({"day": day + timedelta(days=1), "minutes": 60, "slot_minutes": 20} for day in days))
    full = [on(1 - 7 * week, status="Complete", minutes=60, booked_on=date(2026, 5, 1)) for week in range(4)]
    june = Period(date(2026, 6, 2), MONDAY)
    assert wait_rise(tables(appointments(NEVER), when), june).value == 0
    assert wait_rise(tables(appointments(*full, NEVER), when), june).value == 1
    with pytest.raises(NoData, match="No wait is known"):
        wait_rise(tables(appointments(NEVER), sessions(on(1))), Period(date(2026, 6, 2), MONDAY))
