"""Which adjustments of a remittance lower what is owed, and as what. All others leave the balance open.

What a reason code is taken as, the sheet *Reason codes* says. A denial must never be written off by posting it: what
is not listed here stays owed until somebody decides, and the intake says how much that is. Never posted:

- PR (patient responsibility): the patient owes it.
- A withhold (CO-104): due back to the practice under its contract.
- OA-23 (what earlier payers did): posted from the earlier payers' own remittances.
- What was bundled, where nothing was allowed: the coding may be corrected and the line appealed.

Sources: X12 external code list 139 (claim adjustment reason codes) for the meaning of each code, RFI 1696 of X12
for secondary payers; sequestration is a cut of the payment, not part of the contract's price.
"""

from dataclasses import dataclass

from medoffice_xl.claims.reason_codes import ReasonCodes

LIABLE = "CO"
"""Group of what the practice bears under its contract."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How an adjustment is posted; with `if_allowed` only where something was paid or is owed by the patient."""

    kind: str
    if_allowed: bool = False


RULES: dict[str, Rule] = {
    "contractual": Rule("contractual adjustment"),
    "capitation": Rule("contractual adjustment"),
    "bundled": Rule("contractual adjustment", if_allowed=True),
    "sequestration": Rule("other adjustment"),
}
"""By what the reason code is taken as."""


def rule_of(reason: str, reasons: ReasonCodes) -> Rule | None:
    """How an adjustment such as CO-45 is posted; None where it is not."""
    group, _, code = reason.partition("-")
    return RULES.get(reasons.taken_as(code)) if group == LIABLE else None
