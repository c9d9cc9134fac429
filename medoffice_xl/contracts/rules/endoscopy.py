"""Endoscopies of one family on one day: the highest in full, of each other what it adds to the base scope."""

import numpy as np
import pandas as pd

from medoffice_xl.contracts.exact_amounts import Ints, Rows
from medoffice_xl.contracts.medicare_base import unit_nanos
from medoffice_xl.contracts.rules.parts import take_off_of_all
from medoffice_xl.contracts.rules.ranks import of_one, procedures, ranks, several
from medoffice_xl.contracts.sheet import Mask, PriceSheet

NAME = "Endoscopy family"
SOURCE = "CMS, RVU25D, multiple procedure indicator 3: the highest in full, the others less the base endoscopy"
FAMILY = "3"


def applies(sheet: PriceSheet) -> Mask:
    """Lines of a family that has another line on the same day, where the contract has the rule."""
    mask = sheet.indicated("mult", FAMILY)
    if not mask.any():
        return mask
    rows = np.flatnonzero(mask & sheet.priced())
    rows = rows[of_family(sheet, rows)]
    mask[:] = False
    if rows.size:
        mask[rows[several(families(sheet, rows), _scopes(sheet, rows))]] = True
    return mask


def _scopes(sheet: PriceSheet, rows: Rows) -> Ints:
    """How many endoscopies each line is; one where its price is of the whole line."""
    return np.where(sheet.whole[rows], 1, procedures(sheet, rows))


def of_family(sheet: PriceSheet, rows: Rows) -> Mask:
    """Endoscopies whose contract has the rule for families."""
    family: Mask = (sheet.indicator("mult")[rows] == FAMILY) & (sheet.terms_text("endoscopy")[rows] == "family")
    return family


def families(sheet: PriceSheet, rows: Rows) -> Ints:
    """A number alike for lines of one family in one visit."""
    base = sheet.book.medicare.endo_base[sheet.indicator_row[rows]]
    return sheet.lines.visit[rows] * (len(sheet.book.medicare.codes) + 1) + base + 1


def price(sheet: PriceSheet, rows: Rows) -> None:
    """Takes the base endoscopy's fee off every endoscopy of the family but the highest."""
    scopes = _scopes(sheet, rows)
    lower = scopes - (ranks(families(sheet, rows), of_one(sheet, rows, scopes)) == 0)
    take_off_of_all(sheet, rows, _base_nanos(sheet, rows) * lower, scopes)


def _base_nanos(sheet: PriceSheet, rows: Rows) -> Ints:
    """Fee of one unit of each line's base endoscopy under the line's own contract, before the line's fraction."""
    medicare = sheet.book.medicare
    base = medicare.endo_base[sheet.indicator_row[rows]]
    nanos = np.zeros(len(rows), dtype="int64")
    by_file = sheet.file_row[rows] >= 0
    for contract in np.unique(sheet.contract[rows[by_file]]):
        own = by_file & (sheet.contract[rows] == contract)
        release = medicare.release_of(sheet.lines.day[rows[own]], _pinned(sheet, int(contract)), "")
        row = medicare.row(release, base[own], np.zeros(int(own.sum()), dtype="int64"))
        fee = unit_nanos(sheet, int(contract), rows[own], np.maximum(row, 0))
        if fee is not None:
            nanos[own] = np.where(row >= 0, fee, 0)
    flat = ~by_file
    if flat.any():
        nanos[flat] = _flat_nanos(sheet, rows[flat], base[flat])
    return nanos


def _flat_nanos(sheet: PriceSheet, rows: Rows, base: Ints) -> Ints:
    names = pd.Index(["" if one < 0 else sheet.book.medicare.codes[one] for one in base.tolist()], dtype="str")
    found = sheet.book.schedule.find(sheet.lines.take(rows), names).nanos
    return np.maximum(found, 0)


def _pinned(sheet: PriceSheet, contract: int) -> int:
    return int(sheet.book.terms.whole("rvu_year")[contract])
