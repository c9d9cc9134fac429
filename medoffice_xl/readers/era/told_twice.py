"""What a remittance says in two places, and not alike: the patient's share, and interest. Neither is balanced."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.era.adjustments import Adjustments
from medoffice_xl.readers.era.advice import Advice
from medoffice_xl.readers.era.balance import summed
from medoffice_xl.readers.era.columns import cents, numbers, segment_of, text_of, texts, where, whole
from medoffice_xl.readers.era.remits import Units
from medoffice_xl.tables.claim_status import REVERSAL, UNDECIDED


def told_twice(advice: Advice, adjustments: Adjustments, units: Units) -> Iterator[Problem]:
    """One note a check or EFT, of each kind, that names the first claim."""
    yield from _patient_shares(advice, adjustments)
    yield from _interest(advice, units)


def _patient_shares(advice: Advice, adjustments: Adjustments) -> Iterator[Problem]:
    """CLP05 beside the sum of the adjustments in group PR."""
    claims, lines = advice.claims, len(advice.services)
    stated = whole(claims.column("patient_resp")).is_valid().to_numpy(zero_copy_only=False)
    if not stated.any():
        return
    by_unit = adjustments.sums["patient_resp"]
    adjusted = by_unit[lines:] + summed(numbers(advice.services, "claim"), by_unit[:lines], len(claims))
    not_decided = pa.array((REVERSAL, *UNDECIDED), pa.large_string())
    decided = ~pc.is_in(texts(claims, "claim_status"), not_decided).to_numpy(zero_copy_only=False)
    share = cents(claims, "patient_resp")
    apart = stated & decided & (share != adjusted)
    check = numbers(claims, "payment")
    for payment in np.unique(check[apart]).tolist():
        rows = where(apart & (check == payment))
        first = rows[0]
        more = f" (and so do {len(rows) - 1:,} more)" if len(rows) > 1 else ""
        yield Problem(
            Severity.NOTE,
            f"Claim {text_of(claims, 'claim_id', first)} says that the patient owes {show(share[first])}, but its "
            f"adjustments come to {show(adjusted[first])}{more}.",
            "Bill the patient by the adjustments (PR); ask the payer if the difference matters.",
            advice.file,
            segment_of(claims, first),
            "CLP05",
            show(share[first]),
        )


def _interest(advice: Advice, units: Units) -> Iterator[Problem]:
    """The interest of claims and lines (AMT*I) beside that of their check (PLB L6, negative where it is paid)."""
    claims, taken = advice.claims, advice.provider_adjustments
    if not units.interest.any():
        return
    check = numbers(claims, "payment")
    checks = len(advice.payments)
    stated = summed(check[units.claim], units.interest, checks)
    paid = pc.equal(texts(taken, "reason"), "L6").to_numpy(zero_copy_only=False)
    of_check = -summed(numbers(taken, "payment")[paid], cents(taken, "amount")[paid], checks)
    for payment in where((stated != 0) & (stated != of_check)):
        first = int(units.claim[where((units.interest != 0) & (check[units.claim] == payment))[0]])
        yield Problem(
            Severity.NOTE,
            f"Claims of the check or EFT {text_of(advice.payments, 'trace', payment)} state {show(stated[payment])} of "
            f"interest, the first claim {text_of(claims, 'claim_id', first)}; the check pays {show(of_check[payment])} "
            "of it (PLB L6).",
            "Look whether the interest came with another check; it is no part of the payment for the charge.",
            advice.file,
            segment_of(claims, first),
            "AMT*I",
            show(stated[payment]),
        )
