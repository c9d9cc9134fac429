"""C6: first digits, where they may be asked."""

from datetime import date
from math import log10

import numpy as np
import pytest

from medoffice_xl.areas.controls.benford import EXPECTED, FirstDigits, check, first_digits, verdict
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.errors import NoData
from medoffice_xl.tables import BILL_PAYMENTS
from tests.kinds_of_frame import every_kind
from tests.small_book import frame_of

AS_OF = date(2026, 6, 30)
JUDGED = Thresholds().on(AS_OF)


def test_uniform_digits():
    """MINE: 1/9 each has a MAD of 0.0597."""
    assert FirstDigits((10,) * 9).mad == pytest.approx(0.0597, abs=5e-5)


def test_the_law_itself_has_none():
    assert sum(EXPECTED) == pytest.approx(1)
    assert EXPECTED[0] == pytest.approx(log10(2))
    shares = tuple(round(share * 10**9) for share in EXPECTED)
    assert FirstDigits(shares).mad < 1e-8


@pytest.mark.parametrize(("amounts", "beyond"), [(500, 0.0156), (1_000, 0.0114), (3_000, 0.0061)])
def test_what_chance_alone_makes_of_true_sets(amounts, beyond):
    """VERIFIED: 95 % of true sets have a MAD below it. So 500 amounts cry wolf at the limit of 0.015."""
    drawn = np.random.default_rng(2026).multinomial(amounts, EXPECTED, size=4_000)
    mads = [FirstDigits(tuple(map(int, counts))).mad for counts in drawn]
    assert np.quantile(mads, 0.95) == pytest.approx(beyond, abs=0.0006)


@pytest.mark.parametrize(("amounts", "asked"), [(999, False), (1_000, True)])
def test_from_a_thousand_amounts_on(amounts, asked):
    cents = [100, *[10_000] * (amounts - 1)]
    if asked:
        assert sum(first_digits(cents, JUDGED).counts) == amounts
        return
    with pytest.raises(NoData, match="999 amounts are too few"):
        first_digits([*cents, 0], JUDGED)


@pytest.mark.parametrize(("largest", "asked"), [(9_999, False), (10_000, True)])
def test_over_two_orders_of_magnitude(largest, asked):
    cents = [100] * 999 + [largest]
    if asked:
        assert first_digits(cents, JUDGED).counts == (1_000, 0, 0, 0, 0, 0, 0, 0, 0)
        return
    with pytest.raises(NoData, match="two orders"):
        first_digits(cents, JUDGED)


@pytest.mark.parametrize(
    ("mad", "word"),
    [(0.006, "close"), (0.0061, "acceptable"), (0.012, "acceptable"), (0.0121, "marginal"), (0.015, "marginal"),
     (0.0151, "no agreement")],
)  # fmt: skip
def test_limits_of_nigrini(mad, word):
    assert verdict(mad, JUDGED) == word


def paid(cents, number):
    return {"vendor": "Acme", "paid_date": date(2026, 6, 1), "number": str(number), "amount": cents, "kind": "direct"}


def test_charges_are_refused_in_words():
    tests = check(None, AS_OF, JUDGED)
    assert "a fee schedule fixes what is charged" in tests[1].not_tested
    assert "too few" in tests[0].not_tested


def test_what_begins_with_one_digit_too_often_is_to_be_looked_at():
    rows = [paid(100, "x"), *(paid(98_000 if number % 2 else 12_300, number) for number in range(999))]
    (finding,) = check(frame_of(BILL_PAYMENTS, rows), AS_OF, JUDGED)[0].findings
    assert finding.what == "To look at: payments that begin with 9 are 49.9%, where 4.6% is usual."
    assert (finding.count, finding.cents) == (499, 499 * 98_000)


@every_kind
def test_every_kind_of_frame(on):
    rows = [paid(100, "x"), *(paid(10_000, number) for number in range(999))]
    assert "1,000 payments: no agreement" in check(on(frame_of(BILL_PAYMENTS, rows)), AS_OF, JUDGED)[0].tested
