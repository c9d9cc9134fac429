"""More units than Medicare's limit for the code: a note for coding, which changes no expected amount.

Source: CMS, National Correct Coding Initiative, Medically Unlikely Edits. Their adjudication indicator says what is
counted: 1 the line, 2 (absolute) and 3 (clinical) all lines of the code that one patient had from one provider on one
day.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.contracts.days import FOREVER, days
from medoffice_xl.contracts.exact import Ints, Rows
from medoffice_xl.contracts.lines import Lines
from medoffice_xl.row_keys import combine, numbered

BY_LINE = 1

COUNTED_BY = {BY_LINE: "a line", 2: "a day, without exception", 3: "a day"}
"""What each adjudication indicator counts, in words."""


@dataclass(frozen=True, slots=True)
class UnitLimits:
    """The limits, sorted by `keys`: place of the code among `codes`, then first day. `units` are whole units."""

    codes: "pd.Index[str]"
    keys: Ints
    last: Ints
    units: Ints
    indicator: Ints

    def __bool__(self) -> bool:
        return bool(len(self.keys))

    def in_force(self, lines: Lines, rows: Rows) -> Ints:
        """Place of the limit of each of these lines on its day; −1 where there is none. Of two the later counts."""
        own = self.codes.get_indexer(pd.Index(lines.codes, dtype="str"))[lines.code[rows]]
        at = np.searchsorted(self.keys, _keys(own, lines.day[rows]), side="right") - 1
        right = (own >= 0) & (at >= 0)
        right &= (self.keys[at] // (FOREVER + 1) == own) & (self.last[at] >= lines.day[rows])
        return np.where(right, at, -1)


@dataclass(frozen=True, slots=True)
class OverLimit:
    """On the first line of each service above its limit, else 0.

    `limit` in whole units, `counted` the thousandths that are above it, `indicator` what was counted (1, 2 or 3).
    """

    limit: Ints
    counted: Ints
    indicator: Ints


def none_over(size: int) -> OverLimit:
    """No service of `size` lines is above its limit."""
    return OverLimit(*(np.zeros(size, dtype="int64") for _ in range(3)))


def compile_unit_limits(table: pd.DataFrame | None, base_units: pd.DataFrame | None = None) -> UnitLimits:
    """The frame of the table `unit_limits`, ready to be looked up.

    Left out are limits of 0, by which Medicare says that it does not pay the code to a practitioner at all, rows
    without a known indicator, and the codes of `base_units`: units of anesthesia are minutes.
    """
    if table is None or table.empty:
        nothing = np.zeros(0, dtype="int64")
        return UnitLimits(pd.Index([], dtype="str"), nothing, nothing, nothing, nothing)
    kept = table[(table["units"] > 0) & table["indicator"].isin(["1", "2", "3"])]
    if base_units is not None:
        kept = kept[~kept["code"].isin(base_units["code"])]
    places, codes = pd.factorize(kept["code"].str.upper())
    keys = _keys(places.astype("int64"), days(kept["effective"], 0))
    keys, later = np.unique(keys[::-1], return_index=True)
    rows = len(kept) - 1 - later
    return UnitLimits(
        pd.Index(codes, dtype="str"),
        keys,
        days(kept["end"], FOREVER)[rows],
        kept["units"].to_numpy(dtype="int64")[rows],
        kept["indicator"].to_numpy().astype("int64")[rows],
    )


def over_limit(lines: Lines, counted: npt.NDArray[np.bool_], leader: Ints, limits: UnitLimits) -> OverLimit:
    """The services whose units are above the limit in force on their day, of the lines that are `counted`.

    `leader` is the first line of each line's service. Where the patient is not known the claim stands for him.
    """
    over = none_over(len(lines))
    rows = np.flatnonzero(counted)
    place = limits.in_force(lines, rows)
    rows, place = rows[place >= 0], place[place >= 0]
    if not rows.size:
        return over
    units = lines.units[rows].copy()
    by_day = np.flatnonzero(limits.indicator[place] != BY_LINE)
    one, size = numbered(combine(lines.visit[rows[by_day]], lines.code[rows[by_day]]))
    units[by_day] = np.bincount(one, weights=units[by_day], minlength=size).astype("int64")[one]
    above = units > limits.units[place] * 1000
    rows, place, units = rows[above], place[above], units[above]
    first = leader[rows]
    over.limit[first], over.indicator[first] = limits.units[place], limits.indicator[place]
    np.maximum.at(over.counted, first, units)
    return over


def _keys(code: "npt.NDArray[np.intp] | Ints", day: Ints) -> Ints:
    keys: Ints = code.astype("int64") * (FOREVER + 1) + day
    return keys
