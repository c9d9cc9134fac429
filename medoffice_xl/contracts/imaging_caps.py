"""The outpatient-hospital caps on imaging, by release, locality, code and component, for all lines at once.

Source: CMS's OPPSCAP file; section 5102(b) of the Deficit Reduction Act of 2005. The caps are on the technical
component and the global service; the professional component has none.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.contracts.days import days, years
from medoffice_xl.contracts.exact_amounts import NANOS, Ints
from medoffice_xl.contracts.modifiers import BITS, COMPONENT
from medoffice_xl.contracts.releases import in_force
from medoffice_xl.tables import OPPS_CAPS, empty_frame

Mask = npt.NDArray[np.bool_]

NO_CAP = 2**62
"""Nano-dollars that no price reaches: the line has no cap."""


@dataclass(frozen=True, slots=True)
class ImagingCaps:
    """The caps as sorted `keys` with a row of `nanos` each: nano-dollars outside a facility, and in one.

    A key is made of the places of locality, release (`firsts`, its first days) and code, and of the component.
    """

    codes: "pd.Index[str]"
    localities: "pd.Index[str]"
    firsts: Ints
    keys: Ints
    nanos: Ints

    def __bool__(self) -> bool:
        return bool(len(self.keys))

    def index_of(self, codes: npt.NDArray[np.object_]) -> Ints:
        """Place here of each code of another vocabulary; −1 for one without a cap."""
        return self.codes.get_indexer(pd.Index(codes, dtype="str")).astype("int64")

    def of(self, locality: str, code: Ints, mods: Ints, facility: Mask, day: Ints, year: int = 0) -> Ints:
        """The cap of each line in nano-dollars, of the release in force on its day; NO_CAP where it has none.

        `code` are places of `index_of`; a pinned `year` means its last release.
        """
        found = np.full(len(code), NO_CAP, dtype="int64")
        place = self.localities.get_indexer(pd.Index([locality], dtype="str"))[0]
        release = in_force(self.firsts, years(self.firsts), day, year)
        component = mods & COMPONENT
        rows = np.flatnonzero((release >= 0) & (code >= 0) & (component != BITS["26"]))
        if place < 0 or not rows.size:
            return found
        technical = component[rows] == BITS["TC"]
        wanted = _keys(place, release[rows], code[rows], technical, (len(self.firsts), len(self.codes)))
        at = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        hit = self.keys[at] == wanted
        found[rows[hit]] = self.nanos[at[hit], facility[rows[hit]].astype("int64")]
        return found


def compile_caps(caps: pd.DataFrame | None) -> ImagingCaps:
    """The frame of the table `opps_caps`, ready to be looked up. Of two rows for the same thing the later counts."""
    known = empty_frame(OPPS_CAPS) if caps is None else caps[caps["mod"].isin(["", "TC"])]
    firsts, release = np.unique(days(known["effective"], 0), return_inverse=True)
    locality, localities = pd.factorize(known["locality_key"])
    code, codes = pd.factorize(known["code"])
    technical = known["mod"].to_numpy() == "TC"
    key = _keys(locality.astype("int64"), release.astype("int64"), code, technical, (len(firsts), len(codes)))
    keys, last = np.unique(key[::-1], return_index=True)
    cents = known[["nonfacility", "facility"]].to_numpy(dtype="int64")[::-1][last]
    return ImagingCaps(
        pd.Index(codes, dtype="str"), pd.Index(localities, dtype="str"), firsts, keys, np.asarray(cents * NANOS)
    )


def _keys(locality: "Ints | int", release: Ints, code: Ints, technical: Mask, sizes: tuple[int, int]) -> Ints:
    """One number for each place in the grid of localities × releases × codes × components."""
    releases, codes = sizes
    keys: Ints = ((locality * releases + release) * codes + code) * 2 + technical
    return keys
