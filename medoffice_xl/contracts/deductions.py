"""What a payer takes off the allowed amount before it pays, held against the contract: sequestration and withhold.

Neither lowers what is allowed, so neither is an underpayment by itself. But a payer may take more of them than was
agreed, and then pays too little with every allowed amount right.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.contracts.exact import Ints, share_of
from medoffice_xl.contracts.terms import Share, Terms


@dataclass(frozen=True, slots=True)
class Deductions:
    """On the first line of each service, in cents: what was paid, what should have been, and what was taken too much.

    `taken_over` is negative where less was taken than agreed; differences of a cent a line are rounding, and 0.
    """

    paid: Ints
    expected_paid: Ints
    taken_over: Ints


def deductions(
    remits: pd.DataFrame, leader: Ints, allowed: Ints, expected: Ints, contract: Ints, terms: Terms
) -> Deductions:
    """Expected paid = expected allowed − patient's part − sequestration − withhold, for the services of `leader`.

    Sequestration is a share of what the payer owes after the patient's part, withhold a share of the allowed amount.
    Where the contract does not say a share, what was taken stands. Source: CMS, sequestration (CO-253 on the payment
    after deductible and coinsurance); CARC 104, managed care withholding.
    """

    size = len(leader)

    def of_services(name: str) -> Ints:
        return np.bincount(leader, weights=remits[name].to_numpy(), minlength=size).astype("int64")

    patient = of_services("deductible") + of_services("coinsurance") + of_services("copay")
    lines = np.bincount(leader, minlength=size)
    due, taken_over = np.maximum(expected - patient, 0), np.zeros(size, dtype="int64")
    to_pay = due.copy()
    for name, base, should in (("sequestration", allowed - patient, due), ("withhold", allowed, expected)):
        taken, share = of_services(name), terms.shares[name]
        agreed = share.agreed[contract]
        to_pay -= np.where(agreed, _part(should, share, contract), taken)
        over = taken - _part(np.maximum(base, 0), share, contract)
        taken_over += np.where(agreed & (np.abs(over) > lines), over, 0)
    return Deductions(of_services("paid"), np.maximum(to_pay, 0), taken_over)


def _part(cents: Ints, share: Share, contract: Ints) -> "npt.NDArray[np.int64]":
    """The contracts' shares of amounts."""
    part: Ints = share_of(cents, share.top[contract], share.bottom[contract])
    return part
