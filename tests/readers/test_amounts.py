"""Amounts in the forms of exports, to the cent."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice_xl.readers.amounts import cents, decimal_comma, number, side_as_sign


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("1234.5", 123450), ("$1,234.50", 123450), ("(45.00)", -4500), ("45.00-", -4500), ("-$45.00", -4500),
     ("$(45.00)", -4500), ("$ -45", -4500), ("−45", -4500), (".5", 50), ("5.", 500), ("1 USD", 100), ("12.3400", 1234),
     ("", None), (" - ", None), (45.1, 4510), (45, 4500), (1.005 * 100, 10050)],
)  # fmt: skip
def test_amounts(cell, expected):
    assert cents(cell) == expected


@pytest.mark.parametrize(
    "cell", ["12.345", "1,23", "12,34.50", "1.234,50", "(-45)", "4 5", "ten", "1e3", True, ".", "--5"]
)
def test_what_is_no_amount(cell):
    with pytest.raises(ValueError):
        cents(cell)


def test_decimal_comma_is_a_matter_of_the_whole_column():
    assert decimal_comma(["1.234,50", "80,00", ""])
    assert decimal_comma(["80,00", "n/a"])
    assert not decimal_comma(["1,234", "80.00"])
    assert not decimal_comma(["1,234"])
    assert not decimal_comma(["80,00", "80.25"])
    assert cents("1.234,50", comma=True) == cents("1 234,50", comma=True) == 123450


def test_units():
    assert number("1.9") == Decimal("1.9")
    assert number(2.0) == 2


@given(st.integers(-(10**12), 10**12))
def test_every_amount_comes_back(whole):
    sign, (dollars, rest) = "-" if whole < 0 else "", divmod(abs(whole), 100)
    assert cents(f"{sign}${dollars:,}.{rest:02d}") == whole
    assert cents(f"{sign}{dollars:,}".replace(",", ".") + f",{rest:02d}", comma=True) == whole


def test_amounts_beyond_what_a_full_sheet_can_add_up_are_none():
    """2^63 / 2^20 cents, $87,960,930,222.08: a sheet's 1,048,576 rows of it are 2^63, one more than 64 bits hold."""
    for write in (str, float):
        assert cents(write("87960930222.07")) == 8_796_093_022_207
        assert cents(write("-87960930222.07")) == -8_796_093_022_207
        for dollars in ("87960930222.08", "-87960930222.08", "99999999999999999999.00"):
            with pytest.raises(ValueError):
                cents(write(dollars))


@pytest.mark.parametrize("cell", [float("nan"), float("inf"), 1e300, -1e300, 1e15, "9" * 400, "1" + "0" * 15])
def test_numbers_that_no_cell_holds_exactly_are_none(cell):
    with pytest.raises(ValueError):
        number(cell)


def test_fifteen_digits_are_a_number():
    assert number("9" * 15) == number(999_999_999_999_999.0) == 999_999_999_999_999


@pytest.mark.parametrize(
    ("cell", "signed"),
    [("45.00CR", "-45.00"), ("$1,234.50 Cr.", "-$1,234.50"), ("45,00 DR", "45,00"), ("45.00", "45.00"), (45.0, 45.0)],
)
def test_a_side_behind_an_amount_is_its_sign(cell, signed):
    assert side_as_sign(cell) == signed


@pytest.mark.parametrize("cell", ["-45.00CR", "(45.00)CR", "(45.00CR)", "CR", "45CRX", "MR 4CR", "ABR."])
def test_what_has_a_sign_already_or_is_no_amount_stays(cell):
    assert side_as_sign(cell) == cell
