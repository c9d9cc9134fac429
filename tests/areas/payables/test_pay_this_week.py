"""What to pay now: the order, the days on which it turns, and the cash floor."""

from datetime import date

import pytest
from kinds_of_frame import every_kind
from payables_frames import bills, payments, vendors
from practice_frames import frame

from medoffice_xl.areas.payables.cash_on_hand import CashOnHand, cash_on_hand
from medoffice_xl.areas.payables.discounts import ap_discounts
from medoffice_xl.areas.payables.open_bills import open_bills
from medoffice_xl.areas.payables.pay_this_week import PAY, WAIT, pay_this_week
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.tables import BILL_PAYMENTS, CASH, VENDORS, empty_frame

AS_OF = date(2026, 6, 30)
PLENTY = CashOnHand(10_000_000, 0, AS_OF)
LISTED = vendors(
    {"vendor": "Tax office", "paid_first": "payroll tax"},
    {"vendor": "Landlord", "paid_first": "rent"},
    {"vendor": "Mutual", "paid_first": "insurance"},
    {"vendor": "Pharma", "paid_first": "drugs", "terms": "2/10 net 30"},
    {"vendor": "Early", "terms": "2/10 net 30"},
)


def to_pay(*rows, cash=PLENTY, on_hand=None, rate=0.08, run_days=7, listed=LISTED):
    owed = open_bills(listed, bills(*rows), empty_frame(BILL_PAYMENTS), AS_OF)
    return pay_this_week(owed, cash, on_hand, run_days, rate)


def due(vendor: str, amount: float, day: str, **fields):
    return {"vendor": vendor, "amount": amount, "due_date": day, **fields}


def order(found):
    return [row[0] for row in found.body[:-1]]


def test_the_order():
    """1 what cannot be late, in its order; 2 discounts that lapse; 3 the others, first due first."""
    found = to_pay(
        due("Zebra", 10, "2026-06-01"),
        due("Acme", 10, "2026-07-02"),
        {"vendor": "Early", "amount": 100, "bill_date": "2026-06-25"},
        due("Pharma", 10, "2026-07-01"),
        due("Mutual", 10, "2026-07-01"),
        due("Landlord", 10, "2026-07-01"),
        due("Tax office", 10, "2026-07-06"),
    )
    assert order(found) == ["Tax office", "Landlord", "Mutual", "Pharma", "Early", "Zebra", "Acme"]
    assert [row[6] for row in found.body[-4:-1]] == ["discount until 07/05/2026", "29 days past due", "due"]
    assert found.body[4][3:6] == (10_000, 200, 9_800)


@pytest.mark.parametrize(("day", "is_paid"), [("2026-06-30", True), ("2026-07-06", True), ("2026-07-07", False)])
def test_what_is_due_before_the_next_payments(day, is_paid):
    """The next payments are on July 7: what is due on that day can be paid then."""
    rows = due("Acme", 10, "2026-06-30", number="1"), due("Acme", 20, day, number="2")
    assert len(to_pay(*rows).body) == 2 + is_paid


@pytest.mark.parametrize(
    ("billed", "lapses"),
    [("2026-06-19", False), ("2026-06-20", True), ("2026-06-26", True), ("2026-06-27", False)],
    ids=["lapsed yesterday", "last day is today", "last day before the next payments", "next payments are in time"],
)
def test_the_days_of_a_discount(billed, lapses):
    """2/10: the last day is ten days on; it is taken from June 30 up to July 6."""
    rows = due("Acme", 10, "2026-06-30"), {"vendor": "Early", "amount": 100, "bill_date": billed}
    assert ("Early" in order(to_pay(*rows))) is lapses


@pytest.mark.parametrize(("rate", "taken"), [(0.3724, True), (0.3725, False)])
def test_a_discount_has_to_be_worth_more_than_borrowing(rate, taken):
    """2/98 × 365/20 = 37.245%."""
    rows = due("Acme", 10, "2026-06-30"), {"vendor": "Early", "amount": 100, "bill_date": "2026-06-25"}
    assert ("Early" in order(to_pay(*rows, rate=rate))) is taken


@pytest.mark.parametrize(("floor", "decisions"), [(3_000, [PAY, PAY]), (3_001, [PAY, WAIT]), (9_001, [WAIT, WAIT])])
def test_it_stops_at_the_cash_floor(floor, decisions):
    """100 − 10 − 60 = 30: a floor of 30.00 is kept, one of 30.01 is not."""
    found = to_pay(
        due("Landlord", 10, "2026-07-01"), due("Acme", 60, "2026-07-01"), cash=CashOnHand(10_000, floor, AS_OF)
    )
    assert [row[8] for row in found.body[:-1]] == decisions


def test_nothing_passes_what_waits():
    """The rent does not fit; a smaller bill that would fit is no reason to be late with the rent."""
    rows = due("Landlord", 90, "2026-07-01"), due("Acme", 5, "2026-06-01")
    found = to_pay(*rows, cash=CashOnHand(10_000, 2_000, AS_OF))
    assert [row[8] for row in found.body[:-1]] == [WAIT, WAIT]
    assert {part.label: part.value for part in found.parts}["Waits for cash"] == 9_500


def test_cash_of_today_goes_before_that_of_the_month_end():
    found = to_pay(due("Acme", 60, "2026-07-01"), cash=CashOnHand(10_000, 0, AS_OF), on_hand=5_000)
    assert found.body[0][7:] == (5_000, WAIT)


def test_bills_on_hold_and_credits_are_not_paid_and_are_said():
    rows = (
        due("Acme", 60, "2026-07-01"),
        due("Acme", 70, "2026-07-01", number="2", state="hold"),
        due("Acme", -8, "2026-07-01", number="3"),
    )
    found = to_pay(*rows)
    assert len(found.body) == 2
    assert [(left.reason, left.amount) for left in found.left_out] == [("bills on hold", 7_000)]
    assert any("Acme owes a credit of $8.00" in note for note in found.notes)


def test_the_total_is_the_sum_of_the_rows():
    found = to_pay({"vendor": "Early", "amount": 100, "bill_date": "2026-06-25"}, due("Acme", 60, "2026-07-01"))
    assert found.body[-1][3:6] == (16_000, 200, 15_800)


def test_nothing_to_pay_and_no_cash_known_are_no_answers():
    with pytest.raises(NoData, match="Nothing has to be paid"):
        to_pay(due("Acme", 10, "2026-09-01"))
    with pytest.raises(NoData, match="what cash there is"):
        to_pay(due("Acme", 10, "2026-06-01"), cash=CashOnHand(0, 0, None))
    with pytest.raises(OutOfRange):
        to_pay(due("Acme", 10, "2026-06-01"), run_days=0)


@every_kind
def test_cash_is_of_the_last_month_ends(on):
    """Operating: May 500, floor 100 typed in April; Reserve: April 70; June has not ended on the 29th."""
    rows = frame(
        CASH,
        {"month": "2026-04-15", "bank_account": "Operating", "balance": 300, "floor": 100},
        {"month": "2026-05-01", "bank_account": "operating", "balance": 500},
        {"month": "2026-04-30", "bank_account": "Reserve", "balance": 70, "floor": 20},
        {"month": "2026-06-01", "bank_account": "Operating", "balance": 900, "floor": 50},
    )
    assert cash_on_hand(on(rows), date(2026, 6, 29)) == CashOnHand(57_000, 12_000, date(2026, 4, 30))
    assert cash_on_hand(on(rows), date(2026, 6, 30)) == CashOnHand(97_000, 7_000, date(2026, 4, 30))
    assert cash_on_hand(None, AS_OF) == CashOnHand(0, 0, None)


def test_discounts_about_to_lapse():
    """2% of 1,234.50 is 24.69, half up; worth 37.24% simple and 44.59% compounded, more than 8%."""
    of = bills({"vendor": "Early", "amount": 1_234.50, "bill_date": "2026-06-25"}, due("Acme", 5, "2026-06-30"))
    found = ap_discounts(open_bills(LISTED, of, empty_frame(BILL_PAYMENTS), AS_OF), 7, 0.08)
    row, total = found.body
    assert row[:6] == ("Early", "", date(2026, 7, 5), date(2026, 7, 25), 123_450, 2_469)
    assert row[6:8] == (pytest.approx(0.3724, abs=5e-5), pytest.approx(0.4459, abs=5e-5))
    assert row[8] == "yes"
    assert total[4:6] == (123_450, 2_469)


def test_no_discount_about_to_lapse():
    owed = open_bills(empty_frame(VENDORS), bills({"amount": 5}), payments(), AS_OF)
    with pytest.raises(NoData):
        ap_discounts(owed, 7, 0.08)
