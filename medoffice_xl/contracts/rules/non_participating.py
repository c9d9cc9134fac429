"""A practice that does not participate in Medicare is allowed a share of the fee schedule."""

import numpy as np

from medoffice_xl.contracts.exact_amounts import Rows
from medoffice_xl.contracts.sheet import Mask, PriceSheet
from medoffice_xl.contracts.status import Source

NAME = "Non-participating"
SOURCE = "CMS, RVU25D: 95% of the fee for non-participating physicians; contract field “Non-participating”"
FEES = (Source.SCHEDULE, Source.MEDICARE, Source.FACTOR, Source.ANESTHESIA)
"""Where a fee of the fee schedule came from; drugs, case rates and shares of charges are no such fees."""


def applies(sheet: PriceSheet) -> Mask:
    """Lines priced by a fee schedule, under a contract that the practice does not participate in."""
    agreed = sheet.agreed("nonpar_percent")
    return agreed & sheet.priced() & np.isin(sheet.source, FEES) if agreed.any() else agreed


def price(sheet: PriceSheet, rows: Rows) -> None:
    """The agreed share."""
    sheet.multiply(rows, "nonpar_percent")
