"""Every number explains itself: what a metric returns.

A `Measure` is one number, a `Breakdown` is a small table of numbers. Both carry the parts they were made
of, the rows used and left out, the definition and its source, so that `EXPLAIN` and a report's drill-down
need nothing else.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any


class Unit(StrEnum):
    """What a number counts. MONEY is whole cents; PERCENT is a fraction (0.97 is 97%)."""

    MONEY = "$"
    DAYS = "days"
    PERCENT = "%"
    COUNT = "count"
    RATIO = "ratio"
    POINTS = "points"
    TEXT = "text"
    DATE = "date"


Value = int | float | str | date | None


def in_a_cell(value: Value, unit: Unit) -> int | float | str | datetime | None:
    """What a cell holds for a value: dollars for cents, a datetime for a day."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)
    if unit is Unit.MONEY and isinstance(value, int | float):
        return round(value) / 100
    return value


@dataclass(frozen=True, slots=True)
class Part:
    """One thing a number was made of."""

    label: str
    value: Value
    unit: Unit


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rows that a definition excludes, and why. `amount` is in cents where the rows carry money."""

    reason: str
    rows: int
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """Which definition a number follows, in one sentence, and where it stands."""

    name: str
    formula: str
    source: str


class _WithRows:
    """What names the rows behind it."""

    __slots__ = ()
    rows_behind: Callable[[], Any] | None

    @property
    def rows(self) -> Any:
        """The rows behind it as a lazy narwhals frame, put together when somebody looks; None where it names none."""
        return self.rows_behind() if self.rows_behind else None


@dataclass(frozen=True, slots=True)
class Measure(_WithRows):
    """One number with its explanation. `value` is in `unit`."""

    value: int | float
    unit: Unit
    definition: Definition
    parts: Sequence[Part] = ()
    rows_used: int = 0
    left_out: Sequence[LeftOut] = ()
    notes: Sequence[str] = ()
    rows_behind: Callable[[], Any] | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class BreakdownColumn:
    """A column of a breakdown: its heading and what its numbers count."""

    header: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class Breakdown(_WithRows):
    """A table of numbers with its explanation. Rows are tuples in the order of `columns`."""

    columns: Sequence[BreakdownColumn]
    body: Sequence[Sequence[Value]]
    definition: Definition
    parts: Sequence[Part] = ()
    rows_used: int = 0
    left_out: Sequence[LeftOut] = ()
    notes: Sequence[str] = ()
    rows_behind: Callable[[], Any] | None = field(default=None, repr=False, compare=False)
