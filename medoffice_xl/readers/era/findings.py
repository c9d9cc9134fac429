"""What is odd in the content of a remittance, in a manager's words."""

import sys
from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.era.adjustments import GROUPS, Adjustments
from medoffice_xl.readers.era.advice import Advice
from medoffice_xl.readers.era.balance import Balances
from medoffice_xl.readers.era.columns import Array, cents, numbers, segment_of, text_of, texts, where, whole
from medoffice_xl.readers.era.remits import Units
from medoffice_xl.tables.claim_status import LATER_PAYER

REVERSAL, PREDETERMINATION = "22", "25"
STATUSES = ("1", "2", "3", "4", "19", "20", "21", "22", "23", "25")


def content_problems(advice: Advice, adjustments: Adjustments, balances: Balances, units: Units) -> Iterator[Problem]:
    """Oddities of the content, each with what to do."""
    yield from _foreign(advice)
    yield from _payments(advice, balances)
    yield from _claims(advice)
    yield from _reversals(advice)
    yield from _days(advice)
    yield from _groups(advice)
    yield from _full_difference(advice, adjustments)
    yield from _allowed(advice, units)


def _foreign(advice: Advice) -> Iterator[Problem]:
    for each in advice.foreign:
        yield Problem(
            Severity.DATA,
            f"A transaction of another kind ({each.kind}) stands among the remittances; it was not read.",
            "Ask the clearinghouse to send remittances (835) in files of their own.",
            advice.file,
            each.line,
            "ST01",
            each.kind,
        )


def _payments(advice: Advice, balances: Balances) -> Iterator[Problem]:
    payments, file = advice.payments, advice.file
    texts_of = {
        name: texts(payments, name).to_pylist() for name in ("handling", "method", "currency", "trace", "payer")
    }
    totals = advice.total_segments()
    for row, amount in enumerate(balances.amounts.tolist()):
        line = totals[row]
        handling, method, currency = (texts_of[name][row] for name in ("handling", "method", "currency"))
        if amount and (handling == "H" or method == "NON"):
            yield Problem(
                Severity.DATA,
                "The remittance says that no payment is made, and yet states an amount.",
                "Look for the deposit; ask the payer which of the two is right.",
                file,
                line,
                "BPR01",
                f"{handling} {method} {show(amount)}",
            )
        if amount < 0:
            yield Problem(
                Severity.DATA,
                "The total of the check or EFT is negative; a payer carries such a balance forward instead (PLB, FB).",
                "Ask the payer how the amount will be settled.",
                file,
                line,
                "BPR02",
                show(amount),
            )
        if currency not in ("", "USD"):
            yield Problem(
                Severity.MONEY,
                "The amounts are not in US dollars; they were taken as they stand.",
                "Do not post before the amounts have been converted.",
                file,
                line,
                "CUR02",
                currency,
            )
        for name, words, column in (
            ("trace", "number of the check or EFT", "TRN02"),
            ("payer", "payer's name", "N1*PR"),
        ):
            if not texts_of[name][row].strip():
                yield Problem(
                    Severity.DATA,
                    f"The {words} is missing; it was left empty.",
                    "Take it from the paper or portal remittance.",
                    file,
                    line,
                    column,
                )
    told = [each.line or 0 for each in advice.parser_remarks if (each.segment, each.element) == ("BPR", 16)]
    starts = [*numbers(payments, "segment").tolist(), sys.maxsize]
    undated = whole(payments.column("paid_date")).is_null().to_numpy(zero_copy_only=False)
    for row in where(undated):
        if not any(starts[row] <= line < starts[row + 1] for line in told):
            yield Problem(
                Severity.DATA,
                "The date of the check or EFT is missing; it was left empty.",
                "Take it from the deposit.",
                file,
                starts[row],
                "BPR16",
            )


def _claims(advice: Advice) -> Iterator[Problem]:
    claims = advice.claims
    status = texts(claims, "claim_status")
    known = pc.is_in(status, pa.array([*STATUSES, ""], pa.large_string())).to_numpy(zero_copy_only=False)
    for row in where(~known):
        yield _about(
            advice,
            row,
            Severity.DATA,
            "The claim's status is none that the standard has; it was kept as it stands.",
            "Ask the payer what it means before posting.",
            "CLP02",
            status[row].as_py(),
        )
    negative = (cents(claims, "charge") < 0) & ~_is(status, REVERSAL)
    for row in where(negative):
        yield _about(
            advice,
            row,
            Severity.DATA,
            "The claim's charge is negative though it is no reversal (status 22).",
            "Treat it as a reversal only after asking the payer.",
            "CLP03",
            show(cents(claims, "charge")[row]),
        )
    for row in where(_is(status, PREDETERMINATION)):
        yield _about(
            advice,
            row,
            Severity.NOTE,
            "This is a predetermination: an estimate, not a payment.",
            "Do not post it.",
            "CLP02",
            PREDETERMINATION,
        )


def _reversals(advice: Advice) -> Iterator[Problem]:
    claims = advice.claims
    reversed_ = _is(texts(claims, "claim_status"), REVERSAL)
    if not reversed_.any():
        return
    identifiers = texts(claims, "claim_id")
    corrected = set(identifiers.filter(pa.array(~reversed_)).to_pylist())
    for row in where(reversed_):
        if identifiers[row].as_py() not in corrected:
            yield _about(
                advice,
                row,
                Severity.NOTE,
                f"Claim {identifiers[row].as_py()} is taken back (status 22), with no correction in this file.",
                "Look for the correction in another remittance; until then the claim counts as unpaid.",
                "CLP02",
                REVERSAL,
            )


def _days(advice: Advice) -> Iterator[Problem]:
    services = advice.services
    check = numbers(advice.claims, "payment")[numbers(services, "claim")]
    paid = advice.payments.column("paid_date").take(pa.array(check))
    first = pc.coalesce(services.column("dos"), services.column("dos_from"))
    late = pc.fill_null(pc.greater(first, paid), False).to_numpy()
    for row in where(late):
        yield Problem(
            Severity.DATA,
            "The service is dated after the payment.",
            "Compare with the charge; one of the two dates is wrong.",
            advice.file,
            segment_of(services, row),
            "DTM02",
            f"{first[row].as_py():%m/%d/%Y}",
        )


def _groups(advice: Advice) -> Iterator[Problem]:
    table = advice.adjustments
    groups = texts(table, "group")
    for group in pc.unique(groups).to_pylist():
        if group in GROUPS and group != "CR":
            continue
        rows = where(_is(groups, group))
        times = "" if len(rows) == 1 else f" ({len(rows)} adjustments; this is the first)"
        unknown = group not in GROUPS
        yield Problem(
            Severity.DATA if unknown else Severity.NOTE,
            f"“{group}” is no adjustment group of the standard{times}; it counts under Other."
            if unknown
            else f"The adjustment group CR is no longer in the standard{times}; it counts under Other.",
            "Ask the payer who is liable for it before writing it off or billing the patient.",
            advice.file,
            segment_of(table, rows[0]),
            "CAS01",
            group,
        )


def _full_difference(advice: Advice, adjustments: Adjustments) -> Iterator[Problem]:
    """A second payer must give what the first one did as OA-23; as CO-45 it would be written off twice."""
    claims, lines = advice.claims, len(advice.services)
    second = pc.is_in(texts(claims, "claim_status"), pa.array(LATER_PAYER, pa.large_string()))
    if not pc.any(second).as_py():
        return
    of_line = numbers(advice.services, "claim")
    contractual, prior = (_by_claim(adjustments.has(kind), of_line, lines) for kind in ("CO-45", "OA-23"))
    for row in where(second.to_numpy(zero_copy_only=False) & contractual & ~prior):
        yield _about(
            advice,
            row,
            Severity.NOTE,
            f"Claim {text_of(claims, 'claim_id', row)}: a second payer gives the whole difference as contractual, "
            "CO-45, and nothing for the payer before it (OA-23).",
            "Do not post the CO-45 as it stands: the first payer's write-off and payment are in it.",
            "CLP02",
            text_of(claims, "claim_status", row),
        )


def _by_claim(units: Array, of_line: Array, lines: int) -> Array:
    found = units[lines:].copy()
    found[of_line[units[:lines]]] = True
    return found


def _allowed(advice: Advice, units: Units) -> Iterator[Problem]:
    """AMT*B6 is informational: where it differs from the derived amount, one note a check or EFT."""
    services = advice.services
    reported = pc.fill_null(services.column("allowed_reported"), 0).to_numpy()
    stated = whole(services.column("allowed_reported")).is_valid().to_numpy(zero_copy_only=False)
    apart = np.where(stated, reported - units.allowed[: len(services)], 0)
    check = numbers(services, "payment")
    for payment in np.unique(check[apart != 0]):
        rows = where((apart != 0) & (check == payment))
        first = rows[0]
        yield Problem(
            Severity.NOTE,
            f"The allowed amount as reported (AMT*B6) differs on {len(rows)} of {int((check == payment).sum())} lines "
            "from what was paid plus what the patient owes and what was withheld; the first by "
            f"{show(apart[first])}.",
            "The amount worked out is the one used; the reported one is informational. Ask the payer if it matters.",
            advice.file,
            segment_of(services, first),
            "AMT*B6",
            show(reported[first]),
        )


def _about(advice: Advice, row: int, severity: Severity, what: str, advise: str, column: str, value: str) -> Problem:
    return Problem(severity, what, advise, advice.file, segment_of(advice.claims, row), column, value)


def _is(values: pa.Array, wanted: str) -> Array:
    return pc.equal(values, wanted).to_numpy(zero_copy_only=False)  # type: ignore[no-any-return]
