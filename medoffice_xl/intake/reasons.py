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


BEYOND = ("OA", "PI")
"""Groups of what nobody is liable for, under which payers tell what they paid beyond the charge."""


def rule_of(reason: str, raises: bool, reasons: ReasonCodes) -> Rule | None:
    """How an adjustment such as CO-45 is posted; None where it is not.

    One that raises the payment is posted in other groups too: a line that was unbundled has no charge, a payment and
    OA-94, and would be left with a credit that is none.
    """
    group, _, code = reason.partition("-")
    rule = RULES.get(reasons.taken_as(code))
    return rule if group == LIABLE or (raises and group in BEYOND) else None
