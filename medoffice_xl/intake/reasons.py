"""Which adjustments of a remittance lower what is owed, and as what. All others leave the balance open.

The table is short on purpose. A denial must never be written off by posting it: what is not listed stays owed
until somebody decides, and the intake says how much that is. Never posted:

- PR (patient responsibility): the patient owes it.
- CO-104 (withhold): due back to the practice under its contract.
- OA-23 (what earlier payers did): posted from the earlier payers' own remittances.
- CO-97, CO-59 without payment (bundled): the coding may be corrected and the line appealed.

Sources: X12 external code list 139 (claim adjustment reason codes) for the meaning of each code, RFI 1696 of X12
for secondary payers; sequestration is a cut of the payment, not part of the contract's price.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from medoffice_xl.money import to_cents


@dataclass(frozen=True, slots=True)
class Rule:
    """How an adjustment is posted; with `if_allowed` only where something was paid or is owed by the patient."""

    kind: str
    why: str
    if_allowed: bool = False


RULES: dict[str, Rule] = {
    "CO-45": Rule("contractual adjustment", "charge above the contracted fee"),
    "CO-42": Rule("contractual adjustment", "the same in older files"),
    "CO-A2": Rule("contractual adjustment", "the same, named contractual, in older files"),
    "CO-24": Rule("contractual adjustment", "paid by capitation"),
    "CO-131": Rule("contractual adjustment", "discount negotiated for the claim"),
    "CO-94": Rule("contractual adjustment", "paid above the charge (negative)"),
    "CO-59": Rule("contractual adjustment", "reduced by the rules for several procedures", if_allowed=True),
    "CO-253": Rule("other adjustment", "sequestration of the federal payment"),
}

_ENTRY = re.compile(r"([A-Z]{2}-[A-Z0-9]+):\s*(-?[\d.]+)")


def parted(adjustments: "pd.Series[str]") -> pd.DataFrame:
    """Every adjustment as a row: `row` (index of the series), `reason` such as CO-45, `amount` in cents."""
    known = {
        text: [(reason, to_cents(Decimal(dollars))) for reason, dollars in _ENTRY.findall(text)]
        for text in adjustments.unique()
    }
    rows = [
        (row, reason, amount)
        for row, text in zip(adjustments.index, adjustments.tolist(), strict=True)
        for reason, amount in known[text]
    ]
    return pd.DataFrame(rows, columns=["row", "reason", "amount"]).astype({"reason": "str", "amount": "int64"})
