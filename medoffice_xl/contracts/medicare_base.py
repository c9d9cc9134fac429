"""The Medicare amount of one unit under one contract: RVU year, factor year, locality and setting as agreed."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.contracts.exact_amounts import NANOS, Ints, Rows, half_up, medicare_nanos, scaled
from medoffice_xl.contracts.medicare_rate import PAYABLE
from medoffice_xl.contracts.modifiers import COMPONENT
from medoffice_xl.contracts.sheet import PriceSheet
from medoffice_xl.contracts.status import Source, Status


def medicare_base(sheet: PriceSheet, contract: int, rows: Rows) -> None:
    """Price lines of one contract by relative values: times Medicare's factor and a percent, or the payer's own."""
    lines, medicare = sheet.lines, sheet.book.medicare
    terms = sheet.book.terms.frame.iloc[contract]
    release = medicare.release_of(lines.day[rows], _year(terms["rvu_year"]), str(terms["program"]))
    sheet.stop(rows[release < 0], Status.NOT_LOADED)
    rows, release = rows[release >= 0], release[release >= 0]
    code = medicare.index_of(lines.codes)[lines.code[rows]]
    row, counted = medicare.rows_of(release, code, lines.mods[rows])
    expense = medicare.practice_expense(row, _facility(sheet, terms, rows))
    paid = (row >= 0) & ((medicare.work[row] + expense + medicare.mp[row]) > 0)
    if terms["rules"] == "Medicare":
        paid &= np.isin(medicare.indicators["status"][row].astype("str"), PAYABLE)
    missing = rows[~paid]
    sheet.stop(missing, Status.UNLISTED)
    sheet.stop(missing[(row[~paid] < 0) & ((lines.mods[missing] & COMPONENT) > 0)], Status.NOT_SPLIT)
    rows, row, counted = rows[paid], row[paid], counted[paid]
    nanos = unit_nanos(sheet, contract, rows, row)
    if nanos is None:
        sheet.stop(rows, Status.NOT_LOADED)
        return
    if medicare.caps and terms["method"] == "% of Medicare":
        nanos = np.minimum(nanos, _imaging_caps(sheet, terms, rows))
    if terms["rounding"] == "fee":
        nanos = half_up(nanos) * NANOS
    sheet.amounts.nanos[rows] = nanos
    if terms["method"] == "% of Medicare":
        sheet.multiply(rows, "percent")
    sheet.covered[rows] = counted
    sheet.file_row[rows] = row
    sheet.source[rows] = Source.MEDICARE if terms["method"] == "% of Medicare" else Source.FACTOR


def unit_nanos(sheet: PriceSheet, contract: int, rows: Rows, row: Ints, pe_only: bool = False) -> Ints | None:
    """Nano-dollars of a row of Medicare's file for each line, before the percent; None without its locality or factor.

    `pe_only` gives the practice expense's part alone.
    """
    lines, medicare = sheet.lines, sheet.book.medicare
    terms = sheet.book.terms.frame.iloc[contract]
    cf_year, day = _year(terms["cf_year"]), lines.day[rows]
    place = medicare.gpcis(str(terms["locality"]), _year(terms["rvu_year"]), day, terms["gpci_floor"] != "without")
    if place is None:
        return None
    factor = _factor(sheet, terms, row, cf_year, day)
    if not factor.all():
        return None
    expense = medicare.practice_expense(row, _facility(sheet, terms, rows))
    nothing = np.zeros(len(rows), dtype="int64")
    work, mp = (nothing, nothing) if pe_only else (medicare.work[row], medicare.mp[row])
    return medicare_nanos((work, expense, mp), place, factor)


def _factor(sheet: PriceSheet, terms: "pd.Series[Any]", row: Ints, cf_year: int, day: Ints) -> Ints:
    if terms["method"] == "conversion factor":
        return np.full(len(row), int(scaled([terms["factor"]], 10_000)[0]), dtype="int64")
    medicare = sheet.book.medicare
    dated = medicare.dated_factor("physician", str(terms["program"]), "", cf_year, day)
    return np.where(dated > 0, dated, 0 if cf_year else medicare.factor[row])


def _imaging_caps(sheet: PriceSheet, terms: "pd.Series[Any]", rows: Rows) -> Ints:
    """The outpatient cap of each line in nano-dollars; very high where there is none."""
    caps, lines = sheet.book.medicare.caps, sheet.lines
    code = caps.index_of(lines.codes)[lines.code[rows]]
    facility, day = _facility(sheet, terms, rows), lines.day[rows]
    return caps.of(str(terms["locality"]), code, lines.mods[rows], facility, day, _year(terms["rvu_year"]))


def _facility(sheet: PriceSheet, terms: "pd.Series[Any]", rows: Rows) -> npt.NDArray[np.bool_]:
    """Which lines are priced as in a facility: by place of service, or all alike where the contract says so."""
    return np.full(len(rows), terms["setting"] == "F") if terms["setting"] else sheet.lines.facility[rows]


def _year(value: Any) -> int:
    return 0 if pd.isna(value) else int(value)
