"""No-show, late-cancel and cancellation rates: published cases, and what stands on neither side."""

from datetime import date

import pytest
from kinds_of_frame import every_kind

from medoffice_xl.areas.access.no_shows import before, no_show_rate, no_show_rise
from medoffice_xl.areas.access.schedule import schedule
from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.ledger.period import Period
from tests.areas.access.appointment_rows import AS_OF, appointments, schedule_of, several, tables

JUNE = Period(date(2026, 6, 1), AS_OF)


def test_45_of_600_is_7_5_percent():
    """PUB."""
    found = schedule_of(*several("No Show", 45), *several("Complete", 555))
    assert no_show_rate(found, JUNE).value == 0.075


def test_28_no_shows_and_12_late_cancels_of_320():
    """PUB: 12.5% with late cancels, 8.75% without."""
    found = schedule_of(*several("?", 28), *several("%", 12), *several("Complete", 280))
    assert no_show_rate(found, JUNE).value == 0.0875
    assert no_show_rate(found, JUNE, "with late cancels").value == 0.125
    assert no_show_rate(found, JUNE, "late cancels").value == 0.0375


def test_who_left_without_a_visit_was_there_and_early_cancels_are_on_neither_side():
    """1 no-show of 1 + 2 kept + 1 left."""
    rows = [*several("No Show", 1), *several("Complete", 2), *several("!", 1)]
    early = [*several("Rescheduled", 5), *several("Early Cancel", 7), *several("Deleted", 3)]
    assert no_show_rate(schedule_of(*rows, *early), JUNE).value == 0.25


def test_cancels_are_a_share_of_all_that_was_booked():
    """2 late + 1 early of 2 + 1 + 6 kept + 1 rescheduled: 30%; a deleted one is no appointment."""
    rows = [*several("%", 2), *several("Early Cancel", 1), *several("Complete", 6), *several("R/S", 1)]
    assert no_show_rate(schedule_of(*rows, *several("Deleted", 4)), JUNE, "cancels").value == 0.3


def test_missing_and_unknown_statuses_are_told_and_count_nowhere():
    rows = [*several("No Show", 1), *several("Complete", 3), *several("Confirmed", 2), *several("Bumped", 2)]
    found = no_show_rate(schedule_of(*rows), JUNE)
    assert found.value == 0.25
    assert [(each.reason.split(":")[0], each.rows) for each in found.left_out] == [
        ("status missing", 2), ("“Bumped” is not on Appointment statuses", 2),
    ]  # fmt: skip


def test_nothing_known_is_no_answer():
    with pytest.raises(NoData, match="says what became"):
        no_show_rate(schedule_of(*several("Confirmed", 3)), JUNE)
    with pytest.raises(BadArgument, match="no way to count"):
        no_show_rate(schedule_of(*several("Complete", 3)), JUNE, "all")


def test_one_provider_type_or_place():
    rows = [{"status": "No Show", "type": "New patient", "provider": "Dr Able"}, {"provider": "dr able"},
            {"provider": "Dr Best", "status": "No Show", "location": "Lake"}, {"provider": "Dr Best"}]  # fmt: skip
    found = schedule_of(*rows)
    assert no_show_rate(found.of("DR ABLE"), JUNE).value == 0.5
    assert no_show_rate(found.of(visit_type="new patient"), JUNE).value == 1
    assert no_show_rate(found.of(location="Lake"), JUNE).value == 1


def test_the_days_before_are_as_many():
    assert before(Period(date(2026, 6, 1), date(2026, 6, 30))) == Period(date(2026, 5, 2), date(2026, 5, 31))


def test_a_rise_of_no_shows():
    """June 2 of 8, the days before it 1 of 8: 12.5 points."""
    then = date(2026, 5, 31)
    rows = [*several("No Show", 2), *several("Complete", 6), *several("No Show", 1, day=then),
            *several("Complete", 7, day=then), *several("No Show", 9, day=date(2026, 5, 1))]  # fmt: skip
    assert no_show_rise(tables(appointments(*rows)), JUNE).value == 0.125
    with pytest.raises(NoData):
        no_show_rise(tables(appointments(*several("Complete", 3))), JUNE)


@every_kind
def test_every_kind_of_frame(on):
    rows = appointments(*several("No Show", 1), *several("Complete", 3))
    assert no_show_rate(schedule(tables(on(rows)), AS_OF), JUNE).value == 0.25
