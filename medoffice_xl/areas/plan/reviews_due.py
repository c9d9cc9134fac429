"""What is to be reviewed, renewed or given notice of: policies, services, insurance, software and hardware."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import narwhals as nw

from medoffice_xl.areas.plan.tables import AUTOMATIC, POLICIES, SERVICES
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.calendar_months import years_on
from medoffice_xl.ledger.rows import Frame, fetch, take
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit

DEFINITION = Definition(
    "Reviews and contracts due",
    "next reviews of policies and services; ends of contracts, and the days by which notice is to be given: the end "
    "less the notice days. A contract that renews by itself ends again a year later",
    "Policies, Services",
)
COLUMNS = (
    BreakdownColumn("What", Unit.TEXT),
    BreakdownColumn("Kind", Unit.TEXT),
    BreakdownColumn("Due", Unit.DATE),
    BreakdownColumn("Days left", Unit.COUNT),
    BreakdownColumn("What to do", Unit.TEXT),
    BreakdownColumn("Cost a year", Unit.MONEY),
    BreakdownColumn("Owner", Unit.TEXT),
)
REVIEW, NOTICE, RENEWS, ENDS = (
    "Review it",
    "Decide: keep, or give notice",
    "Renews by itself",
    "Contract ends: renew it",
)
MOST_DAYS = 3_660


@dataclass(frozen=True, slots=True)
class Due:
    """One day on which something is to be looked at; `cost` in cents a year."""

    what: str
    kind: str
    day: date
    todo: str
    cost: int | None
    owner: str
    provider: str = ""


def reviews_due(policies: Frame | None, services: Frame | None, as_of: date, days: int = 60) -> Breakdown:
    """Days past and those up to `days` after the day, first due first. Raises NoData where nothing is due.

    A review stays until its next day is typed; a contract's end and its notice day stay until the end is over by more
    than the days asked for, and those of a contract that renews by itself until it has.
    """
    if not 0 <= days <= MOST_DAYS:
        raise OutOfRange(f"You asked for {days} days; give 0 to {MOST_DAYS:,}.")
    until = as_of + timedelta(days=days)
    due = [each for each in due_days(policies, services, as_of) if each.day <= until]
    if not due:
        raise NoData(f"Nothing is to be reviewed or renewed up to {until:%m/%d/%Y}.")
    return Breakdown(
        columns=COLUMNS,
        body=[
            (each.what, each.kind, each.day, (each.day - as_of).days, each.todo, each.cost, each.owner) for each in due
        ],
        definition=DEFINITION,
        parts=[Part("Up to", until, Unit.DATE), Part("As of", as_of, Unit.DATE)],
        rows_used=len(due),
    )


def due_days(policies: Frame | None, services: Frame | None, as_of: date) -> list[Due]:
    """Every day on which something of them is due, first due first."""
    found: list[Due] = []
    if policies is not None:
        found += [
            Due(row["policy"], row["kind"], row["next_review"], REVIEW, None, row["owner"])
            for row in fetch(take(policies, POLICIES, "policy", "kind", "owner", "next_review"))
            if row["next_review"] is not None
        ]
    if services is not None:
        names = ("service", "kind", "provider", "cost", "ends", "renewal", "notice_days", "next_review", "owner")
        known = nw.col("cost", "notice_days").fill_null(0)
        for row in fetch(take(services, SERVICES, *names).with_columns(known)):
            found += _of_service(row, as_of)
    return sorted(found, key=lambda each: (each.day, each.what, each.todo))


def _of_service(row: dict[str, Any], as_of: date) -> Iterator[Due]:
    about = (row["cost"] or None, row["owner"], row["provider"])
    if row["next_review"] is not None:
        yield Due(row["service"], row["kind"], row["next_review"], REVIEW, *about)
    if row["ends"] is None:
        return
    by_itself = row["renewal"] == AUTOMATIC
    end = term_end(row["ends"], as_of) if by_itself else row["ends"]
    yield Due(row["service"], row["kind"], end, RENEWS if by_itself else ENDS, *about)
    if row["notice_days"]:
        yield Due(row["service"], row["kind"], end - timedelta(days=row["notice_days"]), NOTICE, *about)


def term_end(end: date, as_of: date) -> date:
    """The end of the term that runs on the day, of a contract that goes on year by year. The last day still counts."""
    years = 0
    while years_on(end, years) < as_of:
        years += 1
    return years_on(end, years)
