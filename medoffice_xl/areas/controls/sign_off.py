"""Who looked last at what a test of the controls found."""

from dataclasses import dataclass
from datetime import date

import pandas as pd


@dataclass(frozen=True, slots=True)
class Look:
    """When somebody looked, who and with what outcome, and how many things there were to look at (None: not said)."""

    on: date
    said: str
    found: int | None


def last_look(sign_offs: pd.DataFrame | None, test: str, as_of: date) -> Look | None:
    """The last look at a test by the day; None where nobody looked."""
    if sign_offs is None:
        return None
    own = sign_offs[(sign_offs["check"] == test) & (sign_offs["looked_on"] <= pd.Timestamp(as_of))]
    if own.empty:
        return None
    last = own.sort_values("looked_on", kind="stable").iloc[-1]
    said = ": ".join(part for part in (last["looked_by"], last["outcome"]) if part)
    return Look(last["looked_on"].date(), said, None if pd.isna(last["found"]) else int(last["found"]))
