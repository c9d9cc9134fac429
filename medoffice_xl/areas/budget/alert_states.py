"""Whether a budget is on plan, to be watched, suffers or is cleared: month's end by month's end, over closed months."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from medoffice_xl.areas.budget import thresholds as judged
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.ledger.debt_cover import LEAST_COVER
from medoffice_xl.ledger.practice_costs import half_up
from medoffice_xl.tables.thresholds import Threshold


class State(StrEnum):
    """How a budget stands."""

    ON_PLAN = "on plan"
    WATCH = "watch"
    SUFFERS = "suffers"
    CLEARED = "cleared"


class Rule(StrEnum):
    """Why a budget is judged to suffer, or to be watched."""

    NONE = ""
    YEAR = "the year to date"
    MONTH = "one month"
    DEBT = "debt service"
    CASH = "cash"


@dataclass(frozen=True, slots=True)
class MonthEnd:
    """A closed month's end, in cents: what net is short of plan and what revenue was budgeted, of the fiscal year to
    date and of the month alone. `covers` is how many times debt service is covered, `cash_short` whether cash is short;
    None where it is not known."""

    month: int
    shortfall: int
    revenue: int
    month_shortfall: int
    month_revenue: int
    covers: Fraction | None = None
    cash_short: bool | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How the budget stands at a month's end, since when, by which rule, and how many ends in a row are short."""

    end: MonthEnd
    state: State
    since: int
    rule: Rule
    in_a_row: int


def least(month_revenue: int, limits: InForce) -> int:
    """The shortfall below which nothing is said, in cents: so many dollars, or a share of the month's revenue."""
    return max(limits.cents(judged.FLOOR), half_up(month_revenue * limits.exact(judged.FLOOR_SHARE)))


def standings(ends: Sequence[MonthEnd], limits: InForce) -> list[Standing]:
    """How the budget stands at each month's end, oldest first.

    It is watched from the first month's end at which the shortfall reaches its share; it suffers after several in a row
    at a higher share, or at once by one bad month, by debt service or by cash; and once it is watched or suffers, it
    stays so until the shortfall was small at several ends in a row. Ends are in a row where the months are.
    """
    found: list[Standing] = []
    state, since, rule, short, small = State.ON_PLAN, 0, Rule.NONE, 0, 0
    for place, end in enumerate(ends):
        follows = bool(place) and ends[place - 1].month == end.month - 1
        short = (short if follows else 0) + 1 if _short(end, judged.SUFFERS, limits) else 0
        small = (small if follows else 0) + 1 if _small(end, limits) else 0
        now, why = _judged(end, short, limits)
        if state in (State.ON_PLAN, State.CLEARED) or now in (State.SUFFERS, state):
            new = now
        elif small >= limits.whole(judged.CLEARED_MONTHS):
            new = State.CLEARED
        else:
            new, why = state, rule
        since = end.month if new is not state or not place else since
        state, rule = new, why
        found.append(Standing(end, state, since, rule, short))
    return found


def _judged(end: MonthEnd, short: int, limits: InForce) -> tuple[State, Rule]:
    """What a month's end says by itself."""
    if short >= limits.whole(judged.SUFFERS_MONTHS):
        return State.SUFFERS, Rule.YEAR
    in_month = end.month_revenue * limits.exact(judged.MONTH_SHORTFALL)
    if end.month_shortfall >= least(end.month_revenue, limits) and end.month_shortfall >= in_month:
        return State.SUFFERS, Rule.MONTH
    if end.cash_short:
        return State.SUFFERS, Rule.CASH
    if end.covers is not None and end.covers < limits.exact(LEAST_COVER):
        return State.SUFFERS, Rule.DEBT
    if _short(end, judged.WATCH, limits):
        return State.WATCH, Rule.YEAR
    return State.ON_PLAN, Rule.NONE


def _short(end: MonthEnd, share: Threshold, limits: InForce) -> bool:
    return end.shortfall >= least(end.month_revenue, limits) and end.shortfall >= end.revenue * limits.exact(share)


def _small(end: MonthEnd, limits: InForce) -> bool:
    return end.shortfall < end.revenue * limits.exact(judged.CLEARED) or end.shortfall <= 0
