"""The charge caps the rate, line by line."""

from medoffice_xl.contracts.exact_amounts import Rows
from medoffice_xl.contracts.sheet import Mask, PriceSheet

NAME = "Charge below the rate"
SOURCE = "contract field “Lesser of”: line; CMS, RVU25D: the lower of the actual charge and the fee"


def applies(sheet: PriceSheet) -> Mask:
    """Lines charged below their rate, where the contract compares line by line. A charge of zero is unknown."""
    capped = sheet.book.terms.has("lesser_of", "line")[sheet.contract] & (sheet.lines.charge > 0)
    return capped & sheet.priced() & (sheet.amounts.cents() > sheet.lines.charge)


def price(sheet: PriceSheet, rows: Rows) -> None:
    """The charge."""
    sheet.put_charges(rows)
