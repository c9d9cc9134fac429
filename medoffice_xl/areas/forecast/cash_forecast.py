"""Cash expected of payers and patients in the next three months, with how sure that is."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from medoffice_xl.areas.forecast.back_test import AHEAD, FEWEST, BackTest, back_test, errors, interval
from medoffice_xl.areas.forecast.experience import Experience, month_under_way
from medoffice_xl.areas.forecast.projection import Projection, Rules, project
from medoffice_xl.areas.forecast.triangle import Numbers
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.calendar_months import first_day
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit, Value

DEFINITION = Definition(
    "Cash forecast",
    "payments by month of service and lag: chain ladder on months that are well paid, Bornhuetter-Ferguson on young "
    "ones with what their contracts allow × the share that comes in; services to come as in the three months before "
    "the newest. Interval: 10th to 90th percentile of past actual ÷ forecast",
    "Mack 1993; Bornhuetter and Ferguson 1972; the practice's own back-test",
)

COLUMNS = (
    BreakdownColumn("Month", Unit.DATE),
    BreakdownColumn("Of services billed", Unit.MONEY),
    BreakdownColumn("Of services to come", Unit.MONEY),
    BreakdownColumn("Expected", Unit.MONEY),
    BreakdownColumn("Low", Unit.MONEY),
    BreakdownColumn("High", Unit.MONEY),
    BreakdownColumn("Mean of three months", Unit.MONEY),
)


def cash_forecast(
    of: Experience, rules: Rules, as_of: date, planned: Numbers | None = None, told: Sequence[str] = ()
) -> Breakdown:
    """One row a month: the three after the newest full one; the interval is empty where past errors are too few.

    Services to come are as those of late, or bring what is `planned`, cents by month ahead; `told` is what to know of
    that. Raises NoData with less than three full months of services.
    """
    made, test = projected(of, rules), back_test(of, rules)
    future = made.coming.sum(axis=0) if planned is None else planned
    billed, coming = (np.rint(part).astype("int64") for part in (made.billed.sum(axis=0), future))
    plain = round(float(of.money.sum(axis=(0, 1))[of.newest - 2 : of.newest + 1].mean()))
    body: list[tuple[Value, ...]] = []
    for month in range(AHEAD):
        expected = int(billed[month] + coming[month])
        bounds = interval(test.ratios(month + 1))
        low, high = (None, None) if bounds is None else (round(expected * bounds[0]), round(expected * bounds[1]))
        first = first_day(of.last + 1 + month)
        body.append((first, int(billed[month]), int(coming[month]), expected, low, high, plain))
    return Breakdown(
        COLUMNS,
        body,
        DEFINITION,
        parts=[
            Part("Seen from the end of", f"{first_day(of.last):%B %Y}", Unit.TEXT),
            Part("Expected in three months", int((billed + coming).sum()), Unit.MONEY),
            Part("Months of services", of.months, Unit.COUNT),
            Part("Months forecast from contracts", made.young, Unit.COUNT),
            *(
                Part(f"Comes in of what is allowed: {kind}", pattern.rate, Unit.PERCENT)
                for kind, pattern in made.by_class.items()
            ),
            Part("Past month-ends tested", len(test.origins), Unit.COUNT),
        ],
        rows_used=of.entries,
        left_out=of.left_out,
        notes=[*told, *notes(of, made, test, as_of)],
    )


def projected(of: Experience, rules: Rules) -> Projection:
    """The projection from the newest full month; raises NoData with less than three months of services."""
    if of.months < AHEAD:
        raise NoData(f"A forecast needs {AHEAD} full months of services; there are {of.months}.")
    return project(of, of.newest, AHEAD, rules)


def notes(of: Experience, made: Projection, test: BackTest, as_of: date) -> list[str]:
    """What to know before it is relied on."""
    said = []
    if month_under_way(as_of, of.last):
        said.append(f"{first_day(of.last + 1):%B %Y} is under way; it is forecast from the end of the month before.")
    pooled = [kind for kind, pattern in made.by_class.items() if not pattern.own]
    if pooled:
        said.append(f"Too little history of its own, forecast by all payers' pattern: {', '.join(pooled)}.")
    if len(test.ratios(1)) < FEWEST:
        said.append(f"No interval: it takes {FEWEST} past forecasts to hold against what came.")
    found = errors(test)
    if found and found.plain_wape < found.wape:
        said.append(
            f"The plain mean of three months was nearer: off by {found.plain_wape:.1%}, this forecast by "
            f"{found.wape:.1%}."
        )
    if of.unpriced > 0:
        said.append(f"{of.unpriced:.1%} of charges have no contract price; they count by what others allow.")
    return said
