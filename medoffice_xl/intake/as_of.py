"""The day the figures are of follows the imports: forward, to the newest day that something was posted.

Never past today, and never over a day that the user has typed: that is known by its being another one than the last
import has set.
"""

from collections.abc import Mapping
from datetime import date

import pandas as pd

FIRST = date(2026, 1, 1)
"""What a fresh workbook shows, before anything was brought in."""

POSTED = {"charges": "post_date", "payments": "post_date"}
"""The tables whose postings count, and the column of the day."""


def newest_posting(posted: Mapping[str, "pd.Series[pd.Timestamp]"], today: date) -> date | None:
    """The newest day, up to today, on which a charge or a payment was posted; None where nothing was.

    `posted` are the days that the column of POSTED has, by table.
    """
    upto = pd.Timestamp(today)
    found = [days[days <= upto].max() for days in posted.values() if (days <= upto).any()]
    return max(found).date() if found else None


def moved_as_of(as_of: date, moved_to: date | None, newest: date | None) -> date | None:
    """The day to show from now on; None where it stays.

    `moved_to` is the day an import set last, None where none did yet.

    >>> moved_as_of(date(2026, 6, 30), date(2026, 6, 30), date(2026, 7, 2))
    datetime.date(2026, 7, 2)
    >>> moved_as_of(date(2026, 3, 31), date(2026, 6, 30), date(2026, 7, 2)) is None
    True
    """
    if newest is None:
        return None
    if moved_to is None:
        return newest if as_of == FIRST else None
    return newest if as_of == moved_to and newest > as_of else None
