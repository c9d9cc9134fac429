"""Two surgeons share one operation; a team is priced by report."""

from medoffice_xl.contracts.exact_amounts import Rows
from medoffice_xl.contracts.modifiers import BITS
from medoffice_xl.contracts.sheet import Mask, PriceSheet
from medoffice_xl.contracts.status import Status

NAME = "Co-surgeon"
SOURCE = "CMS: 62.5% each (62), a team by report (66); contract field “Co-surgeon”"


def applies(sheet: PriceSheet) -> Mask:
    """Lines with 62 or 66."""
    return sheet.has(BITS["62"] | BITS["66"])


def price(sheet: PriceSheet, rows: Rows) -> None:
    """The agreed share of the fee."""
    shared = ((sheet.lines.mods[rows] & BITS["62"]) > 0) & sheet.agreed("cosurgeon_percent")[rows]
    sheet.multiply(rows[shared], "cosurgeon_percent")
    sheet.stop(rows[~shared], Status.BY_REPORT)
