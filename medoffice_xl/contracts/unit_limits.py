"""Medicare's limits of units, ready to be looked up.

Source: CMS, National Correct Coding Initiative, Medically Unlikely Edits. Their adjudication indicator says what is
counted: 1 the line, 2 (absolute) and 3 (clinical) all lines of the code that one patient had from one provider on one
day.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.contracts.days import FOREVER, days
from medoffice_xl.contracts.exact_amounts import Ints, Rows
from medoffice_xl.contracts.lines import Lines

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


def _keys(code: "npt.NDArray[np.intp] | Ints", day: Ints) -> Ints:
    keys: Ints = code.astype("int64") * (FOREVER + 1) + day
    return keys
