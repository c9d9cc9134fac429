"""Whether marketing is what the budget needs, how many new patients are missing, and what they would cost."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from medoffice_xl.area import figure
from medoffice_xl.areas.marketing.acquisition_cost import a_head
from medoffice_xl.areas.marketing.brought import Brought
from medoffice_xl.areas.marketing.campaigns import Campaign, spent
from medoffice_xl.errors import NOT_KNOWN
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Unit, Value
from medoffice_xl.money import show
from medoffice_xl.sets import Tables

DEFINITION = Definition(
    "Marketing need",
    "new patients planned − new patients seen, of the closed months that the budget alert judges; a month of them × "
    "what a new patient of a campaign cost in the last 365 days",
    "the budget alert; medoffice_xl's own rule",
)
COLUMNS = (BreakdownColumn("What", Unit.TEXT), BreakdownColumn("Says", Unit.TEXT))
_VISITS = "visits"
"""What the budget alert calls the cause that visits are."""

_A_YEAR = 365


def marketing_need(here: Brought, planned: Sequence[Campaign], tables: Tables, year_start: int) -> Breakdown:
    """What the plan starts from: the alert, what it says of visits, who is missing, what it takes, what is planned."""
    try:
        books = figure("budget_books")(tables, here.as_of)
        alert = figure("budget_alert")(books, tables, year_start, here.limits)
    except NOT_KNOWN as error:
        return _answer([("Budget", f"Nothing is judged yet: {error}")], here)
    rows: list[tuple[Value, ...]] = [
        ("Budget", figure("budget_sentence")(alert)),
        ("Does marketing help?", _helps(alert)),
    ]
    missing = alert.patients.new_short
    months = len(alert.months.numbers)
    rows.append(("New patients missing", _missing(alert)))
    if missing > 0:
        rows += _costs(here, missing / months)
    rows.append(("Planned", _planned(planned, missing / months)))
    return _answer(rows, here)


def _answer(rows: Sequence[tuple[Value, ...]], here: Brought) -> Breakdown:
    return Breakdown(COLUMNS, rows, DEFINITION, rows_used=len(here.patients), left_out=here.found.left_out)


def _helps(alert: Any) -> str:
    """What the alert says of visits, where they are among what hurts."""
    advice = [cause.advice for cause in alert.causes if cause.name == _VISITS]
    if not advice:
        return "No: visits are not what hurts."
    return str(advice[0])


def _missing(alert: Any) -> str:
    patients = alert.patients
    saying = f"{_number(patients.actual_new)} of {_number(patients.planned_new)} planned in {alert.months.words}"
    if patients.new_short <= 0:
        return f"None: {saying}."
    a_month = patients.new_short / len(alert.months.numbers)
    return f"{_number(patients.new_short)}: {saying}; {_number(a_month)} a month."


def _costs(here: Brought, a_month: Fraction) -> list[tuple[Value, ...]]:
    """What a new patient cost, and what a month of those missing would."""
    year = days_up_to(here.as_of, _A_YEAR)
    own = here.by(here.campaigns)
    came = own[own.index.isin(here.found.of(year).index)]
    cents = spent(here.campaigns, year)
    if came.empty or not cents:
        return [("What one costs", "Not known: no campaign of the last 365 days brought one at a cost.")]
    each = a_head(cents, len(came))
    heads = -(-a_month.numerator // a_month.denominator)
    return [
        ("What one costs", f"{show(each)}: {show(cents)} for {len(came):,} new patients in the last 365 days."),
        ("To close the gap", f"{show(each * heads)} a month for {heads:,} new patients, at that cost."),
    ]


def _planned(planned: Sequence[Campaign], a_month: Fraction) -> str:
    if not planned:
        return "Nothing: type campaigns to come on the sheet Campaigns."
    money, visits = sum(each.planned for each in planned), sum(each.expected for each in planned)
    share = f": {visits / float(a_month):.0%} of a month's gap" if a_month > 0 else ""
    count = f"{len(planned):,} campaign{'' if len(planned) == 1 else 's'}"
    return f"{count} for {show(money)}, {visits:,.0f} new patients expected{share}."


def _number(count: Fraction) -> str:
    return f"{float(count):,.0f}"
