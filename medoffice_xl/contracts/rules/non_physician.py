"""A non-physician practitioner is paid a share of the physician's fee."""

import numpy as np

from medoffice_xl.contracts.exact_amounts import Rows
from medoffice_xl.contracts.modifiers import BITS
from medoffice_xl.contracts.sheet import Mask, PriceSheet

NAME = "Non-physician practitioner"
SOURCE = "CMS: 85% of the physician fee schedule; contract field “Non-physician”"


def applies(sheet: PriceSheet) -> Mask:
    """Lines of a non-physician provider, unless as assistant at surgery (AS has its own share)."""
    if not sheet.lines.non_physician.any():
        return np.zeros(len(sheet.lines), dtype=bool)
    return sheet.priced() & sheet.lines.non_physician & ~sheet.has(BITS["AS"]) & sheet.agreed("npp_percent")


def price(sheet: PriceSheet, rows: Rows) -> None:
    """The agreed share."""
    sheet.multiply(rows, "npp_percent")
