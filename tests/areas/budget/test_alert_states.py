"""How a budget stands, month's end by month's end: each rule just inside, at and just outside its number."""

from fractions import Fraction

import pytest

from medoffice_xl.areas.budget.alert_states import MonthEnd, Rule, State, least, standings
from medoffice_xl.contracts.thresholds import Thresholds

LIMITS = Thresholds().newest
JANUARY = 2026 * 12


def ends(*shares, revenue=100_000_00, month_share=0.0, **more):
    """Month's ends with these shortfalls, in percent of a revenue of $100,000."""
    return [
        MonthEnd(JANUARY + place, round(revenue * share / 100), revenue, round(revenue * month_share), revenue, **more)
        for place, share in enumerate(shares)
    ]


def states(*given, **more):
    return [each.state for each in standings(ends(*given, **more), LIMITS)]


def test_watched_from_three_percent_at_one_months_end():
    assert states(2.99) == [State.ON_PLAN]
    assert states(3) == [State.WATCH]


def test_suffers_from_five_percent_at_two_months_ends_in_a_row():
    assert states(5, 4.99) == [State.WATCH, State.WATCH]
    assert states(5, 5) == [State.WATCH, State.SUFFERS]
    assert states(5, 4, 5) == [State.WATCH, State.WATCH, State.WATCH]


def test_a_month_that_is_not_closed_breaks_the_row():
    first, second = ends(6, 6)
    later = MonthEnd(second.month + 1, second.shortfall, second.revenue, 0, second.revenue)
    assert [each.state for each in standings([first, later], LIMITS)] == [State.WATCH, State.WATCH]


def test_a_month_that_is_not_closed_breaks_the_row_of_small_ones():
    first, second, small = ends(5, 5, 1)
    later = MonthEnd(small.month + 1, small.shortfall, small.revenue, 0, small.revenue)
    assert standings([first, second, later], LIMITS)[-1].state is State.SUFFERS
    after = MonthEnd(later.month + 1, small.shortfall, small.revenue, 0, small.revenue)
    assert standings([first, second, later, after], LIMITS)[-1].state is State.CLEARED


def test_one_bad_month_is_enough():
    assert states(0, month_share=0.1499) == [State.ON_PLAN]
    found = standings(ends(0, month_share=0.15), LIMITS)[0]
    assert (found.state, found.rule) == (State.SUFFERS, Rule.MONTH)


@pytest.mark.parametrize(("cents", "state"), [(2_499_99, State.ON_PLAN), (2_500_00, State.SUFFERS)])
def test_a_bad_month_is_short_by_the_least_at_least(cents, state):
    """15% of $10,000 is $1,500, and the least is $2,500."""
    end = MonthEnd(JANUARY, 0, 10_000_00, cents, 10_000_00)
    assert standings([end], LIMITS)[0].state is state


def test_no_revenue_and_no_shortfall_is_no_bad_month():
    assert [each.state for each in standings([MonthEnd(JANUARY, 0, 0, 0, 0)], LIMITS)] == [State.ON_PLAN]


def test_debt_service_covered_too_thinly():
    assert states(0, covers=Fraction(5, 4)) == [State.ON_PLAN]
    found = standings(ends(0, covers=Fraction(124, 100)), LIMITS)[0]
    assert (found.state, found.rule) == (State.SUFFERS, Rule.DEBT)


def test_cash_below_its_floor():
    assert states(0, cash_short=False) == [State.ON_PLAN]
    assert standings(ends(0, cash_short=True), LIMITS)[0].rule is Rule.CASH


def test_cleared_under_two_percent_at_two_months_ends():
    assert states(5, 5, 1.99, 1.99) == [State.WATCH, State.SUFFERS, State.SUFFERS, State.CLEARED]
    assert states(5, 5, 1.99, 2, 1.99) == [State.WATCH, *[State.SUFFERS] * 4]
    assert states(5, 5, 1, 1, 1) == [State.WATCH, State.SUFFERS, State.SUFFERS, State.CLEARED, State.ON_PLAN]


def test_months_without_revenue_and_without_a_shortfall_clear_too():
    quiet = [MonthEnd(JANUARY + place, 0, 0, 0, 0) for place in (2, 3)]
    found = standings([*ends(5, 5), *quiet], LIMITS)
    assert [each.state for each in found] == [State.WATCH, State.SUFFERS, State.SUFFERS, State.CLEARED]
    a_cent = [MonthEnd(each.month, 1, 0, 0, 0) for each in quiet]
    assert standings([*ends(5, 5), *a_cent], LIMITS)[-1].state is State.SUFFERS


def test_what_suffers_is_not_only_watched_before_it_is_cleared():
    assert states(5, 5, 4) == [State.WATCH, State.SUFFERS, State.SUFFERS]


def test_since_when_and_how_many_in_a_row():
    found = standings(ends(1, 5, 5, 5), LIMITS)
    assert [each.since for each in found] == [JANUARY, JANUARY + 1, JANUARY + 2, JANUARY + 2]
    assert [each.in_a_row for each in found] == [0, 1, 2, 3]


@pytest.mark.parametrize(("revenue", "floor"), [(203_500_00, 2_500_00), (250_000_00, 2_500_00), (250_100_00, 2_501_00)])
def test_the_least_shortfall_is_dollars_or_a_share(revenue, floor):
    """The higher of $2,500 and 1% of the month's revenue."""
    assert least(revenue, LIMITS) == floor


def test_a_shortfall_below_the_least_is_nothing():
    """3% of $80,000 is $2,400, below $2,500."""
    small = [MonthEnd(JANUARY, 2_499_99, 80_000_00, 0, 80_000_00), MonthEnd(JANUARY, 2_500_00, 80_000_00, 0, 80_000_00)]
    assert [standings([each], LIMITS)[0].state for each in small] == [State.ON_PLAN, State.WATCH]
