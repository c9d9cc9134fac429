"""Until when a denial or an underpayment can be appealed: by the contract, the payer list, or Medicare's own rule."""

from datetime import date, timedelta

import numpy as np

from medoffice_xl.contracts.contract_of_line import whole_contracts
from medoffice_xl.contracts.exact_amounts import Ints
from medoffice_xl.contracts.lines import Lines
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.tables.thresholds import Threshold

MEDICARE_APPEAL = Threshold(
    "Medicare appeal window", "120", "days",
    "A redetermination is to be asked for within so many days of receiving the initial determination.",
    "42 CFR 405.942(a)", date(2005, 5, 1),
)  # fmt: skip
MEDICARE_RECEIPT = Threshold(
    "Medicare receipt presumed", "5", "days",
    "An initial determination is taken to have been received so many days after its date.",
    "42 CFR 405.942(a)(1)", date(2005, 5, 1),
)  # fmt: skip


def agreed_appeal_days(lines: Lines, book: Rulebook) -> Ints:
    """Days from an answer to each line within which it can be appealed: the contract's *Appeal window*, or the payer's
    on *Payer list* where that is silent; 0 where both are."""
    terms = book.terms
    agreed = terms.whole("appeal_days")[whole_contracts(lines, terms)]
    listed = np.array([*book.names.appeal_days, 0], dtype="int64")[lines.payer]
    days: Ints = np.where(agreed > 0, agreed, listed)
    return days


def appeal_by(payer: str, answered: date, agreed_days: int, book: Rulebook) -> date | None:
    """The last day to appeal an answer: so many days after it as were agreed, or under Medicare, where nothing was, 120
    days after the receipt, which is presumed 5 days after the remittance; None where nobody says.

    A remittance of 05/15/2017 can be appealed until 09/17/2017, one of 08/15/2017 until 12/18/2017 (Palmetto GBA).
    """
    if agreed_days > 0:
        return answered + timedelta(days=agreed_days)
    place = book.names.find(payer)
    if place < 0 or not book.names.medicare[place]:
        return None
    judged = book.thresholds.on(answered)
    return answered + timedelta(days=judged.whole(MEDICARE_APPEAL) + judged.whole(MEDICARE_RECEIPT))
