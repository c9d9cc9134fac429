"""The figures of staff that goals may name and that are drawn month by month."""

from medoffice_xl.areas.staff.benchmarks import (
    ADMINISTRATIVE_PER_PHYSICIAN,
    CLINICAL_PER_PHYSICIAN,
    STAFF_PER_PROVIDER,
    TURNOVER_ALL,
    TURNOVER_CLINICAL,
    TURNOVER_FRONT,
)
from medoffice_xl.areas.staff.staff_ratio import Per, staff_ratio
from medoffice_xl.areas.staff.turnover import Leave, turnover
from medoffice_xl.areas.staff.workforce import workforce
from medoffice_xl.contracts.thresholds import limits_on
from medoffice_xl.headlines import AtEnds, Headline, each_end
from medoffice_xl.measure import Unit
from medoffice_xl.tables.benchmarks import LOWER

SHEET = "Staffing"


def _ratio(who: str, per: Per) -> AtEnds:
    return each_end(
        lambda tables, day, terms: staff_ratio(
            workforce(tables["employees"], tables["hours"], day, terms.year, limits_on(day, tables)), who, per
        )
    )


def _turnover(who: str) -> AtEnds:
    return each_end(
        lambda tables, day, terms: turnover(
            tables["employees"], day, terms.year, who, Leave.ALL, limits_on(day, tables)
        )
    )


HEADLINES = (
    Headline(
        "Staff turnover", "Who left, of people on average, a year", Unit.PERCENT, LOWER, SHEET,
        _turnover(""), ("employees",), ("thresholds",), benchmark=TURNOVER_ALL,
    ),
    Headline(
        "Turnover, front office", "Who left, of the front office on average, a year", Unit.PERCENT, LOWER, SHEET,
        _turnover("front office"), ("employees",), ("thresholds",), benchmark=TURNOVER_FRONT,
    ),
    Headline(
        "Turnover, clinical support", "Who left, of clinical support on average, a year", Unit.PERCENT, LOWER, SHEET,
        _turnover("clinical support"), ("employees",), ("thresholds",), benchmark=TURNOVER_CLINICAL,
    ),
    Headline(
        "Support staff per provider", "FTE for one FTE of providers, a year", Unit.RATIO, LOWER, SHEET,
        _ratio("support", Per.PROVIDER), ("employees", "hours"), ("thresholds",), benchmark=STAFF_PER_PROVIDER,
    ),
    Headline(
        "Front and business office per physician", "FTE for one FTE of physicians, a year", Unit.RATIO, LOWER, SHEET,
        _ratio("office", Per.PHYSICIAN), ("employees", "hours"), ("thresholds",),
        benchmark=ADMINISTRATIVE_PER_PHYSICIAN,
    ),
    Headline(
        "Clinical support per physician", "FTE for one FTE of physicians, a year", Unit.RATIO, LOWER, SHEET,
        _ratio("clinical support", Per.PHYSICIAN), ("employees", "hours"), ("thresholds",),
        benchmark=CLINICAL_PER_PHYSICIAN,
    ),
)  # fmt: skip
