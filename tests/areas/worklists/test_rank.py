"""The order of work: five claims worked out by hand, and each boundary that moves a claim to another lane."""

from dataclasses import asdict, replace
from datetime import date
from fractions import Fraction

import pandas as pd
import pytest
from contract_tables import judged
from hypothesis import given
from hypothesis import strategies as st
from plain_worklist import Item, plain_rank

from medoffice_xl.areas.worklists import rank as columns
from medoffice_xl.areas.worklists.rank import DUE_SOON, WAGE, Lane, fill
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.ledger.business_days import business_days, last_business_day

TODAY = date(2026, 6, 8)  # a Monday
USUAL = Thresholds().on(TODAY)


def item(claim, expected, chance, minutes, **more):
    return Item(claim, "Acme", "Denied", "Coding (CO-4)", expected * 100, expected * 100, Fraction(chance),
                Fraction(minutes), **more)  # fmt: skip


A = item("A", 1200, "0.30", 45)
B = item("B", 180, "0.85", 6)
C = item("C", 640, "0.55", 20, lapses=date(2026, 6, 11))
D = item("D", 42, "0.10", 10)
E = item("E", 2500, "0.50", 45, lapses=date(2026, 6, 7))


def rank(items, on, as_of):
    """The rows that the columns give, held to the same items said one by one."""
    frame = pd.DataFrame([asdict(one) for one in items])
    for name in ("lapses", "waits_until", "follow_up"):
        frame[name] = pd.to_datetime(frame[name]).astype("datetime64[us]")
    frame.loc[frame["is_credit"], "balance"] = -1
    ranked = columns.rank(frame, on, as_of)
    plain = plain_rank(list(items), on, as_of)
    assert list(zip(ranked["claim_id"], ranked["lane"], strict=True)) == [
        (one.item.claim_id, one.lane) for one in plain
    ]
    return ranked


def names(ranked):
    return list(ranked["claim_id"])


def lanes(*items, on=USUAL, as_of=TODAY):
    ranked = rank(items, on, as_of)
    return dict(zip(ranked["claim_id"], ranked["lane"], strict=True))


def test_five_claims_by_hand():
    ranked = rank([A, B, C, D, E], USUAL, TODAY)
    assert names(ranked) == ["C", "B", "A", "D", "E"]
    assert list(ranked["lane"]) == [Lane.DUE_NOW, Lane.REST, Lane.REST, Lane.REVIEW, Lane.LOST]
    # 640 × 0.55 = 352.00 in 20 minutes; 180 × 0.85 = 153.00 in 6; 1,200 × 0.30 = 360.00 in 45; 42 × 0.10 = 4.20
    assert list(ranked["cents"]) == [35_200, 15_300, 36_000, 420, 0]
    assert list(ranked["cents_a_minute"][:3]) == [1_760, 2_550, 800]


def test_of_two_that_bring_as_much_a_minute_the_one_worth_more_comes_first():
    # 100.00 × 1/2 in ten minutes and 90.00 × 1/3 in six are 5.00 a minute; 50.00 is more than 30.00
    more, less = item("z", 100, "1/2", 10), item("a", 90, "1/3", 6)
    assert names(rank([less, more], USUAL, TODAY)) == ["z", "a"]


def test_what_is_lost_is_worth_nothing_and_stands_by_its_claim():
    late = date(2026, 6, 7)
    found = rank([item("b", 900, "0.9", 5, lapses=late), item("a", 10, "0.1", 60, lapses=late)], USUAL, TODAY)
    assert list(zip(found["claim_id"], found["lane"], strict=True)) == [("a", Lane.LOST), ("b", Lane.LOST)]


@pytest.mark.parametrize(("lapses", "lane"), [
    (date(2026, 6, 7), Lane.LOST), (date(2026, 6, 8), Lane.DUE_NOW), (date(2026, 6, 15), Lane.DUE_NOW),
    (date(2026, 6, 16), Lane.REST),
])  # fmt: skip
def test_the_deadline_itself_and_five_business_days_before_it(lapses, lane):
    assert lanes(replace(A, lapses=lapses)) == {"A": lane}


def test_a_holiday_is_no_business_day():
    # 06/19/2026 is Juneteenth: from 06/15 to 06/23 are 16, 17, 18, 22, 23
    assert lanes(replace(A, lapses=date(2026, 6, 23)), as_of=date(2026, 6, 15)) == {"A": Lane.DUE_NOW}
    assert lanes(replace(A, lapses=date(2026, 6, 24)), as_of=date(2026, 6, 15)) == {"A": Lane.REST}


def test_the_days_and_the_wage_are_thresholds():
    assert lanes(replace(A, lapses=date(2026, 6, 15)), on=judged(DUE_SOON, 4)) == {"A": Lane.REST}
    # 4.20 in 10 minutes: worth it below 25.20 an hour
    assert lanes(D, on=judged(WAGE, 25.19)) == {"D": Lane.REST}
    assert lanes(D, on=judged(WAGE, 25.20)) == {"D": Lane.REVIEW}


@pytest.mark.parametrize(("day", "lane"), [(8, Lane.FOLLOW_UP), (9, Lane.WAITING)])
def test_a_follow_up_day_that_is_reached_comes_before_the_rest(day, lane):
    assert lanes(replace(A, follow_up=date(2026, 6, day))) == {"A": lane}


@pytest.mark.parametrize(("day", "lane"), [(8, Lane.REST), (9, Lane.WAITING)])
def test_a_payer_that_may_still_be_on_his_way_is_left_alone(day, lane):
    assert lanes(replace(A, waits_until=date(2026, 6, day))) == {"A": lane}


def test_a_deadline_is_not_hidden_by_a_later_follow_up_day():
    assert lanes(replace(C, follow_up=date(2026, 7, 1), waits_until=date(2026, 7, 1))) == {"C": Lane.DUE_NOW}


def test_done_and_credits_are_never_worked():
    found = lanes(replace(C, status="done"), replace(A, is_credit=True))
    assert found == {"C": Lane.DONE, "A": Lane.REFUND}


def test_a_day_is_filled_in_order_with_what_fits():
    ranked = rank([A, B, C, D], USUAL, TODAY)
    assert names(fill(ranked, 71)) == ["C", "B", "A"]
    assert names(fill(ranked, 70)) == ["C", "B"]
    assert names(fill(ranked, 19)) == ["B"]
    assert names(fill(ranked, 0)) == []


def test_work_is_done_some_days_before_the_deadline():
    # 06/11 less 3 days is Monday 06/08; 07/07 less 3 is Saturday, and Friday 07/03 a holiday: Thursday 07/02
    assert rank([C], USUAL, TODAY)["work_by"][0].date() == date(2026, 6, 8)
    assert last_business_day(date(2026, 7, 7), 3) == date(2026, 7, 2)
    assert business_days(TODAY, TODAY) == 0


@given(st.permutations([A, B, C, D, E, replace(A, claim_id="A2"), replace(B, claim_id="B0")]))
def test_the_order_does_not_depend_on_the_order_given(items):
    assert names(rank(items, USUAL, TODAY)) == ["C", "B", "B0", "A", "A2", "D", "E"]
