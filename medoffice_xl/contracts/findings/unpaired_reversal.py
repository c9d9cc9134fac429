"""Reversals of payments that are not among the remittances."""

from collections.abc import Mapping
from typing import Any

from medoffice_xl.contracts.check_column import flag
from medoffice_xl.contracts.findings.kind import CheckedSoFar, FindingKind, Found, Says


def _find(so_far: CheckedSoFar) -> Found:
    return {"unpaired": so_far.answers.unpaired}


def _sentence(line: Mapping[str, Any]) -> str:
    return "Takes back a payment that is not among the remittances." if line["unpaired"] else ""


UNPAIRED_REVERSAL = FindingKind(
    columns=(flag("unpaired", "A reversal of what was never seen."),),
    find=_find,
    sentence=_sentence,
    says=Says.INSTEAD,
)
