"""Medicare's relative values as a grid: release, code and component to one row, gathered for all lines at once."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.contracts.days import days, in_force_at
from medoffice_xl.contracts.exact_amounts import Ints, Rows, scaled
from medoffice_xl.contracts.imaging_caps import ImagingCaps, compile_caps
from medoffice_xl.contracts.modifiers import BITS
from medoffice_xl.contracts.releases import NONE, in_force

COMPONENTS = ("", "26", "TC", "53")


@dataclass(frozen=True, slots=True)
class Medicare:
    """What CMS's files hold, with `row` −1 for what they do not."""

    codes: "pd.Index[str]"
    releases: pd.DataFrame
    grid: npt.NDArray[np.int32]
    work: Ints
    pe_nf: Ints
    pe_f: Ints
    mp: Ints
    factor: Ints
    pre: Ints
    intra: Ints
    post: Ints
    endo_base: Ints
    indicators: dict[str, npt.NDArray[np.object_]]
    gpci: pd.DataFrame
    factors: pd.DataFrame
    caps: ImagingCaps

    def release_of(self, day: Ints, year: int, program: str) -> Ints:
        """Release in force on each day; the last one of `year` where a year is pinned (0 follows the day)."""
        own = self.releases[self.releases["program"].isin(["", program or "non-QP"])]
        starts, of_year, places = (own[name].to_numpy() for name in ("first", "year", "release"))
        at = in_force(starts, of_year, day, year)
        known = at >= 0
        at[known] = places[at[known]]
        return at

    def rows_of(self, release: Ints, code: Ints, mods: Ints, covered: Ints | None = None) -> tuple[Ints, Ints]:
        """Row of each line's code and component, and the modifiers which that row already counts."""
        component = np.select([(mods & BITS["26"]) > 0, (mods & BITS["TC"]) > 0, (mods & BITS["53"]) > 0], [1, 2, 3], 0)
        row = self.row(release, code, component)
        no_53 = (row < 0) & (component == 3)
        row[no_53] = self.row(release[no_53], code[no_53], np.zeros(int(no_53.sum()), dtype="int64"))
        counted = np.array([0, BITS["26"], BITS["TC"], BITS["53"]])[np.where(no_53, 0, component)]
        return row, counted

    def row(self, release: Ints, code: Ints, component: Ints) -> Ints:
        """Row of the file for release, code and component; −1 where there is none."""
        known = (release >= 0) & (code >= 0)
        row = np.full(len(code), NONE, dtype="int64")
        row[known] = self.grid[release[known], code[known], component[known]]
        return row

    def index_of(self, codes: npt.NDArray[np.object_]) -> Ints:
        """Index in this grid of each code of another vocabulary."""
        return self.codes.get_indexer(pd.Index(codes, dtype="str")).astype("int64")

    def practice_expense(self, row: Rows, facility: npt.NDArray[np.bool_]) -> Ints:
        """Practice expense RVU of the setting, in hundredths."""
        return np.where(facility, self.pe_f[row], self.pe_nf[row])

    def gpcis(self, locality: str, year: int, day: Ints, floor: bool) -> tuple[Ints, Ints, Ints] | None:
        """Work, PE and MP indices of each day in thousandths; ones for the nation, None for an unknown locality."""
        ones = np.full(len(day), 1000, dtype="int64")
        if not locality:
            return ones, ones, ones
        rows = self.gpci[self.gpci["locality_key"] == locality]
        if year:
            rows = rows[rows["year"] == year].tail(1)
        if rows.empty:
            return None
        at = np.zeros(len(day), dtype="int64") if year else np.searchsorted(rows["first"].to_numpy(), day, "right") - 1
        if (at < 0).any():
            return None
        work = rows["work"] if floor else rows["work_no_floor"].fillna(rows["work"])
        return scaled(work, 1000)[at], scaled(rows["pe"], 1000)[at], scaled(rows["mp"], 1000)[at]

    def dated_factor(self, kind: str, program: str, locality: str, year: int, day: Ints) -> Ints:
        """Conversion factor of each day in 1/10000; 0 where none is known. A pinned year means its last day."""
        rows = self.factors[(self.factors["kind"] == kind) & (self.factors["locality_key"] == locality)]
        rows = rows[rows["program"].isin(["", program or "non-QP"])].sort_values("first")
        factor = np.zeros(len(day), dtype="int64")
        if rows.empty:
            return factor
        when = np.full(len(day), _last_day(year), dtype="int64") if year else day
        begun = np.searchsorted(rows["first"].to_numpy(), when, side="right") - 1
        at = in_force_at(np.zeros(len(rows), dtype="int64"), rows["last"].to_numpy(), begun, when)
        factor[at >= 0] = scaled(rows["factor"], 10_000)[at[at >= 0]]
        return factor


def _last_day(year: int) -> int:
    return int(np.datetime64(f"{year}-12-31", "D").astype("int64"))


def compile_medicare(
    mpfs: pd.DataFrame, gpci: pd.DataFrame, factors: pd.DataFrame, caps: pd.DataFrame | None = None
) -> Medicare:
    """The frames of the tables `mpfs`, `gpci`, `conversion_factors` and `opps_caps` as grids."""
    codes = pd.Index(mpfs["code"].unique(), dtype="str")
    of = mpfs[["effective", "year", "program"]].drop_duplicates().sort_values(["effective", "program"])
    of = of.assign(release=range(len(of)), first=days(of["effective"], 0))
    release = mpfs[["effective", "program"]].merge(of, on=["effective", "program"], how="left")["release"]
    grid = np.full((max(len(of), 1), max(len(codes), 1), len(COMPONENTS)), NONE, dtype="int32")
    component = mpfs["mod"].map({name: place for place, name in enumerate(COMPONENTS)})
    kept = np.flatnonzero(component.notna())
    place = codes.get_indexer(pd.Index(mpfs["code"], dtype="str"))
    grid[release.to_numpy()[kept], place[kept], component.to_numpy()[kept].astype("int64")] = kept
    return Medicare(
        codes=codes,
        releases=of,
        grid=grid,
        work=scaled(mpfs["work"], 100),
        pe_nf=scaled(mpfs["pe_nf"], 100),
        pe_f=scaled(mpfs["pe_f"], 100),
        mp=scaled(mpfs["mp"], 100),
        factor=scaled(mpfs["cf"], 10_000),
        pre=scaled(mpfs["pre"], 10_000),
        intra=scaled(mpfs["intra"], 10_000),
        post=scaled(mpfs["post"], 10_000),
        endo_base=codes.get_indexer(pd.Index(mpfs["endo_base"], dtype="str")).astype("int64"),
        indicators={
            name: mpfs[name].to_numpy(dtype=object)
            for name in ("status", "pctc", "global_days", "mult", "bilat", "asst", "cosurg", "team", "imaging")
        },
        gpci=gpci.assign(first=days(gpci["effective"], 0)).sort_values("first"),
        factors=factors.assign(first=days(factors["effective"], 0), last=days(factors["end"], 0)),
        caps=compile_caps(caps),
    )
