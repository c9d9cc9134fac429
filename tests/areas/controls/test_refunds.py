"""C5: refunds by whoever posted the payment."""

from datetime import date

import pytest

from medoffice_xl.areas.controls.refunds import check
from medoffice_xl.tables import PAYMENTS
from tests.kinds_of_frame import every_kind
from tests.small_book import frame_of

AS_OF = date(2026, 6, 30)


def entry(kind, cents, day=date(2026, 5, 4), user="ron", claim="C1"):
    return {"claim_id": claim, "post_date": day, "payer": "Patient", "kind": kind, "amount": cents, "source": "PM",
            "posted_by": user}  # fmt: skip


PAID = entry("patient payment", 5_000)


def told(*entries, as_of=AS_OF):
    (test,) = check(frame_of(PAYMENTS, list(entries)), as_of)
    return [(each.cents, each.count) for each in test.findings]


@pytest.mark.parametrize(
    ("refund", "out"),
    [
        (entry("refund", -2_000), True),
        (entry("refund", -2_000, user="maya"), False),
        (entry("refund", -2_000, claim="C2"), False),
        (entry("refund", -2_000, day=date(2026, 5, 3)), False),
    ],
)
def test_the_same_user_on_the_same_claim_afterwards(refund, out):
    assert told(PAID, refund) == ([(2_000, 1)] if out else [])


def test_a_refund_that_was_voided_is_none():
    assert told(PAID, entry("refund", 2_000), entry("refund", -10, user="maya")) == []


def test_what_cannot_be_tested_says_why():
    assert check(frame_of(PAYMENTS, [PAID]), AS_OF)[0].not_tested == "No refund was posted in the year."
    unnamed = [PAID, entry("refund", -10, user="")]
    assert check(frame_of(PAYMENTS, unnamed), AS_OF)[0].not_tested.startswith("No refund says who posted it")
    assert check(frame_of(PAYMENTS, [PAID, entry("refund", -10)]), date(2026, 5, 3))[0].not_tested


@every_kind
def test_every_kind_of_frame(on):
    (test,) = check(on(frame_of(PAYMENTS, [PAID, entry("refund", -2_000)])), AS_OF)
    assert [each.cents for each in test.findings] == [2_000]
