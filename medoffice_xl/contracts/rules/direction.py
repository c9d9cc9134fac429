"""Anesthesia under medical direction is shared by the physician and the anesthetist."""

from medoffice_xl.contracts.exact_amounts import Rows
from medoffice_xl.contracts.modifiers import BITS
from medoffice_xl.contracts.sheet import Mask, PriceSheet

NAME = "Medical direction"
SOURCE = "CMS: 50% each with QK, QX, QY; contract field “Direction”"


def applies(sheet: PriceSheet) -> Mask:
    """Anesthesia lines with QK, QX or QY."""
    directed = sheet.has(BITS["QK"] | BITS["QX"] | BITS["QY"])
    return directed & sheet.agreed("direction_percent") if directed.any() else directed


def price(sheet: PriceSheet, rows: Rows) -> None:
    """The agreed share."""
    sheet.multiply(rows, "direction_percent")
