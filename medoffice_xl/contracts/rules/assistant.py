"""An assistant at surgery is paid a share of the surgeon's fee, where the code allows an assistant."""

import numpy as np

from medoffice_xl.contracts.exact_amounts import Rows
from medoffice_xl.contracts.modifiers import BITS
from medoffice_xl.contracts.sheet import Mask, PriceSheet
from medoffice_xl.contracts.status import Status
from medoffice_xl.contracts.terms import follows_medicare

NAME = "Assistant at surgery"
SOURCE = "CMS: 16%, a non-physician assistant 85% of that; contract fields “Assistant” and “Assistant (AS)”"
PHYSICIAN = BITS["80"] | BITS["81"] | BITS["82"]
NEVER = "1"


def applies(sheet: PriceSheet) -> Mask:
    """Lines with 80, 81, 82 or AS."""
    return sheet.has(PHYSICIAN | BITS["AS"])


def price(sheet: PriceSheet, rows: Rows) -> None:
    """The agreed share; by report where none is agreed; not paid where Medicare's indicator forbids an assistant."""
    other = (sheet.lines.mods[rows] & BITS["AS"]) > 0
    for share, own in (("as_percent", rows[other]), ("assistant_percent", rows[~other])):
        agreed = sheet.agreed(share)[own]
        sheet.multiply(own[agreed], share)
        sheet.stop(own[~agreed], Status.BY_REPORT)
    follows = follows_medicare(sheet.book.terms.frame).to_numpy()[sheet.contract[rows]]
    forbidden = follows & (sheet.indicator("asst")[rows] == NEVER)
    sheet.stop(rows[np.asarray(forbidden, dtype=bool)], Status.NOT_PAID)
