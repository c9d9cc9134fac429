"""What cash flows are worth: published cases, and flows without one rate of return."""

from fractions import Fraction

import numpy as np
import pytest
import pyxirr

from medoffice_xl.areas.equipment.returns import net_present_value, payback, rates_of_return
from medoffice_xl.areas.equipment.worth import rates_said
from medoffice_xl.errors import OutOfRange


def flows(*dollars: float) -> list[Fraction]:
    return [Fraction(str(each)) * 100 for each in dollars]


# A published exercise of capital budgeting: A 120,000 for 40,000 a year, B 110,000 for 32,000, five years, 15%.
A = flows(-120_000, *[40_000] * 5)
B = flows(-110_000, *[32_000] * 5)


@pytest.mark.parametrize(("cash", "npv", "irr", "years"), [(A, 1_408_620, 0.1986, 3.0), (B, -273_104, 0.1395, 3.4375)])
def test_a_published_exercise(cash, npv, irr, years):
    assert round(net_present_value(cash, Fraction(15, 100))) == npv
    assert rates_of_return(cash) == [pytest.approx(irr, abs=5e-5)]
    assert payback(cash) == Fraction(str(years))


def test_discounted_payback_counts_each_year_by_its_worth():
    # 40,000 ÷ 1.15^t: 34,782.61 30,245.75 26,300.65 22,870.13 = 114,199.13; the rest of 5,800.87 ÷ 19,887.07 = 0.2917
    assert float(payback(A, Fraction(15, 100))) == pytest.approx(4.2917, abs=5e-5)
    assert payback(B, Fraction(15, 100)) is None  # its net present value is below zero


def test_payback_at_the_very_end_and_one_cent_short():
    assert payback(flows(-300, 100, 100, 100)) == 3
    assert payback(flows(-300, 100, 100, 99.99)) is None
    assert payback(flows(0, 5)) == 0


def test_two_rates_are_both_told():
    # -1,600 + 10,000/x - 10,000/x² = 0: x = 1.25 and x = 5
    found = rates_of_return(flows(-1_600, 10_000, -10_000))
    assert found == [pytest.approx(0.25), pytest.approx(4.0)]
    assert rates_said(found) == "IRR ambiguous: 25% and 400%"


def test_three_rates():
    # (x − 1.1)(x − 1.2)(x − 1.3) = x³ − 3.6 x² + 4.31 x − 1.716
    found = rates_of_return(flows(-1_000, 3_600, -4_310, 1_716))
    assert found == [pytest.approx(rate, abs=1e-4) for rate in (0.1, 0.2, 0.3)]
    assert rates_said([0.1, 0.2, 0.3]) == "IRR ambiguous: 10%, 20% and 30%"


def test_two_equal_roots_are_one_rate():
    # (x − 1.25)² = x² − 2.5 x + 1.5625: the flows touch zero and do not cross it
    assert rates_of_return(flows(-1_000, 2_500, -1_562.5)) == [pytest.approx(0.25, abs=1e-4)]


def test_two_changes_of_sign_and_no_root():
    # x² − 2 x + 2 has none
    assert rates_of_return(flows(-1_000, 2_000, -2_000)) == []
    assert rates_said([]).startswith("No rate of return")


def test_a_rate_below_zero_is_one():
    assert rates_of_return(flows(-1_000, 500)) == [pytest.approx(-0.5)]


def test_a_published_disagreement_between_libraries():
    # −50, −100, 600, 300, −100: two sign changes; one library says −76.9%, another 185.4%. Both are roots.
    found = rates_of_return(flows(-50, -100, 600, 300, -100))
    assert found == [pytest.approx(-0.769, abs=5e-4), pytest.approx(1.854, abs=5e-4)]


@pytest.mark.parametrize("cash", [flows(-100, -5, -5), flows(100, 5), flows(0, 0)])
def test_flows_of_one_sign_have_no_rate(cash):
    with pytest.raises(OutOfRange, match="Decide by NPV"):
        rates_of_return(cash)


def test_roots_agree_with_pyxirr_where_there_is_one():
    rng = np.random.default_rng(5)
    for _ in range(50):
        cash = [-float(rng.integers(1_000, 9_000)), *rng.integers(100, 5_000, 6).astype(float)]
        [only] = rates_of_return(flows(*cash))
        assert only == pytest.approx(pyxirr.irr(cash))
        assert float(net_present_value(flows(*cash), Fraction(only))) == pytest.approx(0, abs=1)
