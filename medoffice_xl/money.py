"""Money is whole cents inside and dollars at the edges.

Rounding is half up (away from zero at exactly half a cent), as CMS rounds, and happens once.
"""

from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")

MOST_CENTS = 2**63 // 2**20
"""The largest amount that is one, some $88 billion: as many of them as a sheet has rows (2 to the 20) still add up in
64 bits. What is larger is a mistake in a file, and adding it up would be another."""


def round_cents(dollars: Decimal) -> Decimal:
    """Dollars rounded half up to the cent.

    >>> round_cents(Decimal("33.155"))
    Decimal('33.16')
    """
    return dollars.quantize(CENT, rounding=ROUND_HALF_UP)


def to_cents(dollars: Decimal) -> int:
    """Dollars to whole cents, rounded half up.

    >>> to_cents(Decimal("88.95"))
    8895
    """
    return int(round_cents(dollars) * 100)


def to_dollars(cents: int) -> float:
    """Whole cents to dollars, as a spreadsheet cell holds them (the nearest float).

    >>> to_dollars(8895)
    88.95
    """
    return int(cents) / 100


def show(cents: int) -> str:
    """Whole cents as people write money.

    >>> show(-123456)
    '-$1,234.56'
    """
    sign = "-" if cents < 0 else ""
    return f"{sign}${abs(int(cents)) // 100:,}.{abs(int(cents)) % 100:02d}"
