"""C2, further: patterns of write-offs that are worth a look."""

from datetime import date, timedelta

import pytest

from medoffice_xl.areas.controls.write_off_patterns import check
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.tables import PAYMENTS
from tests.kinds_of_frame import every_kind
from tests.small_book import frame_of

AS_OF = date(2026, 6, 30)
JUDGED = Thresholds().on(AS_OF)
DAY = date(2026, 5, 4)


def entry(kind, cents, day=DAY, claim="C1", user="ron"):
    return {"claim_id": claim, "post_date": day, "payer": "Patient", "kind": kind, "amount": cents, "source": "PM",
            "posted_by": user}  # fmt: skip


def told(*entries):
    (test,) = check(frame_of(PAYMENTS, list(entries)), AS_OF, JUDGED)
    return [(each.what, each.cents, each.count) for each in test.findings]


def small(*amounts):
    return [entry("small balance", cents, claim=f"C{number}") for number, cents in enumerate(amounts)]


@pytest.mark.parametrize(
    ("top", "below", "out"),
    [(4, 1, True), (3, 1, False), (7, 2, True), (6, 2, False), (4, 0, True), (3, 0, False)],
)
def test_small_balances_bunched_under_the_limit(top, below, out):
    """The limit is $10.00: 9.00 to 10.00 against 8.00 to 8.99, more than three times."""
    found = told(*small(*[950] * top, *[850] * below))
    assert bool(found) == out


@pytest.mark.parametrize(("cents", "counts"), [(899, False), (900, True), (1_000, True), (1_001, False)])
def test_which_small_balances_are_under_the_limit(cents, counts):
    assert bool(told(*small(*[cents] * 4))) == counts


@pytest.mark.parametrize(("days", "out"), [(-1, False), (0, True), (3, True), (4, False)])
def test_a_write_off_up_to_three_days_after_a_patient_paid(days, out):
    found = told(entry("patient payment", 5_000), entry("other adjustment", 2_000, DAY + timedelta(days=days)))
    what = "To look at: written off by ron within 3 days after a patient's payment on the same claim."
    assert found == ([(what, 2_000, 1)] if out else [])


@pytest.mark.parametrize(("days", "out"), [(0, False), (1, True)])
def test_a_discount_given_with_the_payment_is_none(days, out):
    discount = entry("other adjustment", 2_000, DAY + timedelta(days=days)) | {"reason": "prompt-pay Discount"}
    assert bool(told(entry("patient payment", 5_000), discount)) == out


def test_a_payment_on_another_claim_and_an_insurers_are_no_patients():
    assert not told(entry("patient payment", 5_000, claim="C2"), entry("bad debt", 2_000))
    assert not told(entry("insurance payment", 5_000), entry("bad debt", 2_000))


@pytest.mark.parametrize(
    ("days", "cents", "out"), [(30, 5_000, True), (31, 5_000, False), (5, 4_999, False), (-1, 5_000, False)]
)
def test_a_payment_taken_back_and_written_off(days, cents, out):
    found = told(entry("patient payment", -5_000), entry("bad debt", cents, DAY + timedelta(days=days)))
    what = "To look at: a payment was taken back, and the same amount written off on the claim."
    assert found == ([(what, cents, 1)] if out else [])


def test_nothing_later_and_nothing_older_than_a_year():
    (test,) = check(frame_of(PAYMENTS, small(*[950] * 4)), date(2026, 5, 3), JUDGED)
    assert test.not_tested == "Nothing was written off in the year."
    assert check(frame_of(PAYMENTS, small(*[950] * 4)), date(2027, 5, 4), JUDGED)[0].not_tested
    assert check(frame_of(PAYMENTS, small(*[950] * 4)), date(2027, 5, 3), JUDGED)[0].findings


@every_kind
def test_every_kind_of_frame(on):
    rows = [entry("patient payment", 5_000), entry("other adjustment", 2_000)]
    (test,) = check(on(frame_of(PAYMENTS, rows)), AS_OF, JUDGED)
    assert [each.cents for each in test.findings] == [2_000]
