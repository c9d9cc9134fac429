"""Money is whole cents inside and dollars at the edges; the price of one unit is whole nano-dollars.

Rounding is half up (away from zero at exactly half a cent), as CMS rounds, and happens once: an amount is a price
times units, rounded to the cent after the units. A price such as 0.054 is never rounded.
"""

from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
NANOS_A_DOLLAR = 1_000_000_000
NANOS_A_CENT = NANOS_A_DOLLAR // 100

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


def nanos_of(dollars: Decimal) -> int:
    """Dollars as whole nano-dollars; raises ValueError where they have more than nine decimals.

    >>> nanos_of(Decimal("0.054"))
    54000000
    """
    nanos = dollars * NANOS_A_DOLLAR
    if nanos != nanos.to_integral_value():
        raise ValueError(dollars)
    return int(nanos)


def price_digits(nanos: int) -> str:
    """A price in plain digits: all its decimals, and no others.

    >>> price_digits(54_000_000), price_digits(-12_500_000_000), price_digits(12_000_000_000)
    ('0.054', '-12.5', '12')
    """
    dollars, rest = divmod(abs(nanos), NANOS_A_DOLLAR)
    sign = "-" if nanos < 0 else ""
    return f"{sign}{dollars}.{rest:09d}".rstrip("0") if rest else f"{sign}{dollars}"


def show_price(nanos: int) -> str:
    """A price as people write it: to the cent, or with all the decimals it has.

    >>> show_price(174_350_000_000), show_price(54_000_000), show_price(1_234_500_000_000)
    ('$174.35', '$0.054', '$1,234.50')
    """
    dollars, rest = divmod(abs(nanos), NANOS_A_DOLLAR)
    decimals = f"{rest:09d}".rstrip("0").ljust(2, "0")
    return f"{'-' if nanos < 0 else ''}${dollars:,}.{decimals}"
