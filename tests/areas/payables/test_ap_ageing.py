"""Accounts payable by age: each bucket's first and last day, credits apart, and the sum, which is the balance."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kinds_of_frame import every_kind
from payables_frames import bills, payments, vendors

from medoffice_xl.areas.payables.ageing import ap_ageing, ap_past_due, ap_total
from medoffice_xl.areas.payables.open_bills import open_bills
from medoffice_xl.errors import NoData
from medoffice_xl.tables import BILL_PAYMENTS, BILLS, VENDORS, empty_frame

AS_OF = date(2026, 6, 30)
NO_VENDORS, NO_PAYMENTS = empty_frame(VENDORS), empty_frame(BILL_PAYMENTS)

SAMPLE_COMPANY = (
    ("Brosnahan Insurance Agency", 241.23),
    ("Diego's Road Warrior Bodyshop", 755.00),
    ("Norton Lumber and Building Materials", 205.00),
    ("PG&E", 86.44),
    ("Robertson & Associates", 315.00),
)
"""The unpaid bills of QuickBooks' published sample company: 1,602.67, which is its accounts payable."""


def aged(of, as_of=AS_OF, paid=NO_PAYMENTS, listed=NO_VENDORS):
    return ap_ageing(open_bills(listed, of, paid, as_of))


@every_kind
def test_the_published_sample_company(on):
    """241.23 + 755.00 + 205.00 + 86.44 + 315.00 = 1,602.67."""
    of = bills(*({"vendor": name, "amount": amount, "due_date": "2026-06-20"} for name, amount in SAMPLE_COMPANY))
    found = ap_ageing(open_bills(on(NO_VENDORS), on(of), on(NO_PAYMENTS), AS_OF))
    assert len(found.body) == 6
    assert found.body[-1] == ("Total", 0, 160_267, 0, 0, 0, 0, 160_267)


@pytest.mark.parametrize(
    ("past_due", "bucket"), [(-1, 1), (0, 1), (1, 2), (30, 2), (31, 3), (60, 3), (61, 4), (90, 4), (91, 5)]
)
def test_each_bucket_ends_on_its_last_day(past_due, bucket):
    due = AS_OF - timedelta(days=past_due)
    row = aged(bills({"amount": 100, "bill_date": "2026-01-01", "due_date": due.isoformat()})).body[0]
    assert [place for place, cents in enumerate(row[1:6], start=1) if cents] == [bucket]


def test_a_credit_stands_apart_and_lowers_the_total():
    """500 − 80 = 420; the 500 stay in their bucket."""
    found = aged(bills({"amount": 500, "due_date": "2026-06-29"}, {"amount": -80, "number": "CM1"}))
    assert found.body == [("Acme", 0, 50_000, 0, 0, 0, -8_000, 42_000), ("Total", 0, 50_000, 0, 0, 0, -8_000, 42_000)]


def test_without_a_due_date_the_terms_say_it_and_that_is_said():
    """June 1 + 30 days is July 1: not past due. The bill's own terms, 15 days, go first: June 16, 14 days past."""
    listed = vendors({"vendor": "ACME", "terms": "Net 30"})
    found = aged(bills({"amount": 100}, {"amount": 40, "number": "2", "terms": "Net 15"}), listed=listed)
    assert found.body[0][1:3] == (10_000, 4_000)
    assert any("2 bills say no due date" in note for note in found.notes)


def test_without_terms_the_bill_date_says_it_and_that_is_said():
    found = aged(bills({"amount": 100, "bill_date": "2026-05-31"}))
    assert found.body[0][2] == 10_000
    assert any("neither a due date nor terms" in note for note in found.notes)


def test_terms_that_nobody_understands_are_named():
    found = aged(bills({"amount": 100, "terms": "by and by"}))
    assert any("by and by" in note for note in found.notes)


def test_what_is_dated_later_or_void_does_not_count():
    of = bills(
        {"amount": 100, "bill_date": "2026-06-30"},
        {"amount": 200, "bill_date": "2026-07-01"},
        {"amount": 400, "number": "3", "state": "void"},
    )
    assert aged(of).body[-1][-1] == 10_000


@pytest.mark.parametrize(("paid", "left"), [("2026-06-30", 6_000), ("2026-07-01", 10_000)])
def test_a_payment_counts_from_its_day(paid, left):
    assert aged(bills({"amount": 100}), paid=payments({"amount": 40, "paid_date": paid})).body[-1][-1] == left


def test_a_payment_that_names_a_bill_pays_that_one():
    of = bills(
        {"amount": 100, "number": "A", "due_date": "2026-06-01"},
        {"amount": 90, "number": "B", "due_date": "2026-07-09"},
    )
    found = aged(of, paid=payments({"amount": 50, "bill_number": "b"}))
    assert found.body[-1][1:3] == (4_000, 10_000)


def test_a_payment_of_one_bills_amount_pays_that_one_and_others_the_oldest():
    of = bills(
        {"amount": 100, "number": "A", "due_date": "2026-06-01"},
        {"amount": 90, "number": "B", "due_date": "2026-07-09"},
    )
    assert aged(of, paid=payments({"amount": 90})).body[-1][1:3] == (0, 10_000)
    spread = aged(of, paid=payments({"amount": 110}))
    assert spread.body[-1][1:3] == (8_000, 0)
    assert any("paid the oldest first" in note for note in spread.notes)


def test_payments_without_a_bill_are_left_out_and_said():
    """What is paid beyond all bills (50) is no credit; nor is a payment of a bill that is not here (30)."""
    found = aged(bills({"amount": 100}), paid=payments({"amount": 150}, {"amount": 30, "bill_number": "Z"}))
    assert found.body[-1][-1] == 0
    assert {(left.rows, left.amount) for left in found.left_out} == {(1, 5_000), (1, 3_000)}


def test_a_payment_ahead_of_its_bill_counts_where_it_names_it():
    of = bills({"amount": 100, "number": "A"})
    assert aged(of, paid=payments({"amount": 30, "paid_date": "2026-05-31", "bill_number": "A"})).body[-1][-1] == 7_000
    ahead = aged(of, paid=payments({"amount": 30, "paid_date": "2026-05-31"}))
    assert (ahead.body[-1][-1], ahead.left_out[0].amount) == (10_000, 3_000)


def test_a_direct_payment_pays_no_bill():
    assert aged(bills({"amount": 100}), paid=payments({"amount": 100, "kind": "direct"})).body[-1][-1] == 10_000


@pytest.mark.parametrize(("paid", "left"), [("2026-06-11", 0), ("2026-06-12", 2_000)])
def test_a_bill_less_its_discount_is_settled_up_to_the_discount_day(paid, left):
    """1,000 less 2% is 980; June 1 + 10 days is June 11."""
    of = bills({"amount": 1000, "terms": "2/10 net 30"})
    assert aged(of, paid=payments({"amount": 980, "paid_date": paid})).body[-1][-1] == left


@pytest.mark.parametrize(
    ("as_of", "left"),
    [(date(2026, 6, 19), 10_000), (date(2026, 6, 20), 7_000), (date(2026, 6, 21), 5_000)],
    ids=["before the list", "its day", "after a payment"],
)
def test_a_list_of_open_bills_counts_from_its_day(as_of, left):
    """100 billed; the list of June 20 says 70 are open, whatever was paid by then (25); 20 are paid on June 21."""
    of = bills({"amount": 100, "open_balance": 70, "open_as_of": "2026-06-20", "number": "A"})
    paid = payments(
        {"amount": 25, "paid_date": "2026-06-20", "bill_number": "A"},
        {"amount": 20, "paid_date": "2026-06-21", "bill_number": "A"},
    )
    assert aged(of, as_of, paid).body[-1][-1] == left


def test_a_bill_that_a_list_says_is_paid_is_not_open():
    of = bills({"amount": 100, "open_balance": 0, "open_as_of": "2026-06-20"}, {"amount": 10, "number": "2"})
    assert aged(of).body[-1][-1] == 1_000


def test_the_largest_vendors_and_the_others_as_one():
    of = bills(*({"vendor": name, "amount": amount} for name, amount in (("A", 1), ("B", 3), ("C", 2))))
    found = ap_ageing(open_bills(NO_VENDORS, of, NO_PAYMENTS, AS_OF), 1)
    assert [row[0] for row in found.body] == ["B", "All other", "Total"]
    assert [row[-1] for row in found.body] == [300, 300, 600]


def test_no_bill_is_no_answer():
    with pytest.raises(NoData):
        aged(empty_frame(BILLS))
    with pytest.raises(NoData):
        aged(bills({"amount": 1, "bill_date": "2026-07-01"}))


def test_past_due_is_what_was_due_before_the_day():
    of = bills({"amount": 100, "due_date": "2026-06-30"}, {"amount": 40, "due_date": "2026-06-29"}, {"amount": -9})
    owed = open_bills(NO_VENDORS, of, NO_PAYMENTS, AS_OF)
    assert (ap_past_due(owed).value, ap_total(owed).value) == (4_000, 13_100)


cents = st.integers(-50_000, 500_000).filter(bool)
days = st.integers(0, 400).map(lambda ago: (AS_OF - timedelta(days=ago)).isoformat())
billed = st.fixed_dictionaries(
    {
        "vendor": st.sampled_from(["A", "B", "C"]),
        "number": st.sampled_from(["", "1", "2"]),
        "bill_date": days,
        "amount": cents.map(lambda each: each / 100),
        "terms": st.sampled_from(["", "Net 30", "2/10 net 30"]),
    }
)
paid_out = st.fixed_dictionaries(
    {
        "vendor": st.sampled_from(["A", "B", "C"]),
        "paid_date": days,
        "amount": st.integers(1, 300_000).map(lambda each: each / 100),
        "bill_number": st.sampled_from(["", "1", "9"]),
    }
)


@given(st.lists(billed, min_size=1, max_size=8), st.lists(paid_out, max_size=6))
def test_ageing_adds_up_to_the_balance(of, paid):
    """Buckets and credits are the total; the total is what was billed less what was paid on it and discounts taken;
    and of what was paid, all is either on a bill or said to be on none."""
    listed, made = bills(*of), payments(*paid) if paid else NO_PAYMENTS
    owed = open_bills(NO_VENDORS, listed, made, AS_OF)
    found = ap_ageing(owed)
    for row in found.body:
        assert sum(row[1:7]) == row[7]
    for place in range(1, 8):
        assert sum(row[place] for row in found.body[:-1]) == found.body[-1][place]
    assert found.body[-1][7] == owed.total == int(listed["amount"].sum()) - owed.applied - owed.discounts
    nowhere = sum(left.amount or 0 for left in owed.left_out)
    assert owed.applied + nowhere == int(pd.Series(made["amount"]).sum())
