"""Reduced, given up or unusual services: a share that each contract sets, or priced by report."""

from medoffice_xl.contracts.exact_amounts import Rows
from medoffice_xl.contracts.modifiers import BITS
from medoffice_xl.contracts.sheet import Mask, PriceSheet
from medoffice_xl.contracts.status import Status

NAME = "Modifier 22, 52 or 53"
SOURCE = "no share of CMS's; contract fields “Modifier 22”, “Modifier 52” and “Modifier 53”"
SHARES = {BITS["22"]: "mod_22", BITS["52"]: "mod_52", BITS["53"]: "mod_53"}


def applies(sheet: PriceSheet) -> Mask:
    """Lines with 22, 52 or 53, unless their rate is for it (53 has rows of its own for a few codes)."""
    return sheet.has(BITS["22"] | BITS["52"] | BITS["53"])


def price(sheet: PriceSheet, rows: Rows) -> None:
    """The agreed share; by report where there is none."""
    for bit, share in SHARES.items():
        own = rows[(sheet.lines.mods[rows] & ~sheet.covered[rows] & bit) > 0]
        agreed = sheet.agreed(share)[own]
        sheet.multiply(own[agreed], share)
        sheet.stop(own[~agreed], Status.BY_REPORT)
