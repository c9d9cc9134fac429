"""Days as a calendar file (.ics), for whichever calendar the practice keeps.

The same days on the same day give the same bytes: an entry is known by what it is about, so that a file brought in
again replaces its entries and adds none.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta


@dataclass(frozen=True, slots=True, order=True)
class DueDay:
    """One entry: its day, what it says, and what it is about, which stays the same when day and words change."""

    day: date
    words: str
    about: str


def as_calendar(days: Sequence[DueDay], as_of: date, name: str, maker: str) -> bytes:
    """Entries of whole days as an iCalendar file (RFC 5545); `name` is the calendar's, `maker` the area's."""
    from icalendar import Calendar, Event  # noqa: PLC0415  (reports import without it)

    calendar = Calendar()
    calendar.add("prodid", f"-//medoffice_xl//{maker}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for each in days:
        event = Event()
        event.add("uid", f"{hashlib.sha256(each.about.encode()).hexdigest()[:32]}@medoffice_xl")
        event.add("dtstamp", datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC))
        event.add("dtstart", each.day)
        event.add("dtend", each.day + timedelta(days=1))
        event.add("summary", each.words)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return calendar.to_ical()  # type: ignore[no-any-return]
