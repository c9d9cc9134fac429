"""What a checked line is, in one sentence for the manager."""

from collections.abc import Mapping
from typing import Any

from medoffice_xl.contracts.findings import FINDINGS, Says
from medoffice_xl.contracts.line_class import FINDING_WORDS, Finding, LineClass
from medoffice_xl.contracts.status import IN_WORDS, Status
from medoffice_xl.money import show

_PLAIN = {
    LineClass.REVERSED: "Taken back, or the payment that was taken back.",
    LineClass.SUPERSEDED: "Another answer stands for it.",
    LineClass.DENIED: "Denied: on the denial list.",
    LineClass.BUNDLED: "Included in another service: for coding to look at.",
    LineClass.CAPITATED: "Covered by the monthly capitation.",
    LineClass.DUPLICATE: "Refused as a duplicate of a claim whose answer is not among the remittances.",
    LineClass.UNDECIDED: "Sent on, or for reporting only: nothing was decided.",
    LineClass.SECONDARY: "Another payer paid first: not comparable with the contract.",
}


def line_words(line: Mapping[str, Any]) -> str:
    """The sentence for a row of `checked_lines`."""
    instead = _said(line, Says.INSTEAD)
    if instead:
        return instead[0]
    return _by_class(line) if line["leads"] else "Counted with the first line of the same service."


def _by_class(line: Mapping[str, Any]) -> str:
    line_class = LineClass(line["line_class"])
    if line_class in _PLAIN:
        return _PLAIN[line_class]
    if line_class is LineClass.NO_RATE:
        status = Status(line["status"])
        return "Nothing was charged." if status is Status.PRICED else f"Not compared: {IN_WORDS[status]}."
    return " ".join([*_said(line, Says.BEFORE), _difference(line), *_said(line, Says.AFTER)])


def _said(line: Mapping[str, Any], where: Says) -> list[str]:
    """What the findings say of the line in this place."""
    sentences = (kind.sentence(line) for kind in FINDINGS if kind.says is where)
    return [sentence for sentence in sentences if sentence]


def _difference(line: Mapping[str, Any]) -> str:
    finding = Finding(line["finding"])
    if finding in (Finding.UNDERPAID, Finding.OVERPAID):
        word = "less" if line["variance"] < 0 else "more"
        return f"Allowed {show(abs(line['variance']))} {word} than the contract's {show(line['expected'])}."
    return FINDING_WORDS[finding].capitalize() + "."
