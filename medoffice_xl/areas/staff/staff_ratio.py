"""Support staff for each provider: full-time equivalents against full-time equivalents."""

from enum import StrEnum

from medoffice_xl.areas.staff.people import ALL_PROVIDERS, Person, chosen
from medoffice_xl.areas.staff.workforce import Way, Workforce, notes, span_parts
from medoffice_xl.errors import NoData
from medoffice_xl.measure import Definition, Measure, Part, Unit
from medoffice_xl.tables.staff import PHYSICIAN, PROVIDERS


class Per(StrEnum):
    """Whom the staff is counted for: every provider, or physicians alone, as MGMA's older surveys do."""

    PROVIDER = "provider"
    PHYSICIAN = "physician"


DEFINITION = Definition(
    "Staff ratio",
    "FTE of the staff by paid hours ÷ FTE of the providers, nobody of them above 1.0",
    "MGMA cost and revenue survey guide",
)


def staff_ratio(work: Workforce, who: str, per: Per) -> Measure:
    """FTE of some of the staff for one FTE of providers. Raises NoData where there is no provider."""
    providers = providers_of(work, per)
    of = work.fte(providers, Way.CAPPED)
    if not of:
        raise NoData(f"No {per} with hours is on Staff in this window: fill in Staff kind and Hours a week.")
    found = chosen(work.everybody, who)
    staff = work.fte(found)
    return Measure(
        float(staff / of),
        Unit.RATIO,
        DEFINITION,
        parts=[
            Part("FTE of the staff", float(staff), Unit.RATIO),
            Part(f"FTE of the {per}s", float(of), Unit.RATIO),
            Part("People", len(found), Unit.COUNT),
            *span_parts(work),
        ],
        rows_used=work.paid.rows_used,
        left_out=work.left_out,
        notes=notes(work, [*found, *providers]),
    )


def providers_of(work: Workforce, per: Per) -> list[Person]:
    """The people that the staff is counted for."""
    if per is Per.PROVIDER:
        return chosen(work.everybody, ALL_PROVIDERS)
    return [one for one in work.everybody if one.kind == PHYSICIAN]


def provider_fte(work: Workforce) -> float:
    """FTE of all providers, each at most 1.0: what productivity is counted by."""
    return float(work.fte([one for one in work.everybody if one.kind in PROVIDERS], Way.CAPPED))
