"""The first and the last day that a practice's books can hold: one definition for every way in.

12/30/1899, 01/01/0001, 01/01/1753 and their like are a system's way to say “no day”; a year such as 2206 is a slip.
"""

from datetime import date

FIRST_DAY = date(1950, 1, 1)
"""Nothing a practice bills is older."""
LAST_DAY = date(2099, 12, 31)
FIRST_BIRTH = date(1900, 1, 2)
"""Nobody who is seen is older; 01/01/1900 is a system's way to say that it does not know."""
NO_END = date(9999, 12, 31)
"""How people write that something has no last day yet; only a last day may be so."""


def within_limits(day: date) -> bool:
    """Whether it is a day that books can hold.

    >>> within_limits(date(1950, 1, 1)), within_limits(date(1899, 12, 30)), within_limits(date(2206, 1, 5))
    (True, False, False)
    """
    return FIRST_DAY <= day <= LAST_DAY
