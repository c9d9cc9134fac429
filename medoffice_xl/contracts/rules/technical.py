"""Several cardiovascular or eye tests on one day: the technical part is reduced from the second on."""

import numpy as np

from medoffice_xl.contracts.exact_amounts import Rows
from medoffice_xl.contracts.rules.parts import TECHNICAL, reduce_part
from medoffice_xl.contracts.rules.ranks import procedures, several
from medoffice_xl.contracts.sheet import Mask, PriceSheet

NAME = "Several tests"
SOURCE = "CMS, RVU25D, multiple procedure indicators 6 (cardiovascular, TC 75%) and 7 (eye, TC 80%)"
SHARES = {"6": "cardiology_tc", "7": "eye_tc"}


def applies(sheet: PriceSheet) -> Mask:
    """Tests of a visit that has another one of the same kind."""
    mask = np.zeros(len(sheet.lines), dtype=bool)
    for indicator in SHARES:
        rows = np.flatnonzero(sheet.indicated("mult", indicator) & sheet.priced())
        if rows.size:
            mask[rows[several(sheet.lines.visit[rows], procedures(sheet, rows))]] = True
    return mask


def price(sheet: PriceSheet, rows: Rows) -> None:
    """The highest technical part in full, the others at the agreed share."""
    for indicator, share in SHARES.items():
        own = rows[sheet.indicator("mult")[rows] == indicator]
        reduce_part(sheet, own, TECHNICAL, share, sheet.lines.visit[own])
