"""Pay by role, of the totals that the Personnel workbook gave: nobody's own."""

from collections import defaultdict
from datetime import date

import narwhals as nw

from medoffice_xl.errors import NoData
from medoffice_xl.ledger.calendar_months import month_end
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.ledger.rows import Frame, fetch, take
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit
from medoffice_xl.tables import PAY_TOTALS

DEFINITION = Definition(
    "Pay by role",
    "gross pay, and the employer's taxes and benefits, of the whole months in the window; people: the most in a month",
    "Pay totals, taken from the Personnel workbook; roles of fewer than three people are merged",
)
COLUMNS = (
    BreakdownColumn("Role", Unit.TEXT),
    BreakdownColumn("People", Unit.COUNT),
    BreakdownColumn("Pay", Unit.MONEY),
    BreakdownColumn("Taxes and benefits", Unit.MONEY),
    BreakdownColumn("Together", Unit.MONEY),
    BreakdownColumn("Share", Unit.PERCENT),
)


def staff_pay(totals: Frame, as_of: date, window: int) -> Breakdown:
    """One row a role, most dollars first, and the total. A month counts that begins and ends in the window.

    Raises NoData where no total is of these months.
    """
    over = days_up_to(as_of, window)
    taken = take(totals, PAY_TOTALS, "month", "role", "people", "pay", "employer_cost")
    rows = [
        row
        for row in fetch(taken.with_columns(nw.col("employer_cost").fill_null(0)))
        if row["month"] and row["month"].replace(day=1) >= over.first and month_end(row["month"]) <= over.last
    ]
    if not rows:
        raise NoData("No total of pay is of these months. Take them from the Personnel workbook: medoffice personnel.")
    newest = max(row["month"] for row in rows)
    people: dict[str, int] = defaultdict(int)
    pay: dict[str, int] = defaultdict(int)
    on_top: dict[str, int] = defaultdict(int)
    for row in rows:
        pay[row["role"]] += row["pay"]
        on_top[row["role"]] += row["employer_cost"]
        people[row["role"]] = max(people[row["role"]], row["people"])
    whole = sum(pay.values()) + sum(on_top.values())
    body = [
        (role, people[role], pay[role], on_top[role], pay[role] + on_top[role], _share(pay[role] + on_top[role], whole))
        for role in sorted(pay, key=lambda role: (-pay[role] - on_top[role], role))
    ]
    total = ("Total", None, sum(pay.values()), sum(on_top.values()), whole, _share(whole, whole))
    return Breakdown(
        COLUMNS,
        [*body, total],
        DEFINITION,
        parts=[
            Part("Months", len({row["month"] for row in rows}), Unit.COUNT),
            Part("Last month", newest, Unit.DATE),
        ],
        rows_used=len(rows),
    )


def _share(cents: int, whole: int) -> float | None:
    return cents / whole if whole else None
