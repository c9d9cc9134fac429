"""Secondary answers that book the whole difference as contractual: posted as a write-off, the balance would be wrong.

Source: X12 RFI 1696.
"""

from collections.abc import Mapping
from typing import Any

from medoffice_xl.contracts.check_column import flag
from medoffice_xl.contracts.findings.kind import CheckedSoFar, FindingKind, Found, Says
from medoffice_xl.contracts.line_class import LineClass


def _find(so_far: CheckedSoFar) -> Found:
    remits = so_far.remits
    whole = (remits["contractual"] == remits["charge"] - remits["paid"]).to_numpy()
    silent = (remits["prior_payer"] == 0).to_numpy()
    return {"full_difference": (so_far.classes == LineClass.SECONDARY) & whole & silent}


def _sentence(line: Mapping[str, Any]) -> str:
    if not line["full_difference"]:
        return ""
    return "The secondary payer booked the whole difference as contractual; do not post it as a write-off."


FULL_DIFFERENCE = FindingKind(
    columns=(flag("full_difference", "A secondary answer that books the whole difference as contractual."),),
    find=_find,
    needs=("contractual", "charge", "paid", "prior_payer"),
    sentence=_sentence,
    says=Says.INSTEAD,
)
