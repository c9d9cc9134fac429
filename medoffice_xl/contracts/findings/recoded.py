"""Codes that the payer changed: priced as paid, and beside it as billed."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from medoffice_xl.contracts.check_column import cents
from medoffice_xl.contracts.findings.kind import CheckedSoFar, FindingKind, Found, Says
from medoffice_xl.contracts.line_class import LineClass
from medoffice_xl.contracts.pricing import price
from medoffice_xl.money import show


def _find(so_far: CheckedSoFar) -> Found:
    as_billed = np.zeros(len(so_far.remits), dtype="int64")
    changed = np.flatnonzero(so_far.billed.recoded)
    if changed.size:
        as_billed[changed] = price(so_far.billed.with_own_code(changed, so_far.book), so_far.book).cents
    return {"as_billed": as_billed}


def _sentence(line: Mapping[str, Any]) -> str:
    if line["line_class"] != LineClass.RECODED:
        return ""
    lost = f"; as billed it would be {show(line['as_billed'])}" if line["as_billed"] else ""
    return f"The payer changed the code{lost}."


RECODED = FindingKind(
    columns=(cents("as_billed", "Price of the billed code where the payer changed it, else 0."),),
    find=_find,
    sentence=_sentence,
    says=Says.BEFORE,
)
