"""Claims paid later than agreed, and the interest that is owed for it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.contracts.days import days
from medoffice_xl.contracts.exact import Ints, share_of
from medoffice_xl.contracts.line_class import LineClass
from medoffice_xl.contracts.terms import Terms
from medoffice_xl.row_keys import numbered
from medoffice_xl.tables.claim_status import REPLACEMENTS

YEAR = 365

_NOT_COUNTED = (
    LineClass.REVERSED, LineClass.SUPERSEDED, LineClass.DENIED, LineClass.BUNDLED, LineClass.CAPITATED,
    LineClass.SECONDARY, LineClass.DUPLICATE, LineClass.UNDECIDED,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LatePayment:
    """On the first line of each claim that was paid late: days late, interest owed, and what of it is still due."""

    days: Ints
    owed: Ints
    due: Ints


def late_payment(
    remits: pd.DataFrame,
    received: "pd.Series[pd.Timestamp]",
    adjudication: Ints,
    classes: Ints,
    twice: npt.NDArray[np.bool_],
    contract: Ints,
    terms: Terms,
) -> LatePayment:
    """Interest owed = paid × yearly rate × days late ÷ 365, rounded half up to the cent once a claim.

    A claim is late from the day after `clean_claim_days` since it was received (DTM*050, or else the day it was sent).
    Claims without that day, corrections, reversals, denials, secondary answers and second payments are not counted.
    Source: state prompt-payment laws (simple interest on the amount paid late); the contract's own terms.
    """
    size = len(remits)
    late = LatePayment(*(np.zeros(size, dtype="int64") for _ in range(3)))
    if not terms.prompt_pay.any():
        return late
    share = terms.shares["late_interest"]
    counted = terms.prompt_pay[contract] & ~twice & ~np.isin(classes, _NOT_COUNTED)
    counted &= received.notna().to_numpy() & ~remits["frequency"].isin(REPLACEMENTS).to_numpy()
    rows = np.flatnonzero(counted)
    if not rows.size:
        return late
    claim, claims = numbered(adjudication[rows])
    first = rows[np.unique(claim, return_index=True)[1]]
    paid, interest = (
        np.bincount(claim, weights=remits[name].to_numpy()[rows], minlength=claims).astype("int64")
        for name in ("paid", "interest")
    )
    since = days(received.iloc[first], 0) + terms.whole("clean_claim_days")[contract[first]]
    overdue = days(remits["paid_date"].iloc[first], 0) - since
    is_late = (overdue > 0) & (paid > 0)
    owed = share_of(paid, share.top[contract[first]] * overdue, share.bottom[contract[first]] * YEAR)
    late.days[first] = np.where(is_late, overdue, 0)
    late.owed[first] = np.where(is_late, owed, 0)
    late.due[first] = np.where(is_late, np.maximum(owed - interest, 0), 0)
    return late
