"""Until when a claim can be filed: by the contract, or by the payer list, or by Medicare's own rule."""

import numpy as np

from medoffice_xl.contracts.contract_of_line import whole_contracts
from medoffice_xl.contracts.exact_amounts import Ints
from medoffice_xl.contracts.lines import Lines
from medoffice_xl.contracts.medicare_rules import medicare_figures
from medoffice_xl.contracts.rulebook import Rulebook

NO_LIMIT = -1


def last_days_to_file(lines: Lines, book: Rulebook) -> Ints:
    """The last day on which each line's claim can be filed, as days since 1970; NO_LIMIT where nobody says one.

    The day of service + the contract's *Timely filing*, or the payer's on *Payer list* where that is silent. Under
    Medicare, where both are: one calendar year after the day of service; for 29 February that is 28 February.
    Source: 42 CFR 424.44; CMS, Medicare Claims Processing Manual ch. 1 §70.
    """
    names, terms = book.names, book.terms
    agreed = terms.whole("filing_days")[whole_contracts(lines, terms)]
    listed = np.array([*names.filing_days, 0], dtype="int64")[lines.payer]
    within = np.where(agreed > 0, agreed, listed)
    by_law = np.array([*names.medicare, False], dtype=bool)[lines.payer]
    years = int(medicare_figures()["filing_years"])
    return np.where(within > 0, lines.day + within, np.where(by_law, _years_on(lines.day, years), NO_LIMIT))


def _years_on(day: Ints, years: int) -> Ints:
    """The same day so many years later, or that month's last where it has no such day."""
    dates = day.astype("datetime64[D]")
    month = dates.astype("datetime64[M]")
    later = month + 12 * years
    same = later.astype("datetime64[D]") + (dates - month.astype("datetime64[D]"))
    last = (later + 1).astype("datetime64[D]") - 1
    on: Ints = np.minimum(same, last).astype("int64")
    return on
