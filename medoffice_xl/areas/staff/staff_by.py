"""Staff by kind, role or department: people, hours, FTE both ways, for each provider, overtime and turnover."""

from collections.abc import Sequence
from enum import StrEnum

from medoffice_xl.areas.staff.people import Person
from medoffice_xl.areas.staff.staff_ratio import DEFINITION, Per, providers_of
from medoffice_xl.areas.staff.turnover import Leave, turnover_of
from medoffice_xl.areas.staff.workforce import Way, Workforce, notes, span_parts
from medoffice_xl.measure import Breakdown, BreakdownColumn, Unit, Value
from medoffice_xl.tables.staff import PROVIDERS, SUPPORT


class By(StrEnum):
    """What the staff is told apart by."""

    KIND = "kind"
    ROLE = "role"
    DEPARTMENT = "department"


COLUMNS = (
    BreakdownColumn("Staff", Unit.TEXT),
    BreakdownColumn("People", Unit.COUNT),
    BreakdownColumn("FTE", Unit.RATIO),
    BreakdownColumn("FTE capped", Unit.RATIO),
    BreakdownColumn("Per provider", Unit.RATIO),
    BreakdownColumn("Per physician", Unit.RATIO),
    BreakdownColumn("Hours worked", Unit.COUNT),
    BreakdownColumn("Overtime", Unit.PERCENT),
    BreakdownColumn("Left", Unit.COUNT),
    BreakdownColumn("Turnover", Unit.PERCENT),
    BreakdownColumn("Voluntary", Unit.PERCENT),
)


def staff_by(work: Workforce, by: By) -> Breakdown:
    """One row a kind, role or department, and the total of all staff; people are those here at the window's end."""
    names = [_name(one, by) for one in work.everybody]
    kinds = [*PROVIDERS, *SUPPORT]
    ordered = sorted(set(names), key=lambda name: (kinds.index(name) if name in kinds else len(kinds), name))
    groups = [(name, [one for one in work.everybody if _name(one, by) == name]) for name in ordered]
    return Breakdown(
        COLUMNS,
        [*(_row(work, name, of) for name, of in groups), _row(work, "Total", list(work.everybody))],
        DEFINITION,
        parts=span_parts(work),
        rows_used=work.paid.rows_used,
        left_out=work.left_out,
        notes=notes(work, work.everybody),
    )


def _name(one: Person, by: By) -> str:
    return str(getattr(one, by)) or "(none)"


def _row(work: Workforce, name: str, of: Sequence[Person]) -> tuple[Value, ...]:
    hours = work.hours(of)
    gone, own_will = (turnover_of(of, work.over, leave) for leave in (Leave.ALL, Leave.VOLUNTARY))
    return (
        name,
        sum(one.works_at_end_of(work.over.last) for one in of),
        float(work.fte(of)),
        float(work.fte(of, Way.CAPPED)),
        *(_for_each(work, of, per) for per in Per),
        float(hours.worked),
        float(hours.overtime / hours.worked) if hours.worked else None,
        len(gone.leavers) if gone else 0,
        float(gone.a_year) if gone else None,
        float(own_will.a_year) if own_will else None,
    )


def _for_each(work: Workforce, of: Sequence[Person], per: Per) -> float | None:
    """Support staff for each provider; of providers and where there is none, nothing."""
    staff = [one for one in of if one.kind not in PROVIDERS]
    providers = work.fte(providers_of(work, per), Way.CAPPED)
    return float(work.fte(staff) / providers) if staff and providers else None
