"""What marks a payer and what to do about it: each boundary just inside, exactly at it and just outside."""

from typing import Any

import pytest
from contract_tables import AS_DECLARED, judged

from medoffice_xl.areas.payers.payer_economics import Economics
from medoffice_xl.areas.payers.payer_recommendation import (
    MARKED_DENYING,
    MARKED_SLOW,
    MARKED_UNDERPAID,
    Advice,
    Standing,
    recommend,
)

PAYS_ITS_WAY = Economics(charges=200_00, money=100_00, variable=20_00, fixed=30_00)


def standing(payer: Economics = PAYS_ITS_WAY, *, underpaid: int | None = None, **criteria: Any) -> Standing:
    """A payer beside a practice that takes 20 days to be paid and has 30% of its claims denied."""
    return Standing(payer, payer, criteria, {"days to pay": 20.0, "denials": 0.3}, underpaid, "Commercial")


@pytest.mark.parametrize(("days", "marked"), [(29.9, False), (30.0, False), (30.1, True)])
def test_a_payer_is_slow_beyond_one_and_a_half_times_the_days(days: float, marked: bool) -> None:
    advice, words = recommend(standing(**{"days to pay": days}), AS_DECLARED)
    assert (advice is Advice.WATCH) is marked
    assert (words[0] == f"It takes {days:.0f} days to pay; all payers 20.") is marked


# 9 of 20 is exactly 1.5 × 3 of 10, which floats miss: 1.5 * 0.3 is 0.44999999999999996
@pytest.mark.parametrize(("denied", "marked"), [(89 / 200, False), (9 / 20, False), (91 / 200, True)])
def test_a_payer_denies_beyond_one_and_a_half_times_the_rate(denied: float, marked: bool) -> None:
    advice, words = recommend(standing(denials=denied), AS_DECLARED)
    assert (advice is Advice.WATCH) is marked
    assert words[0].startswith("It denies") is marked


# 1% of $100.00 is $1.00
@pytest.mark.parametrize(("cents", "marked"), [(99, False), (100, True), (101, True)])
def test_a_payer_is_watched_from_one_percent_underpaid(cents: int, marked: bool) -> None:
    advice, words = recommend(standing(underpaid=cents), AS_DECLARED)
    assert (advice is Advice.WATCH) is marked
    assert words[0].startswith(f"It allowed ${cents / 100:.2f} below contract")


@pytest.mark.parametrize(
    ("threshold", "value", "marked"),
    [
        (MARKED_SLOW, 2.0, False),
        (MARKED_SLOW, 1.9, True),
        (MARKED_DENYING, 2.0, False),
        (MARKED_DENYING, 1.9, True),
        (MARKED_UNDERPAID, 0.021, False),
        (MARKED_UNDERPAID, 0.02, True),
    ],
)
def test_the_user_moves_a_boundary(threshold: Any, value: float, marked: bool) -> None:
    fields = {MARKED_SLOW: {"days to pay": 40.0}, MARKED_DENYING: {"denials": 0.6}}.get(threshold, {})
    of = standing(underpaid=200 if threshold is MARKED_UNDERPAID else None, **fields)
    assert (recommend(of, judged(threshold, value))[0] is Advice.WATCH) is marked


@pytest.mark.parametrize(
    ("money", "advice"),
    # 20 variable and 30 fixed: at 50 it pays its way, at 20 it covers what would go with it
    [(50_00, Advice.KEEP), (49_99, Advice.RENEGOTIATE), (20_00, Advice.RENEGOTIATE), (19_99, Advice.LEAVE)],
)
def test_what_to_do_turns_exactly_at_the_cost(money: int, advice: Advice) -> None:
    of = Economics(charges=200_00, money=money, variable=20_00, fixed=30_00)
    assert recommend(standing(of), AS_DECLARED)[0] is advice


def test_a_slow_payer_stays_marked_where_little_was_underpaid() -> None:
    advice, words = recommend(standing(underpaid=1, **{"days to pay": 40.0}), AS_DECLARED)
    assert advice is Advice.WATCH
    assert [word.split(" ")[1] for word in words[:2]] == ["takes", "allowed"]


def test_a_payer_that_paid_nothing_has_no_share_underpaid() -> None:
    advice, words = recommend(standing(Economics(charges=200_00), underpaid=500), AS_DECLARED)
    assert advice is Advice.KEEP
    assert words[0] == "It allowed $5.00 below contract (0.0% of its payments)."
