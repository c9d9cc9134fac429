"""The three balances of an 835, to the cent: reported, never mended.

Service line: SVC02 less its adjustments is SVC03. Claim: CLP03 less all adjustments, its own and its lines', is
CLP04. Transaction: BPR02 is the claims paid less the provider adjustments (PLB). Positive adjustments lower the
payment, negative ones raise it (X12 005010X221A1, section 1.10.2.1).
"""

from dataclasses import dataclass

import numpy as np

from medoffice_xl.readers.era.adjustments import Adjustments
from medoffice_xl.readers.era.advice import Advice
from medoffice_xl.readers.era.columns import Array, cents, numbers, texts


@dataclass(frozen=True, slots=True)
class Balances:
    """How far each row is off, in cents, by row of its table; zero balances.

    `lines`: charge − adjustments − paid. `claims`: the same for the claim as a whole. `charges`: CLP03 less the
    sum of its lines' charges (0 for a claim without lines). `checks`: BPR02 − (claims paid − provider adjustments).
    """

    lines: Array
    claims: Array
    charges: Array
    checks: Array
    amounts: Array
    claims_paid: Array
    provider_adjusted: Array


def balance(advice: Advice, adjustments: Adjustments) -> Balances:
    """Work out every balance of a file."""
    services, claims, payments = advice.services, advice.claims, advice.payments
    claim_of_line = numbers(services, "claim")
    by_line, of_claim = adjustments.total[: len(services)], adjustments.total[len(services) :]
    charge, paid = cents(claims, "charge"), cents(claims, "paid")
    line_charge = cents(services, "charge")
    has_lines = np.bincount(claim_of_line, minlength=len(claims)) > 0
    all_adjusted = of_claim + summed(claim_of_line, by_line, len(claims))
    claims_paid = summed(numbers(claims, "payment"), paid, len(payments))
    taken = advice.provider_adjustments
    provider_adjusted = summed(numbers(taken, "payment"), cents(taken, "amount"), len(payments))
    amounts = cents(payments, "amount")
    debit = np.array([flag == "D" for flag in texts(payments, "debit").to_pylist()], dtype=bool)
    amounts = np.where(debit, -np.abs(amounts), amounts)
    return Balances(
        lines=line_charge - by_line - cents(services, "paid"),
        claims=charge - all_adjusted - paid,
        charges=np.where(has_lines, charge - summed(claim_of_line, line_charge, len(claims)), 0),
        checks=amounts - (claims_paid - provider_adjusted),
        amounts=amounts,
        claims_paid=claims_paid,
        provider_adjusted=provider_adjusted,
    )


def summed(owner: Array, values: Array, owners: int) -> Array:
    """The values of each owner added up, exactly; values without an owner (−1) are left out."""
    totals = np.zeros(owners + 1, dtype=np.int64)
    np.add.at(totals, owner, values)
    return totals[:-1]
