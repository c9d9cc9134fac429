"""The figures of staff that goals may name and that are drawn month by month."""

from medoffice_xl.areas.staff.benchmarks import TURNOVER_ALL
from medoffice_xl.areas.staff.turnover import Leave, turnover
from medoffice_xl.contracts.thresholds import limits_on
from medoffice_xl.headlines import Headline, each_end
from medoffice_xl.measure import Unit
from medoffice_xl.tables.benchmarks import LOWER

HEADLINES = (
    Headline(
        "Staff turnover", "Who left, of people on average, a year", Unit.PERCENT, LOWER, "Staffing",
        each_end(lambda tables, day, terms: turnover(
            tables["employees"], day, terms.year, "", Leave.ALL, limits_on(day, tables))),
        ("employees",), ("thresholds",), benchmark=TURNOVER_ALL,
    ),
)  # fmt: skip
