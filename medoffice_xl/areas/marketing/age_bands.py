"""Age bands, which stand for birth dates."""

from datetime import date
from itertools import pairwise

FIRSTS = (0, 5, 18, 35, 50, 65, 75, 85)
"""The least age of each band."""

BANDS = (*(f"{first}-{following - 1}" for first, following in pairwise(FIRSTS)), f"{FIRSTS[-1]}+")

WIDE_BANDS = {
    "0-4": "0-17", "5-17": "0-17", "18-34": "18-49", "35-49": "18-49", "50-64": "50-64",
    "65-74": "65+", "75-84": "65+", "85+": "65+",
}  # fmt: skip
"""The wider band of each, for practices that are too small for eight."""

OLDEST = 130


def band_of_age(age: int) -> str:
    """The band of an age in whole years. Raises ValueError for none that a person has.

    >>> band_of_age(17), band_of_age(18), band_of_age(85)
    ('5-17', '18-34', '85+')
    """
    if not 0 <= age <= OLDEST:
        raise ValueError(age)
    return next(band for first, band in zip(reversed(FIRSTS), reversed(BANDS), strict=True) if age >= first)


def age_on(born: date, on: date) -> int:
    """Whole years on a day; who was born on February 29 is a year older on March 1.

    >>> age_on(date(2008, 9, 30), date(2026, 9, 29)), age_on(date(2008, 9, 30), date(2026, 9, 30))
    (17, 18)
    """
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
