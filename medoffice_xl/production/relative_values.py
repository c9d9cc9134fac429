"""Relative values of codes: Medicare's file first, the practice's own figures where Medicare has none.

One release values all services of a period, so that a change of Medicare's values in January does not look like a
change of the work.
"""

from dataclasses import dataclass, field
from typing import Any

import narwhals as nw

from medoffice_xl.contracts.medicare_rate import COMPONENTS
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.rows import Frame, fetch, take
from medoffice_xl.sets.unchanging import remembered
from medoffice_xl.tables import CHARGE_MASTER, MPFS


@dataclass(frozen=True, slots=True)
class RelativeValues:
    """Work values in hundredths, by code and component. `year` is the release's; 0 where none is loaded."""

    year: int
    medicare: dict[tuple[str, str], int] = field(default_factory=dict)
    own: dict[str, int] = field(default_factory=dict)

    def work(self, code: str, mods: str = "") -> int | None:
        """Work of one unit in hundredths; None for a code that nobody values."""
        component = next((mod for mod in mods.split() if mod in COMPONENTS), "")
        found = self.medicare.get((code, component), self.medicare.get((code, "")))
        return self.own.get(code) if found is None else found


def relative_values(mpfs: Frame, charge_master: Frame, year: int = 0) -> RelativeValues:
    """The work values of the last release of `year`; of the newest year loaded where it is 0.

    A code counts as valued when the last release prints relative values for it, whatever its status: one without any
    is priced by the contractor or not at all. Raises NoData for a year that is not loaded.
    """
    return remembered(_relative_values, mpfs, charge_master, asked=(year,))


def _relative_values(mpfs: Frame, charge_master: Frame, year: int) -> RelativeValues:
    of = _oldest_first(mpfs)
    loaded = sorted({row["year"] for row in of})
    if year and year not in loaded:
        have = ", ".join(map(str, loaded)) or "none"
        raise NoData(f"No relative values of {year} are loaded, only {have}. Import CMS's file of {year}.")
    wanted = year or max(loaded, default=0)
    last = {(row["code"], row["mod"]): row for row in of if row["year"] == wanted}
    values = {key: row["work"] for key, row in last.items() if row["valued"]}
    return RelativeValues(wanted, values, own_values(charge_master, "work_rvu"))


def _oldest_first(mpfs: Frame) -> list[dict[str, Any]]:
    """Every row with its work, and whether it has relative values at all, in the order of the releases."""
    rows = take(mpfs, MPFS, "year", "effective", "code", "mod", "work", "pe_nf", "pe_f", "mp")
    total = nw.col("work") + nw.col("pe_nf") + nw.col("pe_f") + nw.col("mp")
    work = (nw.col("work") * 100).round(0).cast(nw.Int64())
    found = fetch(rows.select("year", "effective", "code", "mod", work=work, valued=(total > 0)))
    return sorted(found, key=lambda row: row["effective"])


def own_values(charge_master: Frame, column: str) -> dict[str, int]:
    """The practice's own values, `work_rvu` or `total_rvu`, in hundredths by code; the latest row of a code counts."""
    return remembered(_own_values, charge_master, asked=(column,))


def _own_values(charge_master: Frame, column: str) -> dict[str, int]:
    rows = take(charge_master, CHARGE_MASTER, "code", "mods", "effective", column)
    rows = rows.filter((nw.col(column) >= 0) & (nw.col("mods") == ""))
    hundredths = (nw.col(column) * 100).round(0).cast(nw.Int64())
    found = fetch(rows.select("code", "effective", value=hundredths))
    ordered = sorted(found, key=lambda row: (row["effective"] is not None, row["effective"]))
    return {row["code"].upper(): row["value"] for row in ordered}
