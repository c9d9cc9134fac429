"""What a checked line is, in one sentence for the manager."""

from collections.abc import Mapping
from typing import Any

from medoffice_xl.contracts.line_class import FINDING_WORDS, Finding, LineClass
from medoffice_xl.contracts.status import IN_WORDS, Status
from medoffice_xl.contracts.unit_limits import BY_LINE
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
    return _oddity(line) or _comparison(line)


def _oddity(line: Mapping[str, Any]) -> str:
    if line["full_difference"]:
        return "The secondary payer booked the whole difference as contractual; do not post it as a write-off."
    if line["unpaired"]:
        return "Takes back a payment that is not among the remittances."
    if line["finding"] == Finding.PAID_TWICE:
        return f"Paid a second time: {show(line['allowed'])} to be given back."
    return "" if line["leads"] else "Counted with the first line of the same service."


def _comparison(line: Mapping[str, Any]) -> str:
    line_class, finding = LineClass(line["line_class"]), Finding(line["finding"])
    if line_class in _PLAIN:
        return _PLAIN[line_class]
    if line_class is LineClass.NO_RATE:
        status = Status(line["status"])
        return "Nothing was charged." if status is Status.PRICED else f"Not compared: {IN_WORDS[status]}."
    told = _difference(line, finding) + _deduction(line) + _units(line)
    if line_class is LineClass.RECODED:
        lost = f"; as billed it would be {show(line['as_billed'])}" if line["as_billed"] else ""
        return f"The payer changed the code{lost}. {told}"
    if line["capped"]:
        return f"The charge is {show(line['lacking'])} below the contract: raise the charge. {told}"
    return told


def _deduction(line: Mapping[str, Any]) -> str:
    over = line["taken_over"]
    if not over:
        return ""
    return f" Sequestration or withhold took {show(abs(over))} {'more' if over > 0 else 'less'} than the contract says."


def _units(line: Mapping[str, Any]) -> str:
    if not line["unit_limit"]:
        return ""
    counted = f"{line['limited_units'] / 1000:,.10g} units"
    together = " in all" if line["limited_units"] > line["units"] else ""
    per = "line" if line["limit_indicator"] == BY_LINE else "day"
    return f" {counted}{together}; Medicare's limit is {line['unit_limit']:,} a {per}: for coding to look at."


def _difference(line: Mapping[str, Any], finding: Finding) -> str:
    if finding in (Finding.UNDERPAID, Finding.OVERPAID):
        word = "less" if line["variance"] < 0 else "more"
        return f"Allowed {show(abs(line['variance']))} {word} than the contract's {show(line['expected'])}."
    return FINDING_WORDS[finding].capitalize() + "."
