"""Charges below what the contract would pay: the practice's own leak, not the payer's fault."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from medoffice_xl.contracts.check_column import cents as cents_column
from medoffice_xl.contracts.findings.kind import CheckedSoFar, FindingKind, Found, Says
from medoffice_xl.contracts.line_class import LineClass
from medoffice_xl.money import show
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.fields import cents, count, text
from medoffice_xl.reports.document import section


def _find(so_far: CheckedSoFar) -> Found:
    return {"lacking": so_far.compared.lacking}


def _sentence(line: Mapping[str, Any]) -> str:
    if not line["lacking"] or line["line_class"] == LineClass.RECODED:
        return ""
    return f"The charge is {show(line['lacking'])} below the contract: raise the charge."


def _section(below: pd.DataFrame) -> Listing:
    """What the charge takes off the contract, by payer and code."""
    sums = below.groupby(["payer", "code"], as_index=False).agg(lines=("lacking", "size"), lost=("lacking", "sum"))
    sums = sums.sort_values("lost", ascending=False, kind="stable")
    return section(
        heading="Charges below the contract: raise them",
        columns=(
            text("Payer", 22),
            text("Code", 12),
            count("Lines", 12),
            cents("Given away", 12),
        ),
        rows=[(row["payer"], row["code"], row["lines"], row["lost"]) for row in sums.to_dict("records")],
        totals=("Total", None, len(below), int(below["lacking"].sum())),
        empty="No charge is below what a contract would pay.",
    )


BELOW_CONTRACT = FindingKind(
    columns=(cents_column("lacking", "How far the charge is below the contract, where that caps the price."),),
    find=_find,
    sentence=_sentence,
    says=Says.BEFORE,
    section=_section,
    lists="lacking",
)
