"""Terms as vendors write them, and what a discount is worth."""

from datetime import date
from fractions import Fraction

import pytest

from medoffice_xl.areas.payables.terms import Terms, compounded_worth, terms_of, yearly_worth

TWO_TEN = Terms(30, Fraction(2, 100), 10)


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("Net 30", Terms(30)),
        ("net30", Terms(30)),
        ("n/45", Terms(45)),
        ("30 days", Terms(30)),
        ("15", Terms(15)),
        ("Due on receipt", Terms(0)),
        ("Due upon receipt", Terms(0)),
        ("COD", Terms(0)),
        ("2/10 net 30", TWO_TEN),
        ("2/10, n/30", TWO_TEN),
        ("2% 10 Net 30", TWO_TEN),
        ("2 % 10, net 30", TWO_TEN),
        ("2%/10 days, net 30 days", TWO_TEN),
        ("2.0% 10 net 30", TWO_TEN),
        ("1.5/15 net 45", Terms(45, Fraction(15, 1000), 15)),
    ],
)
def test_terms_are_understood(words, terms):
    assert terms_of(words) == terms


@pytest.mark.parametrize("words", ["", "by and by", "Net 30 EOM", "2/10", "net", "9999"])
def test_what_is_not_understood_is_nothing(words):
    assert terms_of(words) is None


def test_days_of_a_bill():
    """June 1 + 30 days is July 1; + 10 days is June 11."""
    assert TWO_TEN.due(date(2026, 6, 1)) == date(2026, 7, 1)
    assert TWO_TEN.discount_day(date(2026, 6, 1)) == date(2026, 6, 11)
    assert Terms(30).discount_day(date(2026, 6, 1)) is None


def test_two_ten_net_thirty():
    """2/98 × 365/20 = 0.3724; (1 + 2/98) ^ (365/20) − 1 = 0.4459."""
    assert yearly_worth(Fraction(2, 100), 20) == pytest.approx(0.3724, abs=5e-5)
    assert compounded_worth(Fraction(2, 100), 20) == pytest.approx(0.4459, abs=5e-5)


@pytest.mark.parametrize(("days", "simple"), [(1, 2 / 98 * 365), (0, None), (-5, None)])
def test_a_discount_that_costs_no_day_has_no_rate(days, simple):
    assert yearly_worth(Fraction(2, 100), days) == (simple if simple is None else pytest.approx(simple))
    assert (compounded_worth(Fraction(2, 100), days) is None) == (simple is None)
