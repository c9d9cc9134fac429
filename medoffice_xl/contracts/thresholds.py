"""The thresholds in force on a day: the rows of the table, and what comes with the package where it has none."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil

import numpy as np
import pandas as pd

from medoffice_xl.contracts.days import to_day
from medoffice_xl.contracts.exact_amounts import Ints, share_of
from medoffice_xl.plain_name import plain_name
from medoffice_xl.sets import Tables
from medoffice_xl.sets.unchanging import remembered
from medoffice_xl.tables import THRESHOLDS
from medoffice_xl.tables.thresholds import Threshold

Dated = list[tuple[date, Fraction]]


@dataclass(frozen=True, slots=True, eq=False)
class InForce:
    """What judges on one day: one object a day and version of the table, so that what it judged is remembered by it."""

    rows: Mapping[str, Dated]
    day: date

    def exact(self, threshold: Threshold) -> Fraction:
        """The value in its own unit: 1/100 for 1%, 3/2 for 1.5 times."""
        begun = [value for since, value in self.rows.get(plain_name(threshold.name), ()) if since <= self.day]
        return begun[-1] if begun else threshold.exact

    def share(self, threshold: Threshold) -> float:
        """The same as the nearest float, to hold a ratio of two counts against: equal ratios are equal floats."""
        return float(self.exact(threshold))

    def whole(self, threshold: Threshold) -> int:
        """The value of a threshold that counts days, months or lines: the first whole number that reaches it."""
        return ceil(self.exact(threshold))

    def cents(self, threshold: Threshold) -> int:
        """The value of a threshold in dollars, as cents."""
        return _cents(self.exact(threshold))


class Thresholds:
    """What judges, as of any day. The declared value holds where the table has no row of the name by that day."""

    def __init__(self, rows: pd.DataFrame | None = None) -> None:
        """The rows of the table *Thresholds*; without any, the declared values."""
        self._rows = {} if rows is None else _by_name(rows)
        self._on: dict[date, InForce] = {}

    def on(self, day: date) -> InForce:
        """What judges on this day."""
        return self._on.setdefault(day, InForce(self._rows, day))

    @property
    def newest(self) -> InForce:
        """What judges last: for what is typed, which has no day."""
        return self.on(date.max)

    def fractions_on(self, threshold: Threshold, day: Ints) -> tuple[Ints, Ints]:
        """The value on each of many days (numbers since 1970), as numerators and denominators."""
        rows = self._rows.get(plain_name(threshold.name), [])
        values = [threshold.exact, *(value for _, value in rows)]
        firsts = np.array([to_day(since) for since, _ in rows], dtype="int64")
        place = np.searchsorted(firsts, day, side="right")
        ratios = zip(*(value.as_integer_ratio() for value in values), strict=True)
        top, bottom = (np.array(part, dtype="int64") for part in ratios)
        return top[place], bottom[place]

    def cents_on(self, threshold: Threshold, day: Ints) -> Ints:
        """The value of a threshold in dollars on each of many days, as cents."""
        top, bottom = self.fractions_on(threshold, day)
        cents: Ints = share_of(100, top, bottom)
        return cents


def limits_on(day: date, tables: Tables) -> InForce:
    """What judges on this day by the practice's own sheet *Thresholds*, where it has one."""
    return remembered(Thresholds, tables.get(THRESHOLDS.name)).on(day)


def _by_name(rows: pd.DataFrame) -> dict[str, Dated]:
    """The dated values of each name, earliest first; of two rows of one day, the lower one on the sheet."""
    found: dict[str, dict[date, Fraction]] = {}
    for name, value, since in zip(rows["name"], rows["value"], rows["since"], strict=True):
        if pd.notna(value) and pd.notna(since):
            found.setdefault(plain_name(name), {})[since.date()] = Fraction(str(value))
    return {name: sorted(dated.items()) for name, dated in found.items()}


def _cents(dollars: Fraction) -> int:
    return int(share_of(100, dollars.numerator, dollars.denominator))
