"""A price is for one unit; the line may have several, or a part of one."""

from medoffice_xl.contracts.exact_amounts import Rows
from medoffice_xl.contracts.sheet import Mask, PriceSheet

NAME = "Units"
SOURCE = "rate of one unit × units"


def applies(sheet: PriceSheet) -> Mask:
    """Priced lines of more or less than one unit, unless their price is of the whole line."""
    mask: Mask = (sheet.lines.units != 1000) & ~sheet.whole
    return mask & sheet.priced() if mask.any() else mask


def price(sheet: PriceSheet, rows: Rows) -> None:
    """Times the units, which are thousandths; whole ones are folded into the amount."""
    sheet.amounts.multiply(rows, sheet.lines.units[rows], 1000)
