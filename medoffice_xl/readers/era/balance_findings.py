"""Balances that are off, in a manager's words, with how much they are off."""

from collections.abc import Iterator

from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.era.advice import Advice
from medoffice_xl.readers.era.balance import Balances
from medoffice_xl.readers.era.columns import cents, numbers, segment_of, text_of, where

COMPARE = "Compare with the deposit. If it agrees with the check, part of the remittance is missing or wrong."
_ASK = "Ask the payer for a corrected remittance; do not post the difference as a write-off."


def begins(trace: str, amount: int) -> str:
    """How everything begins that is said of whether a check or EFT adds up."""
    return f"The check or EFT {trace} is {show(amount)}"


def balance_problems(advice: Advice, balances: Balances) -> Iterator[Problem]:
    """One problem a transaction, claim or line that does not add up, with how much it is off."""
    file, payments, claims, services = advice.file, advice.payments, advice.claims, advice.services
    totals = advice.total_segments()
    claim_of_line = numbers(services, "claim").tolist()
    for row in where(balances.checks):
        yield Problem(
            Severity.MONEY,
            f"{begins(text_of(payments, 'trace', row), balances.amounts[row])}, but its claims "
            f"({show(balances.claims_paid[row])}) less its provider adjustments "
            f"({show(balances.provider_adjusted[row])}) are off by {show(balances.checks[row])}.",
            COMPARE,
            file,
            totals[row],
            "BPR02",
            show(balances.amounts[row]),
        )
    for row in where(balances.claims):
        yield Problem(
            Severity.MONEY,
            f"Claim {text_of(claims, 'claim_id', row)} is off by {show(balances.claims[row])}: its charge less all its "
            "adjustments is not what was paid.",
            _ASK,
            file,
            segment_of(claims, row),
            "CLP04",
            show(cents(claims, "paid")[row]),
        )
    for row in where(balances.charges):
        yield Problem(
            Severity.MONEY,
            f"The lines of claim {text_of(claims, 'claim_id', row)} do not add up to the claim's charge: off by "
            f"{show(balances.charges[row])}.",
            "A line is missing, or an amount stands in the wrong place: compare with the claim as sent.",
            file,
            segment_of(claims, row),
            "CLP03",
            show(cents(claims, "charge")[row]),
        )
    for row in where(balances.lines):
        yield Problem(
            Severity.MONEY,
            f"A service line of claim {text_of(claims, 'claim_id', claim_of_line[row])} is off by "
            f"{show(balances.lines[row])}: its charge less its adjustments is not what was paid.",
            _ASK,
            file,
            segment_of(services, row),
            "SVC03",
            show(cents(services, "paid")[row]),
        )
