"""C6: digits of amounts, where they may be asked."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from math import log10

import numpy as np
import pytest

from medoffice_xl.areas.controls.benford import check
from medoffice_xl.areas.controls.digits import EVERY, FIRST, FIRST_TWO, SECOND, Counted, counted, verdict
from medoffice_xl.areas.controls.tables import BANK
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.errors import NoData
from medoffice_xl.tables import BILL_PAYMENTS
from medoffice_xl.tables.thresholds import Threshold
from tests.kinds_of_frame import every_kind
from tests.small_book import frame_of

AS_OF = date(2026, 6, 30)
JUDGED = Thresholds().on(AS_OF)


def test_uniform_digits():
    """MINE: 1/9 each has a MAD of 0.0597."""
    assert Counted(FIRST, (10,) * 9).mad == pytest.approx(0.0597, abs=5e-5)


@pytest.mark.parametrize("digits", EVERY)
def test_the_law_itself_has_none(digits):
    assert sum(digits.expected) == pytest.approx(1)
    assert Counted(digits, tuple(round(share * 10**9) for share in digits.expected)).mad < 1e-8


def test_what_the_law_expects():
    """As published: 30.1% begin with 1, 4.6% with 9; 12.0% have 0 second and 8.5% 9; 4.1% begin with 10."""
    assert FIRST.expected[0] == pytest.approx(log10(2))
    assert FIRST.expected[8] == pytest.approx(0.0458, abs=5e-5)
    assert SECOND.expected[0] == pytest.approx(0.1197, abs=5e-5)
    assert SECOND.expected[9] == pytest.approx(0.0850, abs=5e-5)
    assert FIRST_TWO.expected[0] == pytest.approx(0.0414, abs=5e-5)


@pytest.mark.parametrize(
    ("digits", "amounts", "beyond"),
    [(FIRST, 500, 0.0156), (FIRST, 1_000, 0.0114), (FIRST, 3_000, 0.0061), (SECOND, 500, 0.0154),
     (SECOND, 1_000, 0.0107), (FIRST_TWO, 1_000, 0.0029), (FIRST_TWO, 3_000, 0.0017)],
)  # fmt: skip
def test_what_chance_alone_makes_of_true_sets(digits, amounts, beyond):
    """VERIFIED: 95% of true sets have a MAD below it. So 500 amounts cry wolf at the limits."""
    drawn = np.random.default_rng(2026).multinomial(amounts, np.array(digits.expected), size=4_000)
    mads = np.abs(drawn / amounts - np.array(digits.expected)).mean(axis=1)
    assert np.quantile(mads, 0.95) == pytest.approx(beyond, abs=0.0006)


@pytest.mark.parametrize(("digits", "enough"), [(FIRST, 1_000), (SECOND, 1_000), (FIRST_TWO, 3_000)])
def test_from_how_many_amounts_on(digits, enough):
    cents = [100, *[10_000] * (enough - 1)]
    assert sum(counted(digits, cents, JUDGED).counts) == enough
    with pytest.raises(NoData, match=f"{enough - 1:,} amounts are too few"):
        counted(digits, [*cents[:-1], 0], JUDGED)


def test_what_has_no_second_digit_is_not_asked_for_one():
    cents = [9, *[10] * 500, *[1_000] * 500]
    assert sum(counted(FIRST, cents, JUDGED).counts) == 1_001
    assert counted(SECOND, cents, JUDGED).counts == (1_000, 0, 0, 0, 0, 0, 0, 0, 0, 0)


@pytest.mark.parametrize(("largest", "asked"), [(9_999, False), (10_000, True)])
def test_over_two_orders_of_magnitude(largest, asked):
    cents = [100] * 999 + [largest]
    if asked:
        assert counted(FIRST, cents, JUDGED).counts == (1_000, 0, 0, 0, 0, 0, 0, 0, 0)
        return
    with pytest.raises(NoData, match="two orders"):
        counted(FIRST, cents, JUDGED)


def with_a_mad_of(digits, mad):
    """Counts whose MAD is this: what one value has too much, another has too little."""
    scale = 10**9
    counts = [round(share * scale) for share in digits.expected]
    moved = int(Fraction(str(mad)) * len(counts) * scale / 2)
    counts[0], counts[1] = counts[0] + moved, counts[1] - moved
    return Counted(digits, tuple(counts))


@pytest.mark.parametrize(
    ("digits", "limits"),
    [(FIRST, (0.006, 0.012, 0.015)), (SECOND, (0.008, 0.010, 0.012)), (FIRST_TWO, (0.0012, 0.0018, 0.0022))],
)
def test_limits_of_nigrini(digits, limits):
    """PUB: Nigrini's limits for first, second and first two digits, just inside and just outside."""
    words = ("close", "acceptable", "marginal", "no agreement")
    for limit, inside, outside in zip(limits, words, words[1:], strict=False):
        assert verdict(with_a_mad_of(digits, limit - 1e-5), JUDGED) == inside
        assert verdict(with_a_mad_of(digits, limit + 1e-5), JUDGED) == outside


def test_a_limit_itself_belongs_to_the_better_word():
    """Two digits of which half is expected each: 3 and 1 are off by 0.25."""
    limits = tuple(Threshold(name, value, "score", "") for name, value in (("a", "0.25"), ("b", "0.3"), ("c", "0.4")))
    halves = replace(FIRST, expected=(0.5, 0.5), values=(1, 2), limits=limits)
    assert verdict(Counted(halves, (3, 1)), JUDGED) == "close"


def paid(cents, number):
    return {"vendor": "Acme", "paid_date": date(2026, 6, 1), "number": str(number), "amount": cents, "kind": "direct"}


def checked(rows, bank=None):
    return check(frame_of(BILL_PAYMENTS, rows), bank, AS_OF, JUDGED)


def test_what_may_never_be_asked_is_refused_in_words():
    tests = check(None, None, AS_OF, JUDGED)
    assert [test.title for test in tests] == [
        "First digits of payments to vendors", "First digits of payments from the bank", "First digits of charges",
        "First digits of journal entries",
    ]  # fmt: skip
    assert "too few" in tests[0].not_tested
    assert "a fee schedule fixes what is charged" in tests[2].not_tested
    assert "sums hide the amounts" in tests[3].not_tested


def test_what_begins_with_one_digit_too_often_is_to_be_looked_at():
    rows = [paid(100, "x"), *(paid(98_000 if number % 2 else 12_300, number) for number in range(999))]
    first, second, two, *_ = checked(rows)
    (finding,) = first.findings
    assert finding.what == "To look at: payments that begin with 9 are 49.9%, where 4.6% is usual."
    assert (finding.count, finding.cents) == (499, 499 * 98_000)
    (finding,) = second.findings
    assert finding.what == "To look at: payments that have as their second digit 8 are 49.9%, where 8.8% is usual."
    assert (finding.count, finding.cents) == (499, 499 * 98_000)
    assert two.not_tested == "1,000 amounts are too few: under 3,000 chance alone looks like a finding."


def test_what_the_bank_paid_out_is_asked_and_what_came_in_is_not():
    lines = [
        {"account": "4411", "posted": date(2026, 6, 1), "description": "CHECK", "amount": cents, "line_id": str(place)}
        for place, cents in enumerate([-100, *[-10_000] * 999, *[55_500] * 999])
    ]
    tests = {test.title: test for test in check(None, frame_of(BANK, lines), AS_OF, JUDGED)}
    (finding,) = tests["First digits of payments from the bank"].findings
    assert (finding.count, finding.cents) == (1_000, 9_990_100)


@every_kind
def test_every_kind_of_frame(on):
    rows = [paid(100, "x"), *(paid(10_000, number) for number in range(999))]
    tests = check(on(frame_of(BILL_PAYMENTS, rows)), None, AS_OF, JUDGED)
    assert "1,000 payments: no agreement" in tests[0].tested
