"""Each payment counts for one plan alone."""

import pandas as pd
import pytest
from practice_frames import frame

from medoffice_xl.areas.patients.paid_on_plans import paid_on_plans
from medoffice_xl.tables.patient_accounts import PAYMENT_PLANS

DAY = pd.Timestamp("2026-06-30")


def plans(*rows):
    """Plans of account B, each of so many dollars since a day, ended on another or not."""
    return frame(
        PAYMENT_PLANS,
        *({"plan_account": "B", "agreed_on": since, "plan_total": total, "instalment": 10, "plan_ended": ended}
          for since, total, ended in rows),
    )  # fmt: skip


def payments(*rows, account="B", served="2026-01-05"):
    """Payments of an account: day and dollars, all for services of January."""
    days = pd.to_datetime([day for day, _ in rows])
    return pd.DataFrame(
        {"account": account, "day": days, "served": pd.Timestamp(served), "money": [money * 100 for _, money in rows]}
    )


def paid(agreed, *given, as_of=DAY):
    return paid_on_plans(agreed, pd.concat(given, ignore_index=True), as_of)


TWO = (("2026-02-01", 30, None), ("2026-03-01", 50, None))


def test_the_plan_agreed_on_first_is_paid_first_and_the_rest_goes_to_the_next():
    """20 of March 5 and 25 of April 5: 30 to the first plan, 15 to the second."""
    assert paid(plans(*TWO), payments(("2026-03-05", 20), ("2026-04-05", 25))) == [3_000, 1_500]
    assert paid(plans(*reversed(TWO)), payments(("2026-03-05", 20), ("2026-04-05", 25))) == [1_500, 3_000]


def test_what_is_beyond_all_of_them_stays_with_the_last():
    """90 on plans of 30 and 50."""
    assert paid(plans(*TWO), payments(("2026-03-05", 90))) == [3_000, 6_000]
    assert paid(plans(TWO[0]), payments(("2026-03-05", 90))) == [9_000]


@pytest.mark.parametrize(
    ("day", "found"), [("2026-01-31", [0, 0]), ("2026-02-01", [4_000, 0]), ("2026-03-01", [3_000, 1_000])]
)
def test_a_payment_counts_from_the_day_of_the_agreement_on(day, found):
    """40 at once: before March 1 there is the first plan alone, which then keeps what is beyond its 30."""
    assert paid(plans(*TWO), payments((day, 40))) == found


@pytest.mark.parametrize(("back", "found"), [(15, [3_000, 0]), (20, [2_500, 0]), (50, [0, 0])])
def test_a_payment_that_is_taken_back_leaves_the_last_plan_first(back, found):
    """45 are 30 and 15; 20 of them back are the 15 and 5 of the 30; of 50 back, 5 were for something else."""
    assert paid(plans(*TWO), payments(("2026-03-05", 45), ("2026-04-05", -back))) == found


def test_of_one_day_payments_come_before_what_is_taken_back():
    """20 and −20 are nothing, in whichever order a database hands them out."""
    given = (("2026-03-05", 20), ("2026-03-05", -20))
    assert paid(plans(TWO[0]), payments(*given)) == paid(plans(TWO[0]), payments(*reversed(given))) == [0]


@pytest.mark.parametrize(("ended", "found"), [("2026-03-05", [0, 2_000]), ("2026-03-06", [2_000, 0])])
def test_a_plan_that_has_ended_takes_no_more(ended, found):
    assert paid(plans(("2026-02-01", 30, ended), TWO[1]), payments(("2026-03-05", 20))) == found


@pytest.mark.parametrize(("served", "found"), [("2026-02-01", [2_000]), ("2026-02-02", [0])])
def test_services_after_the_agreement_are_not_on_the_plan(served, found):
    assert paid(plans(TWO[0]), payments(("2026-03-05", 20), served=served)) == found


def test_what_others_paid_and_what_is_paid_later_does_not_count():
    assert paid(plans(TWO[0]), payments(("2026-03-05", 20), account="C"), payments(("2026-07-01", 20))) == [0]
