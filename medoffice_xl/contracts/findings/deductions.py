"""What a payer takes off the allowed amount before it pays, held against the contract: sequestration and withhold.

Neither lowers what is allowed, so neither is an underpayment by itself. But a payer may take more of them than was
agreed, and then pays too little with every allowed amount right.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.contracts.check_column import cents as cents_column
from medoffice_xl.contracts.exact_amounts import Ints, share_of
from medoffice_xl.contracts.findings.kind import CheckedSoFar, FindingKind, Found
from medoffice_xl.contracts.terms import Share
from medoffice_xl.money import show
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.fields import cents, count, day, text
from medoffice_xl.reports.document import section
from medoffice_xl.reports.rows import plain_rows

NEEDED = ("paid", "deductible", "coinsurance", "copay", "sequestration", "withhold")


def _find(so_far: CheckedSoFar) -> Found:
    """Expected paid = expected allowed − patient's part − sequestration − withhold, service by service.

    Sequestration is a share of what the payer owes after the patient's part, withhold a share of the allowed amount.
    Where the contract does not say a share, what was taken stands; a difference of a cent a line is rounding. Source:
    CMS, sequestration (CO-253 on the payment after deductible and coinsurance); CARC 104, managed care withholding.
    """
    compared, shares = so_far.compared, so_far.book.terms.shares
    size, leader = len(compared.leader), compared.leader

    def of_services(name: str) -> Ints:
        return np.bincount(leader, weights=so_far.remits[name].to_numpy(), minlength=size).astype("int64")

    patient = of_services("deductible") + of_services("coinsurance") + of_services("copay")
    lines = np.bincount(leader, minlength=size)
    due, taken_over = np.maximum(compared.expected - patient, 0), np.zeros(size, dtype="int64")
    to_pay = due.copy()
    of_payment = ("sequestration", compared.allowed - patient, due)
    of_allowed = ("withhold", compared.allowed, compared.expected)
    for name, base, should in (of_payment, of_allowed):
        taken, share = of_services(name), shares[name]
        agreed = share.agreed[compared.contract]
        to_pay -= np.where(agreed, _part(should, share, compared.contract), taken)
        over = taken - _part(np.maximum(base, 0), share, compared.contract)
        taken_over += np.where(agreed & (np.abs(over) > lines), over, 0)
    return {
        "service_paid": of_services("paid"),
        "expected_paid": np.where(compared.compared, np.maximum(to_pay, 0), 0),
        "taken_over": np.where(compared.compared, taken_over, 0),
    }


def _part(cents: Ints, share: Share, contract: Ints) -> "npt.NDArray[np.int64]":
    """The contracts' shares of amounts."""
    part: Ints = share_of(cents, share.top[contract], share.bottom[contract])
    return part


def _sentence(line: Mapping[str, Any]) -> str:
    over = line["taken_over"]
    if not over:
        return ""
    return f"Sequestration or withhold took {show(abs(over))} {'more' if over > 0 else 'less'} than the contract says."


def _section(off: pd.DataFrame) -> Listing:
    sums = off.groupby("payer", as_index=False).agg(
        lines=("taken_over", "size"), since=("paid_date", "min"), over=("taken_over", "sum")
    )
    sums = sums.sort_values("over", ascending=False, kind="stable")
    return section(
        heading="Sequestration and withhold not as agreed",
        columns=(
            text("Payer", 22),
            count("Lines", 12),
            day("Since", 12),
            cents("Taken too much", 15),
        ),
        rows=plain_rows(sums, ["payer", "lines", "since", "over"]),
        totals=("Total", len(off), None, int(off["taken_over"].sum())),
        empty="What was taken off the payments is as agreed, where a contract says it.",
    )


DEDUCTIONS = FindingKind(
    columns=(
        cents_column("service_paid", "What was paid for the service."),
        cents_column("expected_paid", "What should have been paid, by the contract's price and its deductions."),
        cents_column("taken_over", "What sequestration and withhold took beyond the contract; negative for less."),
    ),
    find=_find,
    needs=NEEDED,
    sentence=_sentence,
    section=_section,
    lists="taken_over",
)
