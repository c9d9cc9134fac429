"""What tax law lets a purchase deduct, and when: dated limits and published rates, read from their tables."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import pandas as pd

from medoffice_xl.areas.equipment.tables import DEPRECIATION_RATES, SECTION_179_LIMITS
from medoffice_xl.errors import NoData
from medoffice_xl.published import published


@dataclass(frozen=True, slots=True)
class Limits:
    """What holds for a day of placing in service; money in cents. `source` is where it was published."""

    since: date
    limit: int
    phase_out: int
    suv_limit: int | None
    bonus: Fraction
    source: str

    def after_phase_out(self, bought: int) -> int:
        """The limit where so much was bought in the year: a dollar less for every dollar above the threshold.

        2,000,000 with a phase-out from 2,500,000: after 2,700,000 it is 1,800,000.
        """
        return max(self.limit - max(bought - self.phase_out, 0), 0)


class TaxRules:
    """The practice's tables of tax rules; the published ones where it has none."""

    def __init__(self, limits: pd.DataFrame | None = None, rates: pd.DataFrame | None = None) -> None:
        """From the tables *Section 179* and *Depreciation rates*."""
        self._limits = published(SECTION_179_LIMITS) if limits is None or limits.empty else limits
        self._rates = published(DEPRECIATION_RATES) if rates is None or rates.empty else rates

    def limits_on(self, placed: date) -> Limits:
        """The limits for what is placed in service on a day; raises NoData for a day before the first row."""
        begun = self._limits[self._limits["since"] <= pd.Timestamp(placed)]
        if begun.empty:
            raise NoData(
                f"{SECTION_179_LIMITS.sheet} has no limit for {placed:%m/%d/%Y}. Type the row of that year, or choose "
                "MACRS or straight line."
            )
        row = begun.sort_values("since", kind="stable").iloc[-1]
        return Limits(
            row["since"].date(),
            int(row["limit"]),
            int(row["phase_out"]),
            None if pd.isna(row["suv_limit"]) else int(row["suv_limit"]),
            Fraction(str(row["bonus"])),
            str(row["source"]),
        )

    def macrs(self, recovery: int, convention: str) -> tuple[Fraction, ...]:
        """The share of the cost that each year deducts; raises NoData where the table has none."""
        rows = self._rates[(self._rates["recovery"] == recovery) & (self._rates["convention"] == convention)]
        if rows.empty:
            known = ", ".join(str(years) for years in sorted(set(self._rates["recovery"])))
            raise NoData(
                f"{DEPRECIATION_RATES.sheet} has no {convention} rates of {recovery} years; it has {known} years."
            )
        by_year = {int(year): Fraction(str(share)) for year, share in zip(rows["year"], rows["rate"], strict=True)}
        return tuple(by_year.get(year, Fraction(0)) for year in range(1, max(by_year) + 1))
