"""Days on which somebody worked in the practice."""

from datetime import date


def days_worked(hired: date, left: date | None, first: date, last: date) -> int:
    """Days of the span, both ends counted, on which somebody hired and gone on these days worked here."""
    end = last if left is None else min(last, left)
    return max(0, (end - max(first, hired)).days + 1)
