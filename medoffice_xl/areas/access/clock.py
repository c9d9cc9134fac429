"""Times of day as schedulers write them, in minutes after midnight."""

import re
from datetime import datetime, time

MINUTES_A_DAY = 1440
_CLOCK = re.compile(r"(?i)(?<!\d)(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*([ap])?\.?(?:m\.?)?")
_FIGURES = re.compile(r"(\d{1,2})(\d{2})")
_LENGTH = re.compile(
    r"(?i)(?:(?P<clock>\d{1,2}):(?P<rest>\d{2})(?::00)?"
    r"|(?:(?P<hours>\d{1,2})\s*h(?:(?:ou)?rs?)?\.?)?\s*(?:(?P<minutes>\d{1,4})(?:\.0+)?\s*(?:m(?:in(?:ute)?s?)?\.?)?)?)"
)
_SHARE = re.compile(r"\d*\.\d+")
_HOUR = re.compile(r"(?i)(\d{1,2})\s*([ap])\.?m?\.?")


def minute_of(cell: object) -> int | None:
    """The time of day of a cell, with or without a day before it; None where it has none, or none that there is.

    >>> minute_of("8:30"), minute_of("2:05 PM"), minute_of("0815"), minute_of("2026-03-02T09:30:00"), minute_of("noon")
    (510, 845, 495, 570, None)
    """
    if isinstance(cell, datetime | time):
        return cell.hour * 60 + cell.minute
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return _of_share(cell)
    return _of_text(cell.strip()) if isinstance(cell, str) else None


def length_of(cell: object) -> int | None:
    """How many minutes a cell says that something takes; None where it says nothing, or no such length.

    >>> length_of(20.0), length_of("30 min"), length_of("1:15"), length_of("1 hr 30 min"), length_of("long")
    (20, 30, 75, 90, None)
    """
    if isinstance(cell, time):
        return cell.hour * 60 + cell.minute
    text = "" if cell is None or isinstance(cell, bool) else str(cell).strip()
    if not (found := _LENGTH.fullmatch(text)):
        return None
    hours, minutes = found["hours"] or found["clock"] or 0, found["minutes"] or found["rest"] or 0
    length = int(hours) * 60 + int(minutes)
    return length if 0 < length < MINUTES_A_DAY else None


def as_clock(minute: int | None) -> str:
    """Minutes after midnight as the tables write them; empty for none.

    >>> as_clock(510), as_clock(None)
    ('08:30', '')
    """
    return "" if minute is None else f"{minute // 60:02d}:{minute % 60:02d}"


def _of_text(text: str) -> int | None:
    if found := _CLOCK.search(text):
        return _of(int(found[1]), int(found[2]), found[3])
    if found := _FIGURES.fullmatch(text):
        return _of(int(found[1]), int(found[2]), None)
    if found := _HOUR.fullmatch(text):
        return _of(int(found[1]), 0, found[2])
    return _of_share(float(text)) if _SHARE.fullmatch(text) else None


def _of_share(number: float) -> int | None:
    """A spreadsheet's time: the share of the day that is over."""
    share = number % 1
    return round(share * MINUTES_A_DAY) % MINUTES_A_DAY if share else None


def _of(hour: int, minute: int, half: str | None) -> int | None:
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half in "pP" else 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None
