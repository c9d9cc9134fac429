"""What the reasons of provider adjustments (PLB03-1) mean, and which of them are followed until they are settled.

Source: X12 005010X221A1, segment PLB, element 03-1 (code list 426), in our own words.
"""

from dataclasses import dataclass
from enum import StrEnum


class Family(StrEnum):
    """Reasons that may answer each other.

    BALANCE: money that changes its check, taken now or later. WITHHELD: kept back for somebody else, or for later.
    INTEREST: for late payment. FINAL: complete in itself.
    """

    BALANCE = "balance"
    WITHHELD = "withheld"
    INTEREST = "interest"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason in words, its family, and whether it stays open until something answers it."""

    meaning: str
    family: Family = Family.FINAL
    followed: bool = True


REASONS: dict[str, Reason] = {
    "50": Reason("charge for late filing"),
    "51": Reason("interest charged as a penalty", Family.INTEREST),
    "72": Reason("refund by the practice", Family.BALANCE),
    "90": Reason("early payment allowance"),
    "AH": Reason("origination fee"),
    "AM": Reason("applied to a loan"),
    "AP": Reason("payment in advance", Family.BALANCE),
    "B2": Reason("rebate"),
    "B3": Reason("recovery allowance", Family.BALANCE, followed=False),
    "BD": Reason("bad debt"),
    "BN": Reason("bonus"),
    "C5": Reason("temporary allowance", Family.BALANCE),
    "CR": Reason("interest on capitation", Family.INTEREST),
    "CS": Reason("adjustment", Family.BALANCE, followed=False),
    "CT": Reason("capitation payment"),
    "CV": Reason("capital pass-through"),
    "CW": Reason("nurse anesthetist pass-through"),
    "DM": Reason("direct medical education"),
    "E3": Reason("withholding", Family.WITHHELD),
    "FB": Reason("balance forwarded", Family.BALANCE),
    "FC": Reason("fund allocation"),
    "GO": Reason("graduate medical education"),
    "HM": Reason("clotting factor supplement"),
    "IP": Reason("incentive payment"),
    "IR": Reason("tax withheld (IRS)", Family.WITHHELD),
    "IS": Reason("interim settlement", Family.BALANCE),
    "J1": Reason("not reimbursable"),
    "L3": Reason("penalty"),
    "L6": Reason("interest", Family.INTEREST),
    "LE": Reason("levy", Family.WITHHELD),
    "LS": Reason("lump sum"),
    "OA": Reason("organ acquisition"),
    "OB": Reason("offset for another provider", Family.BALANCE),
    "PI": Reason("periodic interim payment"),
    "PL": Reason("final payment"),
    "RA": Reason("retroactive adjustment"),
    "RE": Reason("return on equity"),
    "SL": Reason("student loan repayment", Family.WITHHELD),
    "TL": Reason("third party liability"),
    "WO": Reason("overpayment taken back", Family.BALANCE),
    "WU": Reason("recovery, not specified", Family.BALANCE),
}

UNKNOWN = Reason("not a reason of the standard", Family.BALANCE)
"""Of a reason that is not in the list, or missing: followed, because nobody knows what it is for."""


def reason(code: str) -> Reason:
    """What a code stands for."""
    return REASONS.get(code, UNKNOWN)
