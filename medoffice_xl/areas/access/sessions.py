"""When providers could be booked: sessions less what is blocked, as stretches of minutes."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from medoffice_xl.areas.access.clock import minute_of
from medoffice_xl.ledger.rows import Frame, fetch, take
from medoffice_xl.measure import LeftOut
from medoffice_xl.sets import Shared, Tables
from medoffice_xl.sets.unchanging import unchanging
from medoffice_xl.tables.appointments import BLOCK, SESSIONS

Span = tuple[int, int]
"""From one minute of the day to another."""

ProviderDay = tuple[str, date]
"""A provider, without case, and a day."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Minutes that can be booked: for which visit type (empty is any), and how long a slot is (0: nobody says)."""

    first: int
    last: int
    type: str
    slot: int


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class Sessions:
    """What can be booked, by provider and day, blocks taken out. `names` are the providers as they are spelled.

    `days` are those of each provider, the earliest first.

    `minutes` has a row a provider's day with sessions: provider (without case), day, available minutes, and how many
    sessions are not wholly blocked.
    """

    stretches: Mapping[ProviderDay, Sequence[Stretch]]
    days: Mapping[str, Sequence[date]]
    names: Mapping[str, str]
    minutes: pd.DataFrame
    left_out: Sequence[LeftOut]

    def of(self, provider: str, first: date) -> Iterator[tuple[date, Sequence[Stretch]]]:
        """A provider's days from `first` on, the earliest first."""
        days = self.days.get(provider, ())
        return ((day, self.stretches[provider, day]) for day in days[bisect_left(days, first) :])


def sessions_of(sessions: Frame) -> Sessions:
    """The table's sessions. Of two that overlap the minutes count once; a block that is in no session takes nothing."""
    every = fetch(take(sessions, SESSIONS, *SESSIONS.counted))
    rows = [row | {"start": minute_of(row["starts"])} for row in every]
    rows = [row for row in rows if row["start"] is not None and row["day"] is not None and row["minutes"] > 0]
    names: dict[str, str] = {}
    for row in rows:
        names.setdefault(_key(row)[0], row["provider"].strip())
    opened, blocked = (_by_day(rows, is_block) for is_block in (False, True))
    taken = {key: [(each.first, each.last) for each in blocks] for key, blocks in blocked.items()}
    left = {key: list(_without(once(each), taken.get(key, ()))) for key, each in opened.items()}
    lost = len(every) - len(rows)
    told = [LeftOut("sessions without a day, a time of day or minutes", lost)] if lost else []
    return unchanging(Sessions(left, _days(left), names, _minutes(left, opened), told))


def _days(found: Iterable[ProviderDay]) -> dict[str, list[date]]:
    days: dict[str, list[date]] = defaultdict(list)
    for provider, day in sorted(found):
        days[provider].append(day)
    return dict(days)


def _key(row: Mapping[str, Any]) -> ProviderDay:
    return row["provider"].strip().casefold(), row["day"]


def _by_day(rows: Iterable[Mapping[str, Any]], is_block: bool) -> Mapping[ProviderDay, list[Stretch]]:
    found: dict[ProviderDay, list[Stretch]] = defaultdict(list)
    for row in rows:
        if (row["kind"] == BLOCK) == is_block:
            end = row["start"] + row["minutes"]
            found[_key(row)].append(
                Stretch(row["start"], end, row["type"].strip().casefold(), int(row["slot_minutes"] or 0))
            )
    return found


def _minutes(
    left: Mapping[ProviderDay, Sequence[Stretch]], opened: Mapping[ProviderDay, Sequence[Stretch]]
) -> pd.DataFrame:
    """Minutes available and sessions with any of them, a row a provider's day."""
    rows = [
        (name, day, sum(one.last - one.first for one in each), _held(each, opened[name, day]))
        for (name, day), each in left.items()
    ]
    found = pd.DataFrame(rows, columns=["provider", "day", "available", "sessions"])
    return found.assign(day=pd.to_datetime(found["day"])).astype(
        {"provider": "str", "day": "datetime64[us]", "available": "int64", "sessions": "int64"}
    )


def _held(left: Sequence[Stretch], opened: Sequence[Stretch]) -> int:
    """How many of the sessions are not wholly blocked."""
    return sum(any(each.first < one.last and one.first < each.last for one in left) for each in opened)


def once(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Stretches of a day of which none begins before the one before it ends."""
    reached = 0
    for each in sorted(stretches, key=lambda one: (one.first, one.last)):
        first = max(each.first, reached)
        if each.last > first:
            yield Stretch(first, each.last, each.type, each.slot)
            reached = each.last


def _without(stretches: Iterable[Stretch], taken: Sequence[Span]) -> Iterator[Stretch]:
    for each in stretches:
        for first, last in gaps((each.first, each.last), taken):
            yield Stretch(first, last, each.type, each.slot)


def gaps(span: Span, taken: Iterable[Span]) -> Iterator[Span]:
    """What is left of a span without what is taken.

    >>> list(gaps((0, 60), [(10, 20), (15, 30), (50, 90)]))
    [(0, 10), (30, 50)]
    """
    reached, end = span
    for first, last in sorted(taken):
        if first > reached:
            yield reached, min(first, end)
        reached = max(reached, last)
        if reached >= end:
            return
    yield reached, end


def _made(tables: Tables) -> Sessions:
    return sessions_of(tables[SESSIONS.name])


WHEN = Shared("when providers can be booked", _made, needs=(SESSIONS.name,))
"""Sessions less their blocks."""
