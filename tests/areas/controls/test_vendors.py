"""C4: payments to vendors that are worth a second look."""

from datetime import date

import pytest

from medoffice_xl.areas.controls.tables import BANK
from medoffice_xl.areas.controls.vendors import check
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.tables import BILL_PAYMENTS, VENDORS
from tests.kinds_of_frame import every_kind
from tests.small_book import frame_of

AS_OF = date(2026, 6, 30)
JUDGED = Thresholds().on(AS_OF)
MONDAY = date(2026, 6, 1)


def paid(day=MONDAY, cents=10_000, number="", vendor="Acme", method="check"):
    return {"vendor": vendor, "paid_date": day, "number": number, "amount": cents, "kind": "direct", "method": method}


def told(*payments, vendors=(), bank=()):
    frames = frame_of(VENDORS, list(vendors)), frame_of(BILL_PAYMENTS, list(payments)), frame_of(BANK, list(bank))
    return [(each.what, each.cents, each.count) for each in check(*frames, AS_OF, JUDGED)[0].findings]


@pytest.mark.parametrize(("since", "out"), [(date(2026, 5, 25), True), (date(2026, 5, 24), False)])
def test_a_new_vendor_paid_within_seven_days(since, out):
    found = told(paid(), vendors=[{"vendor": "Acme", "first_seen": since}])
    assert bool(found) == out


@pytest.mark.parametrize(("cents", "out"), [(474_999, False), (475_000, True), (499_999, True), (500_000, False)])
def test_just_under_the_approval_limit(cents, out):
    """5% under $5,000.00 is $4,750.00; the limit itself needs the approval."""
    assert bool(told(paid(cents=cents))) == out


@pytest.mark.parametrize(
    ("day", "out"), [(date(2026, 6, 5), False), (date(2026, 6, 6), True), (date(2026, 6, 7), True), (MONDAY, False)]
)
def test_dated_on_a_weekend(day, out):
    assert bool(told(paid(day))) == out


def test_check_numbers_that_nobody_has():
    payments = [paid(number="1041"), paid(number="1045"), paid(number="E9", method="ACH")]
    cleared = {"posted": MONDAY, "amount": -1, "check_number": "1043", "line_id": "1"}
    (found,) = told(*payments, bank=[cleared])
    assert found == ("To look at: 2 check numbers neither in the books nor on the bank.", 0, 2)


def test_a_deposit_slip_is_no_check():
    slip = {"posted": MONDAY, "amount": 5, "check_number": "1042", "line_id": "1"}
    assert told(paid(number="1041"), paid(number="1043"), bank=[slip])


def test_without_payments_nothing_is_tested():
    (test,) = check(None, frame_of(BILL_PAYMENTS, []), None, AS_OF, JUDGED)
    assert test.not_tested
    assert check(None, frame_of(BILL_PAYMENTS, [paid(date(2026, 7, 1))]), None, AS_OF, JUDGED)[0].not_tested


@every_kind
def test_every_kind_of_frame(on):
    frames = (frame_of(VENDORS, []), frame_of(BILL_PAYMENTS, [paid(cents=480_000)]), frame_of(BANK, []))
    assert [each.cents for each in check(*map(on, frames), AS_OF, JUDGED)[0].findings] == [480_000]
