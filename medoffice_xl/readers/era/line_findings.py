"""Service lines whose codes, modifiers or units cannot be right, in a manager's words."""

from collections.abc import Iterator

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.era.advice import Advice
from medoffice_xl.readers.era.columns import Array, cents, numbers, segment_of, text_of, where
from medoffice_xl.readers.era.procedures import MORE_MODIFIERS, SHORT_CODE

NAMED = 20
"""Lines named one by one before the rest is counted."""


def line_problems(advice: Advice) -> Iterator[Problem]:
    """A problem for each line with a fifth modifier, a code that is too short, or units of 0 that were paid."""
    services = advice.services
    odd = numbers(services, "odd")
    yield from _told(
        advice,
        odd & MORE_MODIFIERS != 0,
        "has a fifth modifier; a line holds four, and it was left out.",
        "Look whether it matters for the price; ask the payer for a corrected remittance if it does.",
        "SVC01",
    )
    yield from _told(
        advice,
        odd & SHORT_CODE != 0,
        "has a code of fewer than five digits: it may have lost its zeros. It was kept as it stands.",
        "Compare with the code that was billed; no zeros were put before it.",
        "SVC01",
    )
    yield from _told(
        advice,
        (numbers(services, "units") == 0) & (cents(services, "paid") != 0),
        "was paid for 0 units.",
        "Take the units from the claim; ask the payer for a corrected remittance.",
        "SVC05",
    )


def _told(advice: Advice, found: Array, what: str, advise: str, column: str) -> Iterator[Problem]:
    rows = where(found)
    services, claims = advice.services, advice.claims
    for row in rows[:NAMED]:
        claim = text_of(claims, "claim_id", int(services.column("claim")[row].as_py()))
        code = text_of(services, "code", row)
        yield Problem(
            Severity.DATA,
            f"The line {code} of claim {claim} {what}",
            advise,
            advice.file,
            segment_of(services, row),
            column,
            code,
        )
    if len(rows) > NAMED:
        yield Problem(
            Severity.DATA,
            f"In all, {len(rows):,} lines: each {what}",
            advise,
            advice.file,
            segment_of(services, rows[NAMED]),
            column,
        )
