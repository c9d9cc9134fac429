"""Fill of slots: booked minutes of available minutes, blocks out."""

from datetime import date, timedelta

import pytest
from kinds_of_frame import every_kind

from medoffice_xl.areas.access.fill import fill_rate, fill_rate_of
from medoffice_xl.areas.access.schedule import schedule
from medoffice_xl.areas.access.sessions import WHEN, sessions_of
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.period import Period
from tests.areas.access.appointment_rows import AS_OF, JUNE, appointments, sessions, tables

JUDGED = Thresholds().on(AS_OF)
MONTH = Period(date(2026, 6, 1), AS_OF)


def fill(booked, when, provider="", period=MONTH):
    of = tables(booked, when)
    return fill_rate_of(schedule(of, AS_OF), of.shared(WHEN), period, JUDGED, provider)


def test_1476_of_1800_minutes():
    """MINE: 82.0%. Two sessions of 16 and 17 hours less three hours that are blocked; 73 x 20 + 16 minutes booked."""
    when = sessions({"minutes": 960, "starts": "00:00"}, {"day": date(2026, 6, 11), "minutes": 1020, "starts": "00:00"},
                    {"starts": "12:00", "minutes": 180, "kind": "block"})  # fmt: skip
    booked = appointments(*[{} for _ in range(73)], {"minutes": 16})
    found = fill(booked, when)
    assert found.value == pytest.approx(0.82)
    assert [part.value for part in found.parts[:3]] == [1476, 1800, 2]


def test_what_fills_a_slot():
    """180 minutes: kept, missed, left and without status 20 each; moved and cancelled in time give theirs up."""
    rows = [{"status": word, "starts": f"{9 + place // 3}:{place % 3 * 20:02d}"} for place, word in
            enumerate(["Complete", "No Show", "!", "Confirmed", "Rescheduled", "Early Cancel", "Bumped"])]  # fmt: skip
    assert fill(appointments(*rows), sessions({})).value == 80 / 180


def test_a_late_cancel_fills_its_time_unless_somebody_took_it():
    late = {"status": "%", "starts": "09:00"}
    assert fill(appointments(late), sessions({})).value == 20 / 180
    assert fill(appointments(late, {"starts": "09:19"}), sessions({})).value == 20 / 180
    assert fill(appointments(late, {"starts": "09:20"}), sessions({})).value == 40 / 180
    assert fill(appointments(late, {"provider": "Dr Best"}), sessions({}, {"provider": "Dr Best"})).value == 40 / 360


def test_more_booked_than_could_be_is_above_one():
    assert fill(appointments(*[{} for _ in range(10)]), sessions({})).value == 200 / 180


def test_blocks_count_where_they_meet_a_session_and_sessions_that_overlap_once():
    blocks = ({"starts": start, "minutes": 90, "kind": "block"} for start in ("08:00", "12:30"))
    when = sessions_of(sessions({}, {"starts": "11:00", "minutes": 120}, *blocks))
    assert when.minutes["available"].tolist() == [180]
    assert when.minutes["sessions"].tolist() == [2]


def test_a_session_that_is_wholly_blocked_is_none():
    when = sessions_of(sessions({}, {"kind": "block"}))
    assert (when.minutes["available"].tolist(), when.minutes["sessions"].tolist()) == ([0], [0])


def test_what_is_booked_where_there_is_no_session_is_told():
    found = fill(appointments({}, {"day": date(2026, 6, 12)}), sessions({}))
    assert found.value == 20 / 180
    assert [(each.rows, each.reason) for each in found.left_out] == [
        (1, "appointments on a day on which their provider has no session")
    ]


def test_without_minutes_an_appointment_takes_one_slot_of_its_session():
    booked = appointments({"minutes": None})
    assert fill(booked, sessions({"slot_minutes": 15})).value == 15 / 180
    found = fill(appointments({"minutes": None}, {}), sessions({}))
    assert (found.value, found.left_out[0].reason) == (20 / 180, "appointments of which nobody says how long they are")
    with pytest.raises(NoData, match="do not say how long"):
        fill(booked, sessions({}))
    late = {"status": "%", "minutes": None}
    assert (
        fill(appointments(late, {"minutes": None, "starts": "09:14"}), sessions({"slot_minutes": 15})).value == 15 / 180
    )
    assert (
        fill(appointments(late, {"minutes": None, "starts": "09:15"}), sessions({"slot_minutes": 15})).value == 30 / 180
    )


@pytest.mark.parametrize(("days", "is_known"), [(7, True), (8, False)])
def test_sessions_of_which_no_appointments_are_listed_do_not_look_free(days, is_known):
    """A list that ends more than a week before the sessions do, or begins so long after them, does not cover them."""
    for other in (JUNE + timedelta(days=days), JUNE - timedelta(days=days)):
        of = tables(appointments({}), sessions({}, {"day": other}))
        assert (fill(of["appointments"], of["sessions"]).notes == []) == is_known
        if is_known:
            assert fill_rate(of, MONTH).value == 20 / 360
        else:
            with pytest.raises(NoData, match="looks free and may not have been"):
                fill_rate(of, MONTH)


def test_an_unknown_status_is_told():
    found = fill(appointments({"status": "Bumped"}, {}), sessions({}))
    assert [each.reason for each in found.left_out] == ["appointments with a status that nobody knows"]


def test_first_and_last_day_count_and_one_provider_alone():
    when = sessions({}, {"provider": "Dr Best"})
    booked = appointments({}, {"provider": "dr best", "minutes": 90})
    assert fill(booked, when, "DR BEST").value == 0.5
    assert fill(booked, when, period=Period(JUNE, JUNE)).value == 110 / 360
    with pytest.raises(NoData, match="No session of Dr Cole is known"):
        fill(booked, when, "Dr Cole")
    with pytest.raises(NoData):
        fill(booked, when, period=Period(date(2026, 6, 11), AS_OF))


def test_a_session_without_a_time_is_told():
    assert [each.rows for each in sessions_of(sessions({"starts": "morning"}, {})).left_out] == [1]


@every_kind
def test_every_kind_of_frame(on):
    assert fill_rate(tables(on(appointments({})), on(sessions({}))), MONTH).value == 20 / 180
