"""By which day a claim had to be paid, and at what interest later: as the contract says, else as the law it names."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.contracts.days import FOREVER
from medoffice_xl.contracts.days import days as day_numbers
from medoffice_xl.contracts.exact_amounts import Ints, fractions
from medoffice_xl.contracts.terms import Terms
from medoffice_xl.tables.prompt_pay_laws import WORKING


@dataclass(frozen=True, slots=True)
class Agreed:
    """By claim: the last day in time, the yearly interest as a fraction, and whether both are said anywhere."""

    by: Ints
    top: Ints
    bottom: Ints
    said: npt.NDArray[np.bool_]


def agreed(terms: Terms, laws: pd.DataFrame, contract: Ints, received: Ints) -> Agreed:
    """What holds for claims of these contracts that were received on these days (whole days since 1970).

    Days and interest are each the contract's own (Prompt pay, Late interest); where one is empty, it is that of the
    law which the contract names, as it stood on the day of receipt.
    """
    own_days, share = terms.whole("clean_claim_days")[contract], terms.shares["late_interest"]
    by, top, bottom = received + own_days, share.top[contract].copy(), share.bottom[contract].copy()
    has_days, has_interest = own_days > 0, share.agreed[contract].copy()
    named = terms.text("law")[contract]
    first, last = day_numbers(laws["effective"], 0), day_numbers(laws["end"], FOREVER)
    tops, bottoms = fractions(laws["interest"])
    for row, (law, days, counted) in enumerate(zip(laws["law"], laws["days"], laws["counted"], strict=True)):
        here = (named == law) & (first[row] <= received) & (received <= last[row])
        for_days, for_interest = here & ~has_days, here & ~has_interest
        by[for_days] = _after(received[for_days], int(days), counted == WORKING)
        top[for_interest], bottom[for_interest] = tops[row], bottoms[row]
        has_days, has_interest = has_days | here, has_interest | here
    return Agreed(by, top, bottom, has_days & has_interest)


def _after(received: Ints, days: int, working: bool) -> Ints:
    """So many days later: calendar days, or Mondays to Fridays (holidays are not looked at)."""
    if not working:
        return received + days
    later = np.busday_offset(received.astype("datetime64[D]"), days, roll="backward")
    return later.astype("datetime64[D]").astype("int64")
