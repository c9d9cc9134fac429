"""A loan of equal payments, one a month."""

from fractions import Fraction


def payment(principal: Fraction, yearly: Fraction, months: int) -> Fraction:
    """What is paid a month: principal × i ÷ (1 − (1 + i)^−months), i being a twelfth of the yearly rate.

    >>> round(payment(Fraction(8_000_000), Fraction(8, 100), 60))
    162211
    """
    return principal / _worth(yearly, months)


def principal_of(paid_monthly: Fraction, yearly: Fraction, months: int) -> Fraction:
    """The loan that so much a month pays back.

    >>> round(principal_of(Fraction(162_211), Fraction(8, 100), 60) / 100)
    80000
    """
    return paid_monthly * _worth(yearly, months)


def _worth(yearly: Fraction, months: int) -> Fraction:
    """What one unit a month is worth today."""
    if not yearly:
        return Fraction(months)
    monthly = yearly / 12
    return (1 - (1 + monthly) ** -months) / monthly
