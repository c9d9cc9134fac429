"""A global fee split between who operates and who sees the patient before or after, by the file's shares."""

import numpy as np

from medoffice_xl.contracts.exact_amounts import Rows
from medoffice_xl.contracts.modifiers import BITS
from medoffice_xl.contracts.sheet import Mask, PriceSheet
from medoffice_xl.contracts.status import Status

NAME = "Part of the global fee"
SOURCE = (
    "CMS, RVU25D, pre-, intra- and postoperative percentages; Claims Processing Manual ch. 12 §40.4: "
    "54 is pre- and intraoperative care, 55 postoperative, 56 preoperative, 78 intraoperative"
)
PARTS = BITS["54"] | BITS["55"] | BITS["56"] | BITS["78"]


def applies(sheet: PriceSheet) -> Mask:
    """Lines with 54, 55, 56 or 78."""
    return sheet.has(PARTS)


def price(sheet: PriceSheet, rows: Rows) -> None:
    """The parts that the modifiers name; by report where Medicare's file has no shares for the code."""
    medicare, row = sheet.book.medicare, sheet.indicator_row[rows]
    known = row >= 0
    sheet.stop(rows[~known], Status.BY_REPORT)
    rows, row = rows[known], row[known]
    if not rows.size:
        return
    mods = sheet.lines.mods[rows]
    whole = medicare.pre[row] + medicare.intra[row] + medicare.post[row] == 0
    before = ((mods & (BITS["54"] | BITS["56"])) > 0) * medicare.pre[row]
    during = ((mods & (BITS["54"] | BITS["78"])) > 0) * medicare.intra[row]
    after = ((mods & BITS["55"]) > 0) * medicare.post[row]
    return_trip = ((mods & BITS["78"]) > 0) & whole  # no global days: the whole fee is the operation
    sheet.amounts.multiply(rows, np.where(return_trip, 10_000, before + during + after), 10_000)
    sheet.stop(rows[whole & ~return_trip], Status.BY_REPORT)
