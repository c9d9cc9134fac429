"""Several images on one day: the technical and the professional part are reduced from the second on."""

import numpy as np

from medoffice_xl.contracts.exact_amounts import Rows
from medoffice_xl.contracts.rules.parts import PROFESSIONAL, TECHNICAL, reduce_part
from medoffice_xl.contracts.rules.ranks import procedures, several
from medoffice_xl.contracts.sheet import Mask, PriceSheet

NAME = "Several images"
SOURCE = "CMS, RVU25D, multiple procedure indicator 4, imaging family 88: TC 50%, PC 95% since 2017"
INDICATOR, FAMILY = "4", "88"


def applies(sheet: PriceSheet) -> Mask:
    """Imaging lines of a visit that has another one."""
    mask = np.zeros(len(sheet.lines), dtype=bool)
    image = sheet.indicated("mult", INDICATOR)
    if image.any():
        image &= sheet.indicated("imaging", FAMILY) & sheet.priced()
    rows = np.flatnonzero(image)
    if rows.size:
        mask[rows[several(sheet.lines.visit[rows], procedures(sheet, rows))]] = True
    return mask


def price(sheet: PriceSheet, rows: Rows) -> None:
    """Each part is ranked for itself: the highest in full, the others at the agreed share."""
    visit = sheet.lines.visit[rows]
    reduce_part(sheet, rows, TECHNICAL, "imaging_tc", visit)
    reduce_part(sheet, rows, PROFESSIONAL, "imaging_pc", visit)
