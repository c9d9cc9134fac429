"""New patients by where they came from, and what they left: their value, not their count."""

from collections.abc import Callable
from enum import StrEnum

import pandas as pd

from medoffice_xl.areas.marketing.acquisition_cost import a_head
from medoffice_xl.areas.marketing.brought import Brought
from medoffice_xl.areas.marketing.cohort_margin import Worth
from medoffice_xl.areas.marketing.new_patients import Registered, reliability
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.adding_up import adding_up
from medoffice_xl.ledger.calendar_months import first_day, month_numbers
from medoffice_xl.ledger.choices import choose
from medoffice_xl.ledger.period import Period, days_up_to
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Unit, Value
from medoffice_xl.sets.unchanging import remembered


class By(StrEnum):
    """What new patients are parted by."""

    SOURCE = "source"
    CAMPAIGN = "campaign"
    REFERRER = "referrer"
    MONTH = "month"


DEFINITION = Definition(
    "New patients by source",
    "patients whose first visit is in the days; what was collected for them so far less the variable cost of their "
    "visits",
    "Registrations, Charges, Payments, Costs; MGMA Stat 2023: the value of referrers, not their count",
)
NO_CAMPAIGN, NOBODY, TOTAL = "(no campaign)", "(nobody)", "Total"
_PATIENTS, _VISITS, _MARGIN = 1, 3, 5
_FIELDS = {By.SOURCE: "source", By.CAMPAIGN: "campaign", By.REFERRER: "referrer"}


def columns(by: str = By.SOURCE) -> tuple[BreakdownColumn, ...]:
    """The columns, of which the first is what the patients are parted by."""
    which = choose(By, by, "way to part new patients")
    return (
        BreakdownColumn(which.capitalize(), Unit.DATE if which is By.MONTH else Unit.TEXT),
        BreakdownColumn("New patients", Unit.COUNT),
        BreakdownColumn("Share", Unit.PERCENT),
        BreakdownColumn("Visits", Unit.COUNT),
        BreakdownColumn("Collected", Unit.MONEY),
        BreakdownColumn("Margin", Unit.MONEY),
        BreakdownColumn("Margin a patient", Unit.MONEY),
    )


def new_patients_by(here: Brought, worth: Worth, by: str, window: int, top: int = 0) -> Breakdown:
    """The new patients of the days by source, campaign or referrer, most margin first; by month, oldest first.

    By referrer, patients whom nobody sent stand on one row, last. With `top`, what is beyond that many rows becomes
    one row. Raises NoData where there are no new patients.
    """
    which = choose(By, by, "way to part new patients")
    period = days_up_to(here.as_of, window)
    every = here.patients.loc[here.found.of(period).index]
    if every.empty:
        raise NoData(f"No patient's first visit is from {period}.")

    return Breakdown(
        columns(which),
        remembered(_rows, here.patients, here.found, worth, asked=(period, which, top)),
        DEFINITION,
        rows_used=len(every),
        left_out=here.found.left_out,
        notes=[*reliability(every, here.limits), *worth.notes],
    )


def _rows(
    patients: pd.DataFrame, found: Registered, worth: Worth, period: Period, which: By, top: int
) -> list[tuple[Value, ...]]:
    every = patients.loc[found.of(period).index]

    def row(name: Value, patients: pd.DataFrame) -> tuple[Value, ...]:
        accounts = patients["account"]
        margin = worth.margin(accounts)
        return (
            name, len(patients), len(patients) / len(every), worth.count(accounts), worth.collected(accounts), margin,
            a_head(margin, len(patients)),
        )  # fmt: skip

    return _months(every, row) if which is By.MONTH else _adding_up(_named(every, which, row, top), row(TOTAL, every))


Row = Callable[[Value, pd.DataFrame], tuple[Value, ...]]


def _months(every: pd.DataFrame, row: Row) -> list[tuple[Value, ...]]:
    groups = every.groupby(month_numbers(every["first_visit"]))
    return [row(first_day(int(month)), patients) for month, patients in groups]


def _adding_up(rows: list[tuple[Value, ...]], total: tuple[Value, ...]) -> list[tuple[Value, ...]]:
    """The rows and their total, to which their margins add up."""
    visits, margins = ([int(each[place]) for each in rows] for place in (_VISITS, _MARGIN))  # type: ignore[arg-type]
    return [
        *(
            (*each[:_MARGIN], margin, a_head(margin, int(each[_PATIENTS])))  # type: ignore[arg-type]
            for each, margin in zip(rows, adding_up(margins, int(total[_MARGIN]), visits), strict=True)  # type: ignore[arg-type]
        ),
        total,
    ]


def _named(every: pd.DataFrame, which: By, row: Row, top: int) -> list[tuple[Value, ...]]:
    instead = {By.CAMPAIGN: NO_CAMPAIGN, By.REFERRER: NOBODY}.get(which, "")
    names = every[_FIELDS[which]].replace("", instead)
    groups = {str(name): patients for name, patients in every.groupby(names)}
    of_none = groups.pop(instead, None)
    rows = sorted((row(name, patients) for name, patients in groups.items()), key=_most_margin_first)
    if top and len(rows) > top:
        others = {str(each[0]) for each in rows[top:]}
        rows = [*rows[:top], row("All others", every[names.isin(others)])]
    return rows if of_none is None else [*rows, row(instead, of_none)]


def _most_margin_first(row: tuple[Value, ...]) -> tuple[int, str]:
    return -int(row[_MARGIN]), str(row[0])  # type: ignore[arg-type]
