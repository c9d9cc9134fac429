"""The charge caps the rate on the claim as a whole: one line's low charge is made up by another's high one."""

import numpy as np

from medoffice_xl.contracts.exact_amounts import Rows
from medoffice_xl.contracts.sheet import Mask, PriceSheet

NAME = "Claim charged below its rates"
SOURCE = "contract field “Lesser of”: claim"


def applies(sheet: PriceSheet) -> Mask:
    """Every priced line of a claim whose charges are less than its rates together."""
    mask = np.zeros(len(sheet.lines), dtype=bool)
    by_claim = sheet.book.terms.has("lesser_of", "claim")
    if not by_claim.any():
        return mask
    rows = np.flatnonzero(by_claim[sheet.contract] & sheet.priced())
    if not rows.size:
        return mask
    _, claim = np.unique(sheet.lines.claim[rows], return_inverse=True)
    charges = np.bincount(claim, weights=sheet.lines.charge[rows]).astype("int64")
    rates = np.bincount(claim, weights=sheet.amounts.cents(rows)).astype("int64")
    mask[rows[((charges > 0) & (charges < rates))[claim]]] = True
    return mask


def price(sheet: PriceSheet, rows: Rows) -> None:
    """The charges."""
    sheet.put_charges(rows)
