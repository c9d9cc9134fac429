"""Medicare's amount for each code of a code mix in one year, with the practice's own RVUs where Medicare has none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from medoffice_xl.areas.rates.agreed_rates import Item
from medoffice_xl.contracts.exact_amounts import medicare_nanos, scaled
from medoffice_xl.contracts.medicare_rate import MedicareTables, medicare_rate
from medoffice_xl.errors import NoData
from medoffice_xl.published import published
from medoffice_xl.sets.unchanging import remembered
from medoffice_xl.tables import CONVERSION_FACTORS

_NATIONAL = scaled([1.0], 1000)

_Key = tuple[str, str, bool, int | None]


@dataclass(frozen=True, slots=True)
class Amount:
    """Cents of one unit; None where nobody values the code. `own` marks the practice's own RVUs."""

    cents: int | None
    own: bool = False


def medicare_amounts(
    tables: MedicareTables, own_rvus: dict[str, int], mix: Sequence[Item], year: int, locality: str = ""
) -> list[Amount]:
    """Medicare's amount for one unit of each item by the last release of the year.

    `own_rvus` are the practice's own totals in hundredths, used only for codes without a value in Medicare's file, at
    the national factor. Raises NoData where no file of the year is loaded.
    """
    loaded = sorted(set(tables.mpfs["year"]))
    if year not in loaded:
        have = ", ".join(map(str, loaded)) or "none"
        raise NoData(f"No relative values of {year} are loaded, only {have}. Import CMS's file of {year}.")
    of_year = tables.mpfs["year"] == year
    known = tables.mpfs[of_year & tables.mpfs["code"].isin({item.code for item in mix})]
    narrow = MedicareTables(known, tables.gpci, tables.conversion_factors)
    last = date(year, 12, 31)
    amounts = _amounts(tables, year, locality)
    for item in mix:
        if (key := _key(item, own_rvus)) not in amounts:
            amounts[key] = _amount(narrow, own_rvus, item, last, locality)
    return [amounts[_key(item, own_rvus)] for item in mix]


def _amounts(tables: MedicareTables, year: int, locality: str) -> dict[_Key, Amount]:
    """Amounts known so far: the mixes of all payers are made of the same codes."""
    return remembered(_none_so_far, tables, asked=(year, locality))


def _none_so_far(*_: Any) -> dict[_Key, Amount]:
    return {}


def _key(item: Item, own_rvus: dict[str, int]) -> _Key:
    return item.code, item.mods, item.facility, own_rvus.get(item.code)


def newest_year(mpfs: pd.DataFrame) -> int:
    """The newest year loaded; raises NoData where none is."""
    if mpfs.empty:
        raise NoData("No Medicare file is loaded. Import CMS's relative value file.")
    return int(mpfs["year"].max())


def _amount(tables: MedicareTables, own_rvus: dict[str, int], item: Item, last: date, locality: str) -> Amount:
    if (tables.mpfs["code"] == item.code).any():
        try:
            setting = "F" if item.facility else "NF"
            found = medicare_rate(tables, item.code, item.mods, locality, setting, last)
            return Amount(int(found.value))
        except NoData:
            pass
    if not own_rvus.get(item.code):
        return Amount(None)
    nothing = scaled([0], 100)
    nanos = medicare_nanos(
        (scaled([own_rvus[item.code] / 100], 100), nothing, nothing),
        (_NATIONAL,) * 3,
        scaled([_factor(tables, last)], 10_000),
    )
    return Amount(int((nanos[0] + 5_000_000) // 10_000_000), own=True)


def _factor(tables: MedicareTables, day: date) -> float:
    """Medicare's national factor of the day."""
    rows = published(CONVERSION_FACTORS) if tables.conversion_factors is None else tables.conversion_factors
    rows = rows[(rows["kind"] == "physician") & rows["program"].isin(["", "non-QP"]) & (rows["locality_key"] == "")]
    rows = rows[(rows["effective"] <= pd.Timestamp(day)) & (rows["end"] >= pd.Timestamp(day))]
    if rows.empty:
        raise NoData(f"Medicare's conversion factor of {day.year} is not known. Type it on Conversion factors.")
    return float(rows.sort_values("effective")["factor"].iloc[-1])
