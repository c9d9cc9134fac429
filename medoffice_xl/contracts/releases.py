"""Which of CMS's quarterly releases is in force on a day of service."""

import numpy as np

from medoffice_xl.contracts.days import years
from medoffice_xl.contracts.exact_amounts import Ints

NONE = -1


def in_force(firsts: Ints, of_year: Ints, day: Ints, year: int = 0) -> Ints:
    """Place of the release of each day among `firsts`, the sorted first days of releases of the years `of_year`.

    It is the last release of the day's calendar year that began by then, or the year's first one where none had
    begun. A pinned `year` means its last release on every day; 0 follows the day. −1 where the year has none.
    """
    place = np.full(len(day), NONE, dtype="int64")
    if not len(firsts):
        return place
    if year:
        pinned = np.flatnonzero(of_year == year)
        return np.full(len(day), pinned[-1], dtype="int64") if pinned.size else place
    wanted = years(day)
    at = np.searchsorted(firsts, day, side="right") - 1
    right = (at >= 0) & (of_year[at] == wanted)
    place[right] = at[right]
    earliest = np.searchsorted(of_year, wanted, side="left")
    early = ~right & (earliest < len(of_year))
    early[early] &= of_year[earliest[early]] == wanted[early]
    place[early] = earliest[early]
    return place
