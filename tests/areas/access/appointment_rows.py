"""Small schedules for tests."""

from datetime import date

from small_book import frame_of

from medoffice_xl.areas.access.schedule import schedule
from medoffice_xl.sets import Tables
from medoffice_xl.tables import APPOINTMENTS, SESSIONS, STATUSES

AS_OF = date(2026, 6, 30)
JUNE = date(2026, 6, 10)


def appointments(*rows, **everywhere):
    """Rows of the table; each has a number of its own, a day, a provider and an hour unless it says otherwise."""
    usual = {"day": JUNE, "provider": "Dr Able", "starts": "09:00", "minutes": 20, "status": "Complete"}
    return frame_of(APPOINTMENTS, [
        {**usual, "appointment": f"A{place}", **everywhere, **row} for place, row in enumerate(rows)
    ])  # fmt: skip


def several(status, number, **more):
    """So many appointments of a status."""
    return [{"status": status, **more} for _ in range(number)]


def sessions(*rows):
    """Rows of the table; three hours from nine, open, unless they say otherwise."""
    usual = {"provider": "Dr Able", "day": JUNE, "starts": "09:00", "minutes": 180, "kind": "open"}
    return frame_of(SESSIONS, [{**usual, **row} for row in rows])


def tables(booked, when=None, **more):
    """The tables of a schedule."""
    return Tables.of({"appointments": booked, SESSIONS.name: when, STATUSES.name: None, "thresholds": None, **more})


def schedule_of(*rows, as_of=AS_OF, **everywhere):
    """The schedule of these rows as of the day."""
    return schedule(tables(appointments(*rows, **everywhere)), as_of)
