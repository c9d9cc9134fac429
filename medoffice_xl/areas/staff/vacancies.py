"""Places that are open: which, for how long, and which share of all hours they are."""

from datetime import date
from fractions import Fraction
from typing import Any

from medoffice_xl.areas.staff.people import exact, names_in, people
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.rows import Frame, fetch, take
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Measure, Part, Unit
from medoffice_xl.plain_name import plain_name
from medoffice_xl.tables import VACANCIES

DEFINITION = Definition(
    "Vacancy rate",
    "hours a week of the places that are open on the day ÷ (those + hours agreed a week of the staff)",
    "MGMA human resources: vacant positions ÷ all positions, by hours",
)
COLUMNS = (
    BreakdownColumn("Vacancy", Unit.TEXT),
    BreakdownColumn("Role", Unit.TEXT),
    BreakdownColumn("Kind", Unit.TEXT),
    BreakdownColumn("FTE", Unit.RATIO),
    BreakdownColumn("Open since", Unit.DATE),
    BreakdownColumn("Days open", Unit.COUNT),
)


def open_vacancies(vacancies: Frame, as_of: date) -> list[dict[str, Any]]:
    """The places that are open at the end of the day; one that is filled on it is not. The longest open comes first."""
    rows = fetch(take(vacancies, VACANCIES, "vacancy", "role", "kind", "weekly_hours", "opened", "filled"))
    found = [
        row
        for row in rows
        if row["opened"] and row["opened"] <= as_of and (row["filled"] is None or row["filled"] > as_of)
    ]
    return sorted(found, key=lambda row: (row["opened"], row["vacancy"]))


def vacancy_list(vacancies: Frame, as_of: date, week: Fraction) -> Breakdown:
    """Every open place. Raises NoData where none is open."""
    found = open_vacancies(vacancies, as_of)
    if not found:
        raise NoData("No place is open on the sheet Vacancies.")
    return Breakdown(
        COLUMNS,
        [
            (
                row["vacancy"],
                row["role"],
                row["kind"],
                float(exact(row["weekly_hours"]) / week),
                row["opened"],
                (as_of - row["opened"]).days,
            )
            for row in found
        ],
        DEFINITION,
        rows_used=len(found),
    )


def vacancy_rate(staff: Frame, vacancies: Frame, as_of: date, who: str) -> Measure:
    """The share of the hours that nobody fills; 0 where no place is open. Raises NoData without any hours at all.

    A role of which nobody is here is vacant as a whole, so a word need fit nobody on Staff.
    """
    wanted = set(names_in(who))
    here = [one for one in people(staff, as_of) if one.works_at_end_of(as_of)]
    some = [
        one
        for one in here
        if not wanted or {plain_name(one.kind), plain_name(one.role), plain_name(one.department)} & wanted
    ]
    filled = sum((one.weekly for one in some), Fraction(0))
    rows = [
        row
        for row in open_vacancies(vacancies, as_of)
        if not wanted or {plain_name(row["kind"]), plain_name(row["role"])} & wanted
    ]
    empty = sum((exact(row["weekly_hours"]) for row in rows), Fraction(0))
    if not filled + empty:
        raise NoData("Neither Staff nor Vacancies has hours a week of these.")
    return Measure(
        float(empty / (filled + empty)),
        Unit.PERCENT,
        DEFINITION,
        parts=[
            Part("Places open", len(rows), Unit.COUNT),
            Part("Hours a week open", float(empty), Unit.RATIO),
            Part("Hours a week agreed with staff", float(filled), Unit.RATIO),
        ],
        rows_used=len(rows) + len(some),
    )
