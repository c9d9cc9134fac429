"""Meetings to come as a calendar file: each with its hour, its place, its topics and who is invited."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import narwhals as nw

from medoffice_xl.areas.plan.tables import MEETINGS
from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.ledger.rows import Frame, fetch, take
from medoffice_xl.reports.practice import Practice

NAME = "Meetings"
USUAL_LENGTH = 60
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?::\d{2})?\s*([ap]\.?m\.?)?", re.IGNORECASE)
_NOON = 12


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting. Without an hour it is the day's."""

    name: str
    kind: str
    day: date
    starts: time | None
    length: int
    place: str
    people: tuple[str, ...]
    topics: tuple[str, ...]


def invitations(practice: Practice) -> bytes:
    """The calendar file (RFC 5545) of the meetings from the practice's day on. Raises NoData where none is to come."""
    coming = [each for each in meetings(practice.table("meetings")) if each.day >= practice.as_of]
    if not coming:
        raise NoData(f"No meeting on the sheet Meetings is on {practice.as_of:%m/%d/%Y} or later.")
    return as_invitations(coming, practice.as_of)


def meetings(frame: Frame) -> list[Meeting]:
    """The meetings as typed, by their day. Raises BadArgument for an hour that is none."""
    names = ("meeting", "kind", "meeting_day", "starts", "minutes_long", "place", "people", "topics")
    typed = take(frame, MEETINGS, *names).with_columns(nw.col("minutes_long").fill_null(USUAL_LENGTH))
    rows = [row for row in fetch(typed) if row["meeting_day"] is not None]
    found = [
        Meeting(
            row["meeting"],
            row["kind"],
            row["meeting_day"],
            read_time(row["starts"], row["meeting"]),
            row["minutes_long"],
            row["place"],
            parted(row["people"]),
            parted(row["topics"]),
        )
        for row in rows
    ]
    return sorted(found, key=lambda each: (each.day, each.starts or time.min, each.name))


def parted(text: str) -> tuple[str, ...]:
    """What semicolons or line ends part."""
    return tuple(part.strip() for part in re.split(r"[;\n]", text) if part.strip())


def read_time(text: str, meeting: str) -> time | None:
    """An hour as it is typed: 7:30, 07:30, 7:30 AM. Empty is none; raises BadArgument for anything else.

    >>> read_time("1:05 pm", ""), read_time("12:00 am", ""), read_time("", "")
    (datetime.time(13, 5), datetime.time(0, 0), None)
    """
    if not text.strip():
        return None
    match = _TIME.fullmatch(text.strip())
    if match:
        hour, minute, half = int(match[1]), int(match[2]), (match[3] or "")[:1].lower()
        if half and 1 <= hour <= _NOON:
            hour = hour % _NOON + (_NOON if half == "p" else 0)
        elif half:
            hour = 99
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise BadArgument(f"Meetings: “{text}” of {meeting} is no hour. Type it as 07:30 or 7:30 AM.")


def as_invitations(coming: Sequence[Meeting], as_of: date) -> bytes:
    """The file's bytes; hours are those of the place, wherever it is opened. The same meetings give the same bytes."""
    from icalendar import Calendar, Event, vCalAddress  # noqa: PLC0415  (cell functions import without it)

    calendar = Calendar()
    calendar.add("prodid", "-//medoffice_xl//Plan//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", NAME)
    for each in coming:
        event = Event()
        about = f"{each.name}|{each.day}"
        event.add("uid", f"{hashlib.sha256(about.encode()).hexdigest()[:32]}@medoffice_xl")
        event.add("dtstamp", datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC))
        if each.starts is None:
            event.add("dtstart", each.day)
            event.add("dtend", each.day + timedelta(days=1))
        else:
            begins = datetime.combine(each.day, each.starts)
            event.add("dtstart", begins)
            event.add("dtend", begins + timedelta(minutes=each.length))
        event.add("summary", each.name)
        if each.place:
            event.add("location", each.place)
        told = [*each.topics, *([f"Invited: {', '.join(each.people)}"] if each.people else [])]
        if told:
            event.add("description", "\n".join(told))
        for person in each.people:
            if "@" in person:
                event.add("attendee", vCalAddress(f"mailto:{person}"))
        calendar.add_component(event)
    return calendar.to_ical()  # type: ignore[no-any-return]
