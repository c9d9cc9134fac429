"""Services paid again beyond what the contract allows: money to be given back."""

from collections.abc import Mapping
from typing import Any

from medoffice_xl.contracts.findings.kind import FindingKind, Says
from medoffice_xl.contracts.line_class import Finding
from medoffice_xl.money import show


def _sentence(line: Mapping[str, Any]) -> str:
    if line["finding"] != Finding.PAID_TWICE:
        return ""
    return f"Paid a second time: {show(line['allowed'])} to be given back."


PAID_TWICE = FindingKind(sentence=_sentence, says=Says.INSTEAD)
