"""Several therapy units on one day: practice expense is reduced for all but the unit where it is highest."""

import numpy as np

from medoffice_xl.contracts.exact_amounts import Rows
from medoffice_xl.contracts.medicare_base import unit_nanos
from medoffice_xl.contracts.rules.parts import pay_one_in_full
from medoffice_xl.contracts.sheet import Mask, PriceSheet

NAME = "Several therapy units"
SOURCE = "CMS, RVU25D, multiple procedure indicator 5: practice expense 50% from the second unit on"
INDICATOR = "5"


def applies(sheet: PriceSheet) -> Mask:
    """Therapy lines priced by relative values, of whole units, where the contract has the rule."""
    mask = sheet.indicated("mult", INDICATOR)
    if not mask.any():
        return mask
    whole_units = (sheet.lines.units >= 1000) & (sheet.lines.units % 1000 == 0)
    mask &= sheet.priced() & (sheet.file_row >= 0) & whole_units & sheet.agreed("therapy_pe")
    return mask


def price(sheet: PriceSheet, rows: Rows) -> None:
    """Half of practice expense off every unit but the day's highest."""
    expense = np.zeros(len(rows), dtype="int64")
    for contract in np.unique(sheet.contract[rows]):
        own = sheet.contract[rows] == contract
        fee = unit_nanos(sheet, int(contract), rows[own], sheet.file_row[rows[own]], pe_only=True)
        expense[own] = 0 if fee is None else fee
    pay_one_in_full(sheet, rows, expense, "therapy_pe", sheet.lines.visit[rows])
