"""What an area says of a figure once, so that the Dashboard, goals, trends and the physicians' pack read one catalogue.

A headline is a figure of the practice at a month's end. Whoever shows it month by month asks it once for all the ends,
so that the area can work them out in one pass; `each_end` is for figures that are cheap enough to be asked one by one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.calendar_months import first_day, month_end, month_number
from medoffice_xl.measure import Measure, Unit
from medoffice_xl.sets import Tables
from medoffice_xl.tables.benchmarks import HIGHER, LOWER, Benchmark

MONTHS = 13
"""A year of months and the one before it, so that a month stands beside the same of last year."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the sheet Settings says that figures are asked with."""

    window: int = 90
    year: int = 365
    settle: int = 90
    credits: str = "net"
    year_start: int = 1
    run_days: int = 7


Known = Sequence[float | int | None]
"""A figure at several days, in its unit (money in cents); None where it is not known."""

AtEnds = Callable[[Tables, Sequence[date], Terms], Known]


@dataclass(frozen=True, slots=True)
class Cause:
    """What moved a figure: whose part of it changed, and by how much. Positive `cents` help the practice."""

    who: str
    cents: int


@dataclass(frozen=True, slots=True)
class Worth:
    """What a figure's change from one day to another is worth, in cents; positive helps the practice. Why, by part."""

    cents: int
    causes: Sequence[Cause] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Headline:
    """One figure of the practice, by the name that goals and pages call it.

    `says` tells in a few words what it is, `sheet` where more stands. `better` is HIGHER or LOWER. `at` gives it at
    several days, of tables that include `needs`, and `uses` where they are there; a day before the practice's data, or
    without what it is made of, has None. `place` is its place on the Dashboard; 0 stands in the catalogue alone.
    `worth` says what its change between two days was worth, and whose it was. `adds_up` is for what adds up day by day
    through the month, so that a month that is not over is not held against a whole one.
    """

    name: str
    says: str
    unit: Unit
    better: str
    sheet: str
    at: AtEnds
    needs: tuple[str, ...]
    uses: tuple[str, ...] = ()
    benchmark: Benchmark | None = None
    place: int = 0
    worth: Callable[[Tables, date, date, Terms], Worth | None] | None = None
    adds_up: bool = False

    def __post_init__(self) -> None:
        if self.better not in (HIGHER, LOWER):
            raise ValueError(f"{self.name} says neither that higher nor that lower is better")

    @property
    def reads(self) -> tuple[str, ...]:
        """Every table that it may depend on."""
        return self.needs + self.uses


@dataclass(frozen=True, slots=True)
class Decision:
    """Something that somebody has to decide: what, about how much money, by when, who, why, and where it stands."""

    what: str
    cents: int | None
    by: date | None
    who: str
    why: str
    sheet: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """What of an area's work waits for a decision. Asked with tables that include those of `uses` that are there."""

    uses: tuple[str, ...]
    at: Callable[[Tables, date, Terms], Sequence[Decision]]


def month_ends(as_of: date, months: int = MONTHS) -> list[date]:
    """The ends of the months before the day, oldest first, and the day itself last.

    >>> [str(day) for day in month_ends(date(2026, 3, 15), 3)]
    ['2026-01-31', '2026-02-28', '2026-03-15']
    """
    if not 1 <= months <= 60:
        raise OutOfRange(f"You asked for {months:,} months; give 1 to 60.")
    last = month_number(as_of)
    return [first_day(last - back) - timedelta(days=1) for back in range(months - 2, -1, -1)] + [as_of]


def is_whole_month(day: date) -> bool:
    """Whether the day ends its month."""
    return day == month_end(day)


def each_end(figure: Callable[[Tables, date, Terms], Measure]) -> AtEnds:
    """A figure of one day, asked for every end; where it says that there are no data, it is not known."""

    def known(tables: Tables, day: date, terms: Terms) -> float | int | None:
        try:
            return figure(tables, day, terms).value
        except NoData:
            return None

    return lambda tables, ends, terms: [known(tables, day, terms) for day in ends]
