"""Appointments by provider, type, weekday, lead time, place and month."""

from datetime import date

import pytest

from medoffice_xl.areas.access.appointments_by import appointments_by, columns
from medoffice_xl.areas.access.schedule import schedule
from medoffice_xl.areas.access.sessions import sessions_of
from medoffice_xl.errors import BadArgument, NoData, OutOfRange
from medoffice_xl.ledger.period import Period
from tests.areas.access.appointment_rows import AS_OF, appointments, sessions, tables

PERIOD = Period(date(2026, 5, 1), AS_OF)
MONDAY, TUESDAY = date(2026, 6, 1), date(2026, 6, 2)
BOOKED = appointments(
    {"day": MONDAY, "status": "No Show", "booked_on": date(2026, 5, 31), "type": "New"},
    {"day": MONDAY, "booked_on": date(2026, 4, 1), "type": "New"},
    {"day": TUESDAY, "booked_on": TUESDAY, "provider": "Dr Best"},
    {"day": TUESDAY, "status": "Early Cancel"},
    {"day": date(2026, 5, 5), "status": "Confirmed"},
    {"day": date(2026, 7, 1), "status": "Confirmed"},
)
WHEN = sessions_of(sessions({"day": MONDAY}, {"day": TUESDAY}, {"day": TUESDAY, "provider": "Dr Best", "minutes": 40}))


def rows(by, when=WHEN, **more):
    found = appointments_by(schedule(tables(BOOKED), AS_OF), when, PERIOD, by, **more)
    headings = [column.header for column in columns(by)]
    return {row[0]: dict(zip(headings, row, strict=True)) for row in found.body}


def test_by_provider_with_fill():
    found = rows("provider")
    able = found["Dr Able"]
    assert (able["Appointments"], able["No-shows"], able["Kept"], able["Early cancels"], able["Status missing"]) == (
        4,
        1,
        1,
        1,
        1,
    )
    assert able["No-show rate"] == 0.5
    assert able["Cancelled"] == pytest.approx(1 / 3)
    assert able["Fill"] == 40 / 360
    assert found["Dr Best"]["Fill"] == 0.5
    assert found["Total"]["Fill"] == 60 / 400
    assert found["Total"]["Appointments"] == 5


def test_weekdays_and_leads_stand_in_their_order():
    assert list(rows("weekday")) == ["Monday", "Tuesday", "Total"]
    assert rows("weekday")["Monday"]["Fill"] == 40 / 180
    assert list(rows("lead time")) == ["Same day", "1 to 7 days", "Over 30 days", "(not said)", "Total"]
    assert rows("lead time")["Same day"]["Fill"] is None
    assert list(rows("month")) == ["2026-05", "2026-06", "Total"]
    assert list(rows("month", top=1)) == ["2026-06", "Total"]


def test_names_by_their_number_and_the_rest_together():
    assert list(rows("type")) == ["(not said)", "New", "Total"]
    found = rows("provider", top=1)
    assert list(found) == ["Dr Able", "All other", "Total"]
    assert found["All other"]["Fill"] == 0.5
    assert list(rows("provider", provider="dr best")) == ["Dr Best", "Total"]


def test_without_sessions_there_is_no_fill():
    assert rows("provider", when=None)["Total"]["Fill"] is None


def test_words_and_emptiness():
    with pytest.raises(BadArgument, match="no way to tell appointments apart"):
        rows("doctor")
    with pytest.raises(OutOfRange, match="You asked for -1 rows"):
        rows("month", top=-1)
    with pytest.raises(NoData, match="No appointment of Dr Cole"):
        rows("provider", provider="Dr Cole")
