"""What the parser remarks on, in a manager's words: money first, the standard's nit-picks apart.

Remarks of the same kind at the same element are one problem that names the first place and how many there are.
"""

from collections.abc import Iterable

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.era.advice import Remark

_AMOUNTS: dict[str, dict[int, str]] = {
    "BPR": {2: "the total of the check or EFT"},
    "CLP": {3: "the claim's charge", 4: "what was paid for the claim"},
    "SVC": {2: "the line's charge", 3: "what was paid for the line"},
    "CAS": dict.fromkeys((3, 6, 9, 12, 15, 18), "an adjustment's amount"),
}
_FACTS: dict[str, dict[int, str]] = {
    "BPR": {16: "the date of the check or EFT"},
    "CLP": {1: "the claim number", 2: "the claim's status"},
    "SVC": {1: "the procedure code", 5: "the units paid", 7: "the units billed"},
    "CAS": dict.fromkeys((1, 2, 5, 8, 11, 14, 17), "the group or reason of an adjustment"),
    "DTM": {2: "a date"},
    "AMT": {2: "a supplemental amount"},
}
_UNREADABLE = ("TypeMismatch", "ValueDropped")
_MISSING = ("RequiredElementMissing",)
_TOLD_ELSEWHERE = ("BalanceMismatch", "UnknownSegment", "ByteOrderMark")

_NIT_PICKS = {
    "ImplicitLoop": "Part of the structure is opened without its own first segment",
    "ControlCountMismatch": "The count the file states of its own segments is wrong",
    "ControlElementMissing": "A control number is missing",
    "ControlNumberMismatch": "The control numbers at start and end differ",
    "RequiredElementMissing": "An element the standard requires is missing",
    "TypeMismatch": "An element is not of the type the standard asks for",
    "ValueDropped": "A value stands where the standard has no place for it",
    "CompositeShape": "An element has more parts than the standard gives it",
    "CodeNotInList": "A code is not in the standard's list",
    "LengthOutOfRange": "An element is shorter or longer than the standard allows",
    "RequiredOccurrenceMissing": "A segment the standard requires is missing",
    "RequiredLoopMissing": "A part the standard requires is missing",
    "OccurrenceOverMax": "A segment stands more often than the standard allows",
    "LoopOverMax": "A part stands more often than the standard allows",
    "OutOfOrder": "A segment is out of order",
    "UnknownOccurrence": "A segment is not one the standard has at this place",
    "UnterminatedLoop": "Part of the structure is not closed",
}


def parser_problems(remarks: Iterable[Remark], file: str) -> list[Problem]:
    """Problems from the parser's remarks, each kind of remark at an element once."""
    grouped: dict[tuple[str, str, int | None, str], list[Remark]] = {}
    for remark in remarks:
        if remark.kind not in _TOLD_ELSEWHERE and not _is_hole(remark):
            grouped.setdefault((remark.kind, remark.segment, remark.element, remark.loop), []).append(remark)
    found = []
    for same in grouped.values():
        costly = _amount(same[0]) or _fact(same[0]) or _unfinished(same[0])
        if costly:
            found += [_problem(*costly, remark, 1, file) for remark in same]
        else:
            found.append(_problem(*_nit_pick(same[0]), same[0], len(same), file))
    return found


def _is_hole(remark: Remark) -> bool:
    """Whether it is about a pair of a provider adjustment: those are looked at pair by pair."""
    return remark.segment == "PLB" and (remark.element or 0) >= 3 and remark.kind in (*_UNREADABLE, *_MISSING)


Told = tuple[Severity, str, str]


def _amount(remark: Remark) -> Told | None:
    what = _AMOUNTS.get(remark.segment, {}).get(remark.element or 0)
    if not what or remark.kind not in (*_UNREADABLE, *_MISSING):
        return None
    state = "is missing" if remark.kind in _MISSING else "is no amount in dollars and cents"
    return (
        Severity.MONEY,
        f"{what[0].upper()}{what[1:]} {state}; it counts as nothing in every sum.",
        "Take the amount from the paper or portal remittance and ask the payer for a corrected file before posting.",
    )


def _fact(remark: Remark) -> Told | None:
    what = _FACTS.get(remark.segment, {}).get(remark.element or 0)
    if not what or remark.kind not in (*_UNREADABLE, *_MISSING) or remark.component == 1:
        return None
    state = "is missing" if remark.kind in _MISSING else "cannot be read"
    return (
        Severity.DATA,
        f"{what[0].upper()}{what[1:]} {state}; it was left empty.",
        "Take it from the paper or portal remittance; ask the payer for a corrected file.",
    )


def _unfinished(remark: Remark) -> Told | None:
    if remark.kind == "UnterminatedLoop" and remark.loop == "transaction":
        return (
            Severity.DATA,
            "A remittance ends without its closing segment (SE); claims or provider adjustments may be missing.",
            "Compare the total with the deposit; ask the payer or clearinghouse for the whole file if it differs.",
        )
    if remark.kind == "ImplicitLoop" and remark.loop == "2100":
        return (
            Severity.MONEY,
            "Service lines stand without their claim (CLP); they are listed under a claim without number.",
            "Find the claim on the paper or portal remittance; ask the payer for a corrected file.",
        )
    if remark.kind == "RequiredLoopMissing" and remark.loop == "transaction":
        return (
            Severity.DATA,
            "A remittance does not say who pays, or who is paid (N1*PR, N1*PE).",
            "Take the name from the paper or portal remittance.",
        )
    return None


def _nit_pick(remark: Remark) -> Told:
    what = _NIT_PICKS.get(remark.kind, "The parser remarks on the structure of the file")
    return Severity.FORMAT, what, "Nothing to do: it does not change what was paid."


def _problem(severity: Severity, what: str, advice: str, remark: Remark, count: int, file: str) -> Problem:
    if severity is Severity.FORMAT:
        what += "." if count == 1 else f" ({count} times; this is the first)."
    place = f"{remark.segment}{remark.element:02d}" if remark.element else remark.segment
    return Problem(severity, what, advice, file, remark.line, place, remark.value)
