"""Both sides on one day: 150% of one, or once, or each in full, as the code's indicator says."""

import numpy as np

from medoffice_xl.contracts.exact_amounts import Rows
from medoffice_xl.contracts.modifiers import BITS, SIDES
from medoffice_xl.contracts.sheet import Mask, PriceSheet

NAME = "Bilateral"
SOURCE = "CMS, RVU25D, bilateral indicator: 1 pays 150%, 0 and 2 pay 100%, 3 pays 100% for each side"
ONE_AND_A_HALF, EACH = "1", "3"


def is_bilateral(mods: "np.typing.NDArray[np.int64]") -> "np.typing.NDArray[np.bool_]":
    """Lines of both sides: 50, or RT and LT together."""
    both: np.typing.NDArray[np.bool_] = ((mods & BITS["50"]) > 0) | ((mods & SIDES) == SIDES)
    return both


def applies(sheet: PriceSheet) -> Mask:
    """Priced lines of both sides whose rate is not for both sides already."""
    if not sheet.any_mods & (BITS["50"] | SIDES):
        return np.zeros(len(sheet.lines), dtype=bool)
    return sheet.priced() & ~sheet.whole & is_bilateral(sheet.lines.mods & ~sheet.covered)


def price(sheet: PriceSheet, rows: Rows) -> None:
    """Sets the amount of both sides together, pair by pair; the line's units are counted herewith."""
    indicator = sheet.indicator("bilat")[rows]
    agreed = sheet.agreed("bilateral_percent")[rows]
    half = agreed & ((indicator == ONE_AND_A_HALF) | (indicator == ""))
    sheet.multiply(rows[half], "bilateral_percent")
    sheet.amounts.multiply(rows[indicator == EACH], 2)
    pairs = np.maximum(sheet.lines.units[rows] // 2000, 1)
    sheet.amounts.multiply(rows, pairs)
    sheet.whole[rows] = True
